use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::readers::{FileFault, Merged, PlanMismatch, SetupFault, Wrong};

use super::readers_notice::ReadersNotice;

/// All notices, told to screen readers as they come.
pub(super) fn notices(desk: &Desk, notices: &[ReadersNotice]) -> Html {
    let items = notices.iter().map(|notice| {
        let id = notice.id();
        let class = if id == "merged" { "readers__notice" } else { "readers__notice look--bad" };
        html! { <p {class} data-notice={id}>{ text(desk, notice) }</p> }
    });
    html! { <div role="status" class="readers__notices" data-lab="notices">{ for items }</div> }
}

fn text(desk: &Desk, notice: &ReadersNotice) -> AttrValue {
    match notice {
        ReadersNotice::Setup(fault) => setup_text(desk, fault),
        ReadersNotice::File(file, fault) => file_text(desk, file, fault),
        ReadersNotice::Mismatch(file, why) => {
            let why = desk.say(match why {
                PlanMismatch::OtherRulebook => "readers.mismatch-rulebook",
                PlanMismatch::OtherWording => "readers.mismatch-wording",
                PlanMismatch::OtherAnswers => "readers.mismatch-answers",
            });
            desk.say_with("readers.mismatch", &[("file", file), ("why", &why)])
        }
        ReadersNotice::Merged(file, merged) => merged_text(desk, file, merged),
        other => desk.say_of("readers.notice", other.id()),
    }
}

fn setup_text(desk: &Desk, fault: &SetupFault) -> AttrValue {
    let (name, other) = fault.names();
    let text = ["readers.fault-", fault.id()].concat();
    desk.say_with(&text, &[("name", &name), ("other", &other)])
}

fn file_text(desk: &Desk, file: &str, fault: &FileFault) -> AttrValue {
    let what = match &fault.what {
        Wrong::Setup(fault) => setup_text(desk, fault),
        what => desk.say_with(&["readers.wrong-", what.id()].concat(), &[("name", &what.name())]),
    };
    let name = if fault.place.is_empty() { "readers.file-wrong" } else { "readers.file-wrong-at" };
    desk.say_with(name, &[("file", &file), ("what", &what), ("place", &fault.place)])
}

fn merged_text(desk: &Desk, file: &str, merged: &Merged) -> AttrValue {
    let codes: Vec<String> = merged.conflicts.iter().map(ToString::to_string).collect();
    let name = if codes.is_empty() { "readers.merged" } else { "readers.merged-conflict" };
    let codes = codes.join(", ");
    let (added, known) = (&merged.added, &merged.known);
    desk.say_with(name, &[("file", &file), ("added", added), ("known", known), ("codes", &codes)])
}
