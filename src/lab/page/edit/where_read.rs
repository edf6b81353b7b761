use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::{Appearance, percent};

/// On how many results and screens a text is read, and whether it can be read at all.
pub(super) fn where_read(desk: &Desk, key: &str) -> AttrValue {
    let Some(found) = &desk.state.appearances else { return desk.say("edit.read-unknown") };
    let Appearance { on_results, on_screens, screens } = found.of(key);
    let need = desk.state.base.need(key);
    match () {
        () if screens > 0 && on_results.max(on_screens) > 0.0 => {
            let sentence = match (on_results > 0.0, on_screens > 0.0) {
                (true, true) => "edit.read-by",
                (true, false) => "edit.read-on-results",
                _ => "edit.read-on-screens",
            };
            let (results, on_screens) = (percent(on_results), percent(on_screens));
            desk.say_with(
                sentence,
                &[("results", &results), ("screens", &on_screens), ("count", &screens)],
            )
        }
        () if screens > 0 => desk.say_with("edit.read-rarely", &[("count", &screens)]),
        () if need.is_some_and(|need| need.is_static) => desk.say("edit.read-in-markup"),
        () if key.starts_with("placeholder.") => desk.say("edit.read-in-others"),
        () if key.starts_with("ui.") => desk.say("edit.read-on-events"),
        () => desk.say("edit.read-never"),
    }
}
