use yew::prelude::*;

use crate::engine::{Assessment, Decibans, Strength, Weighs};
use crate::wording::{UiKey, ui};

use super::view::View;

/// Half the width of the drawing, and how many units of it a deciban takes.
const HALF: i32 = 150;
const PER_DECIBAN: i32 = 10;

/// The answers for and against one cause with their pull, drawn and in words, from the trace that decided it.
pub(super) fn balance(view: &View, assessment: &Assessment) -> Html {
    let own = assessment.rows.iter().filter(|row| row.weighs != Weighs::Clean);
    let clean = assessment.rows.iter().filter(|row| row.weighs == Weighs::Clean).count();
    html! {
        <>
            <ul class="balance">
                for row in own {
                    { line(view, view.kit.evidence_line(row.question, row.option), row.weight) }
                }
                if clean > 0 {
                    { line(view, clean_text(view, clean), assessment.clean_bonus) }
                }
            </ul>
            <p class="hint">{ view.kit.ui(ui::BALANCE_NOTE) }</p>
        </>
    }
}

fn clean_text(view: &View, count: usize) -> AttrValue {
    view.kit.ui_with(ui::BALANCE_CLEAN, &[("count", &count.to_string())])
}

fn line(view: &View, text: AttrValue, weight: Decibans) -> Html {
    let is_for = weight > Decibans::ZERO;
    let side = view.kit.ui(if is_for { ui::BALANCE_FOR } else { ui::BALANCE_AGAINST });
    html! {
        <li class="balance__line">
            <span class="balance__text">{ text }</span>
            <span class="balance__pull">{ side }{ " · " }{ view.kit.ui(pull(view, weight)) }</span>
            { bar(weight) }
        </li>
    }
}

/// A bar from the middle line: to the right what speaks for the cause, to the left what speaks against it.
fn bar(weight: Decibans) -> Html {
    let length = (weight.tenths().abs() * PER_DECIBAN / 10).min(HALF);
    let is_for = weight > Decibans::ZERO;
    let x = if is_for { HALF } else { HALF - length };
    let class = if is_for { "balance__bar" } else { "balance__bar balance__bar--against" };
    html! {
        <svg class="balance__drawing" viewBox="0 0 300 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="balance__track" x="0" y="4" width="300" height="2" />
            <rect {class} x={x.to_string()} y="1" width={length.to_string()} height="8" rx="2" />
            <rect class="balance__middle" x={(HALF - 1).to_string()} y="0" width="2" height="10" />
        </svg>
    }
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
