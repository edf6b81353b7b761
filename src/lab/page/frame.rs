use std::rc::Rc;

use yew::prelude::*;

use crate::lab::sheet::screen_code;
use crate::lab::{Stop, sheet::Scheme};
use crate::widget::Kit;

use super::looks::Looks;
use super::preview::Preview;
use super::scene::Scene;
use super::width::Width;

/// How screens are drawn: with these words, so wide, in these colours, with these texts marked.
#[derive(Clone, PartialEq)]
pub(super) struct Frame {
    pub(super) kit: Kit,
    pub(super) width: Width,
    scheme: Scheme,
    marked: Rc<Vec<String>>,
}

impl Frame {
    pub(super) fn new(kit: Kit, looks: &Looks, marked: Vec<String>) -> Self {
        Self { kit, width: looks.width, scheme: looks.scheme, marked: Rc::new(marked) }
    }

    /// The screen of a stop, or the widget itself.
    pub(super) fn of(&self, scene: Scene, title: AttrValue, is_small: bool) -> Html {
        html! {
            <Preview
                kit={self.kit.clone()}
                {scene}
                width={self.width}
                scheme={self.scheme}
                {title}
                marked={Rc::clone(&self.marked)}
                {is_small}
            />
        }
    }
}

/// The short name of a stop, as in `Q07`.
pub(super) fn code_of(stop: &Stop) -> String {
    screen_code(stop.kind(), stop.number())
}
