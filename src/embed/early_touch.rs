use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// What the borrower did with the ready markup before the program arrived.
pub(super) struct EarlyTouch {
    /// The option that was tapped; one that was only moved to by keyboard does not count.
    pub(super) tapped: Option<String>,
    /// The option that has the focus.
    pub(super) focused: Option<String>,
}

impl EarlyTouch {
    pub(super) fn read(root: &Element) -> Self {
        let find = |selector: &str| -> Option<HtmlInputElement> {
            // An old engine that does not know a selector finds nothing.
            root.query_selector(selector).ok().flatten()?.dyn_into().ok()
        };
        let by_keyboard = find("input:checked:focus-visible");
        let tapped = find("input:checked").filter(|input| Some(input) != by_keyboard.as_ref());
        Self {
            tapped: tapped.map(|input| input.value()),
            focused: find("input:focus").map(|input| input.value()),
        }
    }
}
