use crate::engine::rules::{Decibans, Settings};

/// How much speaks for a finding, in words; never a percentage, since the weights are judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Little.
    Weak,
    /// Something.
    Moderate,
    /// Much.
    Strong,
    /// A hard fact settles it.
    Settled,
}

impl Strength {
    /// The word for a support without the clean bonus.
    #[must_use]
    pub fn of(support: Decibans, settings: &Settings) -> Self {
        match support {
            _ if support >= settings.strong => Self::Strong,
            _ if support >= settings.moderate => Self::Moderate,
            _ => Self::Weak,
        }
    }

    /// The id, as on the page and in the JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Moderate => "moderate",
            Self::Strong => "strong",
            Self::Settled => "settled",
        }
    }

    /// How many of the three parts of the meter are filled.
    #[must_use]
    pub fn parts(self) -> u8 {
        match self {
            Self::Weak => 1,
            Self::Moderate => 2,
            Self::Strong | Self::Settled => 3,
        }
    }
}
