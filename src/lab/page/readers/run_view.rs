use std::rc::Rc;

use yew::prelude::*;

use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::fields::select;
use crate::lab::page::transfer::download;
use crate::lab::readers::{
    Bench, ReaderCode, Session, TestPlan, TestReport, answers_csv, write_plan, write_report,
    write_results,
};

use super::file_button::file_button;
use super::readers_action::ReadersAction;
use super::readers_state::fits;
use super::report_view::report_view;

/// A test that is run on this device: the next reader, files, readers so far, the report.
pub(super) fn run_view(desk: &Desk, bench: &Rc<Bench>) -> Html {
    let report = TestReport::new(&bench.plan, &bench.results);
    html! {
        <>
            <h2 data-lab="test-name">{ bench.plan.setup.title.clone() }</h2>
            { next_reader(desk, bench) }
            { files(desk, bench, &report) }
            { readers_table(desk, bench) }
            { report_view(desk, bench, &report) }
            { ending(desk) }
        </>
    }
}

fn next_reader(desk: &Desk, bench: &Bench) -> Html {
    let letters = ReaderCode::DEVICES.map(|letter| (letter.to_string(), letter.to_string().into()));
    let device =
        desk.on(|letter: String| ReadersAction::Device(letter.chars().next().unwrap_or('A')));
    let label = desk.say("readers.device");
    let device =
        select("readers__field", "device", label, letters, &bench.device.to_string(), &device);
    let reader = bench.running.as_ref().map(|session| session.reader).or(bench.next_reader());
    let code = reader.map(|code| code.to_string()).unwrap_or_default();
    let (text, label) = match bench.running {
        Some(_) => ("readers.reader-waits", "readers.go-on"),
        None => ("readers.next-reader", "readers.begin"),
    };
    let hand_over = desk.press(ReadersAction::HandOver);
    let stop = desk.press(ReadersAction::End);
    html! {
        <section class="readers__part" aria-labelledby="readers-next">
            <h3 id="readers-next">{ desk.say("readers.run") }</h3>
            <p class="readers__help">{ desk.say("readers.run-help") }</p>
            <div class="readers__row">
                if bench.running.is_none() {
                    { device }
                }
                <p class="readers__next" data-lab="next-reader" data-reader={code.clone()}>
                    { desk.say_with(text, &[("code", &code)]) }
                </p>
            </div>
            <p class="quiet">{ desk.say("readers.device-help") }</p>
            if fits(&desk.state.base, &bench.plan).is_ok() {
                <p>{ button("button--main", "begin-reader", desk.say(label), hand_over) }</p>
            } else {
                <p class="empty" data-lab="cannot-run">{ desk.say("readers.cannot-run") }</p>
            }
            if bench.running.is_some() {
                <p>{ button("button--quiet", "stop-reader", desk.say("readers.stop-reader"), stop) }</p>
            }
        </section>
    }
}

fn files(desk: &Desk, bench: &Rc<Bench>, report: &TestReport) -> Html {
    let save = |hook: &'static str, label: &str, name: String, write: fn(&Bench) -> String| {
        let bench = Rc::clone(bench);
        let save = Callback::from(move |_: MouseEvent| download(&name, &write(&bench)));
        button("", hook, desk.say(label), save)
    };
    let letter = bench.device;
    let report = write_report(&bench.plan, report);
    let save_report = Callback::from(move |_: MouseEvent| download("reader-report.json", &report));
    let bring = desk.on(ReadersAction::BringResults);
    html! {
        <section class="readers__part" aria-labelledby="readers-files">
            <h3 id="readers-files">{ desk.say("readers.files") }</h3>
            <p class="readers__help">{ desk.say("readers.files-help") }</p>
            <div class="readers__buttons">
                { save("export-test", "readers.export-test", "reader-test.json".to_owned(), |bench| {
                    write_plan(&bench.plan)
                }) }
                { save("export-results", "readers.export-results", format!("reader-results-{letter}.json"), |bench| {
                    write_results(&bench.plan, &bench.results)
                }) }
                { file_button("import-results", desk.say("readers.import-results"), true, bring) }
                { save("export-csv", "readers.export-csv", format!("reader-answers-{letter}.csv"), |bench| {
                    answers_csv(&bench.plan, &bench.results)
                }) }
                { button("", "export-report", desk.say("readers.export-report"), save_report) }
            </div>
        </section>
    }
}

fn readers_table(desk: &Desk, bench: &Bench) -> Html {
    let (plan, results) = (&bench.plan, &bench.results);
    if results.is_empty() {
        return html! { <p class="empty" data-lab="no-readers">{ desk.say("readers.no-readers") }</p> };
    }
    let counted = results.sessions().map(|session| match session.is_complete(plan) {
        true => row(desk, plan, session, "finished", "readers.state-finished"),
        false => row(desk, plan, session, "stopped", "readers.state-stopped"),
    });
    let aside = results.set_aside().iter();
    let aside = aside.map(|session| row(desk, plan, session, "aside", "readers.state-aside"));
    html! {
        <details class="readers__part">
            <summary>{ desk.say_with("readers.all-readers", &[("count", &results.len())]) }</summary>
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

fn row(desk: &Desk, plan: &TestPlan, session: &Session, state: &'static str, text: &str) -> Html {
    let code = session.reader.to_string();
    let (done, all) = (session.taken.len(), session.length(plan));
    html! {
        <tr data-reader={code.clone()} data-version={session.version.to_string()} data-state={state}>
            <th scope="row">{ code }</th>
            <td>{ plan.setup.versions[session.version].name.clone() }</td>
            <td>{ desk.say_with("readers.steps", &[("done", &done), ("all", &all)]) }</td>
            <td>{ desk.say(text) }</td>
        </tr>
    }
}

/// The way to another test: folded away, so that nobody loses one by a slip.
fn ending(desk: &Desk) -> Html {
    let drop = desk.press(ReadersAction::Drop);
    html! {
        <details class="readers__part" data-lab="ending">
            <summary>{ desk.say("readers.end-test") }</summary>
            <p>{ desk.say("readers.end-test-help") }</p>
            { button("", "drop-test", desk.say("readers.drop-test"), drop) }
        </details>
    }
}
