use std::rc::Rc;

use super::baseline::Baseline;
use super::cabinet::{Cabinet, Found, Put};
use super::draft::{Draft, draft_name};
use super::draft_id::DraftId;
use super::kept_state::KeptState;
use super::listing::{Listed, Listing};
use super::not_done::NotDone;
use super::shelf::{Shelf, ShelfRefused};

/// The draft that is worked on, kept on a shelf at each change, beside others.
///
/// Several workbenches, one a tab, may stand at one shelf: none writes over what another one wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbench {
    draft: Draft,
    /// Where the draft is kept; nothing for one that was never changed.
    id: Option<DraftId>,
    state: KeptState,
    listing: Listing,
    /// What drafts are held against.
    baseline: Rc<Baseline>,
}

impl Workbench {
    /// Takes up the work: the draft that was looked at last, or a new one with this name, which is kept at its first
    /// change. What cannot be read is put aside.
    #[must_use]
    pub fn open(shelf: &dyn Shelf, baseline: Rc<Baseline>, name: &str) -> Self {
        let mut bench = Self {
            draft: Draft::new(name.to_owned(), &baseline),
            id: None,
            state: KeptState::Kept,
            listing: Listing::default(),
            baseline,
        };
        if let Err(refused) = bench.take_up(Cabinet(shelf)) {
            bench.state = KeptState::Refused(refused);
        }
        bench.look_around(shelf);
        bench
    }

    fn take_up(&mut self, cabinet: Cabinet) -> Result<(), ShelfRefused> {
        let last = cabinet.last()?;
        let mut drafts = cabinet.drafts()?;
        let place = drafts.iter().position(|(id, _)| Some(id) == last.as_ref());
        if let Some(place) = place.or(drafts.len().checked_sub(1)) {
            let (id, draft) = drafts.swap_remove(place);
            (self.id, self.draft) = (Some(id), draft);
        }
        // A draft that cannot be put aside stays where it is, and is not listed.
        let _ = cabinet.tidy();
        Ok(())
    }

    /// The draft that is worked on.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// What drafts are held against.
    #[must_use]
    pub fn baseline(&self) -> &Rc<Baseline> {
        &self.baseline
    }

    /// Where it is kept; nothing for a new one.
    #[must_use]
    pub fn id(&self) -> Option<&DraftId> {
        self.id.as_ref()
    }

    /// Whether it is kept.
    #[must_use]
    pub fn state(&self) -> KeptState {
        self.state
    }

    /// Every draft on the shelf, in the order in which they were begun.
    #[must_use]
    pub fn drafts(&self) -> &[Listed] {
        &self.listing.drafts
    }

    /// The name of the draft that was deleted last and can be taken back.
    #[must_use]
    pub fn deleted(&self) -> Option<&str> {
        self.listing.deleted.as_deref()
    }

    /// What could not be read and was put aside: the name under which it is kept, and the text.
    #[must_use]
    pub fn damaged(&self) -> &[(String, String)] {
        &self.listing.damaged
    }

    /// Changes the draft and keeps it, if `change` says that it changed something.
    pub fn edit(&mut self, shelf: &dyn Shelf, change: impl FnOnce(&mut Draft) -> bool) {
        if !change(&mut self.draft) {
            return;
        }
        self.keep(shelf);
        // The others are not read again at each letter.
        match self.listing.drafts.iter_mut().find(|each| Some(&each.id) == self.id.as_ref()) {
            Some(listed) => {
                self.draft.name().clone_into(&mut listed.name);
                listed.changes = self.draft.changes(&self.baseline).len();
            }
            None => self.look_around(shelf),
        }
    }

    /// Puts another draft of the list on the desk.
    ///
    /// # Errors
    ///
    /// [`NotDone`]; the draft on the desk stays then.
    pub fn choose(&mut self, shelf: &dyn Shelf, id: &DraftId) -> Result<(), NotDone> {
        self.check_kept()?;
        let Found::Draft(draft) = Cabinet(shelf).find(id)? else {
            self.look_around(shelf);
            return Err(NotDone::Gone);
        };
        (self.id, self.draft, self.state) = (Some(id.clone()), draft, KeptState::Kept);
        self.look_around(shelf);
        Ok(Cabinet(shelf).set_last(id)?)
    }

    /// Adds a draft, keeps it and puts it on the desk; where its name is taken, it gets a number.
    ///
    /// # Errors
    ///
    /// [`NotDone`]; the draft on the desk stays then.
    pub fn add(&mut self, shelf: &dyn Shelf, mut draft: Draft) -> Result<(), NotDone> {
        self.check_kept()?;
        let name = draft_name(draft.name()).ok_or(NotDone::Name)?;
        draft.rename(self.listing.free_name(&name, None));
        draft.revision = 0;
        draft.close_step();
        let cabinet = Cabinet(shelf);
        let id = cabinet.new_id()?;
        cabinet.put(&id, &mut draft)?;
        cabinet.set_last(&id)?;
        (self.id, self.draft, self.state) = (Some(id), draft, KeptState::Kept);
        self.look_around(shelf);
        Ok(())
    }

