use std::collections::BTreeMap;

use crate::lab::page::lab_words::LabWords;
use crate::lab::readers::{Setup, TestQuestion, TestQuestionKind, TestVersion};

/// What the engine knows the right answers to, in the order in which it is asked.
pub(super) const RECKONED: [TestQuestionKind; 3] =
    [TestQuestionKind::Reason, TestQuestionKind::FirstStep, TestQuestionKind::Strength];

/// A form with the shipped wording and the three questions, in the language of the locale.
pub(super) fn empty_setup(locale: &str, seed: u32) -> Setup {
    let words = LabWords::near(locale);
    let name = words.say("readers.shipped").to_string();
    Setup {
        title: String::new(),
        locale: locale.to_owned(),
        versions: vec![TestVersion { name, texts: BTreeMap::new() }],
        cases: Vec::new(),
        questions: RECKONED.map(|kind| reckoned(&words, kind)).to_vec(),
        cannot_tell: words.say("readers.cannot-tell").to_string(),
        seed,
    }
}

/// A question with the words that are proposed for it.
pub(super) fn reckoned(words: &LabWords, kind: TestQuestionKind) -> TestQuestion {
    TestQuestion::new(kind, words.say_of("readers.ask", kind.id()).to_string())
}
