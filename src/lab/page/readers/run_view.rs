use std::rc::Rc;

use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::transfer::download;
use crate::lab::readers::{
    Bench, ReaderCode, Session, TestReport, answers_csv, write_plan, write_report, write_results,
};

use super::file_button::file_button;
use super::report_view::report_view;
use super::state::{Action, ReadersState};
use super::text_field::{button, select_field};

/// A test that is run on this device: the next reader, files, readers so far, the report.
pub(super) fn run_view(
    desk: &Desk,
    state: &ReadersState,
    bench: &Rc<Bench>,
    act: &Callback<Action>,
    set_reading: &Callback<bool>,
) -> Html {
    let report = TestReport::new(&bench.plan, &bench.results);
    html! {
        <>
            <h2 data-lab="test-name">{ bench.plan.setup.title.clone() }</h2>
            { next_reader(desk, state, bench, act, set_reading) }
            { files(desk, bench, &report, act) }
            { readers_table(desk, bench) }
            { report_view(desk, state, bench, &report) }
            { ending(desk, act) }
        </>
    }
}

fn next_reader(
    desk: &Desk,
    state: &ReadersState,
    bench: &Rc<Bench>,
    act: &Callback<Action>,
    set_reading: &Callback<bool>,
) -> Html {
    let letters = ReaderCode::DEVICES.map(|letter| (letter.to_string(), letter.to_string().into()));
    let device = act.reform(|letter: String| Action::Device(letter.chars().next().unwrap_or('A')));
    let hand_over = {
        let (act, set_reading) = (act.clone(), set_reading.clone());
        let is_running = bench.running.is_some();
        Callback::from(move |()| {
            if !is_running {
                act.emit(Action::Begin);
            }
            set_reading.emit(true);
        })
    };
    let reader = bench.running.as_ref().map(|session| session.reader).or(bench.next_reader());
    let code = reader.map(|code| code.to_string()).unwrap_or_default();
    let can_run = state.fits(&bench.plan).is_ok();
    let (text, label) = match bench.running {
        Some(_) => ("readers.reader-waits", "readers.go-on"),
        None => ("readers.next-reader", "readers.begin"),
    };
    html! {
        <section class="readers__part" aria-labelledby="readers-next">
            <h3 id="readers-next">{ desk.say("readers.run") }</h3>
            <p class="readers__help">{ desk.say("readers.run-help") }</p>
            <div class="readers__row">
                if bench.running.is_none() {
                    { select_field("device", desk.say("readers.device"), letters, &bench.device.to_string(), device) }
                }
                <p class="readers__next" data-lab="next-reader" data-reader={code.clone()}>
                    { desk.say_with(text, &[("code", &code)]) }
                </p>
            </div>
            <p class="quiet">{ desk.say("readers.device-help") }</p>
            if can_run {
                <p>{ button("button--main", "begin-reader", desk.say(label), hand_over) }</p>
            } else {
                <p class="empty" data-lab="cannot-run">{ desk.say("readers.cannot-run") }</p>
            }
            if bench.running.is_some() {
                <p>{ button("button--quiet", "stop-reader", desk.say("readers.stop-reader"), act.reform(|()| Action::End)) }</p>
            }
        </section>
    }
}

fn files(desk: &Desk, bench: &Rc<Bench>, report: &TestReport, act: &Callback<Action>) -> Html {
    let hand_out = |name: String, text: Rc<dyn Fn() -> String>| {
        Callback::from(move |()| download(&name, &text()))
    };
    let of = |write: fn(&Bench) -> String| -> Rc<dyn Fn() -> String> {
        let bench = Rc::clone(bench);
        Rc::new(move || write(&bench))
    };
    let letter = bench.device;
    let test = hand_out("reader-test.json".to_owned(), of(|bench| write_plan(&bench.plan)));
    let results = hand_out(
        format!("reader-results-{letter}.json"),
        of(|bench| write_results(&bench.plan, &bench.results)),
    );
    let table = hand_out(
        format!("reader-answers-{letter}.csv"),
        of(|bench| answers_csv(&bench.plan, &bench.results)),
    );
    let report = write_report(&bench.plan, report);
    let report = hand_out("reader-report.json".to_owned(), Rc::new(move || report.clone()));
    html! {
        <section class="readers__part" aria-labelledby="readers-files">
            <h3 id="readers-files">{ desk.say("readers.files") }</h3>
            <p class="readers__help">{ desk.say("readers.files-help") }</p>
            <div class="readers__buttons">
                { button("", "export-test", desk.say("readers.export-test"), test) }
                { button("", "export-results", desk.say("readers.export-results"), results) }
                { file_button("import-results", desk.say("readers.import-results"), true, act.reform(Action::BringResults)) }
                { button("", "export-csv", desk.say("readers.export-csv"), table) }
                { button("", "export-report", desk.say("readers.export-report"), report) }
            </div>
        </section>
    }
}

fn readers_table(desk: &Desk, bench: &Bench) -> Html {
    let plan = &bench.plan;
    let row = |session: &Session, state: &str| {
        let code = session.reader.to_string();
        let version = &plan.setup.versions[session.version].name;
        let (done, all) = (session.taken.len().to_string(), session.length(plan).to_string());
        let steps = desk.say_with("readers.steps", &[("done", &done), ("all", &all)]);
        html! {
            <tr data-reader={code.clone()} data-version={session.version.to_string()} data-state={state.to_owned()}>
                <th scope="row">{ code.clone() }</th>
                <td>{ version.clone() }</td>
                <td>{ steps }</td>
                <td>{ desk.say(&["readers.state-", state].concat()) }</td>
            </tr>
        }
    };
    let counted = bench.results.sessions().map(|session| {
        row(session, if session.is_complete(plan) { "finished" } else { "stopped" })
    });
    let aside = bench.results.set_aside().iter().map(|session| row(session, "aside"));
    if bench.results.is_empty() {
        return html! { <p class="empty" data-lab="no-readers">{ desk.say("readers.no-readers") }</p> };
    }
    html! {
        <details class="readers__part">
            <summary>{ desk.say_with("readers.all-readers", &[("count", &bench.results.len().to_string())]) }</summary>
            <table class="readers__table" data-lab="sessions">
                <caption class="hidden">{ desk.say("readers.sessions") }</caption>
                <thead><tr>
                    <th scope="col">{ desk.say("readers.reader") }</th>
                    <th scope="col">{ desk.say("readers.version") }</th>
                    <th scope="col">{ desk.say("readers.progress") }</th>
                    <th scope="col">{ desk.say("readers.state") }</th>
                </tr></thead>
                <tbody>{ for counted }{ for aside }</tbody>
            </table>
        </details>
    }
}

/// The way to another test: folded away, so that nobody loses one by a slip.
fn ending(desk: &Desk, act: &Callback<Action>) -> Html {
    html! {
        <details class="readers__part" data-lab="ending">
            <summary>{ desk.say("readers.end-test") }</summary>
            <p>{ desk.say("readers.end-test-help") }</p>
            { button("", "drop-test", desk.say("readers.drop-test"), act.reform(|()| Action::Drop)) }
        </details>
    }
}
