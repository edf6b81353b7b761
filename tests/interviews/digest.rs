use loan_checkup::engine::{
    Answer, Assessment, Capped, Decibans, Diagnosis, EvidenceRow, Finding, Firmness, Grade, Next,
    NotShown, OptionSet, Outcome, Row, Rulebook, Said, Step, Strength, Trace, Weighs, WhatIf,
    WhyNot, firmness, what_if,
};

use crate::borrowers::Point;

/// A 64-bit digest of words (FNV-1a, a word at a time).
///
/// # Design
///
/// Each word changes the state reversibly, so one word that differs is never lost.
/// Structures are taken apart completely: a new field does not compile until it is folded in here.
pub(crate) struct Digest(u64);

impl Digest {
    pub(crate) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(crate) fn value(&self) -> u64 {
        self.0
    }

    fn word(&mut self, word: u32) {
        // The rotation brings the upper bits, which a product leaves where they are, down again.
        self.0 = (self.0 ^ u64::from(word)).wrapping_mul(0x0100_0000_01b3).rotate_left(29);
    }

    fn length(&mut self, length: usize) {
        self.word(u32::try_from(length).unwrap_or(u32::MAX));
    }

    /// A list with its length, so that the ends of lists cannot be mistaken.
    fn list<T>(&mut self, items: &[T], fold: impl Fn(&mut Self, &T)) {
        self.length(items.len());
        for item in items {
            fold(self, item);
        }
    }

    fn option<T>(&mut self, item: Option<T>, fold: impl Fn(&mut Self, T)) {
        self.word(u32::from(item.is_some()));
        if let Some(item) = item {
            fold(self, item);
        }
    }

    /// All that is said at a point of an interview.
    pub(crate) fn point(&mut self, rulebook: &Rulebook, point: &Point) {
        let Point { answers, day: _, diagnosis, next, questions, rows } = point;
        self.length(answers.len());
        self.diagnosis(diagnosis);
        for cause in rulebook.cause_places() {
            self.trace(&diagnosis.trace(rulebook, cause));
        }
        match next {
            Next::Ask(screen) => self.word(u32::from(screen.0)),
            Next::Close(facts) => self.list(facts, |digest, fact| digest.said(*fact)),
            Next::Finish => {
                self.word(u32::MAX);
                self.firmness(&firmness(rulebook, answers, diagnosis));
                self.option(what_if(rulebook, diagnosis), |digest, what_if| {
                    digest.what_if(&what_if)
                });
            }
        }
        self.list(questions, |digest, question| {
            digest.word(u32::from(question.0));
            digest.option(answers.get(*question), Self::answer);
        });
        self.list(rows, |digest, Row { question, option, otherwise }| {
            digest.said(Said { question: *question, option: *option });
            digest.word(u32::from(otherwise.0));
        });
    }

    fn answer(&mut self, answer: Answer) {
        match answer {
            Answer::Unsure => self.word(0),
            Answer::Options(options) => self.options(options),
            Answer::Partly { held, denied } => {
                self.options(held);
                self.options(denied);
            }
            Answer::Amounts(amounts) => {
                self.list(&amounts, |digest, amount| {
                    digest.option(amount.as_ref(), |digest, amount| {
                        digest
                            .list(amount.to_string().as_bytes(), |d, byte| d.word((*byte).into()));
                    });
                });
            }
        }
    }

    fn options(&mut self, options: OptionSet) {
        let options: Vec<u8> = options.iter().map(|option| option.0).collect();
        self.list(&options, |digest, option| digest.word(u32::from(*option)));
    }

    fn said(&mut self, said: Said) {
        let Said { question, option } = said;
        self.word(u32::from(question.0));
        self.word(u32::from(option.0));
    }

