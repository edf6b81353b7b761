use std::collections::BTreeSet;

use serde_json::{Map, json};

use crate::engine::{
    AnswerKind, Answers, CauseIx, Diagnosis, Finding, Form, Interview, Outcome, QuestionIx,
    Rulebook, ScreenIx, diagnose,
};
use crate::proof::survey::{Standing, borrowers, survey};
use crate::proof::{Line, Method, ProofSubject, Verdict, Witness, named_answers};
use crate::wording::required_keys;

/// Every text about a cause, a step, a question or a screen is shown to some borrower.
///
/// The page's own texts are left to the tests of the screens.
pub(crate) fn line(subject: &ProofSubject) -> Line {
    let rulebook = subject.rulebook;
    let survey = survey(subject);
    let borrowers = borrowers(subject, &survey);
    let mut met = MetKeys::default();
    for answers in &borrowers {
        let diagnosis = diagnose(rulebook, answers, subject.day);
        met.note_result(rulebook, &diagnosis);
        met.note_screens(rulebook, answers, &diagnosis);
    }
    let keys = keys(subject);
    let never: Vec<&String> = keys.iter().filter(|key| !met.0.contains(*key)).collect();
    let things: BTreeSet<(&str, &str)> = never.iter().map(|key| thing(key)).collect();
    let examples =
        things.into_iter().map(|thing| example(subject, &survey, &borrowers, thing)).collect();
    Line {
        id: "wording-never-shown",
        claim: "every text about a cause, a step, a question or a screen is shown to some borrower",
        method: match never.is_empty() {
            true => Method::Exact,
            false => Method::Bounded(format!("{} borrowers of every kind", borrowers.len())),
        },
        verdict: if never.is_empty() { Verdict::Holds } else { Verdict::Fails },
        figures: vec![
            ("texts".to_owned(), json!(keys.len())),
            ("never shown".to_owned(), json!(never)),
        ],
        examples,
    }
}

/// The texts that the rulebook asks for, and the optional ones that some catalogue has; not those of the page.
fn keys(subject: &ProofSubject) -> BTreeSet<String> {
    let has = |key: &str| subject.catalogues.iter().any(|texts| texts.find(key).is_some());
    let needs = required_keys(subject.rulebook).into_iter();
    needs
        .filter(|need| !need.is_optional || has(&need.key))
        .map(|need| need.key)
        .filter(|key| !key.starts_with("ui.") && !key.starts_with("placeholder."))
        .collect()
}

fn is_warned(diagnosis: &Diagnosis) -> bool {
    diagnosis.outcome == Outcome::StopScam
}

/// What some borrower is shown, by key.
#[derive(Default)]
struct MetKeys(BTreeSet<String>);

impl MetKeys {
    fn add(&mut self, kind: &str, id: &str, slots: &[&str]) {
        for slot in slots {
            let key = [kind, id, slot].join(".");
            self.0.insert(key);
        }
    }

    /// The reasons and the steps; which texts of a reason stand where is the page's business.
    fn note_result(&mut self, rulebook: &Rulebook, diagnosis: &Diagnosis) {
        for cause in diagnosis.findings.iter().flat_map(Finding::causes) {
            let cause = rulebook.cause(cause);
            self.add("cause", &cause.id, &["title", "summary"]);
            if !cause.stops {
                self.add("cause", &cause.id, &["what", "why", "again"]);
            }
        }
        for step in &diagnosis.plan {
            let id = &rulebook.remedy(step.remedy).id;
            self.add("remedy", id, &["title", "step", "check", "avoid"]);
        }
    }

    /// The screens that are still open, since everybody may go on.
    fn note_screens(&mut self, rulebook: &Rulebook, answers: &Answers, diagnosis: &Diagnosis) {
        let interview = Interview::new(rulebook, answers, diagnosis);
        // Whoever is warned may take the warning back, and is then asked.
        if let Some(question) = rulebook.after_warning().filter(|_| is_warned(diagnosis)) {
            self.note_question(rulebook, &interview, question);
        }
        for screen in rulebook.screen_places().filter(|screen| interview.is_open(*screen)) {
            let questions = interview.questions_on(screen);
            for question in &questions {
                self.note_question(rulebook, &interview, *question);
            }
            self.note_screen(rulebook, &interview, screen, questions.len());
        }
    }

    fn note_question(&mut self, rulebook: &Rulebook, interview: &Interview, at: QuestionIx) {
        let question = rulebook.question(at);
        self.add("question", &question.id, &["title", "short", "hint", "why"]);
        self.add("option", &question.id, &["unsure"]);
        for option in interview.options_of(at) {
            self.add("option", &question.id, &[&question.options[option.at()].id]);
        }
        if let AnswerKind::Money(ratio) = &question.kind {
            for field in &ratio.fields {
                self.add("field", field, &["label", "hint"]);
            }
        }
    }

    fn note_screen(
        &mut self,
        rulebook: &Rulebook,
        interview: &Interview,
        at: ScreenIx,
        questions: usize,
    ) {
        let screen = rulebook.screen(at);
        let is_list = matches!(screen.form, Form::List(_));
        if is_list || questions > 1 {
            self.add("screen", &screen.id, &["title", "hint"]);
        }
        for row in interview.rows_on(at) {
            let choice = &rulebook.option(row.question, row.option).id;
            self.add("row", &rulebook.question(row.question).id, &[choice]);
        }
    }
}

/// AnswerKind and id of what a key is about.
fn thing(key: &str) -> (&str, &str) {
    let mut parts = key.split('.');
    (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}

/// For a cause the borrower for whom most speaks for it; for a step one whose reason it would serve.
fn example(
    subject: &ProofSubject,
    survey: &[Standing],
    borrowers: &[Answers],
    (kind, id): (&str, &str),
) -> Witness {
    let rulebook = subject.rulebook;
    let is_cause = |standing: &&Standing| rulebook.cause(standing.cause).id == id;
    let served: Vec<CauseIx> = rulebook
        .remedies
        .iter()
        .filter(|remedy| remedy.id == id)
        .flat_map(|remedy| remedy.fixes.iter().map(|fix| fix.cause))
        .collect();
    let answers = match kind {
        "cause" => survey.iter().find(is_cause).map(|standing| &standing.witnesses.best),
        "remedy" => borrowers.iter().find(|answers| {
            diagnose(rulebook, answers, subject.day).first().is_some_and(|c| served.contains(&c))
        }),
        _ => None,
    };
    Witness {
        shows: format!("no text, or not every text, of {kind} `{id}` is shown"),
        answers: answers
            .map_or_else(Map::new, |answers| named_answers(rulebook, answers, subject.day)),
    }
}
