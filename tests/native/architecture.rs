//! The invariants of the architecture that a search of the source can guard.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use loan_checkup::shipped;

use crate::folder;

/// A Rust source of the product: its path in the repository and its text without comments.
struct Source {
    path: String,
    lines: usize,
    code: String,
}

#[test]
fn the_engine_knows_no_browser_clock_disk_network_or_randomness() {
    check(
        "src/engine",
        &[
            "yew",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo",
            "std::time",
            "std::fs",
            "std::net",
            "std::env",
            "std::io",
            "std::process",
            "std::thread",
            "time::",
            "rand::",
            "getrandom",
            "crate::widget",
            "crate::embed",
            "crate::knowledge",
            "crate::wording",
        ],
    );
}

/// The rooms of the house from the top floor down; each knows only those below it.
const ROOMS: [&str; 11] = [
    "lab",
    "embed",
    "widget",
    "scripting",
    "proof",
    "copy_rules",
    "knowledge",
    "explanation",
    "shipped",
    "wording",
    "engine",
];

/// The rooms of the engine, likewise.
const ENGINE_ROOMS: [&str; 5] = ["interview", "firmness", "diagnosis", "answers", "rules"];

#[test]
fn no_room_knows_one_above_it() {
    for (at, room) in ROOMS.iter().enumerate() {
        let above: Vec<String> = ROOMS[..at].iter().map(|room| format!("crate::{room}")).collect();
        check_room(&format!("src/{room}"), &above);
    }
    for (at, room) in ENGINE_ROOMS.iter().enumerate() {
        let above = ENGINE_ROOMS[..at].iter().map(|room| format!("crate::engine::{room}"));
        check_room(&format!("src/engine/{room}"), &above.collect::<Vec<_>>());
    }
}

/// A room that is a folder, or a single file.
#[track_caller]
fn check_room(room: &str, above: &[String]) {
    let above: Vec<&str> = above.iter().map(String::as_str).collect();
    let part = [room.to_owned(), format!("{room}.rs")];
    let part = part.iter().find(|part| folder::path(part).exists()).expect("the room is there");
    check(part, &above);
}

#[test]
fn no_floating_point_decides_anything() {
    check("src/engine", &["f32", "f64"]);
}

#[test]
fn the_wording_and_the_knowledge_know_no_widget() {
    for part in ["src/wording", "src/knowledge", "src/explanation.rs"] {
        check(
            part,
            &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo", "crate::widget", "crate::embed"],
        );
    }
}