    fn firmness(&mut self, firmness: &Firmness) {
        let Firmness { grade, changes_first, changes_rest } = firmness;
        self.word(match grade {
            Grade::Open => 0,
            Grade::Steady => 1,
            Grade::FirstSettled => 2,
            Grade::Settled => 3,
        });
        for questions in [changes_first, changes_rest] {
            self.list(questions, |digest, question| digest.word(u32::from(question.0)));
        }
    }

    fn what_if(&mut self, what_if: &WhatIf) {
        let WhatIf { changes, first } = what_if;
        self.list(changes, |digest, change| {
            digest.said(Said { question: change.question, option: change.from });
            digest.word(u32::from(change.to.0));
        });
        self.option(*first, |digest, cause| digest.word(u32::from(cause.0)));
    }

    fn diagnosis(&mut self, diagnosis: &Diagnosis) {
        let Diagnosis { outcome, findings, plan, not_shown, assessments, facts } = diagnosis;
        self.word(match outcome {
            Outcome::StopScam => 0,
            Outcome::Findings => 1,
            Outcome::NotEnoughKnown => 2,
        });
        self.list(findings, Self::finding);
        self.list(plan, |digest, Step { remedy, causes }| {
            digest.word(u32::from(remedy.0));
            digest.list(causes, |digest, cause| digest.word(u32::from(cause.0)));
        });
        self.list(not_shown, |digest, NotShown { cause, why }| {
            digest.word(u32::from(cause.0));
            digest.why_not(*why);
        });
        self.list(assessments, Self::assessment);
        self.option(facts.symptom(), |digest, symptom| digest.word(u32::from(symptom.0)));
    }

    fn finding(&mut self, finding: &Finding) {
        let Finding { cause, strength, also, ties_with_previous } = finding;
        self.word(u32::from(cause.0));
        self.word(match strength {
            Strength::Weak => 0,
            Strength::Moderate => 1,
            Strength::Strong => 2,
            Strength::Settled => 3,
        });
        self.list(also, |digest, cause| digest.word(u32::from(cause.0)));
        self.word(u32::from(*ties_with_previous));
    }

    fn why_not(&mut self, why: WhyNot) {
        self.word(match why {
            WhyNot::OutOfQuestion => 0,
            WhyNot::RuledOut => 1,
            WhyNot::SpeaksAgainst => 2,
            WhyNot::NothingForIt => 3,
            WhyNot::NotAsked => 6,
            WhyNot::TooLittle => 4,
            WhyNot::Behind => 5,
        });
    }

    fn assessment(&mut self, assessment: &Assessment) {
        let Assessment {
            cause,
            prior,
            support,
            clean_bonus,
            clean_answers,
            has_own_answer,
            has_objection,
            settled_by,
            ruled_out_by,
            contradicted_by,
        } = assessment;
        self.word(u32::from(cause.0));
        self.option(*prior, Self::decibans);
        self.decibans(*support);
        self.decibans(*clean_bonus);
        self.word(clean_answers.cast_unsigned());
        self.word(u32::from(*has_own_answer));
        self.word(u32::from(*has_objection));
        for fact in [settled_by, ruled_out_by, contradicted_by] {
            self.option(*fact, Self::said);
        }
    }

    fn trace(&mut self, trace: &Trace) {
        let Trace { rows, capped } = trace;
        self.list(rows, Self::row);
        self.list(capped, |digest, (what, weight)| {
            digest.word(match what {
                Capped::Group(group) => u32::from(group.0),
                Capped::Clean => u32::MAX,
            });
            digest.decibans(*weight);
        });
    }

    fn row(&mut self, row: &EvidenceRow) {
        let EvidenceRow { question, option, weight, weighs } = row;
        self.word(u32::from(question.0));
        self.word(u32::from(option.0));
        self.decibans(*weight);
        self.word(match weighs {
            Weighs::Own => 0,
            Weighs::General => 1,
            Weighs::Clean => 2,
        });
    }

    fn decibans(&mut self, weight: Decibans) {
        self.word(weight.tenths().cast_unsigned());
    }
}
