use serde::{Deserialize, Serialize};

use super::subject::Subject;
use super::wish::Wish;

/// One step of the work on a draft, which can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub(super) subject: Subject,
    pub(super) from: Wish,
    pub(super) to: Wish,
}
