//! The documents: what they show is what the programs print and read, what they name is there, and both languages say it.

use std::collections::BTreeSet;
use std::fs;

use loan_checkup::copy_rules;
use loan_checkup::knowledge::{self, Problem, ProblemCode};
use loan_checkup::shipped;
use serde_json::Value;

use crate::document::{Block, Document};
use crate::{cli, folder};

/// One page a reader, each as `X.md` and `X.zh-CN.md`.
const PAGES: [&str; 5] =
    ["README", "CONTRIBUTING", "knowledge/README", "knowledge/wording/README", "www/README"];

/// What there is in English only.
const ENGLISH: [&str; 8] = [
    "ARCHITECTURE.md",
    "BENCHMARKS.md",
    "CHANGELOG.md",
    "www/shells/README.md",
    "www/shells/android.md",
    "www/shells/harmonyos.md",
    "www/shells/ios.md",
    "www/shells/mini-program.md",
];

/// Where bare names are those of a build, or of other people's programs.
const OF_OTHER_FILES: [&str; 2] = ["BENCHMARKS.md", "www/shells/"];

const README_LINES: usize = 200;

/// The file of answers that a page lets its reader write.
const ANSWERS: &str = "answers.json";

/// Where the files of this repository are, besides its root.
const FOLDERS: [&str; 5] = [".ci/", "knowledge/", "src/", "tests/", "www/"];

/// Endings of files; a name with one of them in the text is that of a file.
const ENDINGS: [&str; 8] = [".css", ".html", ".js", ".json", ".lock", ".md", ".rs", ".toml"];

/// The languages of blocks that something tests: here in any page, and in one page only.
const BLOCKS: [&str; 3] = ["console", "json", "sh"];
const BLOCKS_OF_A_PAGE: [(&str, &str); 5] = [
    ("knowledge/README", "toml"),
    // tests/page/ tries these.
    ("www/README", "css"),
    ("www/README", "html"),
    ("www/README", "http"),
    ("www/README", "text"),
];

/// Every Markdown file is one of the pages or of the documents in English, so that none escapes these tests.
#[test]
fn no_document_is_left_out() {
    let mut found = BTreeSet::new();
    for part in ["", "knowledge", "knowledge/wording", "www", "www/shells", "tests", "src"] {
        for entry in fs::read_dir(folder::path(part)).expect("the folder is there").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".md") {
                found.insert([part, "/", &name].concat().trim_start_matches('/').to_owned());
            }
        }
    }
    let known: BTreeSet<String> = documents().into_iter().map(|document| document.path).collect();
    assert_eq!(found, known);
}

#[test]
fn every_block_is_of_a_kind_that_something_tests() {
    for page in pages() {
        for block in &page.blocks {
            let language = block.language.as_str();
            let is_tested = BLOCKS.contains(&language)
                || BLOCKS_OF_A_PAGE.contains(&(name(&page.path), language));
            assert!(is_tested, "{} has a block of `{language}`, which nothing tests", page.path);
        }
    }
}

#[test]
fn the_pages_show_what_the_program_prints() {
    let mut count = 0;
    for page in pages() {
        let mut answers = String::new();
        let mut printed = String::new();
        for block in &page.blocks {
            match block.language.as_str() {
                "console" => {
                    for (command, shown) in commands(&block.text) {
                        printed = run(&page, command, &answers);
                        check_shown(&page, command, &shown, &printed);
                        count += 1;
                    }
                }
                "json" => {
                    let value = json(&page, &block.text);
                    if value.get("answers").is_some() {
                        answers.clone_from(&block.text);
                    } else {
                        check_excerpt(&page, &value, &json(&page, &printed));
                    }
                }
                _ => {}
            }
        }
    }
    assert!(count > 0, "no page runs anything");
}

