//! Files that go out of the lab and come into it.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};
use yew::platform::spawn_local;

use crate::lab::drafts::GivenFile;

/// Hands a text to the browser, which keeps it as a file of this name.
pub(super) fn download(name: &str, text: &str) {
    // A browser that refuses says so itself, and nothing is lost.
    let _ = try_download(name, text);
}

fn try_download(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/plain;charset=utf-8");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &kind)?;
    download_blob(name, &blob)
}

/// Hands something that the browser has made itself to the browser as a file of this name.
///
/// # Errors
///
/// What the browser says where it does not take it.
pub(super) fn download_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken the text over by the next turn of its loop.
    spawn_local(async move {
        gloo::timers::future::TimeoutFuture::new(0).await;
        let _ = Url::revoke_object_url(&address);
    });
    Ok(())
}

/// The files that were chosen in a field, which is emptied, so that the same file can be chosen again. What cannot be
/// read is given as bytes that are no text, so that it is named.
pub(super) async fn chosen_files(field: HtmlInputElement) -> Vec<GivenFile> {
    let list = field.files();
    let files = list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)));
    let mut given = Vec::new();
    for file in files {
        let bytes = JsFuture::from(file.array_buffer()).await;
        let bytes =
            bytes.map_or_else(|_| vec![0xff], |bytes| js_sys::Uint8Array::new(&bytes).to_vec());
        given.push(GivenFile { name: file.name(), bytes });
    }
    field.set_value("");
    given
}
