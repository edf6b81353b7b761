//! Writes the picture sheet: the page, and beside it the list of shots that pictures are taken of.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use std::{env, fs};

use futures_executor::block_on;
use loan_checkup::knowledge::{self, Folder, Knowledge};
use loan_checkup::lab::sheet::{Drawing, SheetChoice, Shot, document, page, shots};
use loan_checkup::wording::fill;
use serde_json::json;

/// The sheet's own texts: by key, then by language.
const WORDS: &str = include_str!("../../www/lab/words/sheet.toml");

/// The language of the sheet's own texts where it shows no Chinese.
const ENGLISH: &str = "en";

/// The language of the sheet's own texts otherwise.
const CHINESE: &str = "zh-CN";

const USAGE: &str = "\
usage: sheet FOLDER [--cases A,B] [--locales L,M] [--widths 360,1280] [--schemes light,dark]
  FOLDER/index.html and FOLDER/shots.json: every kind of screen for these cases";

/// The texts of the sheet.
type SheetTexts = BTreeMap<String, BTreeMap<String, String>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let Some((folder, options)) = arguments.split_first().filter(|(one, _)| !one.starts_with('-'))
    else {
        return Err(USAGE.to_owned());
    };
    let files = Folder::read(Path::new("knowledge")).map_err(|error| error.to_string())?;
    let knowledge = knowledge::load(&files, None).map_err(|problems| {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    })?;
    let choice = choice(&knowledge, options)?;
    let rulebook = Rc::new(knowledge.rulebook.clone());
    let mut drawing = Drawing::new(&rulebook, &choice.catalogues, &choice.cases);
    while block_on(drawing.step()) {}
    let screens = drawing.into_screens();
    let shots = shots(&screens, &choice.widths, &choice.schemes);
    let is_chinese = choice.catalogues.iter().any(|one| one.locale().starts_with("zh"));
    let language = if is_chinese { CHINESE } else { ENGLISH };
    let words: SheetTexts = toml::from_str(WORDS).map_err(|error| error.to_string())?;
    let say = |key: &str, values: &[(&str, &str)]| {
        let text = words.get(key).and_then(|texts| texts.get(language));
        fill(text.map_or(key, String::as_str), values)
    };
    let sheet = page(&shots, language, &rulebook.version, &say, &|_| None);
    write(Path::new(folder), "index.html", &sheet)?;
    let list: Vec<serde_json::Value> = shots.iter().map(shot).collect();
    write(Path::new(folder), "shots.json", &json!(list).to_string())
}

/// The default choice with what the options say.
fn choice<'a>(knowledge: &'a Knowledge, options: &[String]) -> Result<SheetChoice<'a>, String> {
    let mut choice = SheetChoice::by_default(knowledge);
    for pair in options.chunks(2) {
        let [name, value] = pair else { return Err(USAGE.to_owned()) };
        let changed = match name.as_str() {
            "--cases" => choice.with_cases(knowledge, value),
            "--locales" => choice.with_locales(knowledge, value),
            "--widths" => choice.with_widths(value),
            "--schemes" => choice.with_schemes(value),
            _ => return Err(USAGE.to_owned()),
        };
        choice = changed.map_err(|error| error.to_string())?;
    }
    Ok(choice)
}

/// What a picture is taken of.
fn shot(shot: &Shot) -> serde_json::Value {
    json!({
        "code": shot.screen.code.to_string(),
        "name": shot.name(),
        "look": shot.look(),
        "locale": shot.screen.locale,
        "width": shot.width,
        "scheme": shot.scheme.id(),
        "document": document(shot.screen, shot.scheme),
    })
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = folder.join(name);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, text))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))
}
