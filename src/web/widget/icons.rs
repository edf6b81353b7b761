//! Icons: paths of Lucide (ISC licence), drawn by the text colour and hidden from screen readers.

use yew::prelude::*;

fn icon(paths: &[&'static str]) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            for d in paths.iter().copied() {
                <path {d} />
            }
        </svg>
    }
}

pub(super) fn tick() -> Html {
    icon(&["M20 6 9 17l-5-5"])
}

pub(super) fn back() -> Html {
    icon(&["m15 18-6-6 6-6"])
}

pub(super) fn warning() -> Html {
    icon(&[
        "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3",
        "M12 9v4",
        "M12 17h.01",
    ])
}

pub(super) fn phone() -> Html {
    icon(&[
        "M22 16.92v3a2 2 0 0 1-2.18 2 19.79 19.79 0 0 1-8.63-3.07 19.5 19.5 0 0 1-6-6 19.79 19.79 0 0 1-3.07-8.67A2 2 0 0 1 4.11 2h3a2 2 0 0 1 2 1.72 12.84 12.84 0 0 0 .7 2.81 2 2 0 0 1-.45 2.11L8.09 9.91a16 16 0 0 0 6 6l1.27-1.27a2 2 0 0 1 2.11-.45 12.84 12.84 0 0 0 2.81.7A2 2 0 0 1 22 16.92z",
    ])
}

pub(super) fn person() -> Html {
    icon(&["M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2", "M16 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0"])
}

pub(super) fn clock() -> Html {
    icon(&["M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0", "M12 6v6l4 2"])
}

pub(super) fn eye() -> Html {
    icon(&[
        "M2.06 12.35a1 1 0 0 1 0-.7 10.75 10.75 0 0 1 19.88 0 1 1 0 0 1 0 .7 10.75 10.75 0 0 1-19.88 0",
        "M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0",
    ])
}

pub(super) fn stop() -> Html {
    icon(&["M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0", "m4.9 4.9 14.2 14.2"])
}
