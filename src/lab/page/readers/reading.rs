use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::language::Language;
use crate::lab::page::slices::now;
use crate::lab::page::words::Words;
use crate::lab::readers::{Bench, Due};
use crate::widget::Kit;

use super::reading_screen::{AnswerScreen, done_screen, read_screen};
use super::state::Action;

/// What a reader's turn is drawn from.
#[derive(Clone, Properties)]
pub(super) struct ReadingProps {
    pub(super) desk: Desk,
    pub(super) bench: Rc<Bench>,
    pub(super) act: Callback<Action>,
    /// The page is the team's again.
    pub(super) close: Callback<()>,
}

impl PartialEq for ReadingProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bench, &other.bench) && self.desk == other.desk
    }
}

/// The whole page for one reader: the result as a borrower sees it, then the questions; nothing of right or wrong.
#[component]
pub(super) fn Reading(props: &ReadingProps) -> Html {
    let ReadingProps { desk, bench, act, close } = props;
    let dialog = use_node_ref();
    let heading = use_node_ref();
    let start = use_mut_ref(now);
    use_modal(&dialog);
    let session = bench.running.as_ref();
    let step = session.map_or(0, |session| session.taken.len());
    {
        let (heading, start) = (heading.clone(), Rc::clone(&start));
        use_effect_with(step, move |_| {
            start.replace(now());
            // Nothing depends on the focus.
            let _ = heading.cast::<HtmlElement>().map(|heading| heading.focus());
        });
    }
    let locale = bench.plan.setup.locale.clone();
    let words = use_memo(locale.clone(), |locale| Words::new(Language::near(locale)));
    let kit = {
        let version = session.map_or(0, |session| session.version);
        use_memo(version, |version| version_kit(desk, bench, *version))
    };
    let Some(session) = session else { return Html::default() };
    let total = session.length(&bench.plan);
    let inside = match session.next(&bench.plan) {
        Some(Due::Read(case)) => {
            let go_on = act.reform(move |()| Action::Read(case, since(*start.borrow())));
            read_screen(&words, &kit, bench, case, &heading, &go_on)
        }
        Some(Due::Answer(at, _)) => {
            let answer =
                act.reform(move |choice| Action::Answered(at, choice, since(*start.borrow())));
            let (words, kit, bench) = (Rc::clone(&words), (*kit).clone(), Rc::clone(bench));
            html! { <AnswerScreen key={at} {words} {kit} {bench} {at} heading={heading.clone()} {answer} /> }
        }
        None => done_screen(&words, session.reader, &heading, &end(act, close)),
    };
    html! {
        <dialog ref={dialog} class="reading" lang={locale} aria-label={words.say("readers.reading")}
            data-lab="reading" data-reader={session.reader.to_string()} data-step={step.to_string()}>
            <div class="reading__page">
                <progress class="reading__progress" max={total.to_string()} value={step.to_string()}
                    aria-label={words.say("readers.progress")} />
                { inside }
                if step < total {
                    <details class="reading__stop">
                        <summary>{ words.say("readers.stop") }</summary>
                        <p>{ words.say("readers.stop-help") }</p>
                        <button type="button" class="button" data-action="stop-reading"
                            onclick={end(act, close).reform(|_| ())}>{ words.say("readers.stop-now") }</button>
                    </details>
                }
            </div>
        </dialog>
    }
}

/// The reader is done or stops, and hands the device back.
fn end(act: &Callback<Action>, close: &Callback<()>) -> Callback<()> {
    let (act, close) = (act.clone(), close.clone());
    Callback::from(move |()| {
        act.emit(Action::End);
        close.emit(());
    })
}

/// The rules and the words that a reader of a version gets; the shipped words where the version cannot be used here,
/// which was told before anybody began.
fn version_kit(desk: &Desk, bench: &Bench, version: usize) -> Kit {
    let kit = desk.state.shipped.kit(&bench.plan.setup.locale);
    let mut catalogues = desk.state.base.knowledge.catalogues.iter();
    let base = catalogues.find(|catalogue| catalogue.locale() == bench.plan.setup.locale);
    let own = base.and_then(|base| bench.plan.catalogue(version, &kit.rulebook, base).ok());
    match own.and_then(|own| own.with_names(&[]).ok()) {
        Some(own) => Kit { catalogue: Rc::new(own), ..kit },
        None => kit,
    }
}

/// Opens the dialog over the whole page and keeps it open until the reader is done.
#[hook]
fn use_modal(dialog: &NodeRef) {
    let dialog = dialog.clone();
    use_effect_with((), move |()| {
        let dialog = dialog.cast::<HtmlDialogElement>();
        let listeners = dialog.map(|dialog| {
            // An older browser without dialogs shows it in the page.
            let _ = dialog.show_modal();
            let options = EventListenerOptions::enable_prevent_default();
            let stays = EventListener::new_with_options(&dialog, "cancel", options, |event| {
                event.prevent_default();
            });
            let again = dialog.clone();
            let reopens = EventListener::new(&dialog, "close", move |_| {
                let _ = again.show_modal();
            });
            (stays, reopens)
        });
        move || drop(listeners)
    });
}

/// The milliseconds since then, on the page's clock.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a clock of the browser; what is out of range ends at the range"
)]
fn since(start: f64) -> u32 {
    (now() - start).round() as u32
}
