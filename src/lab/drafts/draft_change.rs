use super::draft_subject::DraftSubject;

/// What is other than shipped; nothing stands for "is not there".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftChange {
    /// The sentence or the waiver.
    pub subject: DraftSubject,
    /// What is shipped.
    pub from: Option<String>,
    /// What is wanted.
    pub to: Option<String>,
}
