use yew::prelude::*;

use crate::engine::{Answer, Kind, QuestionIx};
use crate::wording::ui;

use super::action::Action;
use super::icons;
use super::view::View;

/// The answers, each with a way to change it.
pub(super) fn review_screen(view: &View) -> Html {
    let answered: Vec<QuestionIx> = view
        .state
        .path
        .iter()
        .flat_map(|screen| view.kit.rulebook.screen(*screen).questions())
        .filter(|question| view.state.answers.has(*question))
        .collect();
    html! {
        <section key="review" class="screen" data-screen="review">
            <h1 class="heading" tabindex="-1" ref={view.heading}>{ view.kit.ui(ui::REVIEW_TITLE) }</h1>
            <p class="hint">{ view.kit.ui(ui::REVIEW_HINT) }</p>
            <dl class="review">
                for question in answered {
                    { review_row(view, question) }
                }
            </dl>
            <nav class="navigation">
                <button type="button" class="button button--quiet" part="button" data-action="restart"
                    onclick={view.report(Action::Restarted)}>
                    { view.kit.ui(ui::BUTTON_RESTART) }
                </button>
                <button type="button" class="button button--main" part="button" data-action="back"
                    onclick={view.report(Action::WentBack)}>
                    { icons::back() }{ view.kit.ui(ui::BUTTON_BACK) }
                </button>
            </nav>
        </section>
    }
}

fn review_row(view: &View, question: QuestionIx) -> Html {
    let kit = view.kit;
    let rules = kit.rulebook.question(question);
    let is_aside = !rules.applies.has(view.diagnosis.facts.symptom());
    let short = kit.question(question, "short");
    let label = format!("{} {short}", kit.ui(ui::BUTTON_CHANGE));
    html! {
        <div key={rules.id.to_string()} class="review__row" data-question={rules.id.to_string()}>
            <dt class="review__question">{ short }</dt>
            <dd class="review__answer">
                { answer_text(view, question) }
                if is_aside {
                    <span class="review__aside">{ kit.ui(ui::REVIEW_ASIDE) }</span>
                }
            </dd>
            <dd class="review__change">
                <button type="button" class="button button--link" part="button" data-action="change" aria-label={label}
                    onclick={view.report(Action::OpenedAnswer(question))}>
                    { kit.ui(ui::BUTTON_CHANGE) }
                </button>
            </dd>
        </div>
    }
}

fn answer_text(view: &View, question: QuestionIx) -> AttrValue {
    let kit = view.kit;
    match (view.state.answers.get(question), &kit.rulebook.question(question).kind) {
        (Some(Answer::Options(chosen)), _) => {
            let labels: Vec<AttrValue> =
                chosen.iter().map(|option| kit.option(question, option)).collect();
            labels.iter().map(AttrValue::as_str).collect::<Vec<_>>().join("、").into()
        }
        (Some(Answer::Amounts(amounts)), Kind::Money(ratio)) => {
            let texts: Vec<String> = ratio
                .fields
                .iter()
                .zip(amounts)
                .filter_map(|(name, amount)| {
                    let label = kit.catalogue.slot("field", name, "label");
                    Some(format!("{label} {} {}", amount?, kit.ui(ui::ANSWER_YUAN)))
                })
                .collect();
            texts.join("、").into()
        }
        (Some(Answer::Unsure), Kind::Money(_)) | (None, _) => kit.ui(ui::ANSWER_SKIPPED),
        _ => kit.unsure(question),
    }
}
