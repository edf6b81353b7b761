use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use crate::engine::{Kind, QuestionIx};
use crate::wording::ui;

use super::action::Action;
use super::question_screen::title;
use super::view::View;

/// A money question with its two amount fields; either may stay empty.
pub(super) fn money_fields(view: &View, question: QuestionIx, is_alone: bool) -> Html {
    let rules = view.kit.rulebook.question(question);
    let Kind::Money(ratio) = &rules.kind else { return Html::default() };
    html! {
        <fieldset class="question" part="question" data-question={rules.id.to_string()}>
            <legend class="question__legend">{ title(view, question, is_alone) }</legend>
            if let Some(hint) = view.kit.question_hint(question) {
                <p class="hint">{ hint }</p>
            }
            for (place, name) in ratio.fields.iter().enumerate() {
                { money_field(view, question, place, name) }
            }
        </fieldset>
    }
}

fn money_field(view: &View, question: QuestionIx, place: usize, name: &str) -> Html {
    let kit = view.kit;
    let [field_id, hint_id, error_id] =
        ["field", "hint", "error"].map(|part| kit.element_id(&[name, part]));
    let hint = kit.catalogue.optional("field", name, "hint");
    let error = view.state.amount_error(question, place).filter(|_| view.state.is_refused);
    let described = format!(
        "{} {}",
        hint.as_ref().map_or("", |_| &*hint_id),
        error.map_or("", |_| &*error_id)
    );
    let oninput = view.act.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Action::Typed { question, field: place, text: text.into() }
    });
    html! {
        <div class="field">
            <label class="field__label" for={field_id.clone()}>{ kit.catalogue.slot("field", name, "label") }</label>
            if let Some(hint) = hint {
                <p class="hint" id={hint_id}>{ hint }</p>
            }
            if let Some(error) = error {
                <p class="error" id={error_id}>{ kit.ui_of("amount", error.id()) }</p>
            }
            <span class="field__box">
                <input class="field__input" id={field_id} name={name.to_owned()} type="text" inputmode="decimal"
                    autocomplete="off" value={view.state.draft(question, place)} {oninput}
                    aria-describedby={described.trim().to_owned()} aria-invalid={error.is_some().to_string()} />
                <span class="field__unit" aria-hidden="true">{ kit.ui(ui::ANSWER_YUAN) }</span>
            </span>
        </div>
    }
}
