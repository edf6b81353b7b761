use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::engine::Rulebook;
use crate::wording::{Catalogue, required_keys, text_faults};

use super::{PlanCase, SetupFault, TestQuestion, TestVersion};

/// What the team chooses for a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
// The order of the fields is that of files, by whose text tests are told apart.
pub struct Setup {
    /// Title for the team; readers never see it.
    pub title: String,
    /// The locale in which all readers read.
    pub locale: String,
    /// Decides who gets which version, the order of the cases and the wrong choices.
    pub seed: u32,
    /// The last choice of every question, for a reader who cannot tell.
    pub cannot_tell: String,
    /// What is compared: 2 to 6, each once.
    pub versions: Vec<TestVersion>,
    /// What is read: 1 to 12 borrowers.
    pub cases: Vec<PlanCase>,
    /// What is asked about each case, in this order: 1 to 12.
    pub questions: Vec<TestQuestion>,
}

impl Setup {
    /// The fewest and the most versions.
    pub const VERSIONS: (usize, usize) = (2, 6);

    /// The most cases; a reader gets them all.
    pub const MOST_CASES: usize = 12;

    /// The most questions about a case.
    pub const MOST_QUESTIONS: usize = 12;

    /// The fewest and the most choices of an own question.
    pub const OWN_CHOICES: (usize, usize) = (2, 8);

    /// The longest name, title, question or choice, in characters.
    pub const LONGEST_LINE: usize = 300;

    /// The longest story or sentence, in characters.
    pub const LONGEST_TEXT: usize = 4_000;

    /// The first thing that is wrong with it, apart from what only the rulebook and the wording can tell.
    ///
    /// # Errors
    ///
    /// A list too short or too long, a text empty or too long, the same name or version twice, a right choice that
    /// is none of the choices.
    pub fn check(&self) -> Result<(), SetupFault> {
        line(&self.title).map_err(|()| SetupFault::Title)?;
        line(&self.locale).map_err(|()| SetupFault::Locale)?;
        self.check_versions()?;
        self.check_cases()?;
        line(&self.cannot_tell).map_err(|()| SetupFault::CannotTell)?;
        if self.questions.is_empty() || self.questions.len() > Self::MOST_QUESTIONS {
            return Err(SetupFault::Questions);
        }
        for (at, question) in self.questions.iter().enumerate() {
            self.check_question(question).ok_or(SetupFault::Question(at + 1))?;
        }
        Ok(())
    }

    /// The wording of a version, names not yet put in; `base` is the shipped wording of the locale.
    ///
    /// # Errors
    ///
    /// A text that cannot be used there.
    pub fn catalogue(
        &self,
        version: usize,
        rulebook: &Rulebook,
        base: &Catalogue,
    ) -> Result<Catalogue, SetupFault> {
        let mut texts: BTreeMap<String, String> =
            base.iter().map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
        let needs = required_keys(rulebook);
        let changed = self.versions.get(version).map(|version| &version.texts);
        for (key, text) in changed.into_iter().flatten() {
            let need = needs.iter().find(|need| need.key == *key);
            let can_be = match need {
                Some(need) if text.is_empty() => need.is_optional,
                Some(need) => text_faults(need.values, text).is_empty(),
                None => false,
            };
            if !can_be {
                return Err(SetupFault::Text(key.clone()));
            }
            match text.is_empty() {
                true => texts.remove(key),
                false => texts.insert(key.clone(), text.clone()),
            };
        }
        Ok(Catalogue::new(base.locale(), texts))
    }

    fn check_versions(&self) -> Result<(), SetupFault> {
        let (least, most) = Self::VERSIONS;
        if !(least..=most).contains(&self.versions.len()) {
            return Err(SetupFault::Versions);
        }
        let mut names = BTreeSet::new();
        let mut texts: BTreeMap<_, &str> = BTreeMap::new();
        for version in &self.versions {
            let name = &version.name;
            line(name).map_err(|()| SetupFault::VersionName)?;
            if !names.insert(name) {
                return Err(SetupFault::SameName(name.clone()));
            }
            let mut all = version.texts.iter();
            if let Some((key, _)) = all.find(|(_, text)| is_longer(text)) {
                return Err(SetupFault::Text(key.clone()));
            }
            if let Some(other) = texts.insert(&version.texts, name) {
                return Err(SetupFault::SameTexts(other.to_owned(), name.clone()));
            }
        }
        Ok(())
    }

    fn check_cases(&self) -> Result<(), SetupFault> {
        if self.cases.is_empty() || self.cases.len() > Self::MOST_CASES {
            return Err(SetupFault::Cases);
        }
        let mut names = BTreeSet::new();
        for case in &self.cases {
            let is_named = line(&case.name).is_ok() && line(&case.title).is_ok();
            if !is_named || is_longer(&case.story) {
                return Err(SetupFault::CaseText(case.name.clone()));
            }
            if !names.insert(&case.name) {
                return Err(SetupFault::SameCase(case.name.clone()));
            }
        }
        Ok(())
    }

    fn check_question(&self, question: &TestQuestion) -> Option<()> {
        line(question.ask()).ok()?;
        let Some(own) = question.own() else { return Some(()) };
        let (least, most) = Self::OWN_CHOICES;
        let all: BTreeSet<&str> = own.choices.iter().map(|choice| choice.trim()).collect();
        let is_case = |name: &String| self.cases.iter().any(|case| case.name == *name);
        let is_right = (least..=most).contains(&own.choices.len())
            && all.len() == own.choices.len()
            && own.choices.iter().all(|choice| line(choice).is_ok())
            && own.right < own.choices.len()
            && own.case.as_ref().is_none_or(is_case);
        is_right.then_some(())
    }
}

/// Whether a story or a sentence is too long.
fn is_longer(text: &str) -> bool {
    text.chars().count() > Setup::LONGEST_TEXT
}

/// Whether a text says something, on one line and not too long.
fn line(text: &str) -> Result<(), ()> {
    let is_line = !text.trim().is_empty()
        && text.chars().count() <= Setup::LONGEST_LINE
        && !text.chars().any(char::is_control);
    is_line.then_some(()).ok_or(())
}
