use crate::engine::Answers;
use crate::lab::compare::Audience;
use crate::lab::page::looks::Looks;
use crate::proof::diff::Difference;

use super::count_state::CountState;

/// The version that is shipped.
pub(super) const SHIPPED: &str = "shipped";

/// The draft that is being edited.
pub(super) const CURRENT: &str = "current";

/// Whose screens are compared.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::lab::page) enum ComparedBorrower {
    /// A worked case, by its place.
    Case(usize),
    /// Somebody who reads a changed text.
    Reader(Answers),
}

/// What happened where versions are compared.
#[derive(Clone)]
pub(in crate::lab::page) enum CompareAction {
    Old(String),
    New(String),
    Swap,
    /// Somebody's screens, from the one at this place, or the first with a change.
    Borrower(ComparedBorrower, Option<usize>),
    At(usize),
    Looks(Looks),
    /// All changes are listed.
    ListAll,
    /// Who reads something else is to be counted, or is counted so far.
    CountAudience,
    Audience(CountState<Audience>),
    /// The same as the command line counts it.
    CountDifference,
    Difference(CountState<Difference>),
}

/// What is compared, how it is looked at, and what was counted.
#[derive(Clone)]
pub(in crate::lab::page) struct CompareState {
    /// The ids of the two versions.
    pub(super) old: String,
    pub(super) new: String,
    pub(super) borrower: ComparedBorrower,
    /// Which of the borrower's screens is shown, from 0; none for the first one that has a change.
    pub(super) at: Option<usize>,
    pub(super) looks: Looks,
    /// Whether all changes are listed, and not only the first ones.
    pub(super) has_all: bool,
    pub(super) audience: CountState<Audience>,
    pub(super) difference: CountState<Difference>,
}

impl CompareState {
    /// What is shipped beside the draft on the desk.
    pub(in crate::lab::page) fn new(locale: &str) -> Self {
        Self {
            old: SHIPPED.to_owned(),
            new: CURRENT.to_owned(),
            borrower: ComparedBorrower::Case(0),
            at: None,
            looks: Looks::new(locale),
            has_all: false,
            audience: CountState::None,
            difference: CountState::None,
        }
    }

    /// What was counted of other texts says nothing of these.
    pub(in crate::lab::page) fn clear(&mut self) {
        (self.audience, self.difference) = (CountState::None, CountState::None);
    }

    /// Does what happened.
    pub(in crate::lab::page) fn act(&mut self, action: CompareAction) {
        let compared = (self.old.clone(), self.new.clone(), self.looks.locale.clone());
        match action {
            CompareAction::Old(old) => self.old = old,
            CompareAction::New(new) => self.new = new,
            CompareAction::Swap => std::mem::swap(&mut self.old, &mut self.new),
            CompareAction::Borrower(borrower, at) => (self.borrower, self.at) = (borrower, at),
            CompareAction::At(at) => self.at = Some(at),
            CompareAction::Looks(looks) => self.looks = looks,
            CompareAction::ListAll => self.has_all = true,
            CompareAction::CountAudience => self.audience = CountState::BEGUN,
            CompareAction::Audience(count) => self.audience.go_on(count),
            CompareAction::CountDifference => self.difference = CountState::BEGUN,
            CompareAction::Difference(count) => self.difference.go_on(count),
        }
        if compared != (self.old.clone(), self.new.clone(), self.looks.locale.clone()) {
            self.clear();
        }
    }
}
