use serde::Deserialize;

use super::packed::packed;
use super::{CauseIx, Condition, Date, RemedyIx, SourceIx, Standing};

/// One thing to do.
#[derive(Clone, Debug)]
pub struct Remedy {
    /// Id, stable for ever.
    pub id: String,
    /// Who can do it.
    pub who: Who,
    /// The causes it fixes.
    pub fixes: Vec<Fix>,
    /// The borrower's own time in minutes.
    pub minutes: u16,
    /// Cost in whole yuan.
    pub yuan: u16,
    /// Days until an effect can be expected.
    pub wait_days: u16,
    /// Risk of doing it.
    pub risk: Risk,
    /// How annoying it is, 0 to 3.
    pub annoyance: u8,
    /// Whether it may leave a trace on the credit file or cannot be undone.
    pub touches_credit: bool,
    /// Remedies that come first if they are in the plan.
    pub after: Vec<RemedyIx>,
    /// Remedies with which it never shares a plan.
    pub conflicts: Vec<RemedyIx>,
    /// What must have been answered, all of it; an open question does not count as answered.
    pub when: Vec<Condition>,
    /// What must have been answered, one of it at the least; nothing is asked for where there is none.
    pub any_of: Vec<Condition>,
    /// What must not have been answered, none of it.
    pub unless: Vec<Condition>,
    /// Whether it is in every plan whose answers it fits.
    pub standing: Standing,
    /// Whether it is a safe step for when not enough is known.
    pub is_general: bool,
    /// Telephone numbers that get a dial button.
    pub call: Vec<String>,
    /// When it was last reviewed.
    pub reviewed: Date,
    /// What it rests on.
    pub sources: Vec<SourceIx>,
}

/// A cause that a remedy fixes.
#[derive(Clone, Copy, Debug)]
pub struct Fix {
    /// The cause.
    pub cause: CauseIx,
    /// How likely it helps if that is the cause, in hundredths; a judgement.
    pub likelihood: u8,
}

/// Who can carry out a remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The borrower alone.
    Borrower,
    /// The borrower's bank.
    Bank,
    /// The platform that shows the limit.
    Platform,
    /// The institution that lends the money.
    Lender,
    /// The police.
    Police,
    /// Nobody: only time helps.
    Time,
}

impl Who {
    /// The id, as in the knowledge files and the JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Borrower => "borrower",
            Self::Bank => "bank",
            Self::Platform => "platform",
            Self::Lender => "lender",
            Self::Police => "police",
            Self::Time => "time",
        }
    }
}

/// Risk of a remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Risk {
    /// Nothing can go wrong.
    None,
    /// Something small can go wrong.
    Low,
    /// Something that hurts can go wrong.
    High,
}

impl Remedy {
    /// Every condition on answers that it has.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.when.iter().chain(&self.any_of).chain(&self.unless)
    }
}

packed!(struct Remedy { id, who, fixes, minutes, yuan, wait_days, risk, annoyance, touches_credit, after, conflicts, when, any_of, unless, standing, is_general, call, reviewed, sources });
packed!(struct Fix { cause, likelihood });
packed!(
    enum Who {
        Borrower,
        Bank,
        Platform,
        Lender,
        Police,
        Time,
    }
);
packed!(
    enum Risk {
        None,
        Low,
        High,
    }
);
