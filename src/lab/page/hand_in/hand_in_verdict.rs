use strum::{IntoStaticStr, VariantNames};

use crate::lab::HandIn;

/// Whether a draft can be handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub(in crate::lab::page) enum HandInVerdict {
    Unchanged,
    Checking,
    Ready,
    Blocked,
}

impl HandInVerdict {
    pub(super) fn of(has_changes: bool, found: Option<&HandIn>) -> Self {
        match found {
            _ if !has_changes => Self::Unchanged,
            None => Self::Checking,
            Some(found) if found.folder.is_some() => Self::Ready,
            Some(_) => Self::Blocked,
        }
    }
}
