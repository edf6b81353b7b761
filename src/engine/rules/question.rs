use super::packed::packed;
use super::{GroupIx, OptionIx, OptionSet, Packed, SymptomSet, Unpacker};

/// Something that the borrower is asked.
#[derive(Clone, Debug)]
pub struct Question {
    /// Id, stable for ever.
    pub id: String,
    /// How it is answered.
    pub kind: AnswerKind,
    /// Whether it is what the product is named for, or what the symptom is about: asked unless its causes are out of
    /// question or settled.
    pub named: bool,
    /// Effort of answering in tenths; 10 is one easy tap.
    pub effort: u8,
    /// Symptoms for which the question is asked and counts.
    pub applies: SymptomSet,
    /// For a question that is asked only of who took the warning back: the answer that is assumed until another one is
    /// given, and where the borrower is not sure. It counts whatever the symptom.
    pub after_warning: Option<OptionIx>,
    /// Whether the answer is what the page itself says; such facts outrank other answers.
    pub on_page: bool,
    /// The group whose cap holds its evidence; none is a group of its own without a cap.
    pub group: Option<GroupIx>,
    /// The options, `unsure` left out; for money the bands of the ratio, rising.
    pub options: Vec<AnswerOption>,
}

/// How a question is answered.
#[derive(Clone, Debug)]
pub enum AnswerKind {
    /// One option.
    One,
    /// Any number of options; the first stands alone if there is one that does.
    Many {
        /// The option that stands alone (`none`).
        alone: Option<OptionIx>,
    },
    /// Two amounts, of which a ratio is made.
    Money(Ratio),
}

/// The amounts of a money question and the ratio between them, a fraction of one.
#[derive(Clone, Debug)]
pub struct Ratio {
    /// The names of the two amount fields, in the order of the screen.
    pub fields: [String; 2],
    /// Which field is the numerator: 0 or 1; the other one is the denominator.
    pub numerator: u8,
    /// For each band the ratio it stays below, in ten-thousandths; the last band has none. Rising.
    pub below: Vec<Option<u32>>,
}

/// An option of a question.
#[derive(Clone, Debug)]
pub struct AnswerOption {
    /// Id, stable for ever, unique in its question.
    pub id: String,
    /// Share of everybody else with the symptom who would give this answer, in ten-thousandths.
    pub base_rate: u16,
    /// Whether the answer speaks a little for every cause that the question does not touch.
    pub is_clean: bool,
    /// Symptoms for which the option is offered.
    pub offered: SymptomSet,
    /// What the borrower can turn this answer into by own doing, without a false word; `None` for what is history.
    pub becomes: Option<OptionIx>,
}

impl Question {
    /// Whether an answer counts under the symptom.
    #[must_use]
    pub fn counts(&self, symptom: Option<OptionIx>) -> bool {
        self.applies.has(symptom) || self.after_warning.is_some()
    }

    /// The place of the option with this id.
    #[must_use]
    pub fn option(&self, id: &str) -> Option<OptionIx> {
        OptionIx::all(self.options.len()).find(|option| &*self.options[option.at()].id == id)
    }

    /// The options that are offered under the symptom.
    #[must_use]
    pub fn offered(&self, symptom: Option<OptionIx>) -> OptionSet {
        OptionIx::all(self.options.len())
            .filter(|option| self.options[option.at()].offered.has(symptom))
            .fold(OptionSet::EMPTY, OptionSet::with)
    }

    /// Every answer that can be made of the options: each of them, or every set of them where several may hold.
    #[must_use]
    pub fn possible_answers(&self, options: OptionSet) -> Vec<OptionSet> {
        let AnswerKind::Many { alone } = self.kind else {
            return options.iter().map(OptionSet::of).collect();
        };
        let mut sets = vec![OptionSet::EMPTY];
        for option in options.iter().filter(|option| alone != Some(*option)) {
            let with: Vec<OptionSet> = sets.iter().map(|set| set.with(option)).collect();
            sets.extend(with);
        }
        sets.remove(0);
        sets.extend(alone.filter(|alone| options.has(*alone)).map(OptionSet::of));
        sets
    }

    /// The option that stands alone, where the question has one.
    #[must_use]
    pub fn alone(&self) -> Option<OptionIx> {
        match self.kind {
            AnswerKind::Many { alone } => alone,
            AnswerKind::One | AnswerKind::Money(_) => None,
        }
    }
}

packed!(struct Question { id, kind, named, effort, applies, after_warning, on_page, group, options });
packed!(struct Ratio { fields, numerator, below });
packed!(struct AnswerOption { id, base_rate, is_clean, offered, becomes });

impl Packed for AnswerKind {
    fn pack(&self, to: &mut Vec<u8>) {
        match self {
            Self::One => 0u8.pack(to),
            Self::Many { alone } => (1u8, *alone).pack(to),
            Self::Money(ratio) => {
                2u8.pack(to);
                ratio.pack(to);
            }
        }
    }

    fn unpack(from: &mut Unpacker) -> Self {
        match u8::unpack(from) {
            0 => Self::One,
            1 => Self::Many { alone: Packed::unpack(from) },
            _ => Self::Money(Packed::unpack(from)),
        }
    }
}
