//! What a test may need and not every engine can.

/// Something that not every engine can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ability {
    /// The protocol behind Chromium's developer tools.
    DevTools,
    /// Fingers.
    Touch,
}

impl Ability {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::DevTools => "DevTools",
            Self::Touch => "touch",
        }
    }
}
