use std::collections::BTreeMap;

use strum::IntoStaticStr;

use crate::engine::{AnswerKind, Rulebook};
use crate::wording::Requirement;

/// What a group of texts is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum ThingKind {
    /// A reason.
    Cause,
    /// A question with its options.
    Question,
    /// A step.
    Remedy,
    /// A screen with several questions.
    Screen,
    /// A part of the page, such as the result.
    Page,
    /// A name that a page may set.
    Name,
}

impl ThingKind {
    /// Every kind, in the order in which the lab lists them.
    pub const ALL: [Self; 6] =
        [Self::Cause, Self::Question, Self::Remedy, Self::Screen, Self::Page, Self::Name];

    /// Its id, as in the lab's own texts.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }

    fn of(kind: &str) -> Self {
        match kind {
            "cause" => Self::Cause,
            "question" | "option" | "row" | "field" => Self::Question,
            "remedy" => Self::Remedy,
            "screen" => Self::Screen,
            "placeholder" => Self::Name,
            _ => Self::Page,
        }
    }
}

/// Texts that are edited together: of a cause, a question with its options, a step, a part of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// What it is.
    pub kind: ThingKind,
    /// Its id in the rulebook; of a part of the page the second word of its keys.
    pub id: String,
    /// Its keys, in the order in which the page needs them.
    pub keys: Vec<String>,
}

impl Thing {
    /// The key of the text by which people know it.
    #[must_use]
    pub fn title_key(&self) -> Option<String> {
        let slot = match self.kind {
            ThingKind::Cause => "title",
            ThingKind::Question => "short",
            ThingKind::Remedy | ThingKind::Screen => "title",
            ThingKind::Page | ThingKind::Name => return None,
        };
        Some([self.kind.id(), &self.id, slot].join("."))
    }
}

/// Every thing that has texts, by kind and then in the order of the rulebook; each key is in one of them.
#[must_use]
pub fn things(rulebook: &Rulebook, needs: &[Requirement]) -> Vec<Thing> {
    let owners = fields(rulebook);
    let mut things: Vec<Thing> = Vec::new();
    let mut places: BTreeMap<(ThingKind, String), usize> = BTreeMap::new();
    for need in needs {
        let mut parts = need.key.split('.');
        let kind = ThingKind::of(parts.next().unwrap_or_default());
        let id = parts.next().unwrap_or_default();
        let id = owners.get(id).copied().filter(|_| need.key.starts_with("field.")).unwrap_or(id);
        let place = *places.entry((kind, id.to_owned())).or_insert_with(|| {
            things.push(Thing { kind, id: id.to_owned(), keys: Vec::new() });
            things.len() - 1
        });
        things[place].keys.push(need.key.clone());
    }
    things.sort_by_key(|thing| thing.kind);
    things
}

/// The question of each field for an amount.
fn fields(rulebook: &Rulebook) -> BTreeMap<&str, &str> {
    let mut owners = BTreeMap::new();
    for question in &rulebook.questions {
        if let AnswerKind::Money(ratio) = &question.kind {
            owners.extend(ratio.fields.iter().map(|field| (field.as_str(), question.id.as_str())));
        }
    }
    owners
}
