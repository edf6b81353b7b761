//! The documents: what the README shows is what the program prints, and what the documents name is there.

use std::fs;

use loan_checkup::shipped;
use serde_json::Value;

use crate::{cli, folder};

const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];
const DOCUMENTS: [&str; 4] = ["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CHANGELOG.md"];

/// The file of answers that the README lets its reader write.
const ANSWERS: &str = "answers.json";

/// Where the files of this repository are, besides its root.
const FOLDERS: [&str; 5] = [".ci/", "knowledge/", "src/", "tests/", "www/"];

/// Endings of files; a name with one of them in the text is that of a file.
const ENDINGS: [&str; 8] = [".css", ".html", ".js", ".json", ".lock", ".md", ".rs", ".toml"];

/// A document in its parts.
struct Document {
    path: &'static str,
    /// The level of each heading.
    headings: Vec<usize>,
    /// Everything outside of code blocks.
    lines: Vec<String>,
    blocks: Vec<Block>,
}

/// A fenced block of code.
#[derive(Debug, PartialEq)]
struct Block {
    language: String,
    text: String,
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    for document in READMES.map(read) {
        let mut answers = String::new();
        let mut printed = String::new();
        for block in &document.blocks {
            match block.language.as_str() {
                "console" => {
                    for (command, shown) in commands(&block.text) {
                        printed = run(&document, command, &answers);
                        check_shown(&document, command, &shown, &printed);
                    }
                }
                "json" => {
                    let value = json(&document, &block.text);
                    if value.get("answers").is_some() {
                        answers.clone_from(&block.text);
                    } else {
                        check_excerpt(&document, &value, &json(&document, &printed));
                    }
                }
                "sh" => {}
                other => panic!("{} has a block of `{other}`, which nothing tests", document.path),
            }
        }
        assert!(!printed.is_empty(), "{} runs nothing", document.path);
    }
}

#[test]
fn both_readmes_have_the_same_headings_code_and_links() {
    let [one, other] = READMES.map(read);
    assert_eq!(one.headings, other.headings);
    assert_eq!(one.blocks, other.blocks);
    let [one, other] = [one, other].map(|document| {
        let mut links: Vec<String> = links(&document).into_iter().map(|(_, to)| to).collect();
        links.retain(|link| !READMES.contains(&link.as_str()));
        links
    });
    assert_eq!(one, other);
}

#[test]
fn every_file_that_is_linked_or_named_exists() {
    let mut missing = Vec::new();
    for document in DOCUMENTS.map(read) {
        let links = links(&document).into_iter().map(|(_, to)| to);
        let mut paths: Vec<String> = links.filter(|link| !link.starts_with("https://")).collect();
        paths.extend(code(&document).into_iter().filter(|name| is_file_name(name)));
        paths.retain(|path| !folder::path(without_blanks(path)).exists());
        missing.extend(paths.into_iter().map(|path| format!("{} names {path}", document.path)));
    }
    assert!(missing.is_empty(), "these files are not there:\n{}", missing.join("\n"));
}

/// A path up to the folder in which `<id>` stands for any name.
fn without_blanks(path: &str) -> &str {
    path.find('<').and_then(|at| path[..at].rfind('/')).map_or(path, |end| &path[..end])
}

#[test]
fn every_test_that_is_linked_is_in_its_file() {
    let mut count = 0;
    for document in DOCUMENTS.map(read) {
        for (name, path) in links(&document) {
            let name = name.trim_matches('`');
            if !path.starts_with("tests/") {
                continue;
            }
            let source = fs::read_to_string(folder::path(&path)).unwrap_or_default();
            let has_test = source.contains(&format!("fn {name}("));
            assert!(has_test, "{}: there is no test {name} in {path}", document.path);
            count += 1;
        }
    }
    assert!(count > 0, "no document links a test");
}

#[test]
fn every_command_that_is_named_exists() {
    let dev = fs::read_to_string(folder::path("dev")).expect("it is there");
    let program = cli::text(&cli::run(&["help"], "").stdout);
    for document in DOCUMENTS.map(read) {
        let mut all = code(&document);
        let blocks =
            document.blocks.iter().filter(|block| ["console", "sh"].contains(&&*block.language));
        all.extend(
            blocks
                .flat_map(|block| block.text.lines())
                .map(|line| line.strip_prefix("$ ").unwrap_or(line).to_owned()),
        );
        for line in all {
            let words: Vec<&str> = line.split(' ').collect();
            let is_known = match words.as_slice() {
                ["./dev", command, ..] => {
                    *command == "help" || dev.contains(&format!("\n  {command} "))
                }
                ["loan-checkup", command, ..] => {
                    program.contains(&format!("loan-checkup {command} "))
                }
                ["cargo", "test", "--test", target, ..] => {
                    folder::path("tests").join(target).join("main.rs").is_file()
                }
                _ => true,
            };
            assert!(is_known, "{}: there is no command `{line}`", document.path);
        }
    }
}

#[test]
fn every_name_in_the_architecture_is_in_the_sources() {
    let mut sources = String::new();
    for part in ["src", "knowledge/README.md", "Cargo.toml", "dev", "www/build/package.json"] {
        read_below(&folder::path(part), &mut sources);
    }
    let is_name = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "_-!".contains(c))
    };
    let mut missing = code(&read("ARCHITECTURE.md"));
    missing.retain(|name| name.split("::").all(is_name));
    // A field of JSON is written with hyphens, and in Rust without.
    missing.retain(|name| {
        let mut parts = name.split("::");
        !parts.all(|part| sources.contains(part) || sources.contains(&part.replace('-', "_")))
    });
    assert!(
        missing.is_empty(),
        "ARCHITECTURE.md names what is nowhere in the sources: {missing:?}"
    );
}

