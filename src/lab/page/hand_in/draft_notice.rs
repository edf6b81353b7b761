use strum::{IntoStaticStr, VariantNames};

use crate::lab::drafts::{KeptState, NotDone, ShelfRefused};

/// What somebody has to decide or know about the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub(in crate::lab::page) enum DraftNotice {
    /// Nothing is kept for longer than the page is open.
    Closed,
    /// There is no room for the last changes.
    Full,
    ChangedElsewhere,
    DeletedElsewhere,
    NotDoneUnkept,
    NotDoneName,
    NotDoneGone,
    NotDoneClosed,
    NotDoneFull,
}

impl DraftNotice {
    /// What is to be said of whether the draft is kept.
    pub(super) fn of_state(state: KeptState, is_lasting: bool) -> Option<Self> {
        match state {
            KeptState::Kept if is_lasting => None,
            KeptState::Kept | KeptState::Refused(ShelfRefused::Closed) => Some(Self::Closed),
            KeptState::Refused(ShelfRefused::Full) => Some(Self::Full),
            KeptState::ChangedElsewhere => Some(Self::ChangedElsewhere),
            KeptState::DeletedElsewhere => Some(Self::DeletedElsewhere),
        }
    }

    /// Why something was not done.
    pub(super) fn of_not_done(why: NotDone) -> Self {
        match why {
            NotDone::Unkept => Self::NotDoneUnkept,
            NotDone::Name => Self::NotDoneName,
            NotDone::Gone => Self::NotDoneGone,
            NotDone::Refused(ShelfRefused::Closed) => Self::NotDoneClosed,
            NotDone::Refused(ShelfRefused::Full) => Self::NotDoneFull,
        }
    }
}
