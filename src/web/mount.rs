use std::rc::Rc;

use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::AppHandle;

use crate::engine::{Answers, Date, GivenAnswer, Rulebook, read_answers};
use crate::shipped;
use crate::wording::Catalogue;

use super::widget::{Checkup, CheckupProps, Kit};

/// What a page sets; unknown fields are errors, so that a misspelt one is noticed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Options {
    /// The packed wording of one locale.
    wording: String,
    /// Today's date, as in `2026-11-21`.
    today: String,
    /// Tells the ids of several widgets on one page apart.
    #[serde(default)]
    instance: String,
    /// Whether the system's back button goes back in the interview; only for a page of its own.
    #[serde(default)]
    history: bool,
    /// The symptom, where the page knows it; then it is not asked.
    symptom: Option<String>,
    /// Name of the loan product.
    product: Option<String>,
    /// Name of the lender.
    lender: Option<String>,
    /// The official hotline.
    hotline: Option<String>,
}

/// A widget on a page.
#[wasm_bindgen]
pub struct Mounted(AppHandle<Checkup>);

#[wasm_bindgen]
impl Mounted {
    /// Takes the widget off the page and releases everything it holds.
    pub fn destroy(self) {
        self.0.destroy();
    }
}

/// Puts the widget into an element, in place of the ready markup that may stand there.
/// An option that was tapped in the ready markup counts.
///
/// # Errors
///
/// A message that names the option, the wording or the answer that cannot be used; then the element is left as it was.
#[wasm_bindgen]
pub fn mount(root: &Element, options: JsValue) -> Result<Mounted, JsError> {
    let options: Options = serde_wasm_bindgen::from_value(options)
        .map_err(|error| JsError::new(&format!("options: {error}")))?;
    let day = Date::read(&options.today)
        .ok_or_else(|| JsError::new("options: `today` is not a day such as 2026-11-21"))?;
    let catalogue = Catalogue::unpack(&options.wording)
        .map_err(|error| JsError::new(&format!("options: `wording`: {error}")))?
        .with_names(&names(&options));
    let rulebook = shipped::rulebook();
    let answers = start_answers(&rulebook, options.symptom.clone())?;
    let early = EarlyTouch::read(root);
    let instance = options.instance.clone().into();
    let kit = Kit::new(rulebook, catalogue, day, instance);
    let props = CheckupProps {
        kit,
        answers: Rc::new(answers),
        tapped: early.tapped.map(Into::into),
        owns_history: options.history,
    };
    root.set_inner_html("");
    let handle = yew::Renderer::<Checkup>::with_root_and_props(root.clone(), props).render();
    if let Some(value) = early.focused {
        focus_option(root, &value);
    }
    Ok(Mounted(handle))
}

fn names(options: &Options) -> Vec<(&str, &str)> {
    [("product", &options.product), ("lender", &options.lender), ("hotline", &options.hotline)]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.as_deref()?)))
        .collect()
}

fn start_answers(rulebook: &Rulebook, symptom: Option<String>) -> Result<Answers, JsError> {
    let Some(symptom) = symptom else { return Ok(Answers::new()) };
    let question = rulebook.question(rulebook.symptom).id.to_string();
    read_answers(rulebook, [(question, GivenAnswer::One(symptom))]).map_err(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        JsError::new(&errors.join("; "))
    })
}

/// What the borrower did with the ready markup before the program arrived.
struct EarlyTouch {
    /// The option that was tapped; one that was only moved to by keyboard does not count.
    tapped: Option<String>,
    /// The option that has the focus.
    focused: Option<String>,
}

impl EarlyTouch {
    fn read(root: &Element) -> Self {
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

fn focus_option(root: &Element, value: &str) {
    let inputs = root.query_selector_all("input").ok();
    let count = inputs.as_ref().map_or(0, web_sys::NodeList::length);
    for place in 0..count {
        let input: Option<HtmlInputElement> =
            inputs.as_ref().and_then(|inputs| inputs.item(place)?.dyn_into().ok());
        if let Some(input) = input.filter(|input| input.value() == value) {
            // Focus may be refused by the page; nothing depends on it.
            let _ = HtmlElement::focus(&input);
            return;
        }
    }
}
