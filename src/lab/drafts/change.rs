use super::subject::Subject;

/// What is other than shipped; nothing stands for "is not there".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The sentence or the waiver.
    pub subject: Subject,
    /// What is shipped.
    pub from: Option<String>,
    /// What is wanted.
    pub to: Option<String>,
}
