use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::widget::{Kit, View, drawn};
use crate::wording::looked_up;

use super::stop::Stop;

/// What a still is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct StillProps {
    /// The rules, the words, the day; only the words may differ from those that the stop was made with.
    pub kit: Kit,
    /// What is shown.
    pub stop: Stop,
}

/// One screen as the widget draws it, and nothing happens on a touch.
#[component]
pub fn Still(props: &StillProps) -> Html {
    still(&props.kit, &props.stop)
}

/// Draws a stop with these words.
fn still(kit: &Kit, stop: &Stop) -> Html {
    let state = &*stop.state;
    let view = View {
        kit,
        state,
        diagnosis: &state.known.diagnosis,
        interview: state.known.interview(kit),
        act: &Callback::noop(),
        heading: &NodeRef::default(),
        is_by_key: &Rc::new(Cell::new(false)),
    };
    drawn(&view, &NodeRef::default())
}

impl Stop {
    /// The keys of the texts that stand on it, folded away or not.
    #[must_use]
    pub fn keys(&self, kit: &Kit) -> BTreeSet<String> {
        looked_up(|| still(kit, self)).1
    }
}
