use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::readers::stats::Quartiles;
use crate::lab::readers::{Bench, Proportion, TestReport, VersionReport};

use super::chart::chart;
use super::confusion_table::confusion_table;
use super::pair_words::pair_words;
use super::share_text::share_text;

/// What the test shows: the answer in words, a chart with its table, times, and what was taken for what.
pub(super) fn report_view(desk: &Desk, bench: &Bench, report: &TestReport) -> Html {
    let inside = match report.readers() {
        0 => html! { <p class="empty" data-lab="no-report">{ desk.say("readers.no-report") }</p> },
        _ => filled(desk, bench, report),
    };
    html! {
        <section class="readers__part" aria-labelledby="readers-report" data-lab="report">
            <h3 id="readers-report">{ desk.say("readers.report") }</h3>
            { inside }
        </section>
    }
}

fn filled(desk: &Desk, bench: &Bench, report: &TestReport) -> Html {
    let pairs = report.pairs.iter().map(|pair| pair_words(desk, &bench.plan, pair));
    let confusions =
        report.versions.iter().map(|version| confusion_table(desk, &bench.plan, version));
    html! {
        <>
            { for pairs }
            <p class="readers__help">{ desk.say("readers.report-help") }</p>
            <div class="readers__report">
                { chart(desk, report) }
                { shares_table(desk, bench, report) }
            </div>
            { times_table(desk, report) }
            <h4>{ desk.say("readers.confusion") }</h4>
            <p class="readers__help">{ desk.say("readers.confusion-help") }</p>
            { for confusions }
        </>
    }
}

/// Every share with its interval, a row a measure, a column a version.
fn shares_table(desk: &Desk, bench: &Bench, report: &TestReport) -> Html {
    let kinds = report.versions.first().map_or(&[][..], |version| &version.kinds);
    let mut rows =
        vec![row(desk, "understood", desk.say("readers.understood"), report, |one| one.understood)];
    for (at, (kind, _)) in kinds.iter().enumerate() {
        let label = desk.say_of("readers.kind", kind.id());
        rows.push(row(desk, kind.id(), label, report, move |one| one.kinds[at].1));
    }
    for (at, case) in bench.plan.setup.cases.iter().enumerate() {
        let label = desk.say_with("readers.of-case", &[("title", &case.title)]);
        rows.push(row(desk, "case", label, report, move |one| one.cases[at]));
    }
    rows.push(row(desk, "answers", desk.say("readers.all-answers"), report, |one| one.answers));
    html! {
        <table class="readers__table" data-lab="shares" id="readers-shares">
            <caption>{ desk.say("readers.shares") }</caption>
            { head(desk, report) }
            <tbody>
                { count_row(desk, report) }
                { for rows }
            </tbody>
        </table>
    }
}

fn head(desk: &Desk, report: &TestReport) -> Html {
    let versions = report.versions.iter();
    let versions = versions.map(|version| html! { <th scope="col">{ version.name.clone() }</th> });
    html! { <thead><tr><th scope="col">{ desk.say("readers.measure") }</th>{ for versions }</tr></thead> }
}

fn count_row(desk: &Desk, report: &TestReport) -> Html {
    let cells = report.versions.iter().map(|version| {
        let (all, finished) = (&version.readers, &version.finished);
        let text =
            desk.say_with("readers.of-them-finished", &[("all", all), ("finished", finished)]);
        html! { <td data-readers={all.to_string()}>{ text }</td> }
    });
    html! { <tr><th scope="row">{ desk.say("readers.readers") }</th>{ for cells }</tr> }
}

fn row(
    desk: &Desk,
    measure: &'static str,
    label: AttrValue,
    report: &TestReport,
    share: impl Fn(&VersionReport) -> Proportion,
) -> Html {
    let cells = report.versions.iter().map(|version| {
        let share = share(version);
        html! { <td data-right={share.right.to_string()} data-of={share.of.to_string()}>{ share_text(desk, share) }</td> }
    });
    html! { <tr data-measure={measure}><th scope="row">{ label }</th>{ for cells }</tr> }
}

fn times_table(desk: &Desk, report: &TestReport) -> Html {
    let rows = [("readers.reading-time", true), ("readers.answering-time", false)].map(|(name, is_reading)| {
        let cells = report.versions.iter().map(|version| {
            let times = if is_reading { version.reading } else { version.answering };
            html! { <td>{ times.map_or_else(|| desk.say("readers.nothing"), |times| time_text(desk, times)) }</td> }
        });
        html! { <tr><th scope="row">{ desk.say(name) }</th>{ for cells }</tr> }
    });
    html! {
        <table class="readers__table" data-lab="times">
            <caption>{ desk.say("readers.times") }</caption>
            { head(desk, report) }
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn time_text(desk: &Desk, times: Quartiles) -> AttrValue {
    let [lower, median, upper] = times.seconds();
    desk.say_with("readers.time", &[("lower", &lower), ("median", &median), ("upper", &upper)])
}
