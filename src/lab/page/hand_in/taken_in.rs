use std::rc::Rc;

use crate::lab::drafts::{ImportFault, Imported};

/// What came of the files that were given.
pub(in crate::lab::page) type TakenIn = Result<Rc<Imported>, Rc<Vec<ImportFault>>>;
