use core::fmt;

/// Why a choice for a sheet cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoiceError {
    /// Nothing is chosen of these: cases, locales, widths or schemes.
    Nothing(&'static str),
    /// There is no case, locale or scheme of this name; the nearest that there is.
    Unknown(&'static str, String, Option<String>),
    /// It is no width in pixels that a sheet can have.
    Width(String),
}

impl fmt::Display for ChoiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing(what) => write!(f, "no {what} are chosen"),
            Self::Unknown(what, name, None) => write!(f, "there is no {what} `{name}`"),
            Self::Unknown(what, name, Some(near)) => {
                write!(f, "there is no {what} `{name}`: did you mean `{near}`?")
            }
            Self::Width(text) => {
                write!(f, "`{text}` is not a width in pixels from 240 to 2560")
            }
        }
    }
}
