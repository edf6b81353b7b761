use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::lab::page::transfer::chosen_files;

/// A file that was brought: its name and its text.
pub(in crate::lab::page) type BroughtFile = (String, String);

/// A button to choose files with; `take` hears them all at once. One that is no text comes as an empty one, which is
/// then named as what cannot be read.
pub(super) fn file_button(
    lab: &'static str,
    label: AttrValue,
    takes_many: bool,
    take: Callback<Vec<BroughtFile>>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let take = take.clone();
        spawn_local(async move {
            let given = chosen_files(field).await.into_iter();
            let text = |bytes| String::from_utf8(bytes).unwrap_or_default();
            take.emit(given.map(|file| (file.name, text(file.bytes))).collect());
        });
    });
    html! {
        <label class="button readers__file">
            <span>{ label }</span>
            <input type="file" accept=".json,application/json" multiple={takes_many} {onchange} data-lab={lab} />
        </label>
    }
}
