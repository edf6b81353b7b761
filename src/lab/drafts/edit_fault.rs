use core::fmt;

/// Why a knowledge file cannot be read or edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditFault {
    /// There is no such file.
    NoFile {
        /// Its path in the knowledge folder.
        file: String,
    },
    /// The file is not the TOML that it should be.
    Unreadable {
        /// Its path in the knowledge folder.
        file: String,
        /// The line, from 1; 0 where none is known.
        line: usize,
        /// What the reader says.
        message: String,
    },
    /// The file is laid out in a way in which this cannot be edited without touching other lines.
    Layout {
        /// Its path in the knowledge folder.
        file: String,
        /// The key of the sentence.
        key: String,
    },
}

impl EditFault {
    /// A file that is not the TOML that it should be.
    pub(super) fn no_toml(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let before = error.span().and_then(|span| text.get(..span.start));
        Self::Unreadable {
            file: file.to_owned(),
            line: before.map_or(0, |before| before.matches('\n').count() + 1),
            message: error.message().split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}

impl fmt::Display for EditFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFile { file } => write!(f, "no file `{file}`"),
            Self::Unreadable { file, line: 0, message } => write!(f, "{file}: {message}"),
            Self::Unreadable { file, line, message } => write!(f, "{file}:{line}: {message}"),
            Self::Layout { file, key } => {
                write!(f, "{file}: `{key}` cannot be edited; write it below a header of its own")
            }
        }
    }
}
