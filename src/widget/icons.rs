//! Icons: paths of Lucide (ISC licence), drawn by the text colour and hidden from screen readers.

use yew::prelude::*;

use super::element::element;

fn icon(path: &'static str) -> Html {
    element("svg", "icon")
        .with("viewBox", "0 0 24 24")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .holding(vec![element("path", "").with("d", path).empty()])
}

pub(super) fn warning() -> Html {
    icon(
        "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01",
    )
}

pub(super) fn person() -> Html {
    icon("M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2M16 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0")
}

pub(super) fn clock() -> Html {
    icon("M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0M12 6v6l4 2")
}

pub(super) fn eye() -> Html {
    icon(
        "M2.06 12.35a1 1 0 0 1 0-.7 10.75 10.75 0 0 1 19.88 0 1 1 0 0 1 0 .7 10.75 10.75 0 0 1-19.88 0M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0",
    )
}

pub(super) fn stop() -> Html {
    icon("M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0M4.9 4.9l14.2 14.2")
}
