//! What is shown on the page, read by its hooks; wording is never looked at.

use serde::Deserialize;

use crate::borrower::CLOSING;

/// What is shown.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Screen {
    /// `data-screen`.
    pub(crate) kind: String,
    /// `data-screen-id`; empty on screens that are not asked.
    pub(crate) id: String,
    /// `data-outcome`; empty before the result.
    pub(crate) outcome: String,
    /// Whether this is the ready markup, which the program has not yet replaced.
    pub(crate) is_early: bool,
    /// In order; in a list a question may have several rows.
    pub(crate) questions: Vec<Question>,
    /// Options that belong to the whole list.
    pub(crate) general: Vec<ShownOption>,
    pub(crate) causes: Vec<String>,
    pub(crate) strengths: Vec<String>,
    pub(crate) remedies: Vec<String>,
    pub(crate) actions: Vec<String>,
    /// Where the links lead.
    pub(crate) links: Vec<String>,
    pub(crate) is_heading_focused: bool,
    pub(crate) focused_option: Option<String>,
    pub(crate) focused_action: Option<String>,
}

/// A question, a row of a list, or a row of the review.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Question {
    pub(crate) id: String,
    pub(crate) options: Vec<ShownOption>,
    pub(crate) fields: Vec<Field>,
    /// All that stands there; only to be compared with itself.
    pub(crate) text: String,
}

/// A radio button or check box.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ShownOption {
    pub(crate) id: String,
    /// `radio` or `checkbox`.
    pub(crate) form: String,
    pub(crate) is_chosen: bool,
}

/// A money field.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) is_refused: bool,
    /// What it is described by, the message about a refusal included; only to be compared with itself.
    pub(crate) explained: Vec<String>,
}

impl Screen {
    pub(crate) fn is_question(&self) -> bool {
        self.kind == "question"
    }

    pub(crate) fn is_list(&self) -> bool {
        !self.general.is_empty()
    }

    /// Whether this is another screen than that.
    pub(crate) fn is_after(&self, that: &Self) -> bool {
        (&self.kind, &self.id) != (&that.kind, &that.id)
    }

    /// The question, the first row of it in a list.
    #[track_caller]
    pub(crate) fn question(&self, id: &str) -> &Question {
        let found = self.questions.iter().find(|question| question.id == id);
        found.unwrap_or_else(|| panic!("no question {id} on {self:#?}"))
    }

    /// What is chosen, as `question option`, in the order of the screen.
    pub(crate) fn chosen(&self) -> Vec<String> {
        let of = |question: &str, choices: &[ShownOption]| -> Vec<String> {
            let chosen = choices.iter().filter(|choice| choice.is_chosen);
            chosen.map(|choice| format!("{question} {}", choice.id)).collect()
        };
        let questions =
            self.questions.iter().flat_map(|question| of(&question.id, &question.options));
        questions.chain(of("", &self.general)).collect()
    }

    /// The ids of the questions, in order.
    pub(crate) fn question_ids(&self) -> Vec<&str> {
        self.questions.iter().map(|question| question.id.as_str()).collect()
    }

    /// What is asked, as [`Borrower::next_natively`](crate::borrower::Borrower::next_natively) says it.
    pub(crate) fn asks(&self) -> String {
        let rows = self.questions.iter().flat_map(|row| {
            row.options.iter().map(|option| [row.id.as_str(), &option.id].join(" "))
        });
        match self.id.as_str() {
            CLOSING => [CLOSING.to_owned(), rows.collect::<Vec<_>>().join(", ")].join(": "),
            id => id.to_owned(),
        }
    }

    pub(crate) fn has_action(&self, action: &str) -> bool {
        self.actions.iter().any(|known| known == action)
    }
}

impl Question {
    /// Whether something is chosen; a money question needs no amount.
    pub(crate) fn is_answered(&self) -> bool {
        !self.fields.is_empty() || self.options.iter().any(|option| option.is_chosen)
    }

    pub(crate) fn has_radios(&self) -> bool {
        self.options.iter().any(|option| option.form == "radio")
    }

    pub(crate) fn offers(&self, option: &str) -> bool {
        self.options.iter().any(|offered| offered.id == option)
    }
}
