use core::ops::ControlFlow;

use serde_json::json;

use crate::engine::{
    Answer, AnswerKind, Answers, CauseIx, Date, Decibans, Diagnosis, OptionIx, OptionSet,
    QuestionIx, QuestionSet, Rulebook, Said, diagnose,
};
use crate::proof::answer_space::{AnswerSpace, answer, lone};
use crate::proof::survey::symptoms;
use crate::proof::{Line, Method, ProofSubject, Verdict, Witness, named_answers};

/// What speaks for a cause never lowers it or takes it away, and what speaks against it never raises it.
pub(crate) fn line(subject: &ProofSubject) -> Line {
    let rulebook = subject.rulebook;
    let (mut pulls, mut tried, mut is_exact) = (0usize, 0usize, true);
    let mut broken = Vec::new();
    let mut examples = Vec::new();
    for cause in rulebook.cause_places() {
        let alone = lone(rulebook, cause);
        for pull in pulls_on(rulebook, cause, subject.day) {
            pulls += 1;
            let mut trial =
                PullTrial { alone: &alone, day: subject.day, pull, tried: 0, worst: None };
            for symptom in symptoms(rulebook) {
                is_exact &= trial.run(rulebook, cause, symptom);
            }
            tried += trial.tried;
            let found =
                trial.worst.map(|(shows, answers)| (name(rulebook, cause, pull, shows), answers));
            let found = found.or_else(|| {
                pull.is_torn.then(|| (name(rulebook, cause, pull, TORN), Answers::new()))
            });
            if let Some((shows, answers)) = found {
                broken.push(shows.clone());
                let answers = named_answers(rulebook, &answers, subject.day);
                examples.push(Witness { shows, answers });
            }
        }
    }
    Line {
        id: "monotony-of-weights",
        claim: "what speaks for a cause never lowers it or takes it away, and what speaks against it never raises it",
        method: match is_exact {
            true => Method::Exact,
            false => Method::Bounded(format!("{tried} combinations of answers")),
        },
        verdict: if broken.is_empty() { Verdict::Holds } else { Verdict::Fails },
        figures: vec![
            ("answers with a weight".to_owned(), json!(pulls)),
            ("combinations of answers tried".to_owned(), json!(tried)),
            ("broken".to_owned(), json!(broken)),
        ],
        examples,
    }
}

const TORN: &str = "weighs both ways on one day";

/// One answer's weight for one cause.
#[derive(Clone, Copy)]
struct Pull {
    said: Said,
    weight: Decibans,
    /// Whether it has weights of both signs.
    is_torn: bool,
}

/// The answers with a weight, each once.
fn pulls_on(rulebook: &Rulebook, cause: CauseIx, day: Date) -> Vec<Pull> {
    let mut pulls: Vec<Pull> = Vec::new();
    for row in rulebook.cause(cause).evidence.iter().filter(|row| row.holds_on(day)) {
        let said = Said { question: row.question, option: row.option };
        match pulls.iter_mut().find(|pull| pull.said == said) {
            Some(pull) => {
                pull.is_torn |= (pull.weight > Decibans::ZERO) != (row.weight > Decibans::ZERO);
                pull.weight += row.weight;
            }
            None => pulls.push(Pull { said, weight: row.weight, is_torn: false }),
        }
    }
    pulls.retain(|pull| pull.weight != Decibans::ZERO);
    pulls
}

/// Tries one answer with everything else that its group and the hard facts can say.
struct PullTrial<'a> {
    alone: &'a Rulebook,
    day: Date,
    pull: Pull,
    tried: usize,
    /// What went wrong, and the answers of a borrower who shows it.
    worst: Option<(&'static str, Answers)>,
}

