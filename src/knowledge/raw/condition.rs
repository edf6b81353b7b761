use serde::Deserialize;

/// A condition of a hard fact or of a remedy.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawCondition {
    pub(in crate::knowledge) question: String,
    pub(in crate::knowledge) options: Vec<String>,
}
