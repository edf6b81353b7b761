use crate::lab::sheet::Scheme;

/// The widths that are offered, in pixels: a phone, a large phone, a tablet, a desktop.
pub(super) const WIDTHS: [u32; 4] = [360, 430, 768, 1280];

/// What the sheet is to show.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::lab::page) struct WantedSheet {
    /// The names of the cases; empty until the lab has looked for good ones.
    pub(super) cases: Vec<String>,
    pub(super) locales: Vec<String>,
    pub(super) widths: Vec<u32>,
    pub(super) schemes: Vec<Scheme>,
}

impl WantedSheet {
    /// A phone and a desktop, light and dark, in one locale.
    pub(super) fn new(locale: &str) -> Self {
        Self {
            cases: Vec::new(),
            locales: vec![locale.to_owned()],
            widths: vec![360, 1280],
            schemes: Scheme::ALL.into(),
        }
    }

    /// Whether something of each is chosen.
    pub(super) fn is_enough(&self) -> bool {
        let Self { cases, locales, widths, schemes } = self;
        !(cases.is_empty() || locales.is_empty() || widths.is_empty() || schemes.is_empty())
    }
}
