use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement, UiEvent};
use yew::AppHandle;

use crate::engine::{Answers, Date, Rulebook};
use crate::shipped;
use crate::wording::Catalogue;

use super::widget::{Checkup, CheckupProps, Kit};

/// What a page sets.
#[wasm_bindgen]
pub struct Options {
    wording: String,
    today: String,
    instance: String,
    owns_history: bool,
    symptom: Option<String>,
    names: Vec<(String, String)>,
}

#[wasm_bindgen]
impl Options {
    /// Takes the packed wording of one locale and today's date, as in `2026-11-21`.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(wording: String, today: String) -> Self {
        Self {
            wording,
            today,
            instance: String::new(),
            owns_history: false,
            symptom: None,
            names: Vec::new(),
        }
    }

    /// Tells the ids of several widgets on one page apart.
    #[wasm_bindgen(js_name = setInstance)]
    pub fn set_instance(&mut self, instance: String) {
        self.instance = instance;
    }

    /// Lets the system's back button go back in the interview; only for a page of its own.
    #[wasm_bindgen(js_name = ownHistory)]
    pub fn own_history(&mut self) {
        self.owns_history = true;
    }

    /// Sets the symptom, where the page knows it; then it is not asked.
    #[wasm_bindgen(js_name = setSymptom)]
    pub fn set_symptom(&mut self, symptom: String) {
        self.symptom = Some(symptom);
    }

    /// Sets the name that stands for a placeholder: `product`, `lender` or `hotline`.
    #[wasm_bindgen(js_name = setName)]
    pub fn set_name(&mut self, placeholder: String, name: String) {
        self.names.push((placeholder, name));
    }
}

/// A widget on a page; it goes when nothing refers to this any more.
#[wasm_bindgen]
pub struct Mounted {
    widget: AppHandle<Checkup>,
    _one_click: EventListener,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the widget off the page and releases everything it holds.
    pub fn destroy(self) {
        self.widget.destroy();
    }
}

/// Puts the widget into an element, in place of the ready markup that may stand there.
/// An option that was tapped in the ready markup counts.
///
/// # Errors
///
/// A message that names the option, the wording or the answer that cannot be used; then the element is left as it was.
#[wasm_bindgen]
pub fn mount(root: &Element, options: Options) -> Result<Mounted, JsError> {
    let day = Date::read(&options.today)
        .ok_or_else(|| refused("today", "not a day such as 2026-11-21"))?;
    let rulebook = shipped::rulebook();
    let names: Vec<(&str, &str)> =
        options.names.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let catalogue = Catalogue::unpack(&options.wording, &rulebook)
        .map_err(|error| refused("wording", &error.to_string()))?
        .with_names(&names)
        .map_err(|name| refused(&name, "no such placeholder"))?;
    let answers = start_answers(&rulebook, options.symptom.as_deref())?;
    let early = EarlyTouch::read(root);
    let props = CheckupProps {
        kit: Kit::new(rulebook, catalogue, day, options.instance.into()),
        answers: Rc::new(answers),
        tapped: early.tapped.map(Into::into),
        focused: early.focused.map(Into::into),
        owns_history: options.owns_history,
    };
    root.set_inner_html("");
    let one_click = ignore_second_clicks(root);
    let widget = yew::Renderer::<Checkup>::with_root_and_props(root.clone(), props).render();
    Ok(Mounted { widget, _one_click: one_click })
}

/// Stops the second click of a double click: it would hit whatever the first one brought up.
fn ignore_second_clicks(root: &Element) -> EventListener {
    let first_of_all = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(root, "click", first_of_all, |event| {
        if event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 1) {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    })
}

fn start_answers(rulebook: &Rulebook, symptom: Option<&str>) -> Result<Answers, JsError> {
    let mut answers = Answers::new();
    if let Some(id) = symptom {
        let question = rulebook.question(rulebook.symptom);
        let option = question.option(id).ok_or_else(|| refused(&question.id, "no such option"))?;
        answers.choose(rulebook.symptom, option);
    }
    Ok(answers)
}

/// An error that names the option that cannot be used.
fn refused(option: &str, why: &str) -> JsError {
    JsError::new(&["option `", option, "`: ", why].concat())
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
