use std::rc::Rc;

use yew::prelude::*;

use crate::lab::Base;

use super::background::Background;
use super::compare::CompareTab;
use super::desk::Desk;
use super::edit::EditTab;
use super::hand_in::{HandInTab, Notices, use_draft_events};
use super::header::{header, use_tab_keys};
use super::language::Language;
use super::preview::{FrameStyle, IsOpen};
use super::readers::ReadersTab;
use super::sheet::SheetTab;
use super::state::LabState;
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
    use_tab_keys(&desk);
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
            <ContextProvider<IsOpen> context={IsOpen(is_open)}>{ inside }</ContextProvider<IsOpen>>
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
