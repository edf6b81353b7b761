use yew::prelude::*;

use crate::lab::sheet::screen_code;
use crate::lab::{Met, percent};
use crate::web::lab::desk::Desk;
use crate::web::lab::shot::Scene;
use crate::web::widget::tour;

use super::stage::Shot;

/// How many screens are shown at once.
const SHOWN: usize = 6;

/// The most different screens that have a text, each with who sees it.
pub(super) fn gallery(
    desk: &Desk,
    shot: &Shot,
    sentence: Option<&AttrValue>,
    open: &Callback<Met>,
) -> Html {
    let (Some(found), Some(key)) = (&desk.state.appearances, sentence) else {
        let why = if sentence.is_none() { "edit.choose-sentence" } else { "edit.read-unknown" };
        return html! { <p class="empty">{ desk.say(why) }</p> };
    };
    let met = found.most_different(key, SHOWN);
    if met.is_empty() {
        return html! { <p class="empty" data-lab="never-read">{ super::screens::where_read(desk, key) }</p> };
    }
    let count = found.of(key).screens.to_string();
    let values = [("shown", met.len().to_string()), ("count", count)];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    html! {
        <>
            <p class="stage__note" data-lab="gallery-note">{ desk.say_with("edit.gallery", &values) }</p>
            <ul class="gallery" data-lab="gallery">
                { for met.into_iter().enumerate().map(|(at, met)| one(desk, shot, at, met, open)) }
            </ul>
        </>
    }
}

fn one(desk: &Desk, shot: &Shot, at: usize, met: &Met, open: &Callback<Met>) -> Html {
    let stops = tour(&shot.kit, &met.says);
    let Some(stop) = stops.get(met.at) else { return Html::default() };
    let name = screen_code(stop);
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
