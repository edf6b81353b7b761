use serde_json::{Value, json};

use crate::engine::{Answers, Rulebook, diagnose};
use crate::knowledge::{Case, Disagreement, disagreements};
use crate::proof::judgement::judge;
use crate::proof::mutant::{KINDS, Mutant, mutants};
use crate::proof::survey::{borrowers, survey};
use crate::proof::{Line, Method, ProofSubject, Verdict, Witness, named_answers};

/// How many mutants that nobody noticed are listed.
const LISTED: usize = 20;

/// The least share of mutants to notice, in hundredths.
const LEAST: usize = 95;

/// A slip of the pen in the rules is noticed by a worked case or a check.
pub(crate) fn line(subject: &ProofSubject) -> Line {
    let mutants = mutants(subject.rulebook);
    let guard = Guard::new(subject);
    let mut scores = [Score::default(); KINDS.len()];
    let mut survivors = Vec::new();
    for mutant in &mutants {
        let rulebook = mutant.of(subject.rulebook);
        let by_case = guard.cases_notice(&rulebook);
        let is_noticed = by_case || guard.checks_notice(&rulebook);
        scores[mutant.kind()].count(by_case, is_noticed);
        if !is_noticed {
            survivors.push(*mutant);
        }
    }
    let all = scores.iter().fold(Score::default(), |all, score| all.and(*score));
    let is_good = all.noticed * 100 >= all.made * LEAST;
    let names: Vec<String> =
        survivors.iter().take(LISTED).map(|mutant| mutant.name(subject.rulebook)).collect();
    let mut figures = vec![("all".to_owned(), all.figures())];
    let kinds = KINDS.iter().zip(&scores);
    figures.extend(kinds.map(|(kind, score)| ((*kind).to_owned(), score.figures())));
    figures.push(("survivors".to_owned(), json!(names)));
    Line {
        id: "mutation-score",
        claim: "of one hundred slips of the pen in the rules the cases and checks notice ninety-five",
        method: Method::Exact,
        verdict: if is_good { Verdict::Holds } else { Verdict::Fails },
        figures,
        examples: if is_good { Vec::new() } else { examples(subject, &survivors) },
    }
}

/// What watches over the rules; what it finds wrong without any slip does not count.
struct Guard<'a> {
    subject: &'a ProofSubject<'a>,
    cases: Vec<&'a Case>,
    disagreements: Vec<Disagreement>,
}

impl<'a> Guard<'a> {
    fn new(subject: &'a ProofSubject) -> Self {
        let is_right = |case: &&Case| judge(subject.rulebook, case).wrong.is_empty();
        let cases = subject.cases.iter().filter(is_right).collect();
        let disagreements = disagreements(subject.rulebook, subject.readings);
        Self { subject, cases, disagreements }
    }

    fn cases_notice(&self, rulebook: &Rulebook) -> bool {
        self.cases.iter().any(|case| !judge(rulebook, case).wrong.is_empty())
    }

    /// Whether a check of the knowledge reports a new problem in the rules.
    ///
    /// A further check on a finished rulebook is one more term here.
    fn checks_notice(&self, rulebook: &Rulebook) -> bool {
        let found = disagreements(rulebook, self.subject.readings);
        found.iter().any(|disagreement| !self.disagreements.contains(disagreement))
    }
}

#[derive(Clone, Copy, Default)]
struct Score {
    made: usize,
    by_case: usize,
    noticed: usize,
}

impl Score {
    fn count(&mut self, by_case: bool, is_noticed: bool) {
        self.made += 1;
        self.by_case += usize::from(by_case);
        self.noticed += usize::from(is_noticed);
    }

    fn and(self, other: Self) -> Self {
        Self {
            made: self.made + other.made,
            by_case: self.by_case + other.by_case,
            noticed: self.noticed + other.noticed,
        }
    }

    fn figures(self) -> Value {
        let percent = |count: usize| (count * 1000 / self.made.max(1)) as f64 / 10.0;
        json!({
            "made": self.made,
            "noticed": self.noticed,
            "percent": percent(self.noticed),
            "percent-by-cases-alone": percent(self.by_case),
        })
    }
}

/// Borrowers who see another result than by the mistaken rules, although nobody noticed the mistake.
fn examples(subject: &ProofSubject, survivors: &[Mutant]) -> Vec<Witness> {
    let borrowers = borrowers(subject, &survey(subject));
    let example = |mutant: &Mutant| {
        let mistaken = mutant.of(subject.rulebook);
        let differs = |answers: &&Answers| {
            let [one, other] =
                [subject.rulebook, &mistaken].map(|rules| diagnose(rules, answers, subject.day));
            one.findings != other.findings || one.plan != other.plan
        };
        let named = |answers| named_answers(subject.rulebook, answers, subject.day);
        Witness {
            shows: format!("not noticed: {}", mutant.name(subject.rulebook)),
            answers: borrowers.iter().find(differs).map(named).unwrap_or_default(),
        }
    };
    survivors.iter().take(LISTED).map(example).collect()
}
