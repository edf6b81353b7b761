//! Writes the picture sheet: the page, and beside it the list of shots that pictures are taken of.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use clap::{Parser, value_parser};
use futures_executor::block_on;
use loan_checkup::knowledge::{self, Folder, Knowledge};
use loan_checkup::lab::sheet::{
    Drawing, Scheme, SheetChoice, Shot, UnknownName, document, page, shots,
};
use loan_checkup::wording::fill;
use serde_json::json;

/// The sheet's own texts: by key, then by language.
const WORDS: &str = include_str!("../../www/lab/words/sheet.toml");

/// The language of the sheet's own texts where it shows no Chinese.
const ENGLISH: &str = "en";

/// The language of the sheet's own texts otherwise.
const CHINESE: &str = "zh-CN";

/// Writes the picture sheet: every kind of screen of these cases as a page, and the list of its shots.
#[derive(Parser)]
#[command(name = "sheet", version)]
struct Arguments {
    /// Names of files in knowledge/cases; their letters in the codes follow their order
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    cases: Vec<String>,
    /// Which locales, such as zh-CN,en
    #[arg(long, value_name = "L,M", value_delimiter = ',')]
    locales: Vec<String>,
    /// How many pixels wide, each from 240 to 2560
    #[arg(long, value_name = "W,X", value_delimiter = ',', default_value = "360,1280")]
    #[arg(value_parser = value_parser!(u32).range(240..=2560))]
    widths: Vec<u32>,
    /// In which colours
    #[arg(long, value_name = "S,T", value_delimiter = ',', default_value = "light,dark")]
    schemes: Vec<Scheme>,
    /// The folder for index.html and shots.json; it is printed
    #[arg(long, default_value = "target/sheet")]
    out: PathBuf,
}

/// The texts of the sheet.
type SheetTexts = BTreeMap<String, BTreeMap<String, String>>;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let files = Folder::read(Path::new("knowledge")).map_err(|error| error.to_string())?;
    let knowledge = knowledge::load(&files, None).map_err(|problems| {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    })?;
    let choice = choice(&knowledge, arguments).map_err(|error| error.to_string())?;
    let rulebook = Rc::new(knowledge.rulebook.clone());
    let mut drawing = Drawing::new(&rulebook, &choice.catalogues, &choice.cases);
    while block_on(drawing.step()) {}
    let screens = drawing.into_screens();
    let shots = shots(&screens, &once(&arguments.widths), &once(&arguments.schemes));
    let is_chinese = choice.catalogues.iter().any(|one| one.locale().starts_with("zh"));
    let language = if is_chinese { CHINESE } else { ENGLISH };
    let words: SheetTexts = toml::from_str(WORDS).map_err(|error| error.to_string())?;
    let say = |key: &str, values: &[(&str, &str)]| {
        let text = words.get(key).and_then(|texts| texts.get(language));
        fill(text.map_or(key, String::as_str), values)
    };
    let sheet = page(&shots, language, &rulebook.version, &say, &|_| None);
    write(&arguments.out, "index.html", &sheet)?;
    let list: Vec<serde_json::Value> = shots.iter().map(shot).collect();
    write(&arguments.out, "shots.json", &json!(list).to_string())?;
    println!("{}", arguments.out.display());
    Ok(())
}

/// The default choice with what the options say.
fn choice<'a>(
    knowledge: &'a Knowledge,
    Arguments { cases, locales, .. }: &Arguments,
) -> Result<SheetChoice<'a>, UnknownName> {
    let mut choice = SheetChoice::by_default(knowledge);
    if !cases.is_empty() {
        choice = choice.with_cases(knowledge, cases)?;
    }
    if !locales.is_empty() {
        choice = choice.with_locales(knowledge, locales)?;
    }
    Ok(choice)
}

/// Each once, in this order.
fn once<T: Copy + PartialEq>(list: &[T]) -> Vec<T> {
    let is_first = |at: &usize| !list[..*at].contains(&list[*at]);
    (0..list.len()).filter(is_first).map(|at| list[at]).collect()
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
