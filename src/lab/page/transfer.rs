//! Files that go out of the lab and come into it.

use gloo::file::{Blob, File, FileList, ObjectUrl, futures::read_as_bytes};
use gloo::timers::future::TimeoutFuture;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, HtmlInputElement};
use yew::platform::spawn_local;

use crate::lab::drafts::GivenFile;

/// Hands a text to the browser, which keeps it as a file of this name.
pub(super) fn download(name: &str, text: &str) {
    // A browser that refuses says so itself, and nothing is lost.
    let _ =
        download_blob(name, Blob::new_with_options(text, Some("text/plain;charset=utf-8")).into());
}

/// Hands something that the browser has made itself to the browser as a file of this name.
///
/// # Errors
///
/// What the browser says where it does not take it.
pub(super) fn download_blob(name: &str, blob: web_sys::Blob) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let address = ObjectUrl::from(blob);
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken the text over by the next turn of its loop.
    spawn_local(async move {
        TimeoutFuture::new(0).await;
        drop(address);
    });
    Ok(())
}

/// The files that were chosen in a field, which is emptied, so that the same file can be chosen again. What cannot be
/// read is given as bytes that are no text, so that it is named.
pub(super) async fn chosen_files(field: HtmlInputElement) -> Vec<GivenFile> {
    let files: Vec<File> =
        field.files().map(|list| FileList::from(list).to_vec()).unwrap_or_default();
    let mut given = Vec::new();
    for file in files {
        let bytes = read_as_bytes(&file).await.unwrap_or_else(|_| vec![0xff]);
        given.push(GivenFile { name: file.name(), bytes });
    }
    field.set_value("");
    given
}
