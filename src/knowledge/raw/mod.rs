//! The knowledge files as they are written, before any id is resolved.

mod cause;
mod condition;
mod question;
mod reading;
mod remedy;
mod rulebook;
mod screen;
mod source;
mod wording;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::{Spanned, Value};

use super::problems::Problems;
use super::{Folder, Place, Problem, ProblemCode};

pub(super) use cause::{RawCause, RawEvidence, RawHardFact};
pub(super) use condition::RawCondition;
pub(super) use question::{RawGroup, RawKind, RawOption, RawQuestion};
pub(super) use reading::RawReading;
pub(super) use remedy::RawRemedy;
pub(super) use rulebook::RawRulebook;
pub(super) use screen::{RawForm, RawScreen};
pub(super) use source::RawSource;
pub(super) use wording::{RawText, RawWording, read as wordings};

/// Something read, with its place.
#[derive(Clone, Debug)]
pub(super) struct Placed<T> {
    pub(super) place: Place,
    pub(super) value: T,
}

/// All knowledge files.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) rulebook: Placed<RawRulebook>,
    pub(super) questions: Vec<Placed<RawQuestion>>,
    pub(super) screens: Vec<Placed<RawScreen>>,
    pub(super) groups: Vec<Placed<RawGroup>>,
    pub(super) causes: Vec<Placed<RawCause>>,
    pub(super) remedies: Vec<Placed<RawRemedy>>,
    pub(super) sources: Vec<Placed<RawSource>>,
    pub(super) readings: Vec<Placed<RawReading>>,
    pub(super) wordings: Vec<RawWording>,
    pub(super) cases: Vec<(String, Place, String)>,
    /// The text behind the hash of the rulebook.
    pub(super) rules_text: String,
}

/// Reads every file; what cannot be read is reported and left out.
pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Raw {
    Raw {
        rulebook: rulebook::read(folder, problems),
        questions: entries(folder, "questions.toml", "question", problems),
        screens: entries(folder, "screens.toml", "screen", problems),
        groups: entries(folder, "groups.toml", "group", problems),
        causes: cause::read(folder, problems),
        remedies: entries(folder, "remedies.toml", "remedy", problems),
        sources: entries(folder, "sources.toml", "source", problems),
        readings: entries(folder, "readings.toml", "reading", problems),
        wordings: wording::read(folder, problems),
        cases: folder
            .below("cases")
            .map(|(path, name, text)| (name.to_owned(), Place::file(path), text.to_owned()))
            .collect(),
        rules_text: rules_text(folder),
    }
}

fn rules_text(folder: &Folder) -> String {
    let files = [
        "rulebook.toml",
        "questions.toml",
        "screens.toml",
        "groups.toml",
        "remedies.toml",
        "sources.toml",
    ];
    let own = files.iter().filter_map(|path| folder.text(path));
    let causes = folder.below("causes").map(|(_, _, text)| text);
    own.chain(causes).collect::<Vec<_>>().join("\n")
}

/// The text of a file that must be there.
fn required<'a>(folder: &'a Folder, path: &str, problems: &mut Problems) -> Option<&'a str> {
    let text = folder.text(path);
    if text.is_none() {
        problems.add(ProblemCode::MissingFile, &Place::file(path), format!("no file `{path}`"));
    }
    text
}

/// Reads a file that is one list of tables; each table that cannot be read is reported on its own.
fn entries<T: DeserializeOwned>(
    folder: &Folder,
    path: &str,
    list: &str,
    problems: &mut Problems,
) -> Vec<Placed<T>> {
    #[derive(Deserialize)]
    #[serde(transparent)]
    struct Lists(std::collections::BTreeMap<String, Vec<Spanned<Value>>>);

    let Some(text) = required(folder, path, problems) else { return Vec::new() };
    let Some(Lists(mut lists)) = parse(text, path, problems) else { return Vec::new() };
    let tables = lists.remove(list).unwrap_or_default();
    for other in lists.keys() {
        let message = format!("unknown table `{other}`, expected `{list}`");
        problems.add(ProblemCode::Unreadable, &Place::file(path), message);
    }
    tables.into_iter().filter_map(|table| entry(table, text, path, problems)).collect()
}

/// Reads one table.
fn entry<T: DeserializeOwned>(
    table: Spanned<Value>,
    text: &str,
    path: &str,
    problems: &mut Problems,
) -> Option<Placed<T>> {
    let place = Place::in_text(path, text, table.span().start);
    match table.into_inner().try_into() {
        Ok(value) => Some(Placed { place, value }),
        Err(error) => {
            problems.push(Problem::unreadable(place, &error));
            None
        }
    }
}

/// Reads a whole file.
fn parse<T: DeserializeOwned>(text: &str, path: &str, problems: &mut Problems) -> Option<T> {
    match toml::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            problems.push(Problem::unreadable_file(path, text, &error));
            None
        }
    }
}
