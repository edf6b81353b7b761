use yew::prelude::*;

use crate::engine::{Form, Kind, QuestionIx, ScreenIx};
use crate::wording::ui;

use super::checklist::checklist;
use super::money_fields::money_fields;
use super::navigation::{navigation, progress};
use super::option_list::option_list;
use super::parts::{self, fold, heading, optional_paragraph, paragraph};
use super::state::Place;
use super::view::View;

/// One screen of the interview.
pub(super) fn question_screen(view: &View) -> Html {
    let Some(screen) = view.state.screen() else { return Html::default() };
    let rules = view.kit.rulebook.screen(screen);
    let questions = view.interview().questions_on(screen);
    let is_first = view.state.place == Place::Asking(0);
    let mut children = Vec::new();
    if is_first {
        children.push(paragraph("brand", view.kit.ui(ui::PAGE_NAME)));
    }
    children.push(progress(view));
    match &rules.form {
        Form::List(_) => children.push(checklist(view, screen)),
        Form::Full(_) => children.extend(full(view, screen, &questions)),
    }
    children.push(why(view, &questions));
    children.push(navigation(view, screen));
    if is_first {
        children.push(paragraph("promise", view.kit.ui(ui::PAGE_PRIVACY)));
    }
    parts::screen("question", &rules.id, "screen")
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
            Kind::One | Kind::Many { .. } => option_list(view, screen, *question, is_alone),
            Kind::Money(_) => money_fields(view, *question, is_alone),
        });
    }
    children
}

/// Why the questions are asked, folded away.
fn why(view: &View, questions: &[QuestionIx]) -> Html {
    let mut reasons: Vec<AttrValue> =
        questions.iter().map(|question| view.kit.question(*question, "why")).collect();
    reasons.dedup();
    let reasons = reasons.into_iter().map(|reason| paragraph("", reason)).collect();
    fold("why", view.kit.ui(ui::QUESTION_WHY), reasons)
}
