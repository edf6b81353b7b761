//! What holds of the diagnosis of every borrower, tried on many that are drawn at random.

use std::collections::BTreeSet;

use loan_checkup::engine::{
    Answer, AnswerKind, CauseIx, Decibans, Diagnosis, OptionIx, OptionSet, Outcome, Packed,
    QuestionIx, RemedyIx, Risk, Rulebook, ShownOn, Trace, Unpacker, Weighs,
};
use proptest::prelude::*;

use crate::borrower::{diagnosis, options};
use crate::folder;
use crate::strategy::{RULEBOOK, answers, config, drawn, draws};

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_order_of_the_answers_does_not_matter(
        draws in draws(), keys in prop::collection::vec(any::<u32>(), RULEBOOK.questions.len()),
    ) {
        let given = drawn(&RULEBOOK, &draws);
        let mut shuffled: Vec<_> = given.iter().copied().zip(keys).collect();
        shuffled.sort_by_key(|(_, key)| *key);
        let shuffled: Vec<_> = shuffled.into_iter().map(|(answer, _)| answer).collect();
        prop_assert_eq!(answers(&given), answers(&shuffled));
        prop_assert_eq!(
            trace(&diagnosis(&RULEBOOK, &answers(&given))),
            trace(&diagnosis(&RULEBOOK, &answers(&shuffled)))
        );
    }

    #[test]
    fn an_answer_that_is_changed_and_changed_back_leaves_no_trace(draws in draws(), other in draws()) {
        let given = drawn(&RULEBOOK, &draws);
        let before = answers(&given);
        let mut after = before.clone();
        for (question, answer) in drawn(&RULEBOOK, &other) {
            after.set(question, answer);
            match before.get(question) {
                Some(answer) => after.set(question, answer),
                None => after.clear(question),
            }
        }
        prop_assert_eq!(before, after);
    }

    #[test]
    fn unsure_weighs_as_much_as_an_open_question(draws in draws()) {
        let given = drawn(&RULEBOOK, &draws);
        let known: Vec<_> = given
            .iter()
            .copied()
            .filter(|(_, answer)| !matches!(answer, Answer::Unsure | Answer::Amounts([None, _] | [_, None])))
            .collect();
        prop_assert_eq!(
            trace(&diagnosis(&RULEBOOK, &answers(&given))),
            trace(&diagnosis(&RULEBOOK, &answers(&known)))
        );
    }

    #[test]
    fn an_answer_that_does_not_apply_changes_nothing(draws in draws()) {
        let given = drawn(&RULEBOOK, &draws);
        let symptom = diagnosis(&RULEBOOK, &answers(&given)).facts.symptom();
        let applying: Vec<_> = given
            .iter()
            .copied()
            .filter(|(question, _)| RULEBOOK.question(*question).counts(symptom))
            .collect();
        prop_assert_eq!(
            trace(&diagnosis(&RULEBOOK, &answers(&given))),
            trace(&diagnosis(&RULEBOOK, &answers(&applying)))
        );
    }

    /// One more option of an open question moves each support towards its weight and never past it: the group's
    /// sum moves by the whole weight and the cap, being monotone, can only hold some of it back.
    /// A cause that the question does not touch gains at most the clean bonus, and only from a clean option.
    /// Hard facts do not enter the support.
    #[test]
    fn one_more_option_moves_every_support_the_way_its_weight_points(
        draws in draws(), at in 0..RULEBOOK.questions.len(), pick in any::<u8>(),
    ) {
        let question = QuestionIx(u8::try_from(at).expect("there are few questions"));
        prop_assume!(question != RULEBOOK.symptom && !matches!(RULEBOOK.question(question).kind, AnswerKind::Money(_)));
        let mut given = drawn(&RULEBOOK, &draws);
        given.retain(|(answered, _)| *answered != question);
        let choices: Vec<OptionIx> = options(RULEBOOK.question(question)).collect();
        let option = choices[usize::from(pick) % choices.len()];
        let before = diagnosis(&RULEBOOK, &answers(&given));
        given.push((question, Answer::Options(OptionSet::of(option))));
        let after = diagnosis(&RULEBOOK, &answers(&given));
        for cause in RULEBOOK.cause_places() {
            let moved = after.assessment(cause).support - before.assessment(cause).support;
            let full = full_weight(question, option, cause, &before);
            let (least, most) = (full.min(Decibans::ZERO), full.max(Decibans::ZERO));
            prop_assert!(
                (least..=most).contains(&moved),
                "{} moved by {moved}, the answer weighs {full}", RULEBOOK.cause(cause).id
            );
            let has_cap = |of: &Diagnosis| !of.trace(&RULEBOOK, cause).capped.is_empty();
            let is_capped = has_cap(&before) || has_cap(&after);
            prop_assert!(is_capped || moved == full, "{} moved by {moved} of {full}", RULEBOOK.cause(cause).id);
        }
    }

    #[test]
    fn prior_evidence_and_caps_sum_up_to_the_support(draws in draws()) {
        let diagnosis = diagnosis(&RULEBOOK, &answers(&drawn(&RULEBOOK, &draws)));
        for assessment in &diagnosis.assessments {
            let trace = diagnosis.trace(&RULEBOOK, assessment.cause);
            let rows: Decibans = trace.rows.iter().map(|row| row.weight).sum();
            let capped: Decibans = trace.capped.iter().map(|(_, weight)| *weight).sum();
            prop_assert_eq!(assessment.prior.unwrap_or_default() + rows + capped, assessment.support);
        }
    }

    #[test]
    fn findings_are_few_distinct_and_in_order(draws in draws()) {
        check_findings(&RULEBOOK, &diagnosis(&RULEBOOK, &answers(&drawn(&RULEBOOK, &draws))))?;
    }

    #[test]
    fn what_is_always_last_stands_last(draws in draws(), place in any::<prop::sample::Index>()) {
        let mut rulebook = RULEBOOK.clone();
        place.get_mut(&mut rulebook.causes).is_always_last = true;
        check_findings(&rulebook, &diagnosis(&rulebook, &answers(&drawn(&rulebook, &draws))))?;
    }

    #[test]
    fn the_steps_can_be_taken_in_their_order(draws in draws()) {
        check_plan(&diagnosis(&RULEBOOK, &answers(&drawn(&RULEBOOK, &draws))))?;
    }

    #[test]
    fn every_result_has_steps_and_says_something_of_every_cause(draws in draws()) {
        check_result(&RULEBOOK, &diagnosis(&RULEBOOK, &answers(&drawn(&RULEBOOK, &draws))))?;
    }
}

