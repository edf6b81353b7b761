//! What a test may need and not every engine can.

/// Something that not every engine can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ability {
    /// The protocol behind Chromium's developer tools.
    DevTools,
    /// Scripts of the driver that look into a frame.
    Frames,
    /// Fingers.
    Touch,
}

impl Ability {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::DevTools => "DevTools",
            Self::Frames => "a look into frames",
            Self::Touch => "touch",
        }
    }
}
