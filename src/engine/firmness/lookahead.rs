use crate::engine::answers::{Answer, Answers, Facts};
use crate::engine::diagnosis::{Assessment, Diagnosis, weigh};
use crate::engine::rules::{CauseSet, OptionSet, Question, QuestionIx, Rulebook};

/// How the causes would stand after one further answer.
pub(in crate::engine) struct Lookahead<'a> {
    rulebook: &'a Rulebook,
    facts: Facts,
    assessments: &'a [Assessment],
    /// For each question the causes that an answer to it can touch.
    touching: Vec<CauseSet>,
}

impl<'a> Lookahead<'a> {
    pub(in crate::engine) fn new(rulebook: &'a Rulebook, diagnosis: &'a Diagnosis) -> Self {
        let facts = diagnosis.facts.clone();
        let assessments = &diagnosis.assessments;
        Self { rulebook, facts, assessments, touching: touching(rulebook) }
    }

    /// Every cause as it would stand if these options of the question held too.
    pub(in crate::engine) fn after(
        &mut self,
        question: QuestionIx,
        options: OptionSet,
    ) -> Vec<Assessment> {
        let before = self.facts.held(question);
        let clean_before = self.facts.clean().len();
        self.facts.hold(self.rulebook, question, before.and(options));
        let more_clean = self.facts.clean().len() - clean_before;
        let touched = self.touching[question.at()];
        let assessments = self
            .assessments
            .iter()
            .map(|assessment| {
                if touched.has(assessment.cause) {
                    return weigh(self.rulebook, &self.facts, assessment.cause);
                }
                let mut assessment = *assessment;
                if more_clean != 0 {
                    let clean = assessment.clean_answers + more_clean;
                    assessment.set_clean_answers(clean, self.rulebook);
                }
                assessment
            })
            .collect();
        self.facts.hold(self.rulebook, question, before);
        assessments
    }
}

fn touching(rulebook: &Rulebook) -> Vec<CauseSet> {
    let mut touching = vec![CauseSet::EMPTY; rulebook.questions.len()];
    for cause in rulebook.cause_places() {
        for question in rulebook.cause(cause).questions().iter() {
            let place = &mut touching[question.at()];
            *place = place.with(cause);
        }
    }
    touching
}

/// The questions of which something is still open, each with the options that could still come to hold;
/// amounts count as their bands.
pub(in crate::engine) fn open_questions(
    rulebook: &Rulebook,
    answers: &Answers,
    facts: &Facts,
) -> Vec<(QuestionIx, OptionSet)> {
    let mut open = Vec::new();
    for at in rulebook.question_places() {
        let question = rulebook.question(at);
        let known = match answers.get(at) {
            None => OptionSet::EMPTY,
            Some(Answer::Partly { held, denied }) => known(question, facts.held(at), held, denied),
            Some(_) => continue,
        };
        let left = question.offered(facts.symptom()).minus(known);
        if question.applies.has(facts.symptom()) && !left.is_empty() {
            open.push((at, left));
        }
    }
    open
}

/// The options of which it is known whether they hold.
fn known(
    question: &Question,
    established: OptionSet,
    held: OptionSet,
    denied: OptionSet,
) -> OptionSet {
    let known = held.and(denied);
    match question.alone() {
        // What follows from the denials leaves nothing open, nor does what stands alone.
        _ if established != held => question.offered(None),
        Some(alone) if held.has(alone) => question.offered(None),
        Some(alone) if !held.is_empty() => known.with(alone),
        _ => known,
    }
}
