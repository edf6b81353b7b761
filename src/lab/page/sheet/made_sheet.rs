use std::collections::HashMap;

use serde_json::{Value, json};

use crate::lab::sheet::{DrawnScreen, Scheme, Shot, shots};

/// A sheet that was drawn and measured.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::lab::page) struct MadeSheet {
    pub(super) screens: Vec<DrawnScreen>,
    pub(super) widths: Vec<u32>,
    pub(super) schemes: Vec<Scheme>,
    /// How tall each shot is, by its name.
    pub(super) heights: HashMap<String, u32>,
}

impl MadeSheet {
    /// The screens in every look.
    pub(super) fn shots(&self) -> Vec<Shot<'_>> {
        shots(&self.screens, &self.widths, &self.schemes)
    }
}

/// What the browser needs of shots to draw them, as JSON.
pub(super) fn listed(shots: &[Shot], heights: &HashMap<String, u32>) -> String {
    let one = |shot: &Shot| {
        json!({
            "code": shot.screen.code.to_string(),
            "markup": shot.screen.markup,
            "locale": shot.screen.locale,
            "width": shot.width,
            "scheme": shot.scheme.id(),
            "height": heights.get(&shot.name()),
        })
    };
    Value::from(shots.iter().map(one).collect::<Vec<Value>>()).to_string()
}