    /// Gives the draft another name.
    ///
    /// # Errors
    ///
    /// [`NotDone::Name`] for a name that cannot be used.
    pub fn rename(&mut self, shelf: &dyn Shelf, name: &str) -> Result<(), NotDone> {
        let name = draft_name(name).ok_or(NotDone::Name)?;
        if name != self.draft.name() {
            let name = self.listing.free_name(&name, self.id.as_ref());
            self.edit(shelf, |draft| {
                draft.rename(name);
                true
            });
        }
        Ok(())
    }

    /// Deletes a draft. If it is the one on the desk, another one takes its place, or a new one with the name.
    ///
    /// # Errors
    ///
    /// [`NotDone::Refused`]; everything stays then.
    pub fn delete(&mut self, shelf: &dyn Shelf, id: &DraftId, name: &str) -> Result<(), NotDone> {
        Cabinet(shelf).delete(id)?;
        if self.id.as_ref() == Some(id) {
            self.start_over(shelf, name);
        } else if matches!(self.state, KeptState::Refused(_)) {
            self.keep(shelf); // there may be room now
        }
        self.look_around(shelf);
        Ok(())
    }

    /// Takes the draft back that was deleted last, and puts it on the desk.
    ///
    /// # Errors
    ///
    /// [`NotDone`]; everything stays then.
    pub fn take_back(&mut self, shelf: &dyn Shelf) -> Result<(), NotDone> {
        let draft = Cabinet(shelf).deleted()?.ok_or(NotDone::Gone)?;
        self.add(shelf, draft)?;
        Cabinet(shelf).forget_deleted()?;
        self.look_around(shelf);
        Ok(())
    }

    /// Something on the shelf was changed by another tab: the text of this name, or everything.
    pub fn heard(&mut self, shelf: &dyn Shelf, name: Option<&str>) {
        if let Some(id) = self.id.as_ref().filter(|id| Cabinet::is_of(name, id)) {
            match Cabinet(shelf).find(id) {
                Ok(Found::Draft(kept)) if kept.revision() == self.draft.revision() => {}
                Ok(Found::Draft(_) | Found::OfOtherVersion) => {
                    self.state = KeptState::ChangedElsewhere;
                }
                Ok(Found::Nothing) => self.state = KeptState::DeletedElsewhere,
                // Nobody can use that any more, and what is on the desk is whole.
                Ok(Found::Damaged(_)) => self.keep(shelf),
                Err(refused) => self.state = KeptState::Refused(refused),
            }
        }
        self.look_around(shelf);
    }

    /// Takes what the other tab made of the draft, and lets go of what was done here since; where it was deleted,
    /// another draft takes its place, or a new one with the name. Where what it made cannot be read here, nothing is
    /// let go of: see [`Self::keep_mine`].
    pub fn take_theirs(&mut self, shelf: &dyn Shelf, name: &str) {
        match self.id.as_ref().map(|id| Cabinet(shelf).find(id)) {
            Some(Ok(Found::Draft(draft))) => (self.draft, self.state) = (draft, KeptState::Kept),
            Some(Ok(Found::Nothing)) => self.start_over(shelf, name),
            _ => return self.keep_mine(shelf),
        }
        self.look_around(shelf);
    }

    /// Keeps what is on the desk as a draft of its own, beside what the other tab made.
    pub fn keep_mine(&mut self, shelf: &dyn Shelf) {
        self.look_around(shelf);
        let name = self.listing.free_name(self.draft.name(), None);
        self.draft.rename(name);
        (self.id, self.draft.revision, self.state) = (None, 0, KeptState::Kept);
        self.keep(shelf);
        self.look_around(shelf);
    }

    fn keep(&mut self, shelf: &dyn Shelf) {
        if matches!(self.state, KeptState::ChangedElsewhere | KeptState::DeletedElsewhere) {
            return;
        }
        self.state = match self.put(Cabinet(shelf)) {
            Ok(Put::Done) => KeptState::Kept,
            Ok(Put::ChangedElsewhere) => KeptState::ChangedElsewhere,
            Ok(Put::DeletedElsewhere) => KeptState::DeletedElsewhere,
            Err(refused) => KeptState::Refused(refused),
        };
    }

    fn put(&mut self, cabinet: Cabinet) -> Result<Put, ShelfRefused> {
        match &self.id {
            Some(id) => cabinet.put(id, &mut self.draft),
            None => {
                let id = cabinet.new_id()?;
                let result = cabinet.put(&id, &mut self.draft)?;
                cabinet.set_last(&id)?;
                self.id = Some(id);
                Ok(result)
            }
        }
    }

    fn start_over(&mut self, shelf: &dyn Shelf, name: &str) {
        let rest = Cabinet(shelf).drafts().unwrap_or_default().pop();
        let (id, draft) = match rest {
            Some((id, draft)) => (Some(id), draft),
            None => (None, Draft::new(name.to_owned(), &self.baseline)),
        };
        (self.id, self.draft, self.state) = (id, draft, KeptState::Kept);
    }

    /// Looks at what else is on the shelf.
    fn look_around(&mut self, shelf: &dyn Shelf) {
        self.listing = Listing::of(Cabinet(shelf), &self.baseline);
    }

    fn check_kept(&self) -> Result<(), NotDone> {
        if self.state == KeptState::Kept { Ok(()) } else { Err(NotDone::Unkept) }
    }
}
