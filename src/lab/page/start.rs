use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::engine::Date;
use crate::knowledge::Folder;
use crate::lab::Base;
use crate::lab::drafts::{Baseline, Workbench};

use super::app::{App, AppProps};
use super::drafting::Drafting;
use super::lab_state::LabState;
use super::lab_words::LabWords;
use super::language::Language;
use super::preview::FrameStyle;
use super::readers::{ReadersState, drawn_seed, kept_form, kept_test};
use super::same::Same;
use super::store::Store;

/// Opens the lab in an element.
///
/// `style` is the address of the widget's own style,
/// `files` are the knowledge files by their path, as JSON; `today` is a day as in `2026-11-21`, `language` a browser's.
///
/// # Errors
///
/// A message that names what cannot be used: the day, the files, or each problem in them.
#[wasm_bindgen(js_name = startLab)]
pub fn start_lab(
    root: Element,
    files: &str,
    today: &str,
    language: &str,
    style: &str,
) -> Result<(), JsError> {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
    let day = Date::read(today).ok_or_else(|| JsError::new("today is not a day"))?;
    let files: BTreeMap<String, String> = serde_json::from_str(files)?;
    let base = Base::read(Folder::new(files), day).map_err(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        JsError::new(&problems.join("\n"))
    })?;
    let store = Rc::new(Store::open());
    let state = taken_up(base, Language::near(language), &store);
    let props = AppProps { state, store, style: FrameStyle(style.to_owned().into()) };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    Ok(())
}

/// Takes up the work that is on the device.
fn taken_up(base: Base, language: Language, store: &Store) -> LabState {
    let baseline = Baseline::of(&base.folder).expect("the folder has just been read");
    let name = LabWords::new(language).say("hand-in.new-name");
    let bench = Workbench::open(store, Rc::new(baseline), &name);
    let drafting = Drafting::new(bench, store.is_lasting());
    let (form, test) = (kept_form(store, &base), kept_test(store));
    let readers = ReadersState::new(&base, form, test, drawn_seed());
    LabState::new(Same(Rc::new(base)), language, drafting, readers)
}