/// A field that the page names and the program does not know is an error of the file.
#[test]
fn the_knowledge_files_are_written_as_the_page_shows() {
    let page = Document::read("knowledge/README.md");
    let blocks = page.blocks.iter().filter(|block| block.language == "toml");
    let mut files: Vec<(String, String)> = Vec::new();
    for Block { heading, text, .. } in blocks {
        match files.iter_mut().find(|(file, _)| file == heading) {
            Some((_, all)) => all.push_str(text),
            None => files.push((heading.clone(), text.clone())),
        }
    }
    assert!(files.len() >= 9, "only {} files are shown", files.len());
    for (heading, text) in files {
        let path = heading.trim_matches('`').replace("<id>", "shown").replace("<name>", "shown");
        let mut folder = folder::shipped();
        assert!(path.contains("shown") || folder.text(&path).is_some(), "there is no {path}");
        folder.set(&path, text.replace("id = \"phone-number-changed\"", "id = \"shown\""));
        let mut problems = knowledge::load(&folder, None).err().unwrap_or_default();
        problems.extend(copy_rules::check(&folder));
        let is_about_the_form = |problem: &&Problem| {
            let codes = [ProblemCode::Unreadable, ProblemCode::CaseUnreadable];
            codes.contains(&problem.code) && problem.place.file == path
        };
        let wrong: Vec<&Problem> = problems.iter().filter(is_about_the_form).collect();
        assert!(wrong.is_empty(), "what the page shows of {path} cannot be read: {wrong:?}");
    }
}

#[test]
fn both_languages_have_the_same_headings_lists_tables_code_and_links() {
    for page in PAGES {
        let [one, other] =
            [format!("{page}.md"), format!("{page}.zh-CN.md")].map(|path| Document::read(&path));
        assert_eq!(one.shape(), other.shape(), "{page}");
        let code = |document: &Document| -> Vec<(String, String)> {
            let blocks = document.blocks.iter();
            blocks.map(|block| (block.language.clone(), without_comments(block))).collect()
        };
        assert_eq!(code(&one), code(&other), "{page}");
        let links = |document: &Document| -> Vec<String> {
            let links = document.links().into_iter();
            links.map(|link| link.to.replace(".zh-CN.md", ".md")).collect()
        };
        assert_eq!(links(&one), links(&other), "{page}");
    }
}

#[test]
fn who_reads_chinese_is_led_to_chinese_pages() {
    for page in pages().into_iter().filter(|page| page.path.ends_with(".zh-CN.md")) {
        for link in page.links() {
            let of_a_page = PAGES.iter().any(|name| link.to == format!("{name}.md"));
            let is_the_other_language = name(&page.path) == name(&link.to);
            assert!(!of_a_page || is_the_other_language, "{} leads to {}", page.path, link.to);
        }
    }
}

#[test]
fn the_readme_is_short() {
    for path in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(folder::path(path)).expect("it is there");
        let count = text.lines().count();
        assert!(count <= README_LINES, "{path} has {count} lines");
    }
}

#[test]
fn every_file_that_is_linked_or_named_exists() {
    let mut missing = Vec::new();
    for document in documents() {
        let linked = document.links().into_iter().map(|link| link.to);
        let linked = linked.filter(|to| !to.contains("://") && !folder::path(to).exists());
        let has_own_names = OF_OTHER_FILES.iter().any(|path| document.path.starts_with(path));
        let is_named = |name: &String| is_path(name) || !has_own_names && is_bare_name(name);
        let named = document.code().into_iter().filter(is_named).filter(|name| {
            let path = without_blanks(name);
            ![path.to_owned(), document.inside(path)].iter().any(|path| folder::path(path).exists())
        });
        missing.extend(linked.chain(named).map(|path| format!("{} names {path}", document.path)));
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
    for document in documents() {
        for link in document.links().into_iter().filter(|link| link.to.starts_with("tests/")) {
            let name = link.text.trim_matches('`');
            if link.to.ends_with(name) {
                continue; // the file itself
            }
            let source = fs::read_to_string(folder::path(&link.to)).unwrap_or_default();
            let has_test = source.contains(&format!("fn {name}("));
            assert!(has_test, "{}: there is no test {name} in {}", document.path, link.to);
            count += 1;
        }
    }
    assert!(count > 0, "no document links a test");
}

#[test]
fn every_command_that_is_named_exists() {
    let dev = fs::read_to_string(folder::path("dev")).expect("it is there");
    let program = cli::text(&cli::run(&["help"], "").stdout);
    for document in documents() {
        let mut all = document.code();
        let blocks =
            document.blocks.iter().filter(|block| ["console", "sh"].contains(&&*block.language));
        all.extend(
            blocks
                .flat_map(|block| block.text.lines())
                .map(|line| line.strip_prefix("$ ").unwrap_or(line).to_owned()),
        );
        for line in all {
            let words: Vec<&str> = line.split_whitespace().collect();
            let words = &words[words.iter().take_while(|word| is_setting(word)).count()..];
            let is_known = match words {
                ["./dev", command, ..] => {
                    *command == "help" || dev.contains(&format!("\n  {command} "))
                }
                ["loan-checkup", command, ..] => program.contains(&format!("\n  {command} ")),
                ["cargo", "run", rest @ ..] => {
                    let of_the_program = rest.iter().skip_while(|word| **word != "--").nth(1);
                    of_the_program
                        .is_some_and(|command| program.contains(&format!("\n  {command} ")))
                }
                ["cargo", "test", rest @ ..] => is_test(rest),
                _ => true,
            };
            assert!(is_known, "{}: there is no command `{line}`", document.path);
        }
    }
}

/// A variable of the environment that is set for a command.
fn is_setting(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_uppercase() || c == '_')
    })
}

