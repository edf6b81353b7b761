use yew::prelude::*;

use crate::engine::Answers;
use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::frame::Frame;
use crate::lab::page::scene::Scene;
use crate::widget::CurrentScreen;

use super::edit_state::EditAction;

/// What the widget is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ClickedProps {
    pub(super) desk: Desk,
    /// How it is drawn.
    pub(super) frame: Frame,
}

/// The widget itself, to click through.
#[component]
pub(super) fn Clicked(ClickedProps { desk, frame }: &ClickedProps) -> Html {
    let heard = use_mut_ref(|| None::<Answers>);
    let keep = {
        let (act, heard) = (desk.act.clone(), heard.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(answers) = heard.borrow().clone() {
                act.emit(EditAction::Own(answers, None).into());
            }
        })
    };
    let on_show = Callback::from(move |shown: CurrentScreen| {
        heard.replace(Some(shown.answers().clone()));
    });
    html! {
        <>
            <p class="stage__note">
                { desk.say("edit.click-note") }
                { button("", "keep-borrower", desk.say("edit.keep-borrower"), keep) }
            </p>
            { frame.of(Scene::Live(on_show), desk.say("edit.frame-live"), false) }
        </>
    }
}
