//! A page hands in a rulebook of its own: it is checked by the screenless program, then the widget uses it.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::host;
use crate::page::Page;
use crate::server::Fault;
use crate::setup::{Console, Setup};

const ELEMENT: &str = "<loan-checkup loading=\"eager\"></loan-checkup>";
const ENGINE: &str = "engine/loan-checkup-engine.js";

/// A question as the page wants to have it.
const TITLE: &str = "what is it?";

#[test]
fn the_widget_asks_and_reasons_by_it() {
    check(&own(), &[], async |page| {
        page.open().await;
        let heading = page.run("return shown('h1, legend')[0].textContent;", Vec::new()).await;
        assert_eq!(heading, TITLE);
        page.choose("symptom", "limit-gone").await;
        page.tap_option("warning-signs", "asked-to-pay").await;
        page.go("next").await;
        let version = "return document.querySelector('loan-checkup').diagnosis.rulebook.version;";
        assert_eq!(page.run(version, Vec::new()).await, "own");
        // A change afterwards reads the wording of the same rulebook.
        page.run(
            "document.querySelector('loan-checkup').setAttribute('locale', 'zh-CN');",
            Vec::new(),
        )
        .await;
        page.until_true("return shown('.checkup')[0].lang === 'zh-CN';").await;
        assert_eq!(page.run(version, Vec::new()).await, "own");
        assert_eq!(page.run("return codes;", Vec::new()).await, json!([]));
    });
}

#[test]
fn one_with_an_error_is_refused_and_the_shipped_one_can_be_put_back() {
    let mut files = own();
    files.insert("rulebook.toml".to_owned(), "version = 1".into());
    check(&files, &[], async |page| {
        page.begin_to_load().await;
        page.until(|screen| screen.kind == "failure").await;
        assert_eq!(page.run("return codes;", Vec::new()).await, json!(["rulebook"]));
        page.run("document.querySelector('loan-checkup').rulebook = null;", Vec::new()).await;
        page.until(|screen| screen.id == "symptom" && !screen.is_early).await;
        page.loaded().await;
        page.choose("symptom", "limit-gone").await;
    });
}

#[test]
fn what_reads_it_is_missing() {
    check(&own(), &[(ENGINE, Fault::Missing)], async |page| {
        page.begin_to_load().await;
        page.until(|screen| screen.kind == "failure").await;
        assert_eq!(page.run("return codes;", Vec::new()).await, json!(["rulebook"]));
        page.settle();
    });
}

/// The shipped files with another version and another title.
fn own() -> Map<String, Value> {
    let mut files = Map::new();
    read_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge"), "", &mut files);
    change(&mut files, "rulebook.toml", "version = ", "\"own\"");
    change(&mut files, "wording/en.toml", "title = ", &format!("{TITLE:?}"));
    files
}

fn read_below(folder: &Path, prefix: &str, files: &mut Map<String, Value>) {
    for entry in fs::read_dir(folder).expect("the knowledge can be read") {
        let path = entry.expect("the knowledge can be read").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("names are UTF-8");
        let inside = [prefix, name].concat();
        if path.is_dir() {
            read_below(&path, &[&inside, "/"].concat(), files);
        } else if name.ends_with(".toml") {
            let text = fs::read_to_string(&path).expect("the knowledge can be read");
            files.insert(inside, text.into());
        }
    }
}

/// Gives the first line that begins so another value.
fn change(files: &mut Map<String, Value>, path: &str, start: &str, value: &str) {
    let text = files[path].as_str().expect("a file is text");
    let line = text.lines().find(|line| line.starts_with(start));
    let line = line.unwrap_or_else(|| panic!("{path} has no line `{start}`"));
    files.insert(path.to_owned(), text.replacen(line, &[start, value].concat(), 1).into());
}

fn check(
    files: &Map<String, Value>,
    faults: &[(&'static str, Fault)],
    test: impl AsyncFnOnce(&Page),
) {
    let script = format!(
        "window.codes = [];
        addEventListener('checkup-error', ({{ detail }}) => codes.push(detail.code));
        addEventListener('DOMContentLoaded', () => {{
            document.querySelector('loan-checkup').rulebook = {};
        }});",
        Value::Object(files.clone())
    );
    let page = host::page("en", "<script src=\"script.js\"></script>", ELEMENT);
    let files = [(host::PATH, page.as_str()), (host::SCRIPT, script.as_str())];
    let setup = Setup::new().at(host::PATH).files(&files).faults(faults);
    setup.console(Console::MayComplain).run(test);
}
