use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use crate::engine::{AnswerKind, QuestionIx};
use crate::wording::ui;

use super::action::Action;
use super::element::element;
use super::parts::{fieldset, legend, optional_paragraph};
use super::view::View;

/// A money question with its two amount fields; either may stay empty.
pub(super) fn money_fields(view: &View, question: QuestionIx, is_alone: bool) -> Html {
    let rules = view.kit.rulebook.question(question);
    let AnswerKind::Money(ratio) = &rules.kind else { return Html::default() };
    let mut children = vec![
        legend(view, question, is_alone),
        optional_paragraph("hint", view.kit.question_hint(question)),
    ];
    for (place, name) in ratio.fields.iter().enumerate() {
        children.push(money_field(view, question, place, name));
    }
    fieldset(view, Some(&rules.id), children)
}

fn money_field(view: &View, question: QuestionIx, place: usize, name: &str) -> Html {
    let kit = view.kit;
    let [field_id, note_id] = ["field", "note"].map(|part| kit.element_id(&[name, part]));
    let error = view.state.amount_error(question, place).filter(|_| view.state.is_refused);
    let notes = vec![
        optional_paragraph("hint", kit.catalogue.optional("field", name, "hint")),
        optional_paragraph("error", error.map(|error| kit.ui_of("amount", error.id()))),
    ];
    let label = element("label", "field__label")
        .with("for", field_id.clone())
        .text(kit.catalogue.slot("field", name, "label"));
    let notes = element("div", "").with("id", note_id.clone()).holding(notes);
    let unit =
        element("span", "field__unit").with("aria-hidden", "true").text(kit.ui(ui::ANSWER_YUAN));
    let oninput = view.act.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Action::Typed { question, field: place, text: text.into() }
    });
    let input = html! {
        <input class="field__input" id={field_id} name={name.to_owned()} type="text" inputmode="decimal"
            autocomplete="off" value={view.state.draft(question, place)} {oninput}
            aria-describedby={note_id} aria-invalid={error.is_some().then_some("true")} />
    };
    let field = element("div", "field__box").holding(vec![input, unit]);
    element("div", "field").holding(vec![label, notes, field])
}
