use super::CaseQuestion;

/// What comes next for a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due<'a> {
    /// To read the result of the case at this place of the plan.
    Read(usize),
    /// To answer the question at this place of the plan's sheet.
    Answer(usize, &'a CaseQuestion),
}

/// What a reader has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Read the result of a case.
    Read {
        /// The place of the case in the plan.
        case: usize,
        /// From the moment the screen was shown until the reader went on.
        milliseconds: u32,
    },
    /// Answered a question.
    Answered {
        /// The place of the question in the plan's sheet.
        asked: usize,
        /// The id of what was chosen.
        choice: String,
        /// From the moment the question was shown until the answer was sent, looking at the result again included.
        milliseconds: u32,
    },
}

impl Taken {
    /// The longest time that is kept: a day.
    pub const LONGEST: u32 = 86_400_000;

    /// How long it took.
    #[must_use]
    pub fn milliseconds(&self) -> u32 {
        match self {
            Self::Read { milliseconds, .. } | Self::Answered { milliseconds, .. } => *milliseconds,
        }
    }
}
