use std::collections::BTreeMap;

/// One wording that readers may get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestVersion {
    /// What the team calls it; readers never see it.
    pub name: String,
    /// The sentences in which it differs from the shipped wording of the plan's locale, by key; none is the shipped one.
    /// An empty one is left out, where the page can do without it.
    pub texts: BTreeMap<String, String>,
}