#[test]
fn the_architecture_is_short_and_has_one_sentence_a_line() {
    let text = fs::read_to_string(folder::path("ARCHITECTURE.md")).expect("it is there");
    assert!(text.lines().count() < 300, "{} lines", text.lines().count());
    for line in read("ARCHITECTURE.md").lines {
        let line = line.replace(".** ", "");
        assert!(!line.contains(". "), "two sentences: {line}");
    }
}

#[test]
fn the_changelog_has_this_version_and_the_rulebook_s() {
    let text = fs::read_to_string(folder::path("CHANGELOG.md")).expect("it is there");
    let heading = concat!("\n## ", env!("CARGO_PKG_VERSION"), "\n");
    let (_, newest) = text.split_once("\n## ").expect("it has a version");
    assert!(text.contains(heading), "no version {}", env!("CARGO_PKG_VERSION"));
    for part in ["\n### Rulebook\n", "\n### Software\n", &shipped::rulebook().version] {
        assert!(newest.contains(part), "`{}` is not in the changes", part.trim());
    }
}

/// Runs a command of a console block; the file of answers is handed in.
fn run(document: &Document, command: &str, answers: &str) -> String {
    let arguments = command
        .strip_prefix("cargo run --quiet -- ")
        .or_else(|| command.strip_prefix("loan-checkup "))
        .unwrap_or_else(|| panic!("{}: nothing tests `{command}`", document.path));
    let arguments: Vec<&str> =
        arguments.split(' ').map(|word| if word == ANSWERS { "-" } else { word }).collect();
    let done = cli::run(&arguments, answers);
    assert!(done.status.success(), "{}: {command}: {}", document.path, cli::text(&done.stderr));
    cli::text(&done.stdout)
}

/// The output is the one that is shown, however it is indented; nothing is checked where nothing is shown.
fn check_shown(document: &Document, command: &str, shown: &[&str], printed: &str) {
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: Vec<String> = shown.iter().map(|line| words(line)).collect();
    let lines: Vec<String> = printed.lines().map(words).collect();
    assert!(shown.is_empty() || shown == lines, "{}: `{command}` prints\n{printed}", document.path);
}

fn check_excerpt(document: &Document, shown: &Value, printed: &Value) {
    assert!(is_part(shown, printed), "{}: this is not in the output: {shown:#}", document.path);
}

/// Whether a value is the other one with some fields and some entries of lists left out.
fn is_part(part: &Value, whole: &Value) -> bool {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => part
            .iter()
            .all(|(name, value)| whole.get(name).is_some_and(|other| is_part(value, other))),
        (Value::Array(part), Value::Array(whole)) => {
            let mut rest = whole.iter();
            part.iter().all(|value| rest.any(|other| is_part(value, other)))
        }
        _ => part == whole,
    }
}

fn json(document: &Document, text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{}: {error}: {text}", document.path))
}

/// The commands of a console block, each with the lines that it prints.
fn commands(block: &str) -> Vec<(&str, Vec<&str>)> {
    let mut commands: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command, Vec::new())),
            (None, Some((_, shown))) => shown.push(line),
            (None, None) => panic!("`{line}` stands before any command"),
        }
    }
    commands
}

/// The links and pictures of a document: their text and where they lead.
fn links(document: &Document) -> Vec<(String, String)> {
    let text = document.lines.join("\n");
    text.match_indices("](")
        .filter_map(|(at, mark)| {
            let from = text[..at].rfind('[')?;
            let rest = &text[at + mark.len()..];
            Some((text[from + 1..at].to_owned(), rest[..rest.find(')')?].to_owned()))
        })
        .collect()
}

/// What stands in backticks outside of code blocks.
fn code(document: &Document) -> Vec<String> {
    let spans = document.lines.iter().flat_map(|line| line.split('`').skip(1).step_by(2));
    spans.map(str::to_owned).collect()
}

fn is_file_name(name: &str) -> bool {
    let is_in_folder = FOLDERS.iter().any(|folder| name.starts_with(folder));
    let is_in_root =
        !name.contains(['/', ' ']) && ENDINGS.iter().any(|ending| name.ends_with(ending));
    name != ANSWERS && (is_in_folder || is_in_root)
}

fn read(path: &'static str) -> Document {
    let text = fs::read_to_string(folder::path(path)).expect("the document is there");
    let mut document =
        Document { path, headings: Vec::new(), lines: Vec::new(), blocks: Vec::new() };
    let mut open: Option<Block> = None;
    for line in text.lines() {
        match (line.strip_prefix("```"), open.take()) {
            (Some(_), Some(block)) => document.blocks.push(block),
            (Some(language), None) => {
                open = Some(Block { language: language.to_owned(), text: String::new() });
            }
            (None, Some(mut block)) => {
                block.text.push_str(line);
                block.text.push('\n');
                open = Some(block);
            }
            (None, None) => {
                if line.starts_with('#') {
                    document.headings.push(line.chars().take_while(|c| *c == '#').count());
                }
                document.lines.push(line.to_owned());
            }
        }
    }
    assert!(open.is_none(), "{path} has a block without an end");
    document
}

/// Adds the text of a file, or of every file below a folder.
fn read_below(path: &std::path::Path, text: &mut String) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.flatten().for_each(|entry| read_below(&entry.path(), text));
    } else {
        text.push_str(&fs::read_to_string(path).expect("it can be read"));
    }
}
