//! Drafts of the wording: what somebody changed, what is kept of it, and what is handed in.
//!
//! This module knows the wording files and the copy rules as texts, and edits them without touching anything else
//! in them. It must not know a page or a storage: where drafts are kept is a [`Shelf`].

mod apply;
mod baseline;
mod cabinet;
mod draft;
mod draft_change;
mod draft_file;
mod draft_id;
mod draft_step;
mod draft_subject;
mod edit_fault;
mod import;
mod import_fault;
mod imported;
mod kept_state;
mod listing;
mod not_done;
mod patch;
mod rules_file;
mod shelf;
mod splices;
mod wish;
mod wording_file;
mod workbench;

pub use apply::apply;
pub use baseline::Baseline;
pub use draft::{Draft, draft_name};
pub use draft_change::DraftChange;
pub use draft_file::{DraftFault, read_draft, write_draft};
pub use draft_id::DraftId;
pub use draft_subject::DraftSubject;
pub use edit_fault::EditFault;
pub use import::{GivenFile, MOST_BYTES, import};
pub use import_fault::{ImportFault, ImportFaultKind};
pub use imported::Imported;
pub use kept_state::KeptState;
pub use listing::Listed;
pub use not_done::NotDone;
pub use patch::{changed_files, patch};
pub use shelf::{Shelf, ShelfRefused};
pub use workbench::Workbench;
