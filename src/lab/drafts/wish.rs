use serde::{Deserialize, Serialize};

/// What a draft wants of a sentence or a waiver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Wish {
    /// What is shipped, whatever that is by then.
    AsShipped,
    /// A sentence or reason of its own.
    Text(String),
    /// That there is none.
    Gone,
}

impl Wish {
    /// What is wanted where something is shipped.
    pub(super) fn of(to: Option<&str>, shipped: Option<&str>) -> Self {
        match to {
            _ if to == shipped => Self::AsShipped,
            Some(text) => Self::Text(text.to_owned()),
            None => Self::Gone,
        }
    }

    /// What is there then.
    pub(super) fn over<'a>(&'a self, shipped: Option<&'a str>) -> Option<&'a str> {
        match self {
            Self::AsShipped => shipped,
            Self::Text(text) => Some(text),
            Self::Gone => None,
        }
    }
}
