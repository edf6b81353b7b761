use yew::prelude::*;

use crate::engine::{Assessment, Decibans, Strength, Weighs};
use crate::wording::{UiKey, ui};

use super::element::element;
use super::parts::paragraph;
use super::view::View;

/// Half the width of the drawing, which has ten units a deciban.
const HALF: i32 = 150;

/// The answers for and against one cause with their pull, drawn and in words, from the trace that decided it.
pub(super) fn balance(view: &View, assessment: &Assessment) -> Vec<Html> {
    let mut lines = Vec::new();
    let mut clean = 0;
    for row in &assessment.rows {
        if row.weighs == Weighs::Clean {
            clean += 1;
        } else {
            let text = view.kit.evidence_line(row.said());
            lines.push(line(view, text, row.weight));
        }
    }
    if clean > 0 {
        let text = view.kit.ui_with(ui::BALANCE_CLEAN, &[("count", &clean.to_string())]);
        lines.push(line(view, text, assessment.clean_bonus));
    }
    vec![element("ul", "balance").holding(lines), paragraph("hint", view.kit.ui(ui::BALANCE_NOTE))]
}

fn line(view: &View, text: AttrValue, weight: Decibans) -> Html {
    let is_for = weight > Decibans::ZERO;
    let side = view.kit.ui(if is_for { ui::BALANCE_FOR } else { ui::BALANCE_AGAINST });
    let pull = [&*side, " · ", &*view.kit.ui(pull(view, weight))].concat();
    element("li", "balance__line").holding(vec![
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
