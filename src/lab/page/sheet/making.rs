use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Blob;
use yew::UseStateSetter;

use crate::knowledge::Case;
use crate::lab::page::desk::Desk;
use crate::lab::page::slices::{in_slices, now};
use crate::lab::page::transfer::{download, download_blob};
use crate::lab::sheet::{Covering, Drawing, Shot, page, style};
use crate::wording::Catalogue;

use super::made::{Made, listed};
use super::wanted::Wanted;

#[wasm_bindgen(module = "/www/lab/sheet.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn measure(shots: &str, page: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = contactSheet)]
    async fn contact_sheet(shots: &str, style: &str, title: &str) -> Result<JsValue, JsValue>;
}

/// How long the page may be kept busy at once, in milliseconds.
const BUSY: f64 = 12.0;

/// How far the sheet is.
#[derive(Clone, PartialEq)]
pub(super) enum Work {
    /// Nothing has been asked for.
    None,
    /// So much of so much is done.
    Running(usize, usize),
    /// It can be downloaded.
    Done(Rc<Made>),
    /// The browser does not let a page draw; the page can still be downloaded.
    Refused(Rc<Made>),
}

/// Looks for a few cases that show every kind of screen.
pub(super) async fn cover(desk: Desk) -> Vec<String> {
    let base = desk.state.base.clone();
    let mut covering = Covering::new(&base.knowledge);
    in_slices(
        || {
            let (done, all) = covering.step();
            done < all
        },
        || true,
    )
    .await;
    covering.finish().into_iter().map(|case| case.name.clone()).collect()
}

/// Draws and measures what is wanted of the draft.
pub(super) async fn make(
    desk: Desk,
    wanted: Wanted,
    empty_page: String,
    set: UseStateSetter<Work>,
    is_stopped: Rc<Cell<bool>>,
) {
    let cases: Vec<&Case> = {
        let all = &desk.state.base.knowledge.cases;
        let find = |name: &String| all.iter().find(|case| case.name == *name);
        wanted.cases.iter().filter_map(find).collect()
    };
    let kits: Vec<_> = wanted.locales.iter().map(|locale| desk.state.edited.kit(locale)).collect();
    let Some(first) = kits.first() else { return };
    let catalogues: Vec<&Catalogue> = kits.iter().map(|kit| &*kit.catalogue).collect();
    let mut drawing = Drawing::new(&first.rulebook, &catalogues, &cases);
    let mut since = now();
    while drawing.step().await {
        if now() > later(since) {
            let (done, all) = drawing.progress();
            if is_stopped.get() {
                return;
            }
            set.set(Work::Running(done, all));
            TimeoutFuture::new(0).await;
            since = now();
        }
    }
    let mut made = Made {
        screens: drawing.into_screens(),
        widths: wanted.widths,
        schemes: wanted.schemes,
        heights: HashMap::new(),
    };
    made.heights = heights(&made.shots(), &empty_page).await;
    if !is_stopped.get() {
        set.set(Work::Done(Rc::new(made)));
    }
}

#[expect(clippy::float_arithmetic, reason = "a clock of the browser")]
fn later(start: f64) -> f64 {
    start + BUSY
}

/// How tall the shots are; nothing where the browser cannot measure them, and the page has frames of one height then.
async fn heights(shots: &[Shot<'_>], empty_page: &str) -> HashMap<String, u32> {
    let found = measure(&listed(shots, &HashMap::new()), empty_page).await.ok();
    let found = found.and_then(|found| found.as_string()).unwrap_or_default();
    let heights: Vec<u32> = serde_json::from_str(&found).unwrap_or_default();
    shots.iter().map(Shot::name).zip(heights).collect()
}

/// Hands the page over.
pub(super) fn save_page(desk: &Desk, made: &Made) {
    let say = |name: &str, values: &[(&str, &str)]| {
        desk.say_with(&["sheet.", name].concat(), values).to_string()
    };
    let height = |shot: &Shot| made.heights.get(&shot.name()).copied();
    let language = desk.state.words.language.tag();
    let version = &desk.state.base.rulebook().version;
    let text = page(&made.shots(), language, version, &say, &height);
    download("sheet.html", &text);
}

/// Draws the contact sheets and hands them over, one for each look.
pub(super) async fn save_pictures(
    made: Rc<Made>,
    set: UseStateSetter<Work>,
    is_stopped: Rc<Cell<bool>>,
) {
    let shots = made.shots();
    let looks: Vec<&[Shot]> = shots.chunk_by(|one, other| one.look() == other.look()).collect();
    let style = style();
    for (done, of_look) in looks.iter().enumerate() {
        if is_stopped.get() {
            return;
        }
        set.set(Work::Running(done, looks.len()));
        let Some(look) = of_look.first().map(Shot::look) else { continue };
        let drawn = contact_sheet(&listed(of_look, &made.heights), &style, &look).await;
        let saved = drawn
            .and_then(JsCast::dyn_into::<Blob>)
            .and_then(|drawn| download_blob(&format!("contact-{look}.png"), &drawn));
        if saved.is_err() {
            set.set(Work::Refused(Rc::clone(&made)));
            return;
        }
    }
    if !is_stopped.get() {
        set.set(Work::Done(Rc::clone(&made)));
    }
}
