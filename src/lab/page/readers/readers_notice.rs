use strum::{IntoStaticStr, VariantNames};

use crate::lab::readers::{FileFault, Merged, PlanMismatch, SetupFault};

/// What the part has to tell after something was done.
#[derive(Clone, Debug, PartialEq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub(in crate::lab::page) enum ReadersNotice {
    /// The test cannot be made.
    Setup(SetupFault),
    /// A file cannot be used.
    File(String, FileFault),
    /// A test cannot be run with this lab.
    Mismatch(String, PlanMismatch),
    /// A file of results was brought in.
    Merged(String, Merged),
    /// What this device has kept cannot be read; it was put aside.
    KeptUnreadable,
    /// The form that this device has kept cannot be read, or is of another rulebook; it was put aside.
    FormUnreadable,
    /// This device keeps nothing.
    NotKept,
    /// Another window has set up another test.
    Overtaken,
    /// The device has had all the readers that it can have.
    Full,
}

impl ReadersNotice {
    /// Its id; results that contradict each other are worth another one.
    pub(super) fn id(&self) -> &'static str {
        match self {
            Self::Merged(_, merged) if !merged.conflicts.is_empty() => "conflict",
            other => other.into(),
        }
    }
}
