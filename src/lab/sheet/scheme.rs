use strum::IntoStaticStr;

/// The colours of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[cfg_attr(feature = "sheet", derive(clap::ValueEnum))]
#[strum(serialize_all = "kebab-case")]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The id, which is also the value of the page's `data-theme`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }
}
