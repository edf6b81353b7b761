use serde::Deserialize;

use super::GivenRow;

/// An answer by name, as it comes from a file or a page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    untagged,
    expecting = "expected an option or an amount in quotes, a list of options, or rows of the closing list"
)]
pub enum GivenAnswer {
    /// One option, or an amount.
    One(String),
    /// Several options.
    Many(Vec<String>),
    /// The rows of the closing list, under the name [`CLOSING_LIST`](super::CLOSING_LIST).
    Rows(Vec<GivenRow>),
}
