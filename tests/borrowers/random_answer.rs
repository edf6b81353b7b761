use loan_checkup::engine::{
    Answer, AnswerKind, Money, OptionIx, OptionSet, QuestionIx, Ratio, Rulebook,
};

use super::Draw;

/// Ten-thousandths of a yuan, the smallest part that an amount may have.
const YUAN: u64 = 10_000;

/// How often something is ticked where an option says that nothing else holds.
#[derive(Clone, Copy)]
pub(crate) enum Ticks {
    /// One time in eight, because what is ticked often ends the asking.
    Rare,
    /// One time in two.
    Frequent,
}

/// An answer to a question, `unsure` and several options among them; with a symptom only what it offers.
pub(crate) fn random_answer(
    rulebook: &Rulebook,
    question: QuestionIx,
    symptom: Option<OptionIx>,
    ticks: Ticks,
    draw: &mut Draw,
) -> Answer {
    let asked = rulebook.question(question);
    let offered: Vec<OptionIx> = OptionIx::all(asked.options.len())
        .filter(|at| rulebook.option(question, *at).offered.has(symptom))
        .collect();
    if offered.is_empty() || draw.is_one_in(8) {
        return Answer::Unsure;
    }
    match &asked.kind {
        AnswerKind::One => Answer::Options(OptionSet::of(draw.one_of(&offered))),
        AnswerKind::Many { alone } => {
            Answer::Options(random_options(*alone, &offered, ticks, draw))
        }
        AnswerKind::Money(ratio) => Answer::Amounts(random_amounts(rulebook, ratio, draw)),
    }
}

fn random_options(
    alone: Option<OptionIx>,
    offered: &[OptionIx],
    ticks: Ticks,
    draw: &mut Draw,
) -> OptionSet {
    let times = match ticks {
        Ticks::Rare => 8,
        Ticks::Frequent => 2,
    };
    let others: Vec<OptionIx> =
        offered.iter().copied().filter(|option| alone != Some(*option)).collect();
    match alone {
        Some(alone) if others.is_empty() || !draw.is_one_in(times) => OptionSet::of(alone),
        _ => {
            let one = OptionSet::of(draw.one_of(&others));
            let more = others.iter().filter(|_| draw.is_one_in(3));
            more.fold(one, |set, option| set.with(*option))
        }
    }
}

/// Two amounts whose ratio lies on the edge of a band or next to it, or any two; either may be missing.
fn random_amounts(rulebook: &Rulebook, ratio: &Ratio, draw: &mut Draw) -> [Option<Money>; 2] {
    let whole = draw.one_of(&[0, 1, YUAN, 33_333_300, 100 * YUAN, 8_000 * YUAN, 1_000_000 * YUAN]);
    let edges: Vec<u64> = ratio.below.iter().flatten().map(|limit| u64::from(*limit)).collect();
    let part = if edges.is_empty() || draw.is_one_in(4) {
        u64::from(draw.below(u32::MAX))
    } else {
        let edge = whole * draw.one_of(&edges) / 10_000;
        draw.one_of(&[edge.saturating_sub(1), edge, edge + 1])
    };
    let mut amounts = [part, whole].map(|parts| {
        let is_missing = draw.is_one_in(10);
        amount(rulebook, parts).filter(|_| !is_missing)
    });
    if ratio.numerator == 1 {
        amounts.reverse();
    }
    amounts
}

/// An amount in ten-thousandths of a yuan; none above the most that may be typed.
fn amount(rulebook: &Rulebook, parts: u64) -> Option<Money> {
    let text = format!("{}.{:04}", parts / YUAN, parts % YUAN);
    Money::read(&text, rulebook.settings.most_amount).ok()
}
