use core::fmt;

use super::draft_file::DraftFault;
use super::edit_fault::EditFault;

/// Why a given file cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFault {
    /// The name of the file.
    pub file: String,
    /// What is wrong with it.
    pub kind: ImportFaultKind,
}

/// What is wrong with a given file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFaultKind {
    /// It is neither a file of the wording, nor the copy rules, nor a draft.
    Unknown,
    /// It is larger than anything that is written here.
    TooLarge,
    /// It is no text in UTF-8.
    NoText,
    /// The same file was given twice.
    Twice,
    /// It is not the TOML that it should be.
    Unreadable(EditFault),
    /// It has sentences that nothing uses; their keys.
    OtherKeys(Vec<String>),
    /// It lacks sentences that must be there; their keys.
    MissingKeys(Vec<String>),
    /// Its copy rules are others than those that are shipped; only waivers can be taken in.
    OtherRules,
    /// It is no draft that can be read.
    Draft(DraftFault),
}

impl ImportFaultKind {
    /// Its name, for the sentence about it.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::TooLarge => "too-large",
            Self::NoText => "no-text",
            Self::Twice => "twice",
            Self::Unreadable(_) => "unreadable",
            Self::OtherKeys(_) => "other-keys",
            Self::MissingKeys(_) => "missing-keys",
            Self::OtherRules => "other-rules",
            Self::Draft(DraftFault::OtherVersion(_)) => "other-version",
            Self::Draft(_) => "draft",
        }
    }

    /// What exactly, for those who can tell the file's author; empty where its name says all.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Unreadable(fault) => fault.to_string(),
            Self::OtherKeys(keys) | Self::MissingKeys(keys) => keys.join(", "),
            Self::Draft(fault) => fault.to_string(),
            _ => String::new(),
        }
    }
}

impl fmt::Display for ImportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.file, self.kind.id(), self.kind.detail())
    }
}
