use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::pieces::progress;
use crate::lab::page::preview::{FrameStyle, empty_page};
use crate::lab::page::tab::Tab;

use super::made::Made;
use super::making::{Work, cover, make, save_page, save_pictures};
use super::wanted::{Want, Wanted};
use super::wanted_form::wanted_form;

/// What the part is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::lab::page) struct SheetTabProps {
    pub(in crate::lab::page) desk: Desk,
}

/// The picture sheet of the draft.
#[component]
pub(in crate::lab::page) fn SheetTab(props: &SheetTabProps) -> Html {
    let desk = &props.desk;
    let wanted = use_reducer(|| Wanted::new(desk.state.base.locales().next().unwrap_or_default()));
    let work = use_state(|| Work::None);
    let style = use_context::<FrameStyle>().unwrap_or(FrameStyle(AttrValue::default()));
    let is_choosing = use_good_cases(desk, &wanted);
    let stop = use_mut_ref(|| Rc::new(Cell::new(false)));
    {
        // What was made of another choice or of other texts is no longer what is asked for.
        let (stop, work) = (Rc::clone(&stop), work.setter());
        use_effect_with(((*wanted).clone(), desk.state.edited.clone()), move |_| {
            work.set(Work::None);
            move || stop.replace(Rc::default()).set(true)
        });
    }
    let choose = wanted.dispatcher().to_callback().reform(Want::This);
    let start = {
        let (desk, wanted, work) = (desk.clone(), (*wanted).clone(), work.setter());
        let (stop, page) = (Rc::clone(&stop), empty_page(&style));
        Callback::from(move |_: MouseEvent| {
            work.set(Work::Running(0, 1));
            let is_stopped = Rc::clone(&stop.borrow());
            let (desk, wanted, page) = (desk.clone(), wanted.clone(), page.clone());
            spawn_local(make(desk, wanted, page, work.clone(), is_stopped));
        })
    };
    let is_busy = matches!(&*work, Work::Running(..));
    html! {
        <div class="sheet">
            <h2>{ desk.say("sheet.title") }</h2>
            <p>{ desk.say("sheet.tab-about") }</p>
            { wanted_form(desk, &wanted, &choose) }
            if is_choosing {
                <p role="status" class="empty" data-lab="sheet-choosing">{ desk.say("sheet.choosing") }</p>
            } else if !wanted.is_enough() {
                <p class="empty" data-lab="sheet-too-little">{ desk.say("sheet.too-little") }</p>
            }
            <button
                type="button"
                class="button button--main"
                data-action="make-sheet"
                disabled={is_busy || !wanted.is_enough()}
                onclick={start}
            >
                { desk.say("sheet.make") }
            </button>
            { made(desk, &work, &stop) }
        </div>
    }
}

/// Chooses a few cases that show every kind of screen, once the part is opened; says whether it still does.
#[hook]
fn use_good_cases(desk: &Desk, wanted: &UseReducerHandle<Wanted>) -> bool {
    let is_choosing = use_state(|| true);
    let still = *is_choosing;
    let is_open = desk.state.tab == Tab::Sheet && wanted.cases.is_empty();
    let (desk, wanted) = (desk.clone(), wanted.dispatcher());
    let was_open = use_mut_ref(|| false);
    use_effect_with(is_open, move |is_open| {
        // Only the first time: who takes every case away wants to choose.
        if *is_open && !was_open.replace(true) {
            spawn_local(async move {
                wanted.dispatch(Want::Cases(cover(desk).await));
                is_choosing.set(false);
            });
        }
    });
    still
}

/// Says to work that goes on that nobody wants it any more.
type Stop = Rc<RefCell<Rc<Cell<bool>>>>;

fn made(desk: &Desk, work: &UseStateHandle<Work>, stop: &Stop) -> Html {
    match &**work {
        Work::None => Html::default(),
        Work::Running(done, total) => progress(desk.say("sheet.making"), *done, *total),
        Work::Done(made) => downloads(desk, made, work, stop),
        Work::Refused(made) => html! {
            <>
                <p class="empty" role="alert" data-lab="sheet-refused">{ desk.say("sheet.refused") }</p>
                { downloads(desk, made, work, stop) }
            </>
        },
    }
}

fn downloads(desk: &Desk, made: &Rc<Made>, work: &UseStateHandle<Work>, stop: &Stop) -> Html {
    let save = {
        let (desk, made) = (desk.clone(), Rc::clone(made));
        Callback::from(move |_: MouseEvent| save_page(&desk, &made))
    };
    let pictures = {
        let (made, set, stop) = (Rc::clone(made), work.setter(), Rc::clone(stop));
        Callback::from(move |_: MouseEvent| {
            let is_stopped = Rc::clone(&stop.borrow());
            spawn_local(save_pictures(Rc::clone(&made), set.clone(), is_stopped));
        })
    };
    let count = made.shots().len().to_string();
    html! {
        <section class="sheet__made" aria-labelledby="sheet-made" data-lab="sheet-made" data-shots={count.clone()}>
            <h3 id="sheet-made">{ desk.say_with("sheet.made", &[("count", &count)]) }</h3>
            <p>
                <button type="button" class="button" data-action="save-sheet" onclick={save}>
                    { desk.say("sheet.save-page") }
                </button>
                <button type="button" class="button" data-action="save-pictures" onclick={pictures}>
                    { desk.say("sheet.save-pictures") }
                </button>
            </p>
            { codes(desk, made) }
        </section>
    }
}

/// The screens of the sheet with their codes.
fn codes(desk: &Desk, made: &Made) -> Html {
    let first = made.screens.first().map(|screen| screen.locale.clone()).unwrap_or_default();
    let screens = made.screens.iter().filter(|screen| screen.locale == first);
    let items = screens.map(|screen| {
        let code = screen.code.to_string();
        let kind = desk.say(&format!("sheet.kind-{}", screen.code.kind.id()));
        html! { <li key={code.clone()} data-code={code.clone()}><strong>{ code.clone() }</strong>{ " " }{ kind }</li> }
    });
    html! { <ul class="sheet__codes">{ for items }</ul> }
}
