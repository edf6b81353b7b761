use yew::prelude::*;

use crate::engine::{CauseIx, Outcome};
use crate::wording::ui;

use super::ScreenKind;
use super::action::Action;
use super::element::element;
use super::finding_card::finding_card;
use super::firmness_note::firmness_note;
use super::parts::{self, ButtonLook, button, fold, heading, named_button, paragraph, part};
use super::plan_list::{first_step, plan_list};
use super::sources_list::sources_list;
use super::view::View;
use super::what_if_fold::what_if_fold;
use super::why_not_list::why_not_list;

/// The result: what this looks like, what to do first, the reasons, the steps.
pub(super) fn result_screen(view: &View) -> Html {
    let kit = view.kit;
    let outcome = view.diagnosis.outcome;
    let mut children = vec![heading(view, headline(view))];
    if let Some(change) = change(view) {
        children.push(element("p", "note").with("role", "status").text(change));
    }
    if outcome == Outcome::NotEnoughKnown {
        children.push(paragraph("lead", kit.ui(ui::UNKNOWN_BODY)));
        children.push(firmness_note(view));
    } else {
        children.push(paragraph("lead", kit.ui(ui::RESULT_ONLY_LENDER)));
        children.push(first_step(view));
        let findings = view.diagnosis.findings.iter();
        let mut cards: Vec<Html> = findings.map(|finding| finding_card(view, finding)).collect();
        cards.push(firmness_note(view));
        children.push(part(view, ui::RESULT_REASONS, cards));
    }
    let limit = vec![paragraph("", kit.ui(ui::RESULT_LIMIT_IS_NO_PROMISE))];
    children.extend([
        plan_list(view),
        if outcome == Outcome::Findings { what_if_fold(view) } else { Html::default() },
        why_not_list(view),
        fold("fold", kit.ui(ui::RESULT_LIMIT_TITLE), limit),
        sources_list(view),
        ways_on(view),
    ]);
    parts::screen(ScreenKind::Result, "result", "screen")
        .with("data-outcome", outcome.id())
        .holding(children)
}

fn headline(view: &View) -> AttrValue {
    match view.diagnosis.first() {
        Some(cause) => view.kit.cause(cause, "summary"),
        None => view.kit.ui(ui::UNKNOWN_TITLE),
    }
}

/// What the last change of an answer did to the reasons.
fn change(view: &View) -> Option<AttrValue> {
    let before = view.state.before_change.as_ref()?;
    let after: Vec<CauseIx> = view.diagnosis.findings.iter().map(|finding| finding.cause).collect();
    let name = |cause: Option<&CauseIx>| match cause {
        Some(cause) => view.kit.cause(*cause, "title"),
        None => view.kit.ui(ui::RESULT_NOTHING),
    };
    Some(match () {
        () if *before == after => view.kit.ui(ui::RESULT_CHANGED_NOT),
        () if before.first() == after.first() => view.kit.ui(ui::RESULT_CHANGED_REST),
        () => {
            let (before, after) = (name(before.first()), name(after.first()));
            view.kit.ui_with(ui::RESULT_CHANGED, &[("before", &before), ("after", &after)])
        }
    })
}

/// Back to the answers, print, all over again.
fn ways_on(view: &View) -> Html {
    let print_label = view.kit.ui(ui::BUTTON_PRINT);
    let ways = vec![
        button(view, ButtonLook::Quiet, "review", ui::BUTTON_REVIEW, Action::OpenedReview),
        named_button(ButtonLook::Link, "print", print_label, None, Callback::from(|_| print())),
        button(view, ButtonLook::Link, "restart", ui::BUTTON_RESTART, Action::Restarted),
    ];
    element("nav", "ways-on").holding(ways)
}

fn print() {
    if let Some(window) = web_sys::window() {
        // A web view without a printer refuses; the page stays as it is.
        let _ = window.print();
    }
}
