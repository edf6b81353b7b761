use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One wording that readers may get.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestVersion {
    /// What the team calls it; readers never see it.
    pub name: String,
    /// The sentences in which it differs from the shipped wording of the plan's locale, by key; none is the shipped one.
    /// An empty one is left out, where the page can do without it.
    pub texts: BTreeMap<String, String>,
}
