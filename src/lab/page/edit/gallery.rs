use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::shot::Scene;
use crate::lab::sheet::screen_code;
use crate::lab::tour;
use crate::lab::{Appearances, Met, percent};

use super::screens::where_read;
use super::stage::Shot;

/// How many screens are shown at first, and how many more each time.
const MORE: usize = 6;

/// What the gallery is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GalleryProps {
    pub(super) desk: Desk,
    /// How screens are drawn.
    pub(super) shot: Shot,
    /// The text that is looked for.
    pub(super) sentence: Option<AttrValue>,
    /// Opens all screens of a borrower.
    pub(super) open: Callback<Met>,
}

/// Where a text stands: every screen of the rulebook that has it, and the most different forms of them.
#[component]
pub(super) fn Gallery(props: &GalleryProps) -> Html {
    let GalleryProps { desk, shot, sentence, open } = props;
    let shown = use_state(|| MORE);
    let (Some(found), Some(key)) = (&desk.state.appearances, sentence) else {
        let why = if sentence.is_none() { "edit.choose-sentence" } else { "edit.read-unknown" };
        return html! { <p class="empty">{ desk.say(why) }</p> };
    };
    let met = found.most_different(key, *shown);
    if met.is_empty() {
        return html! { <p class="empty" data-lab="never-read">{ where_read(desk, key) }</p> };
    }
    let has_more = met.len() == *shown && found.of(key).screens > *shown;
    let values = [("shown", met.len().to_string()), ("count", found.of(key).screens.to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let onclick = Callback::from(move |_: MouseEvent| shown.set(*shown + MORE));
    html! {
        <>
            { screens(desk, found, key, open) }
            <p class="stage__note" data-lab="gallery-note">{ desk.say_with("edit.gallery", &values) }</p>
            <ul class="gallery" data-lab="gallery">
                { for met.into_iter().enumerate().map(|(at, met)| one(desk, shot, at, met, open)) }
            </ul>
            if has_more {
                <button type="button" class="button" data-action="more" {onclick}>
                    { desk.say("edit.more") }
                </button>
            }
        </>
    }
}

/// Every screen of the rulebook that has the text, with who sees it there.
fn screens(desk: &Desk, found: &Appearances, key: &str, open: &Callback<Met>) -> Html {
    let chips = found.screens_with(key).into_iter().map(|(met, share)| {
        let (code, kind) = (screen_code(met.kind, met.number), met.kind);
        let example = met.clone();
        let onclick = open.reform(move |_: MouseEvent| example.clone());
        html! {
            <li key={code.clone()}>
                <button type="button" class="chip" data-touched={code.clone()} {onclick}>
                    { code }
                    <span class="hidden">{ desk.say(&format!("sheet.kind-{kind}")) }</span>
                    <span class="chip__kind">{ percent(share) }</span>
                </button>
            </li>
        }
    });
    html! {
        <>
            <p class="stage__note">{ desk.say("edit.touched") }</p>
            <ul class="chips chips--some" data-lab="touched">{ for chips }</ul>
        </>
    }
}

fn one(desk: &Desk, shot: &Shot, at: usize, met: &Met, open: &Callback<Met>) -> Html {
    let stops = tour(&shot.kit, &met.says);
    let Some(stop) = stops.get(met.at) else { return Html::default() };
    let name = screen_code(met.kind, met.number);
    let seen = desk.say_with("edit.seen-by", &[("share", &percent(met.share))]);
    let title = desk.say_with("edit.frame", &[("code", &name)]);
    let met = met.clone();
    let onclick = open.reform(move |_: MouseEvent| met.clone());
    html! {
        <li class="gallery__one" key={at}>
            <p>
                <button type="button" class="button button--link" data-action="open-borrower" {onclick}>
                    { name }
                </button>
                <span class="quiet">{ seen }</span>
            </p>
            { shot.of(Scene::Still(stop.clone()), title, true) }
        </li>
    }
}
