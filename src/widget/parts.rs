//! The pieces of which every screen is made.

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::engine::QuestionIx;
use crate::wording::UiKey;

use super::ScreenKind;
use super::action::Action;
use super::element::{Element, element};
use super::view::View;

/// A screen; another kind is another element, so that nothing of one is left in the next.
pub(super) fn screen(kind: ScreenKind, key: &str, class: &'static str) -> Element {
    element("section", class).keyed(key).with("data-screen", kind.hook())
}

/// The heading of a screen, which takes the focus when the screen changes.
pub(super) fn heading(view: &View, text: impl Into<AttrValue>) -> Html {
    element("h1", "heading").focused_by(view.heading).text(text)
}

/// The legend of a question: the screen's heading where it stands alone.
pub(super) fn legend(view: &View, question: QuestionIx, is_alone: bool) -> Html {
    let title = view.kit.question(question, "title");
    let title =
        if is_alone { heading(view, title) } else { element("h2", "subheading").text(title) };
    element("legend", "question__legend").holding(vec![title])
}

/// A part of the result with a title of its own.
pub(super) fn part(view: &View, title: UiKey, mut children: Vec<Html>) -> Html {
    children.insert(0, element("h2", "part__title").text(view.kit.ui(title)));
    element("section", "part").holding(children)
}

/// Something that is folded away until asked for.
pub(super) fn fold(class: &'static str, title: AttrValue, mut children: Vec<Html>) -> Html {
    children.insert(0, element("summary", "").text(title));
    element("details", class).holding(children)
}

/// Questions that belong together. Enter goes on; any other key only moves a choice,
/// so that the click which it causes does not go on.
pub(super) fn fieldset(view: &View, question: Option<&str>, children: Vec<Html>) -> Html {
    let [pressed, pointed, touched] = [(); 3].map(|()| Rc::clone(view.is_by_key));
    let act = view.act.clone();
    let onkeydown = move |event: KeyboardEvent| {
        pressed.set(true);
        if event.key() == "Enter" && !event.repeat() {
            event.prevent_default();
            act.emit(Action::WentOn);
        }
    };
    let onmousedown = move |_| pointed.set(false);
    let ontouchstart = move |_| touched.set(false);
    let question = question.map(|id| AttrValue::from(id.to_owned()));
    html! {
        <fieldset class="question" part="question" data-question={question} {onkeydown} {onmousedown} {ontouchstart}>
            { children }
        </fieldset>
    }
}

/// A paragraph.
pub(super) fn paragraph(class: &'static str, text: impl Into<AttrValue>) -> Html {
    element("p", class).text(text)
}

/// A paragraph, if there is a text for it.
pub(super) fn optional_paragraph<T: Into<AttrValue>>(class: &'static str, text: Option<T>) -> Html {
    text.map(|text| paragraph(class, text)).unwrap_or_default()
}

/// A name and what belongs to it, for a list of such pairs.
pub(super) fn pair(name: AttrValue, value: AttrValue) -> Html {
    let children = vec![element("dt", "").text(name), element("dd", "").text(value)];
    element("div", "pair").holding(children)
}

/// How a button looks.
#[derive(Clone, Copy)]
pub(super) enum ButtonLook {
    /// The way on.
    Main,
    /// Another way.
    Quiet,
    /// A way that few take.
    Link,
}

/// A button that reports an action; `name` is its hook for tests and host pages.
pub(super) fn button(
    view: &View,
    look: ButtonLook,
    name: &'static str,
    label: UiKey,
    action: Action,
) -> Html {
    named_button(look, name, view.kit.ui(label), None, view.report(action))
}

/// A button with a name for screen readers that says more than its label.
pub(super) fn named_button(
    look: ButtonLook,
    name: &'static str,
    label: AttrValue,
    full_name: Option<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    let class = match look {
        ButtonLook::Main => "button button--main",
        ButtonLook::Quiet => "button button--quiet",
        ButtonLook::Link => "button button--link",
    };
    html! {
        <button type="button" {class} part="button" data-action={name} aria-label={full_name} {onclick}>{ label }</button>
    }
}

/// One choice: the whole cell is the target; its box is filled, its words are bold and its frame has the accent where it is
/// chosen.
pub(super) fn cell(
    kind: &'static str,
    name: AttrValue,
    option: AttrValue,
    label: AttrValue,
    is_chosen: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <label key={option.as_str()} class="option" part="option">
            <input class="option__input" type={kind} {name} value={option.clone()} data-option={option}
                checked={is_chosen} autocomplete="off" {onclick} />
            <span class="option__label">{ label }</span>
        </label>
    }
}
