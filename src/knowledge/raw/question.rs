use serde::Deserialize;

/// A table of `questions.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawQuestion {
    pub(in crate::knowledge) id: String,
    pub(in crate::knowledge) kind: RawKind,
    #[serde(default)]
    pub(in crate::knowledge) named: bool,
    pub(in crate::knowledge) effort: String,
    pub(in crate::knowledge) symptoms: Option<Vec<String>>,
    pub(in crate::knowledge) after_warning: Option<String>,
    #[serde(default)]
    pub(in crate::knowledge) on_page: bool,
    pub(in crate::knowledge) fields: Option<[String; 2]>,
    pub(in crate::knowledge) ratio: Option<RawRatio>,
    #[serde(default)]
    pub(in crate::knowledge) why: String,
    #[serde(default)]
    pub(in crate::knowledge) source: Vec<String>,
    #[serde(default)]
    pub(in crate::knowledge) option: Vec<RawOption>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::knowledge) enum RawKind {
    One,
    Many,
    Money,
}

/// Which field is divided by which.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawRatio {
    pub(in crate::knowledge) of: String,
    pub(in crate::knowledge) to: String,
}

/// An option, or a band of a money question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawOption {
    pub(in crate::knowledge) id: String,
    pub(in crate::knowledge) base_rate: String,
    #[serde(default)]
    pub(in crate::knowledge) clean: bool,
    pub(in crate::knowledge) symptoms: Option<Vec<String>>,
    pub(in crate::knowledge) below: Option<String>,
    pub(in crate::knowledge) becomes: Option<String>,
}

/// A table of `groups.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawGroup {
    pub(in crate::knowledge) id: String,
    pub(in crate::knowledge) cap: Option<String>,
    pub(in crate::knowledge) questions: Vec<String>,
    #[serde(default)]
    pub(in crate::knowledge) why: String,
}