#[test]
fn the_shipped_rulebook_is_the_folder_s_and_survives_packing() {
    let pack = |rulebook: &Rulebook| {
        let mut packed = Vec::new();
        rulebook.pack(&mut packed);
        packed
    };
    let packed = pack(&folder::knowledge().rulebook);
    assert!(pack(&RULEBOOK) == packed, "the compiled-in rulebook is not the folder's");
    let unpacked = Rulebook::unpack(&mut Unpacker::new(&packed));
    assert!(pack(&unpacked) == packed, "unpacking loses something");
    assert!(format!("{unpacked:?}") == format!("{:?}", folder::knowledge().rulebook));
}

/// All that a diagnosis says; two that print the same are the same.
fn trace(diagnosis: &Diagnosis) -> String {
    let rows: Vec<Trace> =
        RULEBOOK.cause_places().map(|cause| diagnosis.trace(&RULEBOOK, cause)).collect();
    format!("{diagnosis:?} {rows:?}")
}

/// What the option weighs for the cause where no cap holds it back.
fn full_weight(
    question: QuestionIx,
    option: OptionIx,
    cause: CauseIx,
    before: &Diagnosis,
) -> Decibans {
    let asked = RULEBOOK.question(question);
    if !asked.counts(before.facts.symptom()) {
        return Decibans::ZERO;
    }
    let choice = RULEBOOK.option(question, option);
    let of = RULEBOOK.cause(cause);
    match (of.weighs(question), choice.is_clean, of.shown_on) {
        (true, _, _) => of
            .evidence
            .iter()
            .filter(|row| (row.question, row.option) == (question, option))
            .filter(|row| row.holds_on(folder::day()))
            .map(|row| row.weight)
            .sum(),
        (false, true, ShownOn::OwnAnswer) => RULEBOOK.settings.clean_weight,
        (false, true, ShownOn::CleanAnswers) => RULEBOOK.settings.outside_weight,
        (false, false, _) => Decibans::ZERO,
    }
}

