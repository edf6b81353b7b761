use yew::prelude::*;

use crate::engine::{AnswerKind, Form, QuestionIx, ScreenIx};
use crate::wording::ui;

use super::ScreenKind;
use super::checklist::checklist;
use super::element::element;
use super::money_fields::money_fields;
use super::navigation::{navigation, progress};
use super::option_list::option_list;
use super::parts::{self, fold, heading, optional_paragraph, paragraph};
use super::state::{Position, Station};
use super::view::View;

/// How many reasons are named that a question tells apart.
const MOST_TOLD_APART: usize = 3;

/// One screen of the interview.
pub(super) fn question_screen(view: &View) -> Html {
    let Some(Station::Screen(screen)) = view.state.asked() else { return Html::default() };
    let rules = view.kit.rulebook.screen(screen);
    let mut questions = view.interview.questions_on(screen);
    // Where a warning stands all the same and the last tick was taken back, nothing is asked for; what is shown stays.
    if questions.is_empty() {
        questions = view.kit.rulebook.screen(screen).questions().collect();
    }
    let is_first = view.state.position == Position::Asking(0);
    let mut children = Vec::new();
    if is_first {
        children.push(paragraph("brand", view.kit.ui(ui::PAGE_NAME)));
    }
    children.push(progress(view));
    match &rules.form {
        Form::List(_) => children.push(checklist(view, screen)),
        Form::Full(_) => children.extend(full(view, screen, &questions)),
    }
    children.push(why(view, screen, &questions));
    children.push(navigation(view, Some(screen)));
    if is_first {
        children.push(paragraph("promise", view.kit.ui(ui::PAGE_PRIVACY)));
    }
    parts::screen(ScreenKind::Question, &rules.id, "screen")
        .with("data-screen-id", rules.id.to_string())
        .holding(children)
}

/// The questions of a screen below each other; several of them get a heading of their own.
fn full(view: &View, screen: ScreenIx, questions: &[QuestionIx]) -> Vec<Html> {
    let is_alone = questions.len() == 1;
    let id = &view.kit.rulebook.screen(screen).id;
    let mut children = Vec::new();
    if !is_alone {
        children.push(heading(view, view.kit.catalogue.slot("screen", id, "title")));
        children
            .push(optional_paragraph("hint", view.kit.catalogue.optional("screen", id, "hint")));
    }
    for question in questions {
        children.push(match view.kit.rulebook.question(*question).kind {
            AnswerKind::One | AnswerKind::Many { .. } => {
                option_list(view, screen, *question, is_alone)
            }
            AnswerKind::Money(_) => money_fields(view, *question, is_alone),
        });
    }
    children
}

/// Why the questions are asked, folded away.
fn why(view: &View, screen: ScreenIx, questions: &[QuestionIx]) -> Html {
    let mut reasons = Vec::new();
    // What is asked of everybody was not chosen for what it tells apart.
    let is_in_place = view.kit.rulebook.screen(screen).place.is_some();
    for question in questions {
        reasons.push(paragraph("", view.kit.question(*question, "why")));
        reasons.extend(tells_apart(view, *question).filter(|_| !is_in_place));
    }
    fold("why", view.kit.ui(ui::QUESTION_WHY), reasons)
}

/// Which reasons the answers to a question tell apart, the likeliest three.
fn tells_apart(view: &View, question: QuestionIx) -> Option<Html> {
    let mut causes = view.interview.tells_apart(question);
    causes.truncate(MOST_TOLD_APART);
    if causes.is_empty() {
        return None;
    }
    let ids = causes.iter().map(|cause| &*view.kit.rulebook.cause(*cause).id);
    let ids: Vec<&str> = ids.collect();
    let titles: Vec<AttrValue> =
        causes.iter().map(|cause| view.kit.cause(*cause, "title")).collect();
    let text = view.kit.ui_with(ui::QUESTION_TELLS, &[("causes", &view.kit.list(&titles))]);
    Some(element("p", "").with("data-tells", ids.join(" ")).text(text))
}
