use yew::prelude::*;

use crate::engine::{Next, ScreenIx};
use crate::wording::ui;

use super::action::Action;
use super::icons;
use super::state::Place;
use super::view::View;

/// The bar above a question: how far, and about how much is still to come.
pub(super) fn progress(view: &View) -> Html {
    let text = progress_text(view);
    let value = view.state.progress.to_string();
    html! {
        <div class="progress" part="progress">
            <progress class="progress__bar" max="100" {value} aria-label={view.kit.ui(ui::PROGRESS_LABEL)} />
            <p class="progress__text">{ text }</p>
        </div>
    }
}

/// About how many screens are still to come, in words.
pub(super) fn progress_text(view: &View) -> AttrValue {
    match view.interview().remaining() {
        0 | 1 => view.kit.ui(ui::PROGRESS_LAST),
        count => view.kit.ui_with(ui::PROGRESS_REMAINING, &[("count", &count.to_string())]),
    }
}

/// Back and next, and to the result once the first questions are answered.
pub(super) fn navigation(view: &View, screen: ScreenIx) -> Html {
    let is_first = view.state.place == Place::Asking(0);
    let has_place = view.kit.rulebook.screen(screen).place.is_some();
    let is_last = view.interview().next() == Next::Finish;
    html! {
        <nav class="navigation">
            if !is_first {
                <button type="button" class="button button--quiet" part="button" data-action="back"
                    onclick={view.report(Action::WentBack)}>
                    { icons::back() }{ view.kit.ui(ui::BUTTON_BACK) }
                </button>
            }
            <button type="button" class="button button--main" part="button" data-action="next"
                onclick={view.report(Action::WentOn)}>
                { view.kit.ui(ui::BUTTON_NEXT) }
            </button>
            if !has_place && !is_last {
                <button type="button" class="button button--link" part="button" data-action="finish"
                    onclick={view.report(Action::Finished)}>
                    { view.kit.ui(ui::BUTTON_FINISH) }
                </button>
            }
        </nav>
    }
}
