use std::rc::Rc;

use yew::prelude::*;

use crate::lab::page::button::{button, button_if};
use crate::lab::page::desk::{Desk, DeskProps};
use crate::lab::page::preview::{FrameStyle, empty_page};
use crate::lab::page::progress::progress;
use crate::lab::page::work::use_work;

use super::made_sheet::MadeSheet;
use super::making::{cover, make, save_page, save_pictures};
use super::sheet_state::{SheetAction, SheetWork, Suggesting};
use super::wanted_form::wanted_form;

/// The picture sheet of the draft.
#[component]
pub(in crate::lab::page) fn SheetTab(DeskProps { desk }: &DeskProps) -> Html {
    let sheet = &desk.state.sheet;
    use_making(desk);
    let is_choosing = sheet.suggesting != Suggesting::Done;
    let is_enough = sheet.wanted.is_enough();
    let is_busy = matches!(sheet.work, SheetWork::Drawing(..) | SheetWork::Saving(..));
    let (label, start) = (desk.say("sheet.make"), desk.press(SheetAction::Make));
    html! {
        <div class="sheet">
            <h2>{ desk.say("sheet.title") }</h2>
            <p>{ desk.say("sheet.tab-about") }</p>
            { wanted_form(desk) }
            if is_choosing {
                <p role="status" class="empty" data-lab="sheet-choosing">{ desk.say("sheet.choosing") }</p>
            } else if !is_enough {
                <p class="empty" data-lab="sheet-too-little">{ desk.say("sheet.too-little") }</p>
            }
            { button_if(!is_busy && is_enough, "button--main", "make-sheet", label, start) }
            { made(desk) }
        </div>
    }
}

/// Looks for good cases, draws the sheet and saves its pictures when that is wanted.
#[hook]
fn use_making(desk: &Desk) {
    let sheet = &desk.state.sheet;
    let style = use_context::<FrameStyle>().unwrap_or(FrameStyle(AttrValue::default()));
    let is_choosing = sheet.suggesting == Suggesting::Now;
    let is_drawing = matches!(sheet.work, SheetWork::Drawing(..));
    let saving = match &sheet.work {
        SheetWork::Saving(made, ..) => Some(made.clone()),
        _ => None,
    };
    let drawn = is_drawing.then(|| (sheet.wanted.clone(), desk.state.edited.clone()));
    let [for_cases, for_sheet, for_pictures] = core::array::from_fn(|_| desk.clone());
    use_work(is_choosing.then_some(()), move |(), is_wanted| cover(for_cases, is_wanted));
    use_work(drawn, move |(wanted, edited), is_wanted| {
        make(for_sheet, wanted, edited, empty_page(&style), is_wanted)
    });
    use_work(saving, move |made, is_wanted| save_pictures(for_pictures, made, is_wanted));
}

fn made(desk: &Desk) -> Html {
    match &desk.state.sheet.work {
        SheetWork::None => Html::default(),
        SheetWork::Drawing(done, total) | SheetWork::Saving(_, done, total) => {
            progress(desk.say("sheet.making"), *done, *total)
        }
        SheetWork::Done(made) => downloads(desk, &made.0),
        SheetWork::Refused(made) => html! {
            <>
                <p class="empty" role="alert" data-lab="sheet-refused">{ desk.say("sheet.refused") }</p>
                { downloads(desk, &made.0) }
            </>
        },
    }
}

fn downloads(desk: &Desk, made: &Rc<MadeSheet>) -> Html {
    let save = {
        let (desk, made) = (desk.clone(), Rc::clone(made));
        Callback::from(move |_: MouseEvent| save_page(&desk, &made))
    };
    let pictures = desk.press(SheetAction::SavePictures);
    let count = made.shots().len();
    html! {
        <section class="sheet__made" aria-labelledby="sheet-made" data-lab="sheet-made" data-shots={count.to_string()}>
            <h3 id="sheet-made">{ desk.say_with("sheet.made", &[("count", &count)]) }</h3>
            <p>
                { button("", "save-sheet", desk.say("sheet.save-page"), save) }
                { button("", "save-pictures", desk.say("sheet.save-pictures"), pictures) }
            </p>
            { codes(desk, made) }
        </section>
    }
}

/// The screens of the sheet with their codes.
fn codes(desk: &Desk, made: &MadeSheet) -> Html {
    let first = made.screens.first().map(|screen| screen.locale.clone()).unwrap_or_default();
    let screens = made.screens.iter().filter(|screen| screen.locale == first);
    let items = screens.map(|screen| {
        let code = screen.code.to_string();
        let kind = desk.say_of("sheet.kind", screen.code.kind.id());
        html! { <li key={code.clone()} data-code={code.clone()}><strong>{ code }</strong>{ " " }{ kind }</li> }
    });
    html! { <ul class="sheet__codes">{ for items }</ul> }
}
