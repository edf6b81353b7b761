use super::draft::Draft;
use super::draft_change::DraftChange;

/// What was found in given files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The drafts.
    pub drafts: Vec<Draft>,
    /// What leads from the shipped folder to the given wording files and copy rules.
    pub changes: Vec<DraftChange>,
    /// How many wording files and copy rules were given.
    pub wording_files: usize,
    /// The given files in which more is other than shipped than sentences and waivers, such as comments: that was
    /// not taken in.
    pub more_than_texts: Vec<String>,
}
