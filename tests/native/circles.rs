//! No file of the product knows one that knows it, by whatever way.
//!
//! A room hands on what is in it, so an import is followed to the file in which the name stands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use regex::Regex;

use crate::folder;

/// The path of a module or of what is in one, without `crate`.
type Name = Vec<String>;

/// A file of the product: whom it imports, and what it hands on from others, by the name that it has here.
#[derive(Default)]
struct Module {
    imports: Vec<Name>,
    handed_on: BTreeMap<String, Name>,
}

#[test]
fn no_file_knows_one_that_knows_it() {
    let mut sources = BTreeMap::new();
    read(&folder::path("src"), &mut Vec::new(), &mut sources);
    let house = house(&sources);
    assert!(
        house.len() > 300 && house.values().map(|one| one.imports.len()).sum::<usize>() > 1_000
    );
    // What a cause's weighing tells of and what it makes are written for each other.
    let weighing =
        ["assessment", "trace", "weigh"].map(|name| format!("engine::diagnosis::{name}"));
    assert_eq!(in_circles(&house), BTreeSet::from(weighing));
}

#[test]
fn a_circle_through_what_a_room_hands_on_is_found() {
    let made = |of_c: &str| {
        let sources =
            [("a", "pub use b::{B as Bee};"), ("a::b", "use super::c::C;"), ("a::c", of_c)];
        let named = |(name, text): (&str, &str)| (path(name), text.to_owned());
        in_circles(&house(&sources.into_iter().map(named).collect()))
    };
    let both = BTreeSet::from(["a::b", "a::c"].map(str::to_owned));
    assert_eq!(made("use std::{fmt, collections::{B, C}};\nuse crate::a::{self as _, Bee};"), both);
    assert_eq!(made("fn f() -> crate::a::Bee {}"), both);
    assert_eq!(made("use std::a::Bee;"), BTreeSet::new());
}

/// The modules that know themselves by way of others.
fn in_circles(house: &BTreeMap<Name, Module>) -> BTreeSet<String> {
    let known: BTreeMap<&Name, BTreeSet<&Name>> = house
        .iter()
        .map(|(name, module)| {
            let files = module.imports.iter().filter_map(|import| file_of(house, import));
            (name, files.filter(|file| *file != name).collect())
        })
        .collect();
    let is_in_circle = |name: &&Name| {
        let (mut left, mut seen) = (vec![*name], BTreeSet::new());
        while let Some(next) = left.pop() {
            left.extend(known[next].iter().copied().filter(|one| seen.insert(*one)));
        }
        seen.contains(name)
    };
    house.keys().filter(is_in_circle).map(|name| name.join("::")).collect()
}

/// The file in which something stands.
fn file_of<'h>(house: &'h BTreeMap<Name, Module>, name: &Name) -> Option<&'h Name> {
    let known = (0..=name.len()).rev().find_map(|length| house.get_key_value(&name[..length]));
    let (file, module) = known?;
    match name.get(file.len()).and_then(|part| module.handed_on.get(part)) {
        Some(handed_on) if handed_on != name => file_of(house, handed_on),
        _ => Some(file),
    }
}

fn house(sources: &BTreeMap<Name, String>) -> BTreeMap<Name, Module> {
    let import = Regex::new(r"(?m)^\s*(pub(?:\([^)]*\))? )?use ([^;]+);").expect("a pattern");
    let inline = Regex::new(r"\b(?:crate|super)(?:::\w+)+").expect("a pattern");
    let module = |(name, text): (&Name, &String)| {
        let code: Vec<&str> =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = code.join("\n");
        let mut module = Module::default();
        for found in import.captures_iter(&code) {
            for (own, path) in expanded(&found[2]) {
                let Some(path) = absolute(sources, name, &path) else { continue };
                match found.get(1) {
                    Some(_) => drop(module.handed_on.insert(own, path)),
                    None => module.imports.push(path),
                }
            }
        }
        let rest = import.replace_all(&code, "");
        let inline =
            inline.find_iter(&rest).filter_map(|one| absolute(sources, name, one.as_str()));
        module.imports.extend(inline);
        (name.clone(), module)
    };
    sources.iter().map(module).collect()
}

/// The single imports of one that has braces, each with its name in the file.
fn expanded(import: &str) -> Vec<(String, String)> {
    let Some((before, inside)) = import.split_once('{') else {
        let (path, alias) = import.trim().split_once(" as ").unwrap_or((import.trim(), ""));
        let own = if alias.is_empty() { path.rsplit("::").next().unwrap_or(path) } else { alias };
        return vec![(own.trim().to_owned(), path.trim().to_owned())];
    };
    let inside = inside.trim_end().strip_suffix('}').expect("the brace is closed");
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for sign in inside.chars() {
        depth += i32::from(sign == '{') - i32::from(sign == '}');
        match parts.last_mut() {
            Some(last) if sign != ',' || depth > 0 => last.push(sign),
            _ => parts.push(String::new()),
        }
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| expanded(&[before, part.trim()].concat())).collect()
}

/// What a path in a module names; nothing for what is not of the product.
fn absolute(sources: &BTreeMap<Name, String>, module: &Name, text: &str) -> Option<Name> {
    let mut parts = path(text.trim_end_matches("::self"));
    if parts[0] == "crate" {
        return Some(parts.split_off(1));
    }
    let mut base = module.clone();
    let up = parts.iter().take_while(|part| *part == "super").count();
    base.truncate(base.len() - up);
    let inside = parts.split_off(up);
    let child = [&base[..], &inside[..1.min(inside.len())]].concat();
    (up > 0 || sources.contains_key(&child)).then(|| [base, inside].concat())
}

fn path(text: &str) -> Name {
    text.split("::").map(str::to_owned).collect()
}

/// The sources of the library below a folder; programs know only what the library hands on.
fn read(folder: &Path, name: &mut Name, sources: &mut BTreeMap<Name, String>) {
    for entry in fs::read_dir(folder).expect("the sources are there").flatten() {
        let path = entry.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        name.push(stem.to_owned());
        if path.is_dir() && stem != "bin" {
            read(&path, name, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let own = if matches!(stem, "mod" | "lib") { name.len() - 1 } else { name.len() };
            let text = fs::read_to_string(&path).expect("a source can be read");
            sources.insert(name[..own].to_vec(), text);
        }
        name.pop();
    }
}
