use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::readers::{Proportion, TestReport};

use super::share_text::hundredths;

/// The size of the drawing's parts, in its own units.
const WIDTH: u32 = 640;
const LEFT: u32 = 16;
const BAR: u32 = 18;
const ROW: u32 = 46;
const TITLE: u32 = 34;
const AXIS: u32 = 34;

/// How long a whole bar is; the rest is for the labels at its end.
const LENGTH: u32 = 520;

/// The longest name that is drawn, in characters.
const LONGEST: usize = 40;

/// Bars with their intervals: for each measure one bar a version; the table beside it says the same.
pub(super) fn chart(desk: &Desk, report: &TestReport) -> Html {
    let kinds = report.versions.first().map_or(&[][..], |version| &version.kinds);
    let mut groups = vec![(desk.say("readers.understood"), shares(report, None))];
    for (at, (kind, _)) in kinds.iter().enumerate() {
        groups.push((desk.say_of("readers.kind", kind.id()), shares(report, Some(at))));
    }
    let versions = u32::try_from(report.versions.len()).unwrap_or(0);
    let height_of_group = TITLE + versions * ROW;
    let height = u32::try_from(groups.len()).unwrap_or(0) * height_of_group + AXIS;
    let groups = (0..)
        .zip(groups)
        .map(|(at, (title, shares))| group(report, &title, &shares, at * height_of_group));
    html! {
        <figure class="chart">
            <svg viewBox={format!("0 0 {WIDTH} {height}")} role="img" aria-label={desk.say("readers.chart-label")}
                aria-describedby="readers-shares" data-lab="chart">
                { grid(height - AXIS) }
                { for groups }
            </svg>
            <figcaption class="quiet">{ desk.say("readers.chart-help") }</figcaption>
        </figure>
    }
}

/// The shares of all versions: of the readers who understood, or of the kind at that place.
fn shares(report: &TestReport, kind: Option<usize>) -> Vec<Proportion> {
    let share = |version: &crate::lab::readers::VersionReport| {
        kind.map_or(version.understood, |at| version.kinds[at].1)
    };
    report.versions.iter().map(share).collect()
}

/// Lines at every quarter, with their labels below.
fn grid(height: u32) -> Html {
    let lines = [0, 250, 500, 750, 1_000].map(|thousandths| {
        let x = at(thousandths).to_string();
        html! {
            <>
                <line class="chart__grid" x1={x.clone()} y1="0" x2={x.clone()} y2={height.to_string()} />
                <text class="chart__tick" {x} y={(height + 20).to_string()} text-anchor="middle">{ hundredths(thousandths) }</text>
            </>
        }
    });
    html! { <g aria-hidden="true">{ for lines }</g> }
}

fn group(report: &TestReport, title: &str, shares: &[Proportion], top: u32) -> Html {
    let bars = (0..)
        .zip(shares.iter().zip(&report.versions))
        .map(|(row, (share, version))| bar(&version.name, *share, row, top + TITLE + row * ROW));
    html! {
        <g>
            <text class="chart__title" x={LEFT.to_string()} y={(top + 22).to_string()}>{ shortened(title) }</text>
            { for bars }
        </g>
    }
}

/// A version's name, its bar, the interval as a line across the bar's end, and the share in words.
fn bar(name: &str, share: Proportion, row: u32, top: u32) -> Html {
    let name = shortened(name);
    let label = |text: String| html! { <text class="chart__name" x={LEFT.to_string()} y={(top + 13).to_string()}>{ text }</text> };
    let (Some(value), Some((lower, upper))) = (share.thousandths(), share.interval_thousandths())
    else {
        return label(name);
    };
    let (y, middle) = (top + 19, top + 19 + BAR / 2);
    let class = format!("chart__bar chart__bar--{}", row % 6);
    let ends = [lower, upper].map(|end| {
        let x = at(end).to_string();
        html! { <line class="chart__interval" x1={x.clone()} y1={(middle - 6).to_string()} x2={x} y2={(middle + 6).to_string()} /> }
    });
    html! {
        <>
            { label(format!("{name}: {}", hundredths(value))) }
            <rect {class} x={at(0).to_string()} y={y.to_string()} width={(at(value) - at(0)).to_string()} height={BAR.to_string()} />
            <line class="chart__interval" x1={at(lower).to_string()} y1={middle.to_string()} x2={at(upper).to_string()} y2={middle.to_string()} />
            { for ends }
        </>
    }
}

/// Where a share of so many thousandths ends.
fn at(thousandths: u32) -> u32 {
    LEFT + 24 + thousandths * LENGTH / 1_000
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() { short + "\u{2026}" } else { short }
}
