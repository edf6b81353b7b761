use std::rc::Rc;

use strum::VariantArray;
use yew::prelude::*;

use super::background::Background;
use super::compare::CompareTab;
use super::desk::Desk;
use super::drafts_at_device::drafts_at_device;
use super::edit::{EditTab, use_focus_on_sought};
use super::hand_in::{HandInTab, notices, use_draft_events};
use super::header::{header, use_tab_keys};
use super::lab_state::LabState;
use super::language::Language;
use super::preview::{FrameStyle, IsOpen};
use super::readers::{ReadersTab, use_readers_kept};
use super::sheet::SheetTab;
use super::store::Store;
use super::tab::Tab;

/// What the lab is started with.
#[derive(Clone, Properties)]
pub(super) struct AppProps {
    pub(super) state: LabState,
    pub(super) store: Rc<Store>,
    pub(super) style: FrameStyle,
}

impl PartialEq for AppProps {
    /// The lab is started once.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.store, &other.store)
    }
}

/// The whole lab.
#[component]
pub(super) fn App(props: &AppProps) -> Html {
    let AppProps { state, store, style } = props;
    let state = {
        let state = state.clone();
        use_reducer(move || state)
    };
    let desk = Desk {
        state: Rc::new((*state).clone()),
        act: state.dispatcher().to_callback(),
        drafts: drafts_at_device(&state, store),
    };
    use_draft_events(&desk);
    use_readers_kept(&desk, store);
    use_tab_keys(&desk);
    use_focus_on_sought(&desk);
    use_page_language(desk.state.words.language);
    let panels = Tab::VARIANTS.iter().map(|tab| html! { <Panel desk={desk.clone()} tab={*tab} /> });
    html! {
        <ContextProvider<FrameStyle> context={style.clone()}>
            { header(&desk) }
            { notices(&desk) }
            <Background desk={desk.clone()} />
            <main class="panels">{ for panels }</main>
        </ContextProvider<FrameStyle>>
    }
}

/// What a part is drawn from.
#[derive(Clone, Properties)]
struct PanelProps {
    desk: Desk,
    tab: Tab,
}

impl PanelProps {
    fn is_open(&self) -> bool {
        self.desk.state.tab == self.tab
    }
}

impl PartialEq for PanelProps {
    /// What nobody sees is not drawn anew.
    fn eq(&self, other: &Self) -> bool {
        self.desk == other.desk || !self.is_open() && !other.is_open()
    }
}

/// A part, which stays as it was left while another one is open.
#[component]
fn Panel(props: &PanelProps) -> Html {
    let (desk, tab, is_open) = (props.desk.clone(), props.tab, props.is_open());
    let inside = match tab {
        Tab::Edit => html! { <EditTab {desk} /> },
        Tab::Compare => html! { <CompareTab {desk} /> },
        Tab::Readers => html! { <ReadersTab {desk} /> },
        Tab::Sheet => html! { <SheetTab {desk} /> },
        Tab::HandIn => html! { <HandInTab {desk} /> },
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
