use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/www/lab/sheet.js")]
extern "C" {
    #[wasm_bindgen(js_name = saveFile)]
    fn save_file(name: &str, kind: &str, content: &JsValue);
}

/// Hands a text to the user as a file; `kind` is its media type.
pub(super) fn save_text(name: &str, kind: &str, text: &str) {
    save_file(name, kind, &JsValue::from_str(text));
}

/// Hands something that the browser has drawn to the user as a file.
pub(super) fn save_drawn(name: &str, drawn: &JsValue) {
    save_file(name, "", drawn);
}
