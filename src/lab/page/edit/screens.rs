//! What the lab says of a text: how often it is read.

use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::{Appearance, percent};

/// On how many results and screens a text is read, and whether it can be read at all.
pub(super) fn where_read(desk: &Desk, key: &str) -> AttrValue {
    let Some(found) = &desk.state.appearances else { return desk.say("edit.read-unknown") };
    let Appearance { on_results, on_screens, screens } = found.of(key);
    let count = screens.to_string();
    let need = desk.state.base.need(key);
    match () {
        () if screens > 0 && on_results.max(on_screens) > 0.0 => {
            let sentence = match (on_results > 0.0, on_screens > 0.0) {
                (true, true) => "edit.read-by",
                (true, false) => "edit.read-on-results",
                _ => "edit.read-on-screens",
            };
            let values = [
                ("results", percent(on_results)),
                ("screens", percent(on_screens)),
                ("count", count),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            desk.say_with(sentence, &values)
        }
        () if screens > 0 => desk.say_with("edit.read-rarely", &[("count", &count)]),
        () if need.is_some_and(|need| need.is_static) => desk.say("edit.read-in-markup"),
        () if key.starts_with("placeholder.") => desk.say("edit.read-in-others"),
        () if key.starts_with("ui.") => desk.say("edit.read-on-events"),
        () => desk.say("edit.read-never"),
    }
}
