use crate::engine::{
    AnswerKind, Diagnosis, Finding, Form, NotShown, Outcome, QuestionIx, QuestionSet, Rulebook,
    Said, Trace, Weighs, WhyNot,
};

use super::sentences::Sentences;

/// The sentences that differ and that one borrower reads: their places, rising.
pub(super) struct SentenceVisitor<'a> {
    sentences: &'a Sentences,
    rulebook: &'a Rulebook,
    /// Whether a label of an answer differs; only then the answers behind the reasons are looked at.
    has_labels: bool,
    key: String,
    read: Vec<usize>,
}

impl<'a> SentenceVisitor<'a> {
    fn new(sentences: &'a Sentences, rulebook: &'a Rulebook) -> Self {
        let has_labels = sentences.has_changed_below(&["question.", "option."]);
        Self { sentences, rulebook, has_labels, key: String::new(), read: Vec::new() }
    }

    /// What is read on the result: the reasons, why not the others, the steps, and what they rest on.
    pub(super) fn of_result(
        sentences: &'a Sentences,
        rulebook: &'a Rulebook,
        diagnosis: &Diagnosis,
    ) -> Vec<usize> {
        let mut visitor = Self::new(sentences, rulebook);
        if sentences.has_changed() {
            for finding in &diagnosis.findings {
                visitor.finding(diagnosis, finding);
            }
            visitor.headline(diagnosis);
            visitor.plan(diagnosis);
            if diagnosis.outcome != Outcome::StopScam {
                for rest in &diagnosis.not_shown {
                    visitor.not_shown(diagnosis, rest);
                }
                visitor.sources(diagnosis);
            }
        }
        visitor.finish()
    }

    /// What is read on the screens of an interview.
    pub(super) fn of_screens(
        sentences: &'a Sentences,
        rulebook: &'a Rulebook,
        asked: QuestionSet,
    ) -> Vec<usize> {
        let mut visitor = Self::new(sentences, rulebook);
        if sentences.has_changed() {
            for question in asked.iter() {
                visitor.question(question);
            }
        }
        visitor.finish()
    }

    fn finish(mut self) -> Vec<usize> {
        self.read.sort_unstable();
        self.read.dedup();
        self.read
    }

    fn note(&mut self, kind: &str, id: &str, slot: &str) {
        self.key.clear();
        for part in [kind, ".", id, ".", slot] {
            self.key.push_str(part);
        }
        self.read.extend_from_slice(self.sentences.at(&self.key));
    }

    fn slots(&mut self, kind: &str, id: &str, slots: &[&str]) {
        for slot in slots {
            self.note(kind, id, slot);
        }
    }

    fn headline(&mut self, diagnosis: &Diagnosis) {
        match diagnosis.outcome {
            Outcome::NotEnoughKnown => self.slots("ui", "unknown", &["title", "body"]),
            Outcome::StopScam => {
                self.slots("ui", "scam", &["title", "body"]);
                for finding in &diagnosis.findings {
                    self.note("cause", &self.rulebook.cause(finding.cause).id, "summary");
                }
            }
            Outcome::Findings => {
                if let Some(first) = diagnosis.first() {
                    self.note("cause", &self.rulebook.cause(first).id, "summary");
                }
                self.note("ui", "result", "only-lender");
            }
        }
    }

    fn finding(&mut self, diagnosis: &Diagnosis, finding: &Finding) {
        if diagnosis.outcome == Outcome::StopScam {
            return;
        }
        let id = &self.rulebook.cause(finding.cause).id;
        self.slots("cause", id, &["title", "what", "why", "again"]);
        self.note("ui", "strength", finding.strength.id());
        for also in &finding.also {
            self.note("cause", &self.rulebook.cause(*also).id, "title");
        }
        if !self.has_labels {
            return;
        }
        let assessment = diagnosis.assessment(finding.cause);
        match assessment.settled_by {
            Some(said) => self.said(said),
            None => self.rows(&diagnosis.trace(self.rulebook, finding.cause)),
        }
        if let (Some(_), Some(said)) = (assessment.settled_by, assessment.contradicted_by) {
            self.said(said);
        }
    }

    fn rows(&mut self, trace: &Trace) {
        for row in trace.rows.iter().filter(|row| row.weighs != Weighs::Clean) {
            self.said(row.said());
        }
    }

    fn said(&mut self, said: Said) {
        let question = self.rulebook.question(said.question);
        self.note("question", &question.id, "short");
        self.note("option", &question.id, &self.rulebook.option(said.question, said.option).id);
    }

    fn not_shown(&mut self, diagnosis: &Diagnosis, rest: &NotShown) {
        self.note("cause", &self.rulebook.cause(rest.cause).id, "title");
        self.note("ui", "why-not", rest.why.id());
        let ruled_out_by = diagnosis.assessment(rest.cause).ruled_out_by;
        match (rest.why, ruled_out_by) {
            (WhyNot::RuledOut, Some(said)) => self.said(said),
            (WhyNot::TooLittle | WhyNot::SpeaksAgainst, _) if self.has_labels => {
                let trace = diagnosis.trace(self.rulebook, rest.cause);
                for row in trace.against().take(NotShown::MOST_AGAINST) {
                    self.said(row.said());
                }
            }
            _ => {}
        }
    }

    fn plan(&mut self, diagnosis: &Diagnosis) {
        for step in &diagnosis.plan {
            let remedy = self.rulebook.remedy(step.remedy);
            let slots = match diagnosis.outcome {
                Outcome::StopScam => &["title", "step", "marks"][..],
                Outcome::Findings | Outcome::NotEnoughKnown => {
                    &["title", "step", "check", "avoid", "marks"]
                }
            };
            self.slots("remedy", &remedy.id, slots);
            self.note("ui", "who", remedy.who.id());
        }
    }

    fn sources(&mut self, diagnosis: &Diagnosis) {
        let causes = diagnosis.findings.iter().flat_map(Finding::causes);
        let of_causes = causes.flat_map(|cause| &self.rulebook.cause(cause).sources);
        let steps = diagnosis.plan.iter();
        let of_steps = steps.flat_map(|step| &self.rulebook.remedy(step.remedy).sources);
        for source in of_causes.chain(of_steps) {
            self.note("source", &self.rulebook.source(*source).id, "line");
        }
    }

    fn question(&mut self, at: QuestionIx) {
        let question = self.rulebook.question(at);
        self.slots("question", &question.id, &["title", "hint", "why"]);
        let screen = self.rulebook.screen_of(at).map(|screen| self.rulebook.screen(screen));
        let is_row = screen.is_some_and(|screen| matches!(screen.form, Form::List(_)));
        let kind = if is_row { "row" } else { "option" };
        if let Some(screen) = screen {
            self.slots("screen", &screen.id, &["title", "hint"]);
        }
        match &question.kind {
            AnswerKind::One | AnswerKind::Many { .. } => {
                for choice in &question.options {
                    self.note(kind, &question.id, &choice.id);
                }
                self.note("option", &question.id, "unsure");
            }
            AnswerKind::Money(ratio) => {
                for field in &ratio.fields {
                    self.slots("field", field, &["label", "hint"]);
                }
            }
        }
    }
}
