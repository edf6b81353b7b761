use super::{
    Assessment, Capped, CauseIx, Date, Decibans, Effect, EvidenceRow, Facts, GroupIx, QuestionIx,
    Rulebook, Said, ShownOn, Weighs,
};

/// Weighs every cause in the rulebook's order; one assessment a cause.
pub(super) fn assess(rulebook: &Rulebook, facts: &Facts, day: Date) -> Vec<Assessment> {
    let mut assessments: Vec<Assessment> =
        rulebook.cause_places().map(|cause| unweighed(rulebook, facts, cause)).collect();
    for question in rulebook.question_places() {
        add_rows(rulebook, facts, day, question, &mut assessments);
    }
    for assessment in &mut assessments {
        add_caps(rulebook, assessment);
        decide_hard_facts(rulebook, facts, assessment);
    }
    assessments
}

fn unweighed(rulebook: &Rulebook, facts: &Facts, cause: CauseIx) -> Assessment {
    Assessment {
        cause,
        prior: rulebook.cause(cause).prior(facts.symptom()),
        rows: Vec::new(),
        capped: Vec::new(),
        support: Decibans::ZERO,
        clean_bonus: Decibans::ZERO,
        settled_by: None,
        ruled_out_by: None,
        contradicted_by: None,
    }
}

/// Adds what the answers to one question say, and the clean bonus for every cause that it does not touch.
fn add_rows(
    rulebook: &Rulebook,
    facts: &Facts,
    day: Date,
    question: QuestionIx,
    assessments: &mut [Assessment],
) {
    for option in facts.held(question).iter() {
        let choice = rulebook.choice(question, option);
        for evidence in choice.evidence.iter().filter(|evidence| evidence.holds_on(day)) {
            let weighs = if evidence.is_general { Weighs::General } else { Weighs::Own };
            let row = EvidenceRow { question, option, weight: evidence.weight, weighs };
            assessments[evidence.cause.at()].rows.push(row);
        }
        if choice.is_clean {
            let touched = touched_by(rulebook, question);
            for assessment in assessments.iter_mut() {
                if !touched[assessment.cause.at()] {
                    let weight = clean_weight(rulebook, assessment.cause);
                    let row = EvidenceRow { question, option, weight, weighs: Weighs::Clean };
                    assessment.rows.push(row);
                }
            }
        }
    }
}

/// For each cause whether an answer to the question says something about it.
fn touched_by(rulebook: &Rulebook, question: QuestionIx) -> Vec<bool> {
    let mut touched = vec![false; rulebook.causes.len()];
    for choice in &rulebook.question(question).options {
        for evidence in &choice.evidence {
            touched[evidence.cause.at()] = true;
        }
    }
    touched
}

fn clean_weight(rulebook: &Rulebook, cause: CauseIx) -> Decibans {
    match rulebook.cause(cause).shown_on {
        ShownOn::OwnAnswer => rulebook.settings.clean_weight,
        ShownOn::CleanAnswers => rulebook.settings.outside_weight,
    }
}

/// Sums the rows, group by group, and notes what each cap took away.
fn add_caps(rulebook: &Rulebook, assessment: &mut Assessment) {
    let total: Decibans = assessment.rows.iter().map(|row| row.weight).sum();
    for group in GroupIx::all(rulebook.groups.len()) {
        let in_group = |row: &EvidenceRow| {
            row.weighs != Weighs::Clean && rulebook.question(row.question).group == Some(group)
        };
        let cap = rulebook.groups[group.at()].cap;
        note_cap(assessment, Capped::Group(group), cap, in_group);
    }
    let clean_cap = match rulebook.cause(assessment.cause).shown_on {
        ShownOn::OwnAnswer => rulebook.settings.clean_cap,
        ShownOn::CleanAnswers => rulebook.settings.outside_cap,
    };
    let is_clean = |row: &EvidenceRow| row.weighs == Weighs::Clean;
    assessment.clean_bonus = note_cap(assessment, Capped::Clean, clean_cap, is_clean);
    let capped: Decibans = assessment.capped.iter().map(|(_, weight)| *weight).sum();
    assessment.support = assessment.prior.unwrap_or_default() + total + capped;
}

/// The capped sum of some rows; notes the difference to the plain sum where there is one.
fn note_cap(
    assessment: &mut Assessment,
    what: Capped,
    cap: Decibans,
    belongs: impl Fn(&EvidenceRow) -> bool,
) -> Decibans {
    let sum: Decibans =
        assessment.rows.iter().filter(|row| belongs(row)).map(|row| row.weight).sum();
    let held = sum.clamp_to(cap);
    if held != sum {
        assessment.capped.push((what, held - sum));
    }
    held
}

/// Finds what settles the cause or rules it out; what the page says outranks what was answered.
fn decide_hard_facts(rulebook: &Rulebook, facts: &Facts, assessment: &mut Assessment) {
    let settles = strongest(rulebook, facts, assessment, Effect::Settles);
    let rules_out = strongest(rulebook, facts, assessment, Effect::RulesOut);
    let is_on_page = |said: Said| rulebook.question(said.question).on_page;
    match (settles, rules_out) {
        (Some(said), Some(denied)) if is_on_page(denied) && !is_on_page(said) => {
            assessment.ruled_out_by = rules_out;
            assessment.contradicted_by = settles;
        }
        (Some(_), _) => {
            assessment.settled_by = settles;
            assessment.contradicted_by =
                rules_out.or_else(|| assessment.strongest_objection(&rulebook.settings));
        }
        (None, _) => assessment.ruled_out_by = rules_out,
    }
}

/// The answer of the highest rank that has the effect on the cause.
/// Out of question, a cause is decided only by what the page says, or if it stops the interview.
fn strongest(
    rulebook: &Rulebook,
    facts: &Facts,
    assessment: &Assessment,
    effect: Effect,
) -> Option<Said> {
    let cause = rulebook.cause(assessment.cause);
    let mut found = None;
    for fact in &cause.hard_facts {
        let is_on_page = rulebook.question(fact.question).on_page;
        let counts = assessment.prior.is_some() || cause.stops || is_on_page;
        if fact.effect == effect && counts && facts.establish(fact) {
            if is_on_page {
                return Some(fact.said());
            }
            found = found.or(Some(fact.said()));
        }
    }
    found
}
