//! Files that go out of the lab and come into it.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};
use yew::platform::spawn_local;
use yew::prelude::*;

/// A file that was brought: its name and its text; none where it cannot be read as text.
pub(super) type Brought = (String, String);

/// Hands a text to the browser to keep as a file.
pub(super) fn download(name: &str, kind: &str, text: &str) {
    // A browser that refuses leaves everything as it is.
    let _ = try_download(name, kind, text);
}

fn try_download(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let properties = BlobPropertyBag::new();
    properties.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &properties)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the text over by the next turn of its loop.
    spawn_local(async move {
        gloo::timers::future::TimeoutFuture::new(0).await;
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}

/// A button to choose files with; `take` hears them all at once.
pub(super) fn file_button(
    lab: &'static str,
    label: AttrValue,
    takes_many: bool,
    take: Callback<Vec<Brought>>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let take = take.clone();
        spawn_local(async move {
            let brought = read(&input).await;
            // So that the same file can be chosen again.
            input.set_value("");
            take.emit(brought);
        });
    });
    html! {
        <label class="button readers__file">
            <span>{ label }</span>
            <input type="file" accept=".json,application/json" multiple={takes_many} {onchange} data-lab={lab} />
        </label>
    }
}

/// The chosen files; one that cannot be read comes as an empty text, which is then named as such.
async fn read(input: &HtmlInputElement) -> Vec<Brought> {
    let Some(files) = input.files() else { return Vec::new() };
    let files: Vec<web_sys::File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    let mut brought = Vec::new();
    for file in files {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        brought.push((file.name(), text.unwrap_or_default()));
    }
    brought
}