impl PullTrial<'_> {
    /// Tries it under one symptom; says whether everything was tried.
    fn run(&mut self, rulebook: &Rulebook, cause: CauseIx, symptom: OptionIx) -> bool {
        let Said { question, option } = self.pull.said;
        let of = rulebook.question(question);
        if !of.applies.has(Some(symptom)) || !of.offered(Some(symptom)).has(option) {
            return true;
        }
        let heard =
            AnswerSpace::among(rulebook, cause, symptom, partners(rulebook, cause, question));
        let can_join = of.alone() != Some(option) && matches!(of.kind, AnswerKind::Many { .. });
        let _ = heard.each(&heard.bare(), &mut |answers| {
            let held = match answers.get(question) {
                None => OptionSet::EMPTY,
                Some(Answer::Options(held))
                    if can_join && of.alone().is_none_or(|a| !held.has(a)) =>
                {
                    held
                }
                Some(_) => return ControlFlow::Continue(()),
            };
            if !held.has(option) {
                let mut with = answers.clone();
                with.set(question, answer(rulebook, question, held.with(option)));
                self.compare(answers, &with);
            }
            ControlFlow::Continue(())
        });
        heard.is_exact()
    }

    fn compare(&mut self, without: &Answers, with: &Answers) {
        self.tried += 1;
        if self.worst.is_none() {
            let [before, after] =
                [without, with].map(|answers| diagnose(self.alone, answers, self.day));
            self.worst =
                fault(self.pull.weight, &before, &after).map(|fault| (fault, with.clone()));
        }
    }
}

/// What is wrong between leaving the question open and choosing the option.
fn fault(weight: Decibans, before: &Diagnosis, after: &Diagnosis) -> Option<&'static str> {
    let [of_before, of_after] = [before, after].map(|diagnosis| &diagnosis.assessments[0]);
    let [was_shown, is_shown] = [before, after].map(|diagnosis| !diagnosis.findings.is_empty());
    let [was_settled, is_settled] =
        [of_before, of_after].map(|assessment| assessment.settled_by.is_some());
    let is_newly_out = of_before.ruled_out_by.is_none() && of_after.ruled_out_by.is_some();
    if weight > Decibans::ZERO {
        return match () {
            () if is_newly_out => Some("speaks for the cause and rules it out"),
            () if was_settled && !is_settled => Some("speaks for the cause and unsettles it"),
            () if of_after.support < of_before.support => {
                Some("speaks for the cause and lowers it")
            }
            () if was_shown && !is_shown => Some("speaks for the cause and hides it"),
            () => None,
        };
    }
    match () {
        () if !was_settled && is_settled => Some("speaks against the cause and settles it"),
        () if of_before.ruled_out_by.is_some() && of_after.ruled_out_by.is_none() => {
            Some("speaks against the cause and lets it in again")
        }
        () if of_after.support > of_before.support => {
            Some("speaks against the cause and raises it")
        }
        () if !was_shown && is_shown => Some("speaks against the cause and shows it"),
        () => None,
    }
}

/// The questions whose answers can change what one more answer does: its own, those of its group,
/// and those of hard facts.
fn partners(rulebook: &Rulebook, cause: CauseIx, question: QuestionIx) -> QuestionSet {
    let of = rulebook.cause(cause);
    let group = rulebook.question(question).group;
    let in_group = of
        .evidence
        .iter()
        .map(|row| row.question)
        .filter(|at| group.is_some() && rulebook.question(*at).group == group);
    let hard = of.hard_facts.iter().flat_map(|fact| {
        let conditions = fact.when.iter().chain(&fact.unless);
        core::iter::once(fact.question).chain(conditions.map(|condition| condition.question))
    });
    in_group.chain(hard).fold(QuestionSet::EMPTY.with(question), QuestionSet::with)
}

fn name(rulebook: &Rulebook, cause: CauseIx, pull: Pull, shows: &str) -> String {
    let question = rulebook.question(pull.said.question);
    let option = &question.options[pull.said.option.at()].id;
    let cause = &rulebook.cause(cause).id;
    format!("`{}` = `{option}` ({} for `{cause}`) {shows}", question.id, pull.weight)
}
