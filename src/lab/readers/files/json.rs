use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{FileFault, Wrong};

/// The largest file that is read: far more than a test of thousands of readers needs.
const LARGEST: usize = 16 * 1024 * 1024;

/// The version of all formats.
pub(super) const VERSION: u64 = 1;

/// Reads a text as JSON.
pub(super) fn parse(text: &str) -> Result<Value, FileFault> {
    if text.len() > LARGEST {
        return Err(FileFault::new("", Wrong::TooLarge(LARGEST)));
    }
    // Editors of some systems put a mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| FileFault::new("", Wrong::NotJson(error.line())))
}

/// Reads a table that says that it is one of this format, in a version that is known.
pub(super) fn read<T: DeserializeOwned>(value: Value, format: &str) -> Result<T, FileFault> {
    if value["format"] != format {
        return Err(FileFault::new("", Wrong::OtherFormat));
    }
    match value["version"].as_u64() {
        Some(newer) if newer != VERSION => Err(FileFault::new("", Wrong::Newer(newer))),
        _ => shaped(value),
    }
}

/// Reads a value with the place of whatever does not fit.
pub(super) fn shaped<T: DeserializeOwned>(value: Value) -> Result<T, FileFault> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let place = error.path().to_string();
        // That is how the library writes the whole.
        let place = if place == "." { String::new() } else { place };
        FileFault::new(place, Wrong::Shape(error.into_inner().to_string()))
    })
}

/// A file as people may look into it.
pub(super) fn pretty(file: &impl Serialize) -> String {
    serde_json::to_string_pretty(file).expect("texts, numbers and lists of them are JSON") + "\n"
}

/// A file as it is kept in a storage.
pub(super) fn compact(file: &impl Serialize) -> String {
    serde_json::to_string(file).expect("texts, numbers and lists of them are JSON")
}
