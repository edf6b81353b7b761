use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlIFrameElement};
use yew::AppHandle;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::lab::sheet::Scheme;
use crate::widget::Kit;
use crate::wording::fill;

use super::scene::{Inside, InsideProps, Scene};
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
    let style = use_context::<FrameStyle>().map(|style| style.0).unwrap_or_default();
    let is_open = use_context::<IsOpen>().is_none_or(|is_open| is_open.0);
    let frame = use_node_ref();
    let page = use_state(|| None::<Document>);
    let inside: Rc<RefCell<Option<AppHandle<Inside>>>> = use_mut_ref(|| None);
    {
        let (frame, page) = (frame.clone(), page.clone());
        use_effect_with((), move |()| {
            let element = frame.cast::<HtmlIFrameElement>();
            let listener = element.map(|element| {
                let loaded = element.clone();
                EventListener::new(&element, "load", move |_| page.set(loaded.content_document()))
            });
            move || drop(listener)
        });
    }
    {
        let inside = Rc::clone(&inside);
        let seen = (
            (*page).clone(),
            InsideProps { kit: props.kit.clone(), scene: props.scene.clone() },
            props.scheme,
            Rc::clone(&props.marked),
            is_open,
        );
        use_effect_with(seen, move |(page, shot, scheme, marked, _)| {
            if let Some(page) = page {
                show(page, &inside, shot, *scheme);
                let (page, marked) = (page.clone(), Rc::clone(marked));
                // After the widget has drawn.
                spawn_local(async move {
                    TimeoutFuture::new(0).await;
                    mark(&page, MARKS, marked.to_vec());
                    show_mark(&page, MARKS);
                });
            }
        });
    }
    use_effect_with((), move |()| {
        move || {
            if let Some(inside) = inside.borrow_mut().take() {
                inside.destroy();
            }
        }
    });
    let small = props.is_small.then_some("preview--small");
    html! {
        <div class={classes!("preview", format!("preview--{}", <&str>::from(props.width)), small)}>
            <iframe
                ref={frame}
                srcdoc={fill(PAGE, &[("style", &style)])}
                title={props.title.clone()}
                data-lab="preview"
                data-loaded={page.is_some().to_string()}
            />
        </div>
    }
}

/// Colours the page, and draws the widget on it: the first time as an application of its own, then by its properties.
fn show(
    page: &Document,
    inside: &RefCell<Option<AppHandle<Inside>>>,
    shot: &InsideProps,
    scheme: Scheme,
) {
    let Some(body) = page.body() else { return };
    // Nothing depends on the palette.
    let _ = body.set_attribute("data-theme", scheme.id());
    let mut inside = inside.borrow_mut();
    match &mut *inside {
        Some(inside) => inside.update(shot.clone()),
        None => {
            if let Ok(Some(root)) = page.query_selector("main") {
                *inside =
                    Some(yew::Renderer::<Inside>::with_root_and_props(root, shot.clone()).render());
            }
        }
    }
}