fn check_findings(rulebook: &Rulebook, diagnosis: &Diagnosis) -> Result<(), TestCaseError> {
    let findings = &diagnosis.findings;
    prop_assert!(findings.len() <= usize::from(rulebook.settings.most_findings));
    let causes: Vec<CauseIx> = findings.iter().flat_map(|finding| finding.causes()).collect();
    prop_assert_eq!(
        causes.iter().collect::<BTreeSet<_>>().len(),
        causes.len(),
        "a cause is shown twice"
    );
    for pair in findings.windows(2) {
        let [one, next] = [&pair[0], &pair[1]].map(|finding| diagnosis.assessment(finding.cause));
        let [one_is_last, next_is_last] =
            [one, next].map(|a| rulebook.cause(a.cause).is_always_last);
        prop_assert!(!one_is_last || next_is_last, "something stands behind what is always last");
        if one_is_last == next_is_last {
            prop_assert!(
                one.settled_by.is_some() || next.settled_by.is_none(),
                "settled behind unsettled"
            );
            prop_assert!(
                one.settled_by.is_some() || one.support >= next.support,
                "more support behind less"
            );
        }
    }
    for finding in findings {
        let assessment = diagnosis.assessment(finding.cause);
        let is_clean_shown = rulebook.cause(finding.cause).shown_on == ShownOn::CleanAnswers;
        let speaks = diagnosis.trace(rulebook, finding.cause).rows.iter().any(|row| {
            row.weight > Decibans::ZERO
                && (row.weighs == Weighs::Own || (row.weighs == Weighs::Clean && is_clean_shown))
        });
        prop_assert!(
            speaks || assessment.settled_by.is_some(),
            "a reason without an answer behind it"
        );
        prop_assert!(assessment.ruled_out_by.is_none(), "a reason that is ruled out");
    }
    Ok(())
}

/// What must come before a step comes before it, nothing conflicts, and nothing that touches credit comes first.
fn check_plan(diagnosis: &Diagnosis) -> Result<(), TestCaseError> {
    let steps: Vec<RemedyIx> = diagnosis.plan.iter().map(|step| step.remedy).collect();
    for (place, at) in steps.iter().enumerate() {
        let remedy = RULEBOOK.remedy(*at);
        let later = &steps[place + 1..];
        prop_assert!(
            !later.iter().any(|at| remedy.after.contains(at)),
            "{} comes too early",
            remedy.id
        );
        prop_assert!(
            !steps.iter().any(|at| remedy.conflicts.contains(at)),
            "{} conflicts",
            remedy.id
        );
    }
    let is_late = |at: &RemedyIx| {
        let remedy = RULEBOOK.remedy(*at);
        remedy.touches_credit || remedy.risk == Risk::High
    };
    prop_assert!(!steps.first().is_some_and(is_late), "the first step touches credit or is risky");
    for finding in &diagnosis.findings {
        let mut steps = diagnosis.plan.iter();
        prop_assert!(
            steps.any(|step| step.causes.contains(&finding.cause)),
            "reason {} has no step",
            RULEBOOK.cause(finding.cause).id
        );
    }
    Ok(())
}

/// There are steps, and every cause is among the reasons or among those not shown.
pub(crate) fn check_result(
    rulebook: &Rulebook,
    diagnosis: &Diagnosis,
) -> Result<(), TestCaseError> {
    prop_assert!(!diagnosis.plan.is_empty(), "no steps");
    prop_assert!(diagnosis.plan.len() <= usize::from(rulebook.settings.most_steps));
    let remedies: BTreeSet<_> = diagnosis.plan.iter().map(|step| step.remedy).collect();
    prop_assert_eq!(remedies.len(), diagnosis.plan.len(), "a step stands twice");
    prop_assert_eq!(diagnosis.outcome == Outcome::NotEnoughKnown, diagnosis.findings.is_empty());
    let shown = diagnosis.findings.iter().flat_map(|finding| finding.causes());
    let mut all: Vec<CauseIx> =
        shown.chain(diagnosis.not_shown.iter().map(|not| not.cause)).collect();
    all.sort_unstable();
    prop_assert_eq!(
        all,
        rulebook.cause_places().collect::<Vec<_>>(),
        "a cause is said nothing of, or twice"
    );
    Ok(())
}
