use yew::prelude::*;

use crate::engine::ScreenIx;
use crate::wording::ui;

use super::action::Action;
use super::element::element;
use super::parts::{ButtonLook, button, paragraph};
use super::state::Position;
use super::view::View;

/// The bar above a question: how far, and about how much is still to come.
pub(super) fn progress(view: &View) -> Html {
    let bar = element("progress", "progress__bar")
        .with("max", "100")
        .with("value", view.state.progress.to_string())
        .with("aria-label", view.kit.ui(ui::PROGRESS_LABEL))
        .empty();
    let text = paragraph("progress__text", progress_text(view));
    element("div", "progress").with("part", "progress").holding(vec![bar, text])
}

/// About how many screens are still to come, in words.
pub(super) fn progress_text(view: &View) -> AttrValue {
    view.kit.progress(view.state.remaining)
}

/// Back and next, and to the result once the first questions are answered; the closing list leads there anyhow.
pub(super) fn navigation(view: &View, screen: Option<ScreenIx>) -> Html {
    let is_first = view.state.position == Position::Asking(0);
    let can_end = |screen: ScreenIx| {
        view.state.remaining > 0 && view.kit.rulebook.screen(screen).place.is_none()
    };
    let mut buttons = Vec::new();
    if !is_first {
        buttons.push(button(view, ButtonLook::Quiet, "back", ui::BUTTON_BACK, Action::WentBack));
    }
    buttons.push(button(view, ButtonLook::Main, "next", ui::BUTTON_NEXT, Action::WentOn));
    if screen.is_some_and(can_end) {
        buttons.push(button(view, ButtonLook::Link, "finish", ui::BUTTON_FINISH, Action::Finished));
    }
    if !is_first {
        buttons.push(button(
            view,
            ButtonLook::Link,
            "review",
            ui::BUTTON_REVIEW,
            Action::OpenedReview,
        ));
    }
    element("nav", "navigation").holding(buttons)
}
