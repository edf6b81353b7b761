use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::FileFault;
use super::json::{VERSION, compact, parse, read, shaped};
use crate::lab::readers::{Setup, TestQuestion};

/// What a kept form calls itself.
const FORMAT: &str = "loan-checkup reader form";

/// A form, whose other fields are those of the setup: `S` is the setup, or what is read as one.
#[derive(Serialize, Deserialize)]
struct SetupFile<S> {
    #[serde(flatten)]
    setup: S,
    format: String,
    version: u64,
    rulebook: String,
}

/// A form that is being filled in, as one text for a device's storage; `rulebook` is the hash of the rulebook.
#[must_use]
pub fn write_setup(setup: &Setup, rulebook: &str) -> String {
    let (format, rulebook) = (FORMAT.to_owned(), rulebook.to_owned());
    compact(&SetupFile { setup, format, version: VERSION, rulebook })
}

/// Reads a form that was being filled in; what is still missing in it is no fault.
///
/// # Errors
///
/// The first thing that is wrong, with its place: another rulebook as well, in which its cases may not exist.
pub fn read_setup(text: &str, rulebook: &str) -> Result<Setup, FileFault> {
    let file: SetupFile<Map<String, Value>> = read(parse(text)?, FORMAT)?;
    if file.rulebook != rulebook {
        return Err(FileFault::not_possible("rulebook", file.rulebook));
    }
    setup_from(file.setup)
}

/// Reads what the team chose from all fields of a file that are not the file's own.
pub(super) fn setup_from(fields: Map<String, Value>) -> Result<Setup, FileFault> {
    let setup: Setup = shaped(Value::Object(fields))?;
    for (at, question) in setup.questions.iter().enumerate() {
        if let TestQuestion::Own(own) = question
            && own.right >= own.choices.len()
        {
            return Err(FileFault::not_possible(format!("questions[{at}].right"), own.right));
        }
    }
    Ok(setup)
}
