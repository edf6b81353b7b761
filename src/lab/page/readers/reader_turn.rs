use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::focus::focus;
use crate::lab::page::lab_words::LabWords;
use crate::lab::page::work::now;
use crate::lab::readers::{Bench, Due, ReaderCode};
use crate::widget::Kit;

use super::answer_screen::AnswerScreen;
use super::case_result::CaseResult;
use super::reader_view::ReaderView;
use super::readers_action::ReadersAction;

/// What a reader's turn is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReaderTurnProps {
    pub(super) desk: Desk,
    pub(super) bench: Rc<Bench>,
}

/// The whole page for one reader: the result as a borrower sees it, then the questions; nothing of right or wrong.
#[component]
pub(super) fn ReaderTurn(ReaderTurnProps { desk, bench }: &ReaderTurnProps) -> Html {
    let dialog = use_node_ref();
    let heading = use_node_ref();
    let start = use_mut_ref(now);
    use_modal(&dialog);
    let session = bench.running.as_ref();
    let step = session.map_or(0, |session| session.taken.len());
    {
        let (heading, start) = (heading.clone(), start.clone());
        use_effect_with(step, move |_| {
            start.replace(now());
            focus(&heading);
        });
    }
    let locale = bench.plan.setup.locale.clone();
    let words = use_memo(locale.clone(), |locale| LabWords::near(locale));
    let version = session.map_or(0, |session| session.version);
    let kit = use_memo(version, |version| version_kit(desk, bench, *version));
    let Some(session) = session else { return Html::default() };
    let bench = Rc::clone(bench);
    let view = ReaderView { words: Rc::clone(&words), kit: (*kit).clone(), bench, heading };
    let total = session.length(&view.bench.plan);
    let inside = match session.next(&view.bench.plan) {
        Some(Due::Read(case)) => {
            let read = move |_: MouseEvent| ReadersAction::Read(case, since(*start.borrow()));
            read_screen(&view, case, desk.on(read))
        }
        Some(Due::Answer(at, _)) => {
            let answer =
                desk.on(move |choice| ReadersAction::Answered(at, choice, since(*start.borrow())));
            html! { <AnswerScreen key={at} view={view.clone()} {at} {answer} /> }
        }
        None => done_screen(&view, session.reader, desk.press(ReadersAction::End)),
    };
    let stop = desk.press(ReadersAction::End);
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
                        { button("", "stop-reading", words.say("readers.stop-now"), stop) }
                    </details>
                }
            </div>
        </dialog>
    }
}

/// The result of a case in the reader's version, with the borrower's situation above it.
fn read_screen(view: &ReaderView, case: usize, go_on: Callback<MouseEvent>) -> Html {
    let ReaderView { words, bench, heading, .. } = view;
    let story = &bench.plan.setup.cases[case].story;
    let is_first = bench.running.as_ref().is_none_or(|session| session.taken.is_empty());
    html! {
        <div class="reading__columns">
            <div class="reading__text">
                <h1 ref={heading.clone()} tabindex="-1" class="reading__title">{ words.say("readers.read-this") }</h1>
                if is_first {
                    <p>{ words.say("readers.welcome") }</p>
                }
                if !story.trim().is_empty() {
                    <p class="reading__story" data-lab="story">{ story.clone() }</p>
                }
            </div>
            <CaseResult view={view.clone()} {case} />
            <p class="reading__on">
                { button("button--main", "have-read", words.say("readers.have-read"), go_on) }
            </p>
        </div>
    }
}

/// The end: thanks, and the device goes back.
fn done_screen(view: &ReaderView, reader: ReaderCode, end: Callback<MouseEvent>) -> Html {
    let ReaderView { words, heading, .. } = view;
    html! {
        <>
            <h1 ref={heading.clone()} tabindex="-1" class="reading__title">{ words.say("readers.thanks") }</h1>
            <p>{ words.say_with("readers.hand-back", &[("code", &reader)]) }</p>
            { button("button--main", "end-reading", words.say("readers.finish"), end) }
        </>
    }
}

/// The rules and the words that a reader of a version gets; the shipped words where the version cannot be used here,
/// which was told before anybody began.
fn version_kit(desk: &Desk, bench: &Bench, version: usize) -> Kit {
    let kit = desk.state.shipped.kit(&bench.plan.setup.locale);
    let base = desk.state.base.catalogue(&bench.plan.setup.locale);
    let own = base.and_then(|base| bench.plan.setup.catalogue(version, &kit.rulebook, base).ok());
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
