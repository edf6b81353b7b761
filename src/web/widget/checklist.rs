use yew::prelude::*;

use crate::engine::{Answer, Row, ScreenIx};
use crate::wording::ui;

use super::action::Action;
use super::icons;
use super::view::View;

/// A list of yes-or-no facts, a check box each; "not sure" is offered for the whole list.
pub(super) fn checklist(view: &View, screen: ScreenIx) -> Html {
    let id = &view.kit.rulebook.screen(screen).id;
    let hint = view.kit.catalogue.optional("screen", id, "hint");
    html! {
        <fieldset class="question" part="question">
            <legend class="question__legend">
                <h1 class="heading" tabindex="-1" ref={view.heading}>
                    { view.kit.catalogue.slot("screen", id, "title") }
                </h1>
            </legend>
            if let Some(hint) = hint {
                <p class="hint">{ hint }</p>
            }
            for row in view.interview().rows_on(screen) {
                { row_cell(view, row) }
            }
            <label class="option option--unsure" part="option">
                <input class="option__input" type="checkbox" data-option="unsure" autocomplete="off"
                    checked={view.state.is_list_unsure} onclick={view.report(Action::ListUnsureToggled)} />
                <span class="option__label">{ view.kit.ui(ui::ANSWER_UNSURE_LIST) }</span>
                <span class="option__mark">{ icons::tick() }</span>
            </label>
        </fieldset>
    }
}

fn row_cell(view: &View, row: Row) -> Html {
    let question = view.kit.rulebook.question(row.question);
    let option = &question.options[row.option.at()].id;
    let is_ticked = matches!(view.state.answers.get(row.question),
        Some(Answer::Options(chosen)) if chosen.has(row.option));
    html! {
        <div key={format!("{}-{option}", question.id)} class="row" data-question={question.id.to_string()}>
            <label class="option" part="option">
                <input class="option__input" type="checkbox" data-option={option.to_string()} autocomplete="off"
                    checked={is_ticked} onclick={view.report(Action::RowToggled(row))} />
                <span class="option__label">{ view.kit.row(row.question, row.option) }</span>
                <span class="option__mark">{ icons::tick() }</span>
            </label>
        </div>
    }
}
