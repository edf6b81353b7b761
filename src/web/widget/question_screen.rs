use yew::prelude::*;

use crate::engine::{Form, Kind, QuestionIx, ScreenIx};
use crate::wording::ui;

use super::action::Action;
use super::checklist::checklist;
use super::money_fields::money_fields;
use super::navigation::{navigation, progress};
use super::option_list::option_list;
use super::state::Place;
use super::view::View;

/// One screen of the interview.
pub(super) fn question_screen(view: &View) -> Html {
    let Some(screen) = view.state.screen() else { return Html::default() };
    let rulebook = &view.kit.rulebook;
    let id = AttrValue::from(rulebook.screen(screen).id.to_string());
    let questions = view.interview().questions_on(screen);
    let is_first = view.state.place == Place::Asking(0);
    html! {
        <section key={id.as_str()} class="screen" data-screen="question" data-screen-id={id.clone()}>
            if is_first {
                <p class="brand">{ view.kit.ui(ui::PAGE_NAME) }</p>
            }
            { progress(view) }
            { match &rulebook.screen(screen).form {
                Form::List(_) => checklist(view, screen),
                Form::Full(_) => full(view, screen, &questions),
            } }
            { why(view, &questions) }
            { navigation(view, screen) }
            if is_first {
                <p class="promise">{ view.kit.ui(ui::PAGE_PRIVACY) }</p>
            } else {
                <button type="button" class="button button--link" part="button" data-action="review"
                    onclick={view.report(Action::OpenedReview)}>
                    { view.kit.ui(ui::BUTTON_REVIEW) }
                </button>
            }
        </section>
    }
}

/// The questions of a screen below each other; several of them get a heading of their own.
fn full(view: &View, screen: ScreenIx, questions: &[QuestionIx]) -> Html {
    let is_alone = questions.len() == 1;
    let id = &view.kit.rulebook.screen(screen).id;
    html! {
        <>
            if !is_alone {
                <h1 class="heading" tabindex="-1" ref={view.heading}>
                    { view.kit.catalogue.slot("screen", id, "title") }
                </h1>
                if let Some(hint) = view.kit.catalogue.optional("screen", id, "hint") {
                    <p class="hint">{ hint }</p>
                }
            }
            for question in questions.iter().copied() {
                { match view.kit.rulebook.question(question).kind {
                    Kind::One | Kind::Many { .. } => option_list(view, screen, question, is_alone),
                    Kind::Money(_) => money_fields(view, question, is_alone),
                } }
            }
        </>
    }
}

/// The title of a question: the screen's heading where it stands alone.
pub(super) fn title(view: &View, question: QuestionIx, is_alone: bool) -> Html {
    let title = view.kit.question(question, "title");
    if is_alone {
        html! { <h1 class="heading" tabindex="-1" ref={view.heading}>{ title }</h1> }
    } else {
        html! { <h2 class="subheading">{ title }</h2> }
    }
}

/// Why the questions are asked, folded away.
fn why(view: &View, questions: &[QuestionIx]) -> Html {
    let mut reasons: Vec<AttrValue> =
        questions.iter().map(|question| view.kit.question(*question, "why")).collect();
    reasons.dedup();
    html! {
        <details class="why">
            <summary>{ view.kit.ui(ui::QUESTION_WHY) }</summary>
            for reason in reasons {
                <p>{ reason }</p>
            }
        </details>
    }
}
