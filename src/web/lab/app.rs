use std::rc::Rc;

use yew::prelude::*;

use crate::lab::Base;

use super::background::Background;
use super::compare::CompareTab;
use super::desk::Desk;
use super::edit::EditTab;
use super::hand_in::{DraftBar, HandInTab, Notices, use_draft_events};
use super::language::Language;
use super::preview::FrameStyle;
use super::readers::ReadersTab;
use super::sheet::SheetTab;
use super::state::{Action, LabState};
use super::tab::Tab;

/// What the lab is started with.
#[derive(Clone, Properties)]
pub(super) struct AppProps {
    pub(super) base: Rc<Base>,
    pub(super) language: Language,
    pub(super) style: FrameStyle,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.base, &other.base) && self.language == other.language
    }
}

/// The whole lab.
#[component]
pub(super) fn App(props: &AppProps) -> Html {
    let state = {
        let props = props.clone();
        use_reducer(move || LabState::new(props.base, props.language))
    };
    let desk = Desk { state: Rc::new((*state).clone()), act: state.dispatcher().to_callback() };
    use_draft_events(&desk);
    use_page_language(desk.state.words.language);
    html! {
        <ContextProvider<FrameStyle> context={props.style.clone()}>
            { header(&desk) }
            <Notices desk={desk.clone()} />
            <Background desk={desk.clone()} />
            <main class="panels">{ for Tab::ALL.into_iter().map(|tab| panel(&desk, tab)) }</main>
        </ContextProvider<FrameStyle>>
    }
}

fn header(desk: &Desk) -> Html {
    let tabs = Tab::ALL.into_iter().map(|tab| {
        let is_open = desk.state.tab == tab;
        let onclick = desk.act.reform(move |_: MouseEvent| Action::Opened(tab));
        html! {
            <button
                type="button"
                role="tab"
                class="tab"
                id={format!("tab-{}", tab.id())}
                aria-selected={is_open.to_string()}
                aria-controls={format!("panel-{}", tab.id())}
                data-tab={tab.id()}
                {onclick}
            >
                { desk.say(&format!("shell.tab-{}", tab.id())) }
            </button>
        }
    });
    let other = desk.state.words.language.other();
    let speak = desk.act.reform(move |_: MouseEvent| Action::Speak(other));
    html! {
        <header class="bar">
            <h1 class="bar__title">{ desk.say("shell.title") }</h1>
            <div role="tablist" class="tabs" aria-label={desk.say("shell.tabs")}>{ for tabs }</div>
            <DraftBar desk={desk.clone()} />
            <button type="button" class="button button--quiet" lang={other.tag()} data-action="speak" onclick={speak}>
                { desk.say("shell.other-language") }
            </button>
        </header>
    }
}

/// A part stays as it was left while another one is open.
fn panel(desk: &Desk, tab: Tab) -> Html {
    let desk = desk.clone();
    let is_open = desk.state.tab == tab;
    let inside = match tab {
        Tab::Edit => html! { <EditTab {desk} /> },
        Tab::Readers => html! { <ReadersTab {desk} /> },
        Tab::HandIn => html! { <HandInTab {desk} {is_open} /> },
        Tab::Compare => html! { <CompareTab {desk} /> },
        Tab::Sheet => html! { <SheetTab {desk} /> },
    };
    html! {
        <div
            class="panel"
            role="tabpanel"
            id={format!("panel-{}", tab.id())}
            aria-labelledby={format!("tab-{}", tab.id())}
            hidden={!is_open}
        >
            { inside }
        </div>
    }
}

/// Tells the page which language it speaks, for screen readers.
#[hook]
fn use_page_language(language: Language) {
    use_effect_with(language, |language| {
        let page = web_sys::window().and_then(|window| window.document()?.document_element());
        // Nothing depends on it but the voice of a screen reader.
        let _ = page.map(|page| page.set_attribute("lang", language.tag()));
    });
}