#[test]
fn the_widget_names_no_cause_question_or_remedy() {
    let rulebook = shipped::rulebook();
    let questions = rulebook.questions.iter().map(|question| &question.id);
    let causes = rulebook.causes.iter().map(|cause| &cause.id);
    let remedies = rulebook.remedies.iter().map(|remedy| &remedy.id);
    let ids: BTreeSet<String> =
        questions.chain(causes).chain(remedies).map(|id| format!("\"{id}\"")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    for part in ["src/widget", "src/embed", "src/lab/page"] {
        check(part, &ids);
    }
}

#[test]
fn the_lab_has_one_reducer_and_it_is_pure() {
    let sources = sources("src/lab/page");
    let reducers: Vec<&str> = sources
        .iter()
        .filter(|source| source.code.contains("impl Reducible"))
        .map(|source| source.path.as_str())
        .collect();
    assert_eq!(reducers, ["src/lab/page/lab_state.rs"]);
    // What the reducer changes, and what changes it.
    let is_state = |path: &str| path.ends_with("_state.rs") || path.ends_with("/drafting.rs");
    let states: Vec<&Source> = sources.iter().filter(|source| is_state(&source.path)).collect();
    assert!(states.len() > 5, "the states are not where they are looked for");
    for state in states {
        let effects =
            ["web_sys", "js_sys", "wasm_bindgen", "gloo", "spawn_local", "Shelf", "Store", "use_"];
        check_source(state, &effects);
    }
}

/// What a component of the lab may remember by itself: what was typed but not sent, what is unfolded, how far its own
/// work is. What anybody else must know belongs into the state.
#[test]
fn components_of_the_lab_remember_little() {
    let own: usize = sources("src/lab/page")
        .iter()
        .map(|source| source.code.matches("= use_state").count())
        .sum();
    assert!(own <= 10, "{own} times a component of the lab has a state of its own");
}

#[test]
fn no_sentence_stands_in_rust() {
    // Amounts are typed with Chinese signs; there they are read, never shown.
    for source in
        sources("src").into_iter().filter(|source| source.path != "src/engine/answers/money.rs")
    {
        let chinese: String =
            source.code.chars().filter(|c| ('\u{3000}'..='\u{ffef}').contains(c)).collect();
        assert!(chinese.is_empty(), "{} says {chinese}", source.path);
    }
}

#[test]
fn nothing_panics_leaks_or_stays_unfinished() {
    check(
        "src",
        &[
            ".unwrap()",
            "todo!",
            "unimplemented!",
            "dbg!",
            ".forget()",
            "from_html_unchecked",
            "TODO",
            "FIXME",
        ],
    );
}

#[test]
fn only_programs_read_their_arguments() {
    for source in sources("src").into_iter().filter(|source| !source.path.starts_with("src/bin/")) {
        check_source(&source, &["std::env::args", "env::args"]);
    }
}

#[test]
fn no_source_is_longer_than_four_hundred_lines() {
    for source in sources("src") {
        assert!(source.lines <= 400, "{} has {} lines", source.path, source.lines);
    }
}

#[test]
fn files_are_named_for_what_is_in_them() {
    for source in sources("src") {
        let name =
            Path::new(&source.path).file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let drawers = [
            "utils",
            "util",
            "helpers",
            "helper",
            "common",
            "misc",
            "constants",
            "types",
            "manager",
        ];
        assert!(!drawers.contains(&name), "{} is named for nothing", source.path);
    }
}

#[test]
fn nothing_names_a_machine_or_a_registry() {
    let mut texts = Vec::new();
    for part in ["src", "tests", "knowledge", "www", "docs", ".ci", ".github"] {
        files(&folder::path(part), &mut texts);
    }
    for file in [
        "Cargo.toml",
        "Cargo.lock",
        "Trunk.toml",
        "index.html",
        "dev",
        "README.md",
        "ARCHITECTURE.md",
    ] {
        texts.push(folder::path(file));
    }
    let root = env!("CARGO_MANIFEST_DIR");
    let home = std::env::var("HOME").ok().filter(|home| home.len() > 1).map(|home| home + "/");
    let registries = [
        concat!("index.", "crates.io"),
        concat!("static.", "crates.io"),
        concat!("registry.", "npmjs"),
    ];
    for path in texts {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for name in [Some(root), home.as_deref()].into_iter().flatten().chain(registries) {
            assert!(!text.contains(name), "{} names {name}", path.display());
        }
    }
}

/// No source below the part has any of the names.
#[track_caller]
fn check(part: &str, names: &[&str]) {
    let sources = sources(part);
    assert!(!sources.is_empty(), "nothing is in {part}");
    for source in sources {
        check_source(&source, names);
    }
}

#[track_caller]
fn check_source(source: &Source, names: &[&str]) {
    for name in names {
        let found =
            source.code.match_indices(name).find(|(at, _)| begins_a_word(&source.code, *at, name));
        assert!(found.is_none(), "{} names {name}", source.path);
    }
}

/// Whether the name is not the end of a longer one, as `rand::` is of `operand::`.
fn begins_a_word(code: &str, at: usize, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    !name.starts_with(is_word) || !code[..at].ends_with(is_word)
}

fn sources(part: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    files(&folder::path(part), &mut paths);
    paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a source can be read");
            let inside = path.strip_prefix(folder::path("")).unwrap_or(&path);
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            Source {
                path: inside.to_string_lossy().into_owned(),
                lines: text.lines().count(),
                code: code.collect::<Vec<_>>().join("\n"),
            }
        })
        .collect()
}

/// The files at or below a path; none where there is nothing.
fn files(path: &Path, found: &mut Vec<std::path::PathBuf>) {
    let Ok(entries) = fs::read_dir(path) else {
        found.extend(path.is_file().then(|| path.to_owned()));
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name() != "node_modules" {
            files(&entry.path(), found);
        }
    }
}
