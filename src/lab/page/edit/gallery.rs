use yew::prelude::*;

use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::frame::Frame;
use crate::lab::page::scene::Scene;
use crate::lab::sheet::screen_code;
use crate::lab::{Appearances, Met, percent, tour};

use super::edit_state::EditAction;
use super::where_read::where_read;

/// How many screens are shown at first, and how many more each time.
const MORE: usize = 6;

/// What the gallery is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GalleryProps {
    pub(super) desk: Desk,
    /// How screens are drawn.
    pub(super) frame: Frame,
    /// The text that is looked for.
    pub(super) sentence: Option<AttrValue>,
}

/// Where a text stands: every screen of the rulebook that has it, and the most different forms of them.
#[component]
pub(super) fn Gallery(GalleryProps { desk, frame, sentence }: &GalleryProps) -> Html {
    let most = use_state(|| MORE);
    let (Some(found), Some(key)) = (&desk.state.appearances, sentence) else {
        let why = if sentence.is_none() { "edit.choose-sentence" } else { "edit.read-unknown" };
        return html! { <p class="empty">{ desk.say(why) }</p> };
    };
    let met = found.most_different(key, *most);
    if met.is_empty() {
        return html! { <p class="empty" data-lab="never-read">{ where_read(desk, key) }</p> };
    }
    let all = found.of(key).screens;
    let has_more = met.len() == *most && all > *most;
    let note = desk.say_with("edit.gallery", &[("shown", &met.len()), ("count", &all)]);
    let more = Callback::from(move |_: MouseEvent| most.set(*most + MORE));
    html! {
        <>
            { screens(desk, found, key) }
            <p class="stage__note" data-lab="gallery-note">{ note }</p>
            <ul class="gallery" data-lab="gallery">
                { for met.into_iter().enumerate().map(|(at, met)| one(desk, frame, at, met)) }
            </ul>
            if has_more {
                { button("", "more", desk.say("edit.more"), more) }
            }
        </>
    }
}

/// All screens of a borrower, from the one that was met on.
fn opened(met: &Met) -> EditAction {
    EditAction::Own(met.says.clone(), Some(met.at))
}

/// Every screen of the rulebook that has the text, with who sees it there.
fn screens(desk: &Desk, found: &Appearances, key: &str) -> Html {
    let chips = found.screens_with(key).into_iter().map(|(met, share)| {
        let code = screen_code(met.kind, met.number);
        html! {
            <li key={code.clone()}>
                <button type="button" class="chip" data-touched={code.clone()} onclick={desk.press(opened(met))}>
                    { code }
                    <span class="hidden">{ desk.say_of("sheet.kind", met.kind.id()) }</span>
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

fn one(desk: &Desk, frame: &Frame, at: usize, met: &Met) -> Html {
    let stops = tour(&frame.kit, &met.says);
    let Some(stop) = stops.get(met.at) else { return Html::default() };
    let name = screen_code(met.kind, met.number);
    let title = desk.say_with("edit.frame", &[("code", &name)]);
    html! {
        <li class="gallery__one" key={at}>
            <p>
                { button("button--link", "open-borrower", name.into(), desk.press(opened(met))) }
                <span class="quiet">
                    { desk.say_with("edit.seen-by", &[("share", &percent(met.share))]) }
                </span>
            </p>
            { frame.of(Scene::Still(stop.clone()), title, true) }
        </li>
    }
}
