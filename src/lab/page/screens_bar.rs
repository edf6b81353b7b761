use yew::prelude::*;

use crate::lab::Stop;

use super::desk::Desk;
use super::frame::code_of;

/// One of the screens in a row.
pub(super) struct ScreenChip<'a> {
    pub(super) stop: &'a Stop,
    /// Why it has a dot, if it has one.
    pub(super) dot: Option<AttrValue>,
}

/// The screens of a borrower in a row, one of which is shown; a short row has their codes only.
pub(super) fn screens_bar<'a>(
    desk: &Desk,
    label: AttrValue,
    screens: impl Iterator<Item = ScreenChip<'a>>,
    shown: usize,
    is_short: bool,
    choose: &Callback<usize>,
) -> Html {
    let chips = screens.enumerate().map(|(at, ScreenChip { stop, dot })| {
        let onclick = choose.reform(move |_: MouseEvent| at);
        let kind = desk.say_of("sheet.kind", stop.kind().id());
        html! {
            <li>
                <button
                    type="button"
                    class="chip"
                    aria-current={(at == shown).then_some("true")}
                    data-stop={stop.kind().id()}
                    title={is_short.then(|| kind.clone())}
                    {onclick}
                >
                    { code_of(stop) }
                    <span class={if is_short { "hidden" } else { "chip__kind" }}>{ kind }</span>
                    if let Some(why) = dot {
                        <span class="chip__dot" aria-hidden="true"></span>
                        <span class="hidden">{ why }</span>
                    }
                </button>
            </li>
        }
    });
    html! { <ol class="chips" aria-label={label}>{ for chips }</ol> }
}
