use core::fmt;

use serde::Deserialize;

/// Something wrong, or worth a look, in the knowledge folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem.
    pub code: ProblemCode,
    /// Where.
    pub place: Place,
    /// What was found and what was expected.
    pub message: String,
    /// What may have been meant.
    pub suggestion: Option<String>,
}

/// Where a problem is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's path in the knowledge folder.
    pub file: String,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: usize,
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn file(file: &str) -> Self {
        Self { file: file.to_owned(), line: 0 }
    }

    /// Where a byte of a file's text stands.
    #[must_use]
    pub(crate) fn in_text(file: &str, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        Self { file: file.to_owned(), line: before.matches('\n').count() + 1 }
    }
}

impl Problem {
    /// A file, or a part of one, that is not the TOML that it should be.
    pub(crate) fn unreadable(place: Place, error: &toml::de::Error) -> Self {
        let message = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
        Self { code: ProblemCode::Unreadable, place, message, suggestion: None }
    }

    /// A file that is not the TOML that it should be, with the line where that shows.
    pub(crate) fn unreadable_file(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let place = error
            .span()
            .map_or_else(|| Place::file(file), |span| Place::in_text(file, text, span.start));
        Self::unreadable(place, error)
    }
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The knowledge cannot be used.
    Error,
    /// The knowledge can be used; somebody should look.
    Warning,
}

macro_rules! problem_codes {
    ($($variant:ident $code:literal $severity:ident $hint:literal;)*) => {
        /// The kinds of problem; the codes are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ProblemCode {
            $(#[doc = concat!("`", $code, "`: ", $hint, ".")] $variant,)*
        }

        impl ProblemCode {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The code as it is printed.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// How bad it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),* }
            }

            /// What to do about it.
            #[must_use]
            pub fn hint(self) -> &'static str {
                match self { $(Self::$variant => $hint),* }
            }
        }
    };
}

problem_codes! {
    MissingFile "missing-file" Error "add the file; `knowledge/README.md` says what is in it";
    Unreadable "unreadable" Error "mend the TOML; unknown fields are errors so that a misspelt one is noticed";
    DuplicateWeight "duplicate-weight" Error "keep one weight for each answer of a cause, or let their days not overlap";
    MalformedId "malformed-id" Error "ids are lower-case English words joined by hyphens";
    MalformedVersion "malformed-version" Error "a version is letters, digits, dots and hyphens, such as 2026.11.22";
    DuplicateId "duplicate-id" Error "an id stands for one thing; choose another or merge the two entries";
    UnknownId "unknown-id" Error "use an id that is defined";
    WrongFileName "wrong-file-name" Error "name the file for the id in it";
    MalformedNumber "malformed-number" Error "decimals are strings such as \"4.5\", weights have at most one decimal place";
    MissingWhy "missing-why" Error "say in one sentence why, for the reviewer";
    MissingSource "missing-source" Error "name at least one source from `sources.toml`";
    CauseWithoutRemedy "cause-without-remedy" Error "add the cause to `fixes` of a remedy";
    CauseWithoutFirstStep "cause-without-first-step" Error "give the cause a remedy that comes after nothing but remedies of the same cause";
    CauseNotInOrder "cause-not-in-order" Error "list every cause once in `order` of `rulebook.toml`";
    CauseNeverShowable "cause-never-showable" Error "raise the prior or the weights, add a settling fact, or leave the symptom out of `prior`";
    GroupWithoutCap "group-without-cap" Error "give the group a positive cap";
    QuestionInTwoGroups "question-in-two-groups" Error "keep the question in one group";
    UngroupedPull "ungrouped-pull" Warning "put both questions in one group, so that correlated answers are not counted twice";
    QuestionChangesNothing "question-changes-nothing" Error "give an answer a weight or a hard fact, or take the question out";
    QuestionWithoutScreen "question-without-screen" Error "put the question on exactly one screen";
    NotReady "not-ready" Error "take `place` out, or change what is asked there: these screens stand in the page before the program, and a script without rules moves between them";
    ListTooLong "list-too-long" Error "split the list: a phone shows at most eight rows";
    OptionWithoutLabel "option-without-label" Error "add the label to the wording";
    TooMany "too-many" Error "take some out, or merge them: more would not fit into the program's sets";
    BandsNotRising "bands-not-rising" Error "order the bands by rising `below`; only the last one has none";
    WeightWithoutReading "weight-without-reading" Error "say in a word what the answer says, in `readings.toml`";
    ReadingWithoutWeight "reading-without-weight" Error "give the answer its weight or hard fact, or take the reading out";
    WeightAgainstReading "weight-against-reading" Error "look at the facts again: the weight or the word is a slip";
    RemedyCircle "remedy-circle" Error "break the circle of `after`";
    MissingWording "missing-wording" Error "add the text to the wording";
    UnusedWording "unused-wording" Error "take the text out, or mend its key";
    EmptyWording "empty-wording" Error "write the text, or take the key out";
    MarkupInWording "markup-in-wording" Error "wording is plain text in one line: no tags, no line breaks";
    UnknownPlaceholder "unknown-placeholder" Error "use a placeholder that this text may have, or mend the brace";
    MissingPlaceholder "missing-placeholder" Error "the page puts a value here: keep the placeholder in the text";
    AgainstCopyRule "against-copy-rule" Error "reword it as the rule asks, or waive the rule for this text in `copy-rules.toml`, with the reason";
    CopyRemark "copy-remark" Warning "reword it as the rule asks, or waive the rule for this text in `copy-rules.toml`, with the reason";
    IdleWaiver "idle-waiver" Warning "take the waiver out, or mend its rule, locale or key";
    SourcePastReview "source-past-review" Warning "look at the source again and move its dates";
    UnusedSource "unused-source" Warning "take the source out, or name it where it is used";
    CaseUnreadable "case-unreadable" Error "mend the answers of the case";
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.file),
            line => write!(f, "{}:{line}", self.file),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, place, message, suggestion } = self;
        writeln!(f, "{place}: {}[{}]: {message}", code.severity(), code.id())?;
        if let Some(suggestion) = suggestion {
            writeln!(f, "  did you mean `{suggestion}`?")?;
        }
        write!(f, "  hint: {}", code.hint())
    }
}
