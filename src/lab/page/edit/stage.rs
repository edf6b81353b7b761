use yew::prelude::*;

use crate::lab::compare::literals;
use crate::lab::page::desk::Desk;
use crate::lab::page::frame::{Frame, code_of};
use crate::lab::page::look_fields::{locale_field, look_switches};
use crate::lab::page::scene::Scene;
use crate::lab::page::screens_bar::{ScreenChip, screens_bar};

use super::borrower_bar::borrower_bar;
use super::clicked::Clicked;
use super::edit_state::EditAction;
use super::edited_borrower::EditedBorrower;
use super::gallery::Gallery;

/// The screens of a borrower, live while somebody types.
pub(super) fn stage(desk: &Desk) -> Html {
    let edit = &desk.state.edit;
    let kit = desk.state.edited.kit(&edit.looks.locale);
    let text = edit.sentence.as_deref().and_then(|key| kit.catalogue.find(key));
    let marked = literals(&text.unwrap_or_default());
    let frame = Frame::new(kit, &edit.looks, marked);
    let inside = match edit.borrower {
        EditedBorrower::Clicked => html! { <Clicked desk={desk.clone()} {frame} /> },
        EditedBorrower::Different => {
            // Another sentence begins with few screens again.
            let key = edit.sentence.as_deref().unwrap_or_default().to_owned();
            html! { <Gallery {key} desk={desk.clone()} {frame} sentence={edit.sentence.clone()} /> }
        }
        EditedBorrower::Case(_) | EditedBorrower::Own => walked(desk, &frame),
    };
    let set_looks = desk.on(EditAction::Looks);
    html! {
        <section class="stage" aria-label={desk.say("edit.stage")} data-lab="stage">
            { borrower_bar(desk) }
            <div class="stage__bar">
                { locale_field(desk, "locale", desk.say("edit.language"), &edit.looks, &set_looks) }
                { look_switches(desk, ["edit-width", "edit-scheme"], &edit.looks, &set_looks) }
            </div>
            { inside }
        </section>
    }
}

/// The screens of a borrower in a row, and one of them as it is.
fn walked(desk: &Desk, frame: &Frame) -> Html {
    let edit = &desk.state.edit;
    let has = edit.has_sentence(&desk.state.edited);
    let shown = edit.at.min(edit.stops.len().saturating_sub(1));
    let Some(stop) = edit.stops.get(shown) else { return Html::default() };
    let is_missing = edit.sentence.is_some() && !has.contains(&true);
    let chips = edit.stops.iter().zip(&has).map(|(stop, has)| {
        let dot = has.then(|| desk.say("edit.has-sentence"));
        ScreenChip { stop, dot }
    });
    let title = desk.say_with("edit.frame", &[("code", &code_of(stop))]);
    let width: &str = frame.width.into();
    let choose = desk.on(EditAction::At);
    html! {
        <>
            if is_missing {
                <p class="empty" data-lab="not-here">{ desk.say("edit.not-here") }</p>
            }
            <div class={classes!("walk", format!("walk--{width}"))}>
                { frame.of(Scene::Still(stop.clone()), title, false) }
                { screens_bar(desk, desk.say("edit.screens"), chips, shown, false, &choose) }
            </div>
        </>
    }
}
