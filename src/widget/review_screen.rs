use yew::prelude::*;

use crate::engine::{Answer, AnswerKind, OptionIx, OptionSet, QuestionIx, Said};
use crate::wording::ui;

use super::ScreenKind;
use super::action::Action;
use super::element::element;
use super::numbers::money;
use super::parts::{self, ButtonLook, button, heading, named_button, paragraph};
use super::state::Station;
use super::view::View;

/// The answers, each with a way to change it.
pub(super) fn review_screen(view: &View) -> Html {
    let answered = answered(view).into_iter();
    let rows = answered.map(|question| review_row(view, question)).collect();
    let buttons = vec![
        button(view, ButtonLook::Quiet, "restart", ui::BUTTON_RESTART, Action::Restarted),
        button(view, ButtonLook::Main, "back", ui::BUTTON_BACK, Action::WentBack),
    ];
    parts::screen(ScreenKind::Review, "review", "screen").holding(vec![
        heading(view, view.kit.ui(ui::REVIEW_TITLE)),
        paragraph("hint", view.kit.ui(ui::REVIEW_HINT)),
        element("dl", "review").holding(rows),
        element("nav", "navigation").holding(buttons),
    ])
}

/// The questions with an answer, in the order in which they were asked, each once.
fn answered(view: &View) -> Vec<QuestionIx> {
    let state = view.state;
    let mut answered = Vec::new();
    for asked in &state.path {
        let questions: Vec<QuestionIx> = match asked {
            Station::Screen(screen) => view.kit.rulebook.screen(*screen).questions().collect(),
            Station::Closing => state.known.answers.closing().iter().collect(),
        };
        for question in questions {
            if state.answer(question).is_some() && !answered.contains(&question) {
                answered.push(question);
            }
        }
    }
    answered
}

fn review_row(view: &View, question: QuestionIx) -> Html {
    let kit = view.kit;
    let rules = kit.rulebook.question(question);
    let is_aside = !rules.counts(view.diagnosis.facts.symptom());
    let short = kit.question(question, "short");
    let change = kit.ui(ui::BUTTON_CHANGE);
    let full_name = [&*change, " ", &*short].concat();
    let button = named_button(
        ButtonLook::Link,
        "change",
        change,
        Some(full_name.into()),
        view.report(Action::OpenedAnswer(question)),
    );
    let mut answer = vec![Html::from(answer_text(view, question))];
    if is_aside {
        answer.push(element("span", "review__aside").text(kit.ui(ui::REVIEW_ASIDE)));
    }
    element("div", "review__row")
        .keyed(&rules.id)
        .with("data-question", rules.id.to_string())
        .holding(vec![
            element("dt", "review__question").text(short),
            element("dd", "review__answer").holding(answer),
            element("dd", "review__change").holding(vec![button]),
        ])
}

fn answer_text(view: &View, question: QuestionIx) -> AttrValue {
    let kit = view.kit;
    let said = |option: OptionIx| view.answer(Said { question, option });
    let options = |these: OptionSet| -> Vec<AttrValue> { these.iter().map(said).collect() };
    let texts: Vec<AttrValue> =
        match (view.state.answer(question), &kit.rulebook.question(question).kind) {
            (Some(Answer::Partly { held, denied }), _) if held.is_empty() => {
                denied.first().map(said).into_iter().collect()
            }
            (Some(Answer::Options(chosen) | Answer::Partly { held: chosen, .. }), _) => {
                options(chosen)
            }
            (Some(Answer::Amounts(amounts)), AnswerKind::Money(ratio)) => {
                let named = ratio.fields.iter().zip(amounts);
                named
                    .filter_map(|(name, amount)| {
                        let label = kit.catalogue.slot("field", name, "label");
                        let amount = money(kit, &amount?.to_string());
                        Some([&*label, " ", &amount].concat().into())
                    })
                    .collect()
            }
            (Some(Answer::Unsure), AnswerKind::Money(_)) | (None, _) => {
                vec![kit.ui(ui::ANSWER_SKIPPED)]
            }
            _ => vec![kit.unsure(question)],
        };
    view.kit.list(&texts)
}
