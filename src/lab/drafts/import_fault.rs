use strum::{IntoStaticStr, VariantNames};

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
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
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
    /// It is a draft of a version that this program does not know.
    OtherVersion(u64),
    /// It is no draft that can be read.
    Draft(DraftFault),
}

impl ImportFaultKind {
    /// Its name, for the sentence about it.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.into()
    }

    /// What exactly, for those who can tell the file's author; empty where its name says all.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Unreadable(fault) => fault.to_string(),
            Self::OtherKeys(keys) | Self::MissingKeys(keys) => keys.join(", "),
            Self::OtherVersion(version) => DraftFault::OtherVersion(*version).to_string(),
            Self::Draft(fault) => fault.to_string(),
            _ => String::new(),
        }
    }
}