/// Whether there is the target that `cargo test` is to run, and in it what it is to run.
fn is_test(words: &[&str]) -> bool {
    let behind = |option: &str| words.iter().skip_while(move |word| **word != option).nth(1);
    let Some(target) = behind("--test") else { return false };
    let mut sources = String::new();
    read_below(&folder::path("tests").join(target), &mut sources);
    let is_there = |name: &&str| {
        let name = name.trim_end_matches(':');
        [format!("mod {name};"), format!("fn {name}(")].iter().any(|one| sources.contains(one))
    };
    !sources.is_empty() && behind("--").is_none_or(is_there)
}

#[test]
fn every_name_in_the_architecture_is_in_the_sources() {
    let mut sources = String::new();
    for part in [
        "src",
        "knowledge/README.md",
        "Cargo.toml",
        "dev",
        "tests/package.json",
        "www/build/package.json",
    ] {
        read_below(&folder::path(part), &mut sources);
    }
    let is_name = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "_-!".contains(c))
    };
    let mut missing = Document::read("ARCHITECTURE.md").code();
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
    for line in Document::read("ARCHITECTURE.md").lines {
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

fn is_path(name: &str) -> bool {
    FOLDERS.iter().any(|folder| name.starts_with(folder))
}

fn is_bare_name(name: &str) -> bool {
    let is_file = !name.contains(['/', ' ']) && ENDINGS.iter().any(|ending| name.ends_with(ending));
    is_file && name != ANSWERS
}

/// The text of a block; the comments of TOML, which are in the page's language, as bare marks.
fn without_comments(block: &Block) -> String {
    if block.language != "toml" {
        return block.text.clone();
    }
    let bare = |line: &str| {
        let is_comment = |at: &usize| line[..*at].matches('"').count().is_multiple_of(2);
        let comment = line.match_indices('#').map(|(at, _)| at).find(is_comment);
        comment.map_or(line.to_owned(), |at| line[..=at].to_owned())
    };
    block.text.lines().map(bare).collect::<Vec<_>>().join("\n")
}

/// The name of a page without its language.
fn name(path: &str) -> &str {
    let path = path.strip_suffix(".md").unwrap_or(path);
    path.strip_suffix(".zh-CN").unwrap_or(path)
}

/// The pages in both languages.
fn pages() -> Vec<Document> {
    let paths = PAGES.iter().flat_map(|page| [format!("{page}.md"), format!("{page}.zh-CN.md")]);
    paths.map(|path| Document::read(&path)).collect()
}

fn documents() -> Vec<Document> {
    pages().into_iter().chain(ENGLISH.map(Document::read)).collect()
}

/// Adds the text of a file, or of every file below a folder.
fn read_below(path: &std::path::Path, text: &mut String) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.flatten().for_each(|entry| read_below(&entry.path(), text));
    } else if let Ok(file) = fs::read_to_string(path) {
        text.push_str(&file);
    }
}
