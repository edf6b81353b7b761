use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::prelude::*;
use web_sys::{Element, UiEvent};
use yew::{AppHandle, Callback};

use crate::shipped;
use crate::widget::{Checkup, CheckupProps, CurrentScreen, Kit};

use super::page_settings::refused;
use super::{Host, PageSettings, snapshot};

/// A widget on a page; it goes when nothing refers to this any more.
#[wasm_bindgen]
pub struct Mounted {
    widget: AppHandle<Checkup>,
    props: CheckupProps,
    host: Host,
    /// What stands in the document; nothing until the first drawing.
    shown: Rc<RefCell<Option<CurrentScreen>>>,
    _one_click: EventListener,
}

#[wasm_bindgen]
impl Mounted {
    /// Sets everything anew but the rulebook and the day; what the borrower answered stays.
    ///
    /// # Errors
    ///
    /// A message that names the text that cannot be used; then nothing has changed.
    pub fn update(&mut self, wording: &str, settings: &str) -> Result<(), JsError> {
        let settings = PageSettings(settings);
        let kit = &mut self.props.kit;
        let catalogue = settings.catalogue(wording, &kit.rulebook)?;
        self.props.answers = settings.answers(&kit.rulebook, |name| self.host.refuse(name));
        kit.catalogue = catalogue;
        self.widget.update(self.props.clone());
        Ok(())
    }

    /// All over again, from the page's answers.
    pub fn reset(&self) {
        if let Some(shown) = &*self.shown.borrow() {
            shown.restart();
        }
    }

    /// Back to the screen before; whether there is one.
    #[must_use]
    pub fn back(&self) -> bool {
        let shown = self.shown.borrow();
        let Some(shown) = &*shown else { return false };
        shown.go_back();
        shown.can_go_back()
    }

    /// The answers as `loan-checkup explain` reads them: JSON.
    #[must_use]
    pub fn answers(&self) -> String {
        let shown = self.shown.borrow();
        let answers = shown.as_ref().map_or(&*self.props.answers, CurrentScreen::answers);
        snapshot::answers(&self.props.kit.rulebook, answers)
    }

    /// Outcome, reasons and steps while the result is shown: JSON.
    #[must_use]
    pub fn diagnosis(&self) -> Option<String> {
        let shown = self.shown.borrow();
        let diagnosis = shown.as_ref()?.result()?;
        Some(snapshot::diagnosis(&self.props.kit.rulebook, diagnosis))
    }

    /// Takes the widget off the page and releases everything it holds.
    pub fn destroy(self) {
        self.widget.destroy();
    }
}

/// Puts the widget into an element, in place of the ready screens that may stand there.
///
/// `wording` is the packed wording of one locale, `settings` what [`PageSettings`] describes, `sealed` another rulebook
/// than the shipped one, or nothing.
///
/// # Errors
///
/// A message that names what cannot be used; then the element is left as it was.
#[wasm_bindgen]
pub fn mount(
    root: &Element,
    wording: &str,
    settings: &str,
    sealed: &[u8],
    host: Host,
) -> Result<Mounted, JsError> {
    let settings = PageSettings(settings);
    let rulebook = Rc::new(if sealed.is_empty() {
        shipped::rulebook()
    } else {
        shipped::open(sealed).ok_or_else(|| refused("rulebook"))?
    });
    let day = settings.day()?;
    let catalogue = settings.catalogue(wording, &rulebook)?;
    let answers = settings.answers(&rulebook, |name| host.refuse(name));
    let first_answers = settings.first_answers(&answers, &rulebook);
    let done = settings.done(&rulebook, |name| host.refuse(name));
    let shown: Rc<RefCell<Option<CurrentScreen>>> = Rc::default();
    let (kept, told) = (Rc::clone(&shown), host.clone());
    let props = CheckupProps {
        kit: Kit { rulebook, catalogue, day },
        answers,
        first_answers,
        done,
        on_show: Callback::from(move |screen: CurrentScreen| {
            told.tell(&screen);
            kept.replace(Some(screen));
        }),
    };
    let one_click = ignore_second_clicks(root);
    let widget =
        yew::Renderer::<Checkup>::with_root_and_props(root.clone(), props.clone()).render();
    Ok(Mounted { widget, props, host, shown, _one_click: one_click })
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
