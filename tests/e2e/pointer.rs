//! How fingers and mice move.

use std::time::Duration;

use fantoccini::actions::PointerAction;
use fantoccini::elements::Element;

/// Onto the middle of an element, at once.
pub(crate) fn onto(element: Element) -> PointerAction {
    PointerAction::MoveToElement { element, duration: Some(Duration::ZERO), x: 0.0, y: 0.0 }
}
