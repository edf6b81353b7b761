use serde::{Deserialize, Serialize};

use super::draft::Draft;
use super::draft_file::{DraftFault, read_draft, revision, write_draft};
use super::draft_id::DraftId;
use super::shelf::{Shelf, ShelfRefused};

/// Where one draft is kept; its number follows.
const DRAFT: &str = "loan-checkup-lab.draft.";
/// Where it stands which draft was looked at last, and which number the next one gets.
const INDEX: &str = "loan-checkup-lab.drafts";
/// Where what cannot be read is put; the number follows.
const DAMAGED: &str = "loan-checkup-lab.damaged.";
/// Where the draft is kept that was deleted last.
const DELETED: &str = "loan-checkup-lab.deleted";
/// The version of the index.
const VERSION: u64 = 1;

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    version: u64,
    next: u64,
    last: Option<u64>,
}

/// The drafts as they are kept on a shelf.
#[derive(Clone, Copy)]
pub(super) struct Cabinet<'a>(pub(super) &'a dyn Shelf);

/// What is found where a draft should be kept.
#[derive(Debug)]
pub(super) enum Found {
    Nothing,
    Draft(Draft),
    /// It belongs to a version that is not known here, and stays as it is.
    OfOtherVersion,
    Damaged(String),
}

/// What keeping a draft came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Put {
    Done,
    ChangedElsewhere,
    DeletedElsewhere,
}

impl Cabinet<'_> {
    /// Whether a name is that of this draft; without one, everything was wiped.
    pub(super) fn is_of(name: Option<&str>, id: &DraftId) -> bool {
        name.is_none_or(|name| name == draft_name_of(id))
    }

    /// The drafts that can be read, in the order in which they were begun.
    pub(super) fn drafts(self) -> Result<Vec<(DraftId, Draft)>, ShelfRefused> {
        let mut drafts = Vec::new();
        for id in self.ids()? {
            if let Found::Draft(draft) = self.find(&id)? {
                drafts.push((id, draft));
            }
        }
        Ok(drafts)
    }

    pub(super) fn find(self, id: &DraftId) -> Result<Found, ShelfRefused> {
        let Some(text) = self.0.get(&draft_name_of(id))? else { return Ok(Found::Nothing) };
        Ok(match read_draft(&text) {
            Ok(draft) => Found::Draft(draft),
            Err(DraftFault::OtherVersion(_)) => Found::OfOtherVersion,
            Err(_) => Found::Damaged(text),
        })
    }

    /// Puts every draft aside that cannot be read.
    pub(super) fn tidy(self) -> Result<(), ShelfRefused> {
        for id in self.ids()? {
            if let Found::Damaged(text) = self.find(&id)? {
                self.set_aside(&id, &text)?;
            }
        }
        Ok(())
    }

    /// What was put aside, by the name under which it is kept.
    pub(super) fn damaged(self) -> Result<Vec<(String, String)>, ShelfRefused> {
        let mut names: Vec<String> =
            self.0.names()?.into_iter().filter(|name| name.starts_with(DAMAGED)).collect();
        names.sort();
        let mut texts = Vec::new();
        for name in names {
            if let Some(text) = self.0.get(&name)? {
                texts.push((name, text));
            }
        }
        Ok(texts)
    }

    /// Keeps a draft if what is kept of it is what it was made from.
    pub(super) fn put(self, id: &DraftId, draft: &mut Draft) -> Result<Put, ShelfRefused> {
        let name = draft_name_of(id);
        match self.0.get(&name)? {
            None if draft.revision > 0 => return Ok(Put::DeletedElsewhere),
            Some(text) => match revision(&text) {
                Some(kept) if kept != draft.revision => return Ok(Put::ChangedElsewhere),
                Some(_) => {}
                None => self.set_aside(id, &text)?,
            },
            None => {}
        }
        draft.revision += 1;
        let result = self.0.put(&name, &write_draft(draft));
        if result.is_err() {
            draft.revision -= 1;
        }
        result.map(|()| Put::Done)
    }

    /// A number that no draft had.
    pub(super) fn new_id(self) -> Result<DraftId, ShelfRefused> {
        // What was put aside keeps its number, too.
        let names = self.0.names()?;
        let aside = names.iter().filter_map(|name| name.strip_prefix(DAMAGED));
        let aside = aside.filter_map(|name| DraftId::read(name.trim_end_matches('x')));
        let highest = self.ids()?.into_iter().chain(aside).map(|id| id.number()).max().unwrap_or(0);
        let mut index = self.index()?;
        let number = index.next.max(highest.saturating_add(1));
        index.next = number.saturating_add(1);
        self.put_index(&index)?;
        Ok(DraftId::new(number))
    }

    pub(super) fn last(self) -> Result<Option<DraftId>, ShelfRefused> {
        Ok(self.index()?.last.map(DraftId::new))
    }

    pub(super) fn set_last(self, id: &DraftId) -> Result<(), ShelfRefused> {
        let mut index = self.index()?;
        index.last = Some(id.number());
        self.put_index(&index)
    }

    /// Takes a draft away; it can be taken back until another one goes.
    pub(super) fn delete(self, id: &DraftId) -> Result<(), ShelfRefused> {
        let name = draft_name_of(id);
        let Some(text) = self.0.get(&name)? else { return Ok(()) };
        // First, so that a full shelf has room for it; nobody else takes that room at the same time.
        self.0.remove(DELETED)?;
        self.0.remove(&name)?;
        self.0.put(DELETED, &text).or_else(|refused| self.0.put(&name, &text).and(Err(refused)))
    }

    /// The draft that was deleted last.
    pub(super) fn deleted(self) -> Result<Option<Draft>, ShelfRefused> {
        Ok(self.0.get(DELETED)?.and_then(|text| read_draft(&text).ok()))
    }

    pub(super) fn forget_deleted(self) -> Result<(), ShelfRefused> {
        self.0.remove(DELETED)
    }

    fn set_aside(self, id: &DraftId, text: &str) -> Result<(), ShelfRefused> {
        let taken = self.0.names()?;
        let mut name = format!("{DAMAGED}{id}");
        while taken.contains(&name) {
            name.push('x');
        }
        self.0.put(&name, text)?;
        self.0.remove(&draft_name_of(id))
    }

    fn ids(self) -> Result<Vec<DraftId>, ShelfRefused> {
        let names = self.0.names()?;
        let numbers = names.iter().filter_map(|name| name.strip_prefix(DRAFT));
        let mut ids: Vec<DraftId> = numbers.filter_map(DraftId::read).collect();
        ids.sort();
        Ok(ids)
    }

    /// The index; one that cannot be read is made anew, because everything in it follows from the drafts.
    fn index(self) -> Result<Index, ShelfRefused> {
        let text = self.0.get(INDEX)?.unwrap_or_default();
        Ok(serde_json::from_str(&text).unwrap_or_default())
    }

    fn put_index(self, index: &Index) -> Result<(), ShelfRefused> {
        let index = Index { version: VERSION, ..*index };
        let text = serde_json::to_string(&index).expect("numbers are JSON");
        self.0.put(INDEX, &text)
    }
}

fn draft_name_of(id: &DraftId) -> String {
    format!("{DRAFT}{id}")
}
