use std::rc::Rc;

use super::baseline::Baseline;
use super::cabinet::Cabinet;
use super::draft::Draft;
use super::draft_id::DraftId;

/// The most characters of a name that gets a number behind it.
const NUMBERED_NAME: usize = 60;

/// What is on a shelf; one that cannot be reached shows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Listing {
    /// Every draft, in the order in which they were begun.
    pub(super) drafts: Vec<Listed>,
    /// The name of the draft that was deleted last.
    pub(super) deleted: Option<String>,
    /// What could not be read and was put aside: the name under which it is kept, and the text.
    pub(super) damaged: Vec<(String, String)>,
}

/// A draft in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Names it.
    pub id: DraftId,
    /// The team's name for it.
    pub name: String,
    /// How many sentences and waivers it changes.
    pub changes: usize,
    /// The draft as it was found on the shelf.
    pub draft: Rc<Draft>,
}

impl Listing {
    pub(super) fn of(cabinet: Cabinet, baseline: &Baseline) -> Self {
        let listed = |(id, draft): (DraftId, Draft)| Listed {
            id,
            name: draft.name().to_owned(),
            changes: draft.changes(baseline).len(),
            draft: Rc::new(draft),
        };
        Self {
            drafts: cabinet.drafts().unwrap_or_default().into_iter().map(listed).collect(),
            deleted: cabinet.deleted().ok().flatten().map(|draft| draft.name().to_owned()),
            damaged: cabinet.damaged().unwrap_or_default(),
        }
    }

    /// The name, with a number behind it where a draft of the list has it, apart from the one for which it is.
    pub(super) fn free_name(&self, name: &str, own: Option<&DraftId>) -> String {
        let others = || self.drafts.iter().filter(|each| Some(&each.id) != own);
        let is_free = |name: &str| !others().any(|each| each.name == name);
        let short: String = name.chars().take(NUMBERED_NAME).collect();
        let numbered = (2..).map(|number| format!("{short} {number}"));
        core::iter::once(name.to_owned())
            .chain(numbered)
            .find(|name| is_free(name))
            .unwrap_or_default()
    }
}
