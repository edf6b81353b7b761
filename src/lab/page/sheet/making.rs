use std::collections::HashMap;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Blob;

use crate::knowledge::Case;
use crate::lab::Edited;
use crate::lab::page::desk::Desk;
use crate::lab::page::same::Same;
use crate::lab::page::transfer::{download, download_blob};
use crate::lab::page::work::{StillWanted, in_slices};
use crate::lab::sheet::{Covering, Drawing, Shot, page, style};
use crate::wording::{Catalogue, fill};

use super::made_sheet::{MadeSheet, listed};
use super::sheet_state::SheetAction;
use super::wanted_sheet::WantedSheet;

#[wasm_bindgen(module = "/www/lab/sheet.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn measure(shots: &str, page: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = contactSheet)]
    async fn contact_sheet(shots: &str, style: &str, title: &str) -> Result<JsValue, JsValue>;
}

/// Looks for a few cases that show every kind of screen.
pub(super) async fn cover(desk: Desk, is_wanted: StillWanted) {
    let mut covering = Covering::new(&desk.state.base.knowledge);
    if in_slices(&is_wanted, async || covering.step(), |_, _| {}).await {
        let cases = covering.finish().into_iter().map(|case| case.name.clone()).collect();
        desk.act.emit(SheetAction::Suggest(cases).into());
    }
}

/// Draws and measures what is wanted of the draft.
pub(super) async fn make(
    desk: Desk,
    wanted: WantedSheet,
    edited: Same<Edited>,
    empty_page: String,
    is_wanted: StillWanted,
) {
    let cases: Vec<&Case> = {
        let all = &desk.state.base.knowledge.cases;
        let find = |name: &String| all.iter().find(|case| case.name == *name);
        wanted.cases.iter().filter_map(find).collect()
    };
    let kits: Vec<_> = wanted.locales.iter().map(|locale| edited.kit(locale)).collect();
    let Some(first) = kits.first() else { return };
    let catalogues: Vec<&Catalogue> = kits.iter().map(|kit| &*kit.catalogue).collect();
    let mut drawing = Drawing::new(&first.rulebook, &catalogues, &cases);
    let step = async || {
        drawing.step().await;
        drawing.progress()
    };
    let tell = |done, total| desk.act.emit(SheetAction::Progress(done, total).into());
    if !in_slices(&is_wanted, step, tell).await {
        return;
    }
    let mut made = MadeSheet {
        screens: drawing.into_screens(),
        widths: wanted.widths,
        schemes: wanted.schemes,
        heights: HashMap::new(),
    };
    made.heights = heights(&made.shots(), &empty_page).await;
    if is_wanted.is_so() {
        desk.act.emit(SheetAction::Made(Same(Rc::new(made))).into());
    }
}

/// How tall the shots are; nothing where the browser cannot measure them, and the page has frames of one height then.
async fn heights(shots: &[Shot<'_>], empty_page: &str) -> HashMap<String, u32> {
    let found = measure(&listed(shots, &HashMap::new()), empty_page).await.ok();
    let found = found.and_then(|found| found.as_string()).unwrap_or_default();
    let heights: Vec<u32> = serde_json::from_str(&found).unwrap_or_default();
    shots.iter().map(Shot::name).zip(heights).collect()
}

/// Hands the page over.
pub(super) fn save_page(desk: &Desk, made: &MadeSheet) {
    let words = &desk.state.words;
    let say =
        |name: &str, values: &[(&str, &str)]| fill(&words.say(&["sheet.", name].concat()), values);
    let height = |shot: &Shot| made.heights.get(&shot.name()).copied();
    let version = &desk.state.base.rulebook().version;
    let text = page(&made.shots(), words.language.tag(), version, &say, &height);
    download("sheet.html", &text);
}

/// Draws the contact sheets and hands them over, one for each look.
pub(super) async fn save_pictures(desk: Desk, made: Same<MadeSheet>, is_wanted: StillWanted) {
    let shots = made.shots();
    let looks: Vec<&[Shot]> = shots.chunk_by(|one, other| one.look() == other.look()).collect();
    let style = style();
    let say = |action: SheetAction| desk.act.emit(action.into());
    for (done, of_look) in looks.iter().enumerate() {
        if !is_wanted.is_so() {
            return;
        }
        say(SheetAction::Progress(done, looks.len()));
        let Some(look) = of_look.first().map(Shot::look) else { continue };
        let drawn = contact_sheet(&listed(of_look, &made.heights), &style, &look).await;
        let saved = drawn
            .and_then(JsCast::dyn_into::<Blob>)
            .and_then(|drawn| download_blob(&format!("contact-{look}.png"), drawn));
        if saved.is_err() {
            return say(SheetAction::Refused(made.clone()));
        }
    }
    if is_wanted.is_so() {
        say(SheetAction::Made(made.clone()));
    }
}
