use std::rc::Rc;

use yew::prelude::*;

use crate::engine::Answers;
use crate::lab::{Still, Stop};
use crate::widget::{Checkup, CurrentScreen, Kit};

/// What a preview shows.
#[derive(Clone, PartialEq)]
pub(super) enum Scene {
    /// One screen of a borrower.
    Still(Stop),
    /// The widget itself, to click through; it hears what is shown.
    Live(Callback<CurrentScreen>),
}

/// What is drawn inside the frame of a preview.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct InsideProps {
    pub(super) kit: Kit,
    pub(super) scene: Scene,
}

/// The widget as borrowers see it, in the frame of a preview.
#[component]
pub(super) fn Inside(props: &InsideProps) -> Html {
    let answers = use_memo((), |()| Answers::new());
    let kit = props.kit.clone();
    match &props.scene {
        Scene::Still(stop) => html! { <Still {kit} stop={stop.clone()} /> },
        Scene::Live(on_show) => html! {
            <Checkup
                {kit}
                answers={Rc::clone(&answers)}
                first_answers={answers}
                on_show={on_show.clone()}
            />
        },
    }
}
