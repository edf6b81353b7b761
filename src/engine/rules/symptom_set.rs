use super::OptionIx;
use super::packed::packed;

/// A set of symptoms (options of the question `symptom`), at most eight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SymptomSet(u8);

impl SymptomSet {
    /// How many symptoms a rulebook may have.
    pub const MOST: usize = 8;
    /// No symptom.
    pub const NONE: Self = Self(0);
    /// Every symptom.
    pub const ALL: Self = Self(u8::MAX);

    /// The set with the symptom added.
    #[must_use]
    pub fn with(self, symptom: OptionIx) -> Self {
        Self(self.0 | (1u8 << (symptom.0 % 8)))
    }

    /// Whether the symptom is in the set; where the symptom is not known, every set has it that is not empty.
    #[must_use]
    pub fn has(self, symptom: Option<OptionIx>) -> bool {
        let wanted = symptom.map_or(Self::ALL, |symptom| Self::NONE.with(symptom));
        self.and(wanted) != Self::NONE
    }

    /// The only symptom in the set; `None` where there are none or several.
    #[must_use]
    pub fn only(self) -> Option<OptionIx> {
        let place = u8::try_from(self.0.trailing_zeros()).ok();
        place.filter(|_| self.0.is_power_of_two()).map(OptionIx)
    }

    /// The symptoms that are in both sets.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

packed!(tuple SymptomSet);
