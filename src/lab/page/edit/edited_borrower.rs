/// Whose screens are shown beside the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lab::page) enum EditedBorrower {
    /// A worked case, by its place.
    Case(usize),
    /// Somebody whom the user has clicked together or picked from the gallery.
    Own,
    /// The user, clicking through the interview.
    Clicked,
    /// The most different screens that have the chosen text.
    Different,
}

impl EditedBorrower {
    /// The value in the list of borrowers.
    pub(super) fn id(self) -> String {
        match self {
            Self::Case(at) => at.to_string(),
            Self::Own => "own".to_owned(),
            Self::Clicked => "click".to_owned(),
            Self::Different => "different".to_owned(),
        }
    }

    /// The borrower of a value.
    pub(super) fn of(id: &str) -> Self {
        match id {
            "own" => Self::Own,
            "click" => Self::Clicked,
            "different" => Self::Different,
            at => Self::Case(at.parse().unwrap_or(0)),
        }
    }
}
