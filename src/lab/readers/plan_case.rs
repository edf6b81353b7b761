use std::collections::BTreeMap;

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::engine::{Answers, Date, Diagnosis, GivenAnswer, Rulebook, diagnose, read_answers};
use crate::knowledge::Case;
use crate::lab::{Stop, tour};
use crate::proof::named_answers;
use crate::widget::Kit;

/// A borrower whose result the readers get to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanCase {
    /// Its name, each once in a plan; that of a worked case, or the team's own.
    pub name: String,
    /// Its title for the team; readers never see it.
    pub title: String,
    /// What a reader is told of the borrower's situation beforehand; may be empty.
    pub story: String,
    /// The day on which it plays.
    #[serde(serialize_with = "write_day", deserialize_with = "read_day")]
    pub day: Date,
    /// The borrower's answers by name.
    pub answers: BTreeMap<String, Vec<String>>,
}

impl PlanCase {
    /// A worked case for a test.
    #[must_use]
    pub fn worked(case: &Case, rulebook: &Rulebook) -> Self {
        Self {
            title: case.title.clone(),
            story: case.story.clone(),
            ..Self::own(&case.name, &case.answers, case.day, rulebook)
        }
    }

    /// A borrower of the team's own, who has answered so; without a story, the name for a title.
    #[must_use]
    pub fn own(name: &str, answers: &Answers, day: Date, rulebook: &Rulebook) -> Self {
        let texts = |value: &Value| match value {
            Value::Array(list) => {
                list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
            }
            value => value.as_str().map(str::to_owned).into_iter().collect(),
        };
        let named = named_answers(rulebook, answers, day);
        Self {
            name: name.to_owned(),
            title: name.to_owned(),
            story: String::new(),
            day,
            answers: named.iter().map(|(name, value)| (name.clone(), texts(value))).collect(),
        }
    }

    /// The borrower's answers under a rulebook; `None` where it does not know one of them.
    #[must_use]
    pub fn answers(&self, rulebook: &Rulebook) -> Option<Answers> {
        let given = self.answers.iter().map(|(name, texts)| {
            let answer = match texts.as_slice() {
                [text] => GivenAnswer::One(text.clone()),
                _ => GivenAnswer::Many(texts.clone()),
            };
            (name.clone(), answer)
        });
        read_answers(rulebook, given).ok()
    }

    /// The screen that its borrower ends on after the interview; `None` where the rulebook does not know one of the
    /// answers.
    ///
    /// # Design
    ///
    /// The interview is played, since it stops as soon as nothing more can change: what a borrower would not have been
    /// asked is not on the screen that borrowers see, and must not decide what is right.
    #[must_use]
    pub fn screen(&self, kit: &Kit) -> Option<Stop> {
        let kit = Kit { day: self.day, ..kit.clone() };
        let stops = tour(&kit, &self.answers(&kit.rulebook)?);
        stops.into_iter().find(|stop| stop.kind().is_end())
    }

    /// The result on that screen; `None` where there is none.
    #[must_use]
    pub fn diagnosis(&self, kit: &Kit) -> Option<Diagnosis> {
        Some(diagnose(&kit.rulebook, self.screen(kit)?.answers(), self.day))
    }
}

fn write_day<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

fn read_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = String::deserialize(deserializer)?;
    Date::read(&text).ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&text), &"a day"))
}
