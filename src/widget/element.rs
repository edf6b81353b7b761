use yew::prelude::*;
use yew::virtual_dom::{Key, VTag};

/// An element without listeners, built step by step.
///
/// # Design
///
/// `html!` writes the making of every element out in full at every place; here it is one function.
/// On the screens, which are many small elements, that takes a quarter off the program that a borrower downloads.
pub(super) struct Element(VTag);

/// Begins an element with a class; an empty class is left out.
#[inline(never)]
pub(super) fn element(tag: &'static str, class: &'static str) -> Element {
    let mut tag = VTag::new(tag);
    if !class.is_empty() {
        tag.add_attribute("class", class);
    }
    Element(tag)
}

impl Element {
    /// Sets an attribute.
    #[inline(never)]
    pub(super) fn with(mut self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.set(name, value.into());
        self
    }

    #[inline(never)]
    fn set(&mut self, name: &'static str, value: AttrValue) {
        self.0.add_attribute(name, value);
    }

    /// Keeps the element apart from its neighbours: another key is another element.
    pub(super) fn keyed(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Makes the element the one that takes the focus when the screen changes.
    pub(super) fn focused_by(mut self, place: &NodeRef) -> Self {
        self.0.node_ref = place.clone();
        self.with("tabindex", "-1")
    }

    /// Ends the element with a text in it.
    #[inline(never)]
    pub(super) fn text(mut self, text: impl Into<AttrValue>) -> Html {
        self.0.add_child(Html::from(text.into()));
        self.0.into()
    }

    /// Ends the element with other elements in it.
    #[inline(never)]
    pub(super) fn holding(mut self, children: Vec<Html>) -> Html {
        self.0.add_children(children);
        self.0.into()
    }

    /// Ends the element with nothing in it.
    pub(super) fn empty(self) -> Html {
        self.0.into()
    }
}
