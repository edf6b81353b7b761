use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::draft_action::DraftAction;
use crate::lab::page::listening::{field_of, use_keys, use_storage};

/// What begins the name of everything that the lab keeps.
const OURS: &str = "loan-checkup-lab.";

/// Hears the keys for taking back and making again, and what other tabs do on the device.
#[hook]
pub(in crate::lab::page) fn use_draft_events(desk: &Desk) {
    let (drafts, heard) = (desk.drafts.clone(), desk.drafts.clone());
    use_keys(move |event| {
        let action = key_action(event);
        let is_meant = action.is_some();
        action.into_iter().for_each(|action| drafts.emit(action));
        is_meant
    });
    use_storage(move |event| {
        let name = event.key();
        if name.as_ref().is_none_or(|name| name.starts_with(OURS)) {
            heard.emit(DraftAction::Heard(name));
        }
    });
}

/// What the keys mean: Ctrl or the command key with Z, with Shift and Z, or with Y.
///
/// # Design
///
/// In the field of a sentence too, because the browser's own way back there ends where the draft has set the text.
/// Any other field, such as the name of a draft, keeps the browser's.
fn key_action(event: &KeyboardEvent) -> Option<DraftAction> {
    let has_key = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if !has_key || event.is_composing() || is_in_other_field(event) {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(DraftAction::Undo),
        ("z", true) | ("y", false) => Some(DraftAction::Redo),
        _ => None,
    }
}

fn is_in_other_field(event: &KeyboardEvent) -> bool {
    field_of(event).is_some_and(|field| {
        let of_sentence = field.closest("[data-key] [data-locale]").ok().flatten().is_some();
        !(of_sentence && field.has_attribute("data-sentence"))
    })
}
