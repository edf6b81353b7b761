use serde::Deserialize;

/// A table of `screens.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawScreen {
    pub(in crate::knowledge) id: String,
    pub(in crate::knowledge) form: RawForm,
    pub(in crate::knowledge) place: Option<u8>,
    #[serde(default)]
    pub(in crate::knowledge) questions: Vec<String>,
    #[serde(default)]
    pub(in crate::knowledge) rows: Vec<RawRow>,
}

/// How the questions are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::knowledge) enum RawForm {
    Full,
    List,
}

/// A check box of a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawRow {
    pub(in crate::knowledge) question: String,
    pub(in crate::knowledge) option: String,
    pub(in crate::knowledge) otherwise: String,
}

impl RawScreen {
    /// The questions on the screen as written; a list may name one several times.
    pub(in crate::knowledge) fn question_ids(&self) -> impl Iterator<Item = &str> {
        let rows = self.rows.iter().map(|row| row.question.as_str());
        self.questions.iter().map(String::as_str).chain(rows)
    }
}
