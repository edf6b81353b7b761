use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlIFrameElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::lab::sheet::Scheme;
use crate::widget::Kit;
use crate::wording::fill;

use super::scene::{Inside, Scene};
use super::width::Width;

#[wasm_bindgen(module = "/www/lab/mark.js")]
extern "C" {
    fn mark(document: &Document, name: &str, texts: Vec<String>);

    #[wasm_bindgen(js_name = showMark)]
    fn show_mark(document: &Document, name: &str);
}

/// The name of the marks in a preview.
const MARKS: &str = "lab";

/// An empty page with the widget's own style, whose address takes the place of `{style}`.
const PAGE: &str = "<!doctype html><html><head><meta charset=\"utf-8\"><title>loan-checkup</title>\
    <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
    <link rel=\"stylesheet\" href=\"{style}\">\
    </head><body class=\"page\"><main class=\"frame\"></main></body></html>";

/// The address of the widget's own style, for every preview on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FrameStyle(pub(super) AttrValue);

/// The page inside of a frame, with nothing on it yet.
pub(super) fn empty_page(style: &FrameStyle) -> String {
    fill(PAGE, &[("style", &style.0)])
}

/// Whether the part of the lab in which a preview stands is open: what is not shown cannot be scrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct IsOpen(pub(super) bool);

/// What a preview is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PreviewProps {
    /// The rules and the words.
    pub(super) kit: Kit,
    /// What is shown.
    pub(super) scene: Scene,
    #[prop_or_default]
    pub(super) width: Width,
    #[prop_or(Scheme::Light)]
    pub(super) scheme: Scheme,
    /// What the frame is called, for screen readers.
    pub(super) title: AttrValue,
    /// Texts to mark where they stand.
    #[prop_or_default]
    pub(super) marked: Rc<Vec<String>>,
    /// Whether it is one of several small ones.
    #[prop_or_default]
    pub(super) is_small: bool,
}

/// The widget on a screen of its own, as it is for borrowers: the size of the screen is that of the frame.
#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let PreviewProps { kit, scene, width, scheme, title, marked, is_small } = props;
    let style = use_context::<FrameStyle>().map(|style| style.0).unwrap_or_default();
    let is_open = use_context::<IsOpen>().is_none_or(|is_open| is_open.0);
    let frame = use_node_ref();
    let page = use_state(|| None::<Document>);
    {
        let (frame, page) = (frame.clone(), page.setter());
        use_effect_with((), move |()| {
            let element = frame.cast::<HtmlIFrameElement>();
            let listener = element.map(|element| {
                let loaded = element.clone();
                EventListener::new(&element, "load", move |_| page.set(loaded.content_document()))
            });
            move || drop(listener)
        });
    }
    let (shown, marked) = ((kit.clone(), scene.clone()), Rc::clone(marked));
    use_effect_with(
        ((*page).clone(), shown, *scheme, marked, is_open),
        |(page, _, scheme, marked, _)| page.iter().for_each(|page| show(page, *scheme, marked)),
    );
    let host = page.as_ref().and_then(|page| page.query_selector("main").ok().flatten());
    let inside = host.map(|host| {
        create_portal(html! { <Inside kit={kit.clone()} scene={scene.clone()} /> }, host)
    });
    let small = is_small.then_some("preview--small");
    html! {
        <div class={classes!("preview", format!("preview--{}", <&str>::from(*width)), small)}>
            <iframe
                ref={frame}
                srcdoc={fill(PAGE, &[("style", &style)])}
                {title}
                data-lab="preview"
                data-loaded={page.is_some().to_string()}
            />
            { for inside }
        </div>
    }
}

/// Colours the page, and marks the texts on it after the widget has drawn.
fn show(page: &Document, scheme: Scheme, marked: &[String]) {
    // Nothing depends on the palette.
    let _ = page.body().map(|body| body.set_attribute("data-theme", scheme.id()));
    let (page, marked) = (page.clone(), marked.to_vec());
    spawn_local(async move {
        TimeoutFuture::new(0).await;
        mark(&page, MARKS, marked);
        show_mark(&page, MARKS);
    });
}
