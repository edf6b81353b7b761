use yew::prelude::*;

use crate::engine::{Assessment, Capped, Decibans, Strength, Weighs};
use crate::wording::{UiKey, ui};

use super::element::element;
use super::parts::paragraph;
use super::view::View;

/// Half the width of the drawing, which has ten units a deciban.
const HALF: i32 = 150;

/// Everything from which the support of one cause was summed, drawn and in words, from the trace that decided it.
///
/// The weights of the lines add up to that of the last one exactly.
pub(super) fn balance(view: &View, assessment: &Assessment) -> Vec<Html> {
    let kit = view.kit;
    let trace = view.diagnosis.trace(&kit.rulebook, assessment.cause);
    let prior = assessment.prior.unwrap_or_default();
    let mut lines = vec![line(view, kit.ui(ui::BALANCE_PRIOR), prior, WEIGHT)];
    for row in trace.rows.iter().filter(|row| row.weighs != Weighs::Clean) {
        lines.push(line(view, view.quote(row.said()), row.weight, WEIGHT));
    }
    let of_groups = trace.capped.iter().filter(|(what, _)| *what != Capped::Clean);
    let capped: Decibans = of_groups.map(|(_, weight)| *weight).sum();
    if capped != Decibans::ZERO {
        lines.push(line(view, kit.ui(ui::BALANCE_CAPPED), capped, WEIGHT));
    }
    if assessment.clean_answers > 0 {
        let count = assessment.clean_answers.to_string();
        let text = kit.ui_with(ui::BALANCE_CLEAN, &[("count", &count)]);
        lines.push(line(view, text, assessment.clean_bonus, WEIGHT));
    }
    lines.push(line(view, kit.ui(ui::BALANCE_SUM), assessment.support, "data-sum"));
    vec![element("ul", "balance").holding(lines), paragraph("hint", kit.ui(ui::BALANCE_NOTE))]
}

/// The hook that carries the weight of a line.
const WEIGHT: &str = "data-weight";

fn line(view: &View, text: AttrValue, weight: Decibans, hook: &'static str) -> Html {
    let is_for = weight >= Decibans::ZERO;
    let side = view.kit.ui(if is_for { ui::BALANCE_FOR } else { ui::BALANCE_AGAINST });
    let pull = [&*side, " · ", &*view.kit.ui(pull(view, weight))].concat();
    element("li", "balance__line").with(hook, weight.to_string()).holding(vec![
        element("span", "").text(text),
        element("span", "balance__pull").text(pull),
        bar(weight),
    ])
}

/// A bar from the middle line: to the right what speaks for the cause, to the left what speaks against it.
fn bar(weight: Decibans) -> Html {
    let length = weight.tenths().abs().min(HALF);
    let is_for = weight > Decibans::ZERO;
    let start = if is_for { HALF } else { HALF - length };
    let class = if is_for { "balance__bar" } else { "balance__bar balance__bar--against" };
    element("svg", "balance__drawing")
        .with("viewBox", "0 0 300 10")
        .with("preserveAspectRatio", "none")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .holding(vec![
            rectangle("balance__track", 0, 4, 300, 2),
            rectangle(class, start, 1, length, 8),
            rectangle("balance__middle", HALF - 1, 0, 2, 10),
        ])
}

fn rectangle(class: &'static str, x: i32, y: i32, width: i32, height: i32) -> Html {
    element("rect", class)
        .with("x", x.to_string())
        .with("y", y.to_string())
        .with("width", width.to_string())
        .with("height", height.to_string())
        .empty()
}

/// How much one answer pulls, in words, on the rulebook's own scale.
fn pull(view: &View, weight: Decibans) -> UiKey {
    let size = if weight < Decibans::ZERO { -weight } else { weight };
    match Strength::of(size, &view.kit.rulebook.settings) {
        Strength::Settled | Strength::Strong => ui::PULL_STRONG,
        Strength::Moderate => ui::PULL_SOME,
        Strength::Weak => ui::PULL_LITTLE,
    }
}
