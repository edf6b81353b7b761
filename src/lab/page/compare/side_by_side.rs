use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::engine::Answers;
use crate::lab::compare::{Changed, literals};
use crate::lab::page::desk::Desk;
use crate::lab::page::fields::select;
use crate::lab::page::frame::{Frame, code_of};
use crate::lab::page::look_fields::look_switches;
use crate::lab::page::scene::Scene;
use crate::lab::page::screens_bar::{ScreenChip, screens_bar};
use crate::lab::{Stop, tour};
use crate::widget::Kit;

use super::change_list::change_texts;
use super::compare_state::{CompareAction, ComparedBorrower};
use super::compared_version::ComparedVersion;

/// The value of the borrower who reads a changed text, in the list of borrowers.
const READER: &str = "reader";

/// What the two screens are drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SideBySideProps {
    pub(super) desk: Desk,
    pub(super) old: ComparedVersion,
    pub(super) new: ComparedVersion,
    pub(super) changed: Rc<Vec<Changed>>,
    /// What takes the focus when somebody asks for a borrower.
    pub(super) heading: NodeRef,
}

/// A screen of a borrower, and the places of the changed texts that stand on it.
type Walked = (Stop, Vec<usize>);

/// The same borrower on both versions.
#[component]
pub(super) fn SideBySide(props: &SideBySideProps) -> Html {
    let SideBySideProps { desk, old, new, changed, heading } = props;
    let compare = &desk.state.compare;
    let kits = [old, new].map(|version| version.edited.kit(&compare.looks.locale));
    let says = said(desk, &compare.borrower);
    let walked = {
        let [old, new] = kits.clone();
        use_memo((says, old, new, Rc::clone(changed)), |(says, old, new, changed)| {
            walk(says, old, new, changed)
        })
    };
    let first = walked.iter().position(|(_, here)| !here.is_empty());
    let at = compare.at.or(first).unwrap_or(0).min(walked.len().saturating_sub(1));
    let chips = walked.iter().map(|(stop, here)| {
        let count = here.len();
        let dot = (count > 0).then(|| desk.say_with("compare.has-changes", &[("count", &count)]));
        ScreenChip { stop, dot }
    });
    let choose = desk.on(CompareAction::At);
    let looks = look_switches(
        desk,
        ["compare-width", "compare-scheme"],
        &compare.looks,
        &desk.on(CompareAction::Looks),
    );
    let inside = walked.get(at).map(|(stop, here)| {
        let frames = [(old, &kits[0]), (new, &kits[1])]
            .map(|(version, kit)| frame(desk, version, kit, stop, marked(kit, changed, here)));
        html! {
            <div class="compared__body">
                <div class="pair" data-lab="pair">{ for frames }</div>
                <div class="compared__here">{ texts_here(desk, changed, here, first.is_some()) }</div>
            </div>
        }
    });
    html! {
        <section class="compared" aria-labelledby="compare-same" data-lab="side-by-side">
            <h3 id="compare-same" tabindex="-1" ref={heading}>{ desk.say("compare.same-borrower") }</h3>
            <div class="filters">
                { borrowers(desk) }
                { looks }
            </div>
            { screens_bar(desk, desk.say("compare.screens"), chips, at, true, &choose) }
            { inside.unwrap_or_default() }
        </section>
    }
}

fn said(desk: &Desk, borrower: &ComparedBorrower) -> Answers {
    match borrower {
        ComparedBorrower::Case(at) => {
            let case = desk.state.base.knowledge.cases.get(*at);
            case.map(|case| case.answers.clone()).unwrap_or_default()
        }
        ComparedBorrower::Reader(says) => says.clone(),
    }
}

fn walk(says: &Answers, old: &Kit, new: &Kit, changed: &[Changed]) -> Vec<Walked> {
    let here = |stop: &Stop| -> Vec<usize> {
        let keys: BTreeSet<String> =
            if changed.is_empty() { BTreeSet::new() } else { &stop.keys(old) | &stop.keys(new) };
        let is_here = |at: &usize| keys.contains(&changed[*at].key);
        (0..changed.len()).filter(is_here).collect()
    };
    tour(old, says).into_iter().map(|stop| (stop.clone(), here(&stop))).collect()
}

/// What is marked on a screen: the changed texts as they stand there.
fn marked(kit: &Kit, changed: &[Changed], here: &[usize]) -> Vec<String> {
    let texts = here.iter().filter_map(|at| kit.catalogue.find(&changed[*at].key));
    texts.flat_map(|text| literals(&text)).collect()
}

fn frame(
    desk: &Desk,
    version: &ComparedVersion,
    kit: &Kit,
    stop: &Stop,
    marked: Vec<String>,
) -> Html {
    let frame = Frame::new(kit.clone(), &desk.state.compare.looks, marked);
    let title =
        desk.say_with("compare.frame", &[("code", &code_of(stop)), ("version", &version.name)]);
    html! {
        <figure class="pair__one" data-version={version.id.clone()}>
            <figcaption>{ version.name.clone() }</figcaption>
            { frame.of(Scene::Still(stop.clone()), title, false) }
        </figure>
    }
}

fn borrowers(desk: &Desk) -> Html {
    let cases = desk.state.base.knowledge.cases.iter().enumerate();
    let cases = cases.map(|(at, case)| (at.to_string(), AttrValue::from(case.title.clone())));
    let (reader, chosen) = match &desk.state.compare.borrower {
        ComparedBorrower::Case(at) => (None, at.to_string()),
        ComparedBorrower::Reader(_) => {
            (Some((READER.to_owned(), desk.say("compare.reader"))), READER.to_owned())
        }
    };
    // Who is chosen already stays.
    let act = desk.act.clone();
    let choose = Callback::from(move |value: String| {
        if let Ok(at) = value.parse() {
            act.emit(CompareAction::Borrower(ComparedBorrower::Case(at), None).into());
        }
    });
    let options = reader.into_iter().chain(cases);
    let label = desk.say("compare.borrower");
    select("filters__part", "compare-borrower", label, options, &chosen, &choose)
}

/// The changed texts of the screen that is shown.
fn texts_here(desk: &Desk, changed: &[Changed], here: &[usize], is_any: bool) -> Html {
    if here.is_empty() {
        let why = if is_any { "compare.none-here" } else { "compare.none-at-all" };
        return html! { <p class="empty" data-lab="none-here">{ desk.say(why) }</p> };
    }
    let texts = here.iter().map(|at| {
        let changed = &changed[*at];
        html! { <li key={changed.key.clone()}>{ change_texts(desk, changed) }</li> }
    });
    html! {
        <>
            <h4>{ desk.say("compare.on-this-screen") }</h4>
            <ul class="changes" data-lab="changes-here">{ for texts }</ul>
        </>
    }
}
