use super::{Scheme, ScreenCode};

/// One screen in one locale, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnScreen {
    /// Its short name.
    pub code: ScreenCode,
    /// The title of the case.
    pub case: String,
    /// The locale, as in `zh-CN`.
    pub locale: String,
    /// What the screen is headed, as markup.
    pub heading: String,
    /// The markup of the widget.
    pub markup: String,
}

/// One screen as it is seen: so wide, in these colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shot<'a> {
    /// The screen.
    pub screen: &'a DrawnScreen,
    /// How wide it is, in pixels.
    pub width: u32,
    /// In which colours.
    pub scheme: Scheme,
}

impl Shot<'_> {
    /// Which look it has, as in `zh-CN-360-light`.
    #[must_use]
    pub fn look(&self) -> String {
        format!("{}-{}-{}", self.screen.locale, self.width, self.scheme.id())
    }

    /// The name of its picture, as in `Q07-B-zh-CN-360-light`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}-{}", self.screen.code, self.look())
    }
}

/// The screens in every look, look after look: by locale, in the order of the screens, then by width, then by colours.
#[must_use]
pub fn shots<'a>(screens: &'a [DrawnScreen], widths: &[u32], schemes: &[Scheme]) -> Vec<Shot<'a>> {
    let mut locales: Vec<&str> = Vec::new();
    for screen in screens {
        if !locales.contains(&screen.locale.as_str()) {
            locales.push(&screen.locale);
        }
    }
    let mut found = Vec::new();
    for locale in locales {
        for width in widths {
            for scheme in schemes {
                let of_locale = screens.iter().filter(|screen| screen.locale == locale);
                found.extend(of_locale.map(|screen| Shot {
                    screen,
                    width: *width,
                    scheme: *scheme,
                }));
            }
        }
    }
    found
}
