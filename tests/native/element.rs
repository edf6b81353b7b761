//! The custom element: what its doc block says is what the code does, and the types, the manifest, the tables and
//! snippets of the READMEs and the themes say nothing else.
//!
//! The doc block above the class in `www/element.js` is the source: one entry a thing, its Chinese behind `zh:`.
//! `UPDATE_EXPECT=1` writes the manifest and the tables.

use std::collections::BTreeSet;
use std::{env, fs};

use loan_checkup::widget::ScreenKind;
use serde_json::{Value, json};

use crate::folder;

const ELEMENT: &str = "www/element.js";
const TYPES: &str = "www/element.d.ts";
const STYLE: &str = "www/checkup.css";
const MANIFEST: &str = "www/custom-elements.json";
const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];

/// What every page can set on every element.
const ATTRIBUTES_OF_ALL: [&str; 5] = ["class", "hidden", "id", "lang", "slot"];

type Names = BTreeSet<String>;

/// One thing that a page can use.
struct Entry {
    tag: String,
    of_type: String,
    name: String,
    default: String,
    /// The value in dark, of a custom property.
    dark: String,
    english: String,
    chinese: String,
}

/// A table of the READMEs: its marker, the tag of its entries, the heads of its columns in English and Chinese.
struct Table {
    marker: &'static str,
    tag: &'static str,
    heads: [&'static str; 2],
}

const TABLES: [Table; 8] = [
    Table {
        marker: "attributes",
        tag: "attr",
        heads: ["attribute | values | default | what it does", "特性 | 取值 | 默认 | 作用"],
    },
    Table {
        marker: "properties",
        tag: "prop",
        heads: ["property | type | what it is", "属性 | 类型 | 内容"],
    },
    Table { marker: "methods", tag: "method", heads: ["method | what it does", "方法 | 作用"] },
    Table {
        marker: "events",
        tag: "fires",
        heads: ["event | detail | what has happened", "事件 | detail | 发生了什么"],
    },
    Table {
        marker: "codes",
        tag: "errorcode",
        heads: ["code | what is wrong", "code | 出了什么问题"],
    },
    Table {
        marker: "slots", tag: "slot", heads: ["slot | what stands there", "插槽 | 放什么"]
    },
    Table { marker: "parts", tag: "csspart", heads: ["part | what it is", "part | 是什么"] },
    Table {
        marker: "custom properties",
        tag: "cssproperty",
        heads: [
            "custom property | default | in dark | what it is for",
            "自定义属性 | 默认 | 深色时 | 用在哪里",
        ],
    },
];

#[test]
fn the_doc_block_names_what_the_code_has() {
    let code = read(ELEMENT);
    let entries = entries();
    let mut differences = Vec::new();
    for (tag, in_code) in [
        ("attr", attributes(&code)),
        ("prop", members(&code, "get ")),
        ("method", methods(&code)),
        ("fires", events(&code).into_iter().map(|(name, _)| name).collect()),
        ("errorcode", error_codes(&code)),
        ("slot", slots(&code)),
        ("csspart", parts()),
    ] {
        let described = names(&entries, tag);
        compare(tag, ("the doc block", &described), ("the code", &in_code), &mut differences);
    }
    let writable = members(&code, "set ");
    for entry in &entries {
        if entry.tag == "prop"
            && entry.of_type.starts_with("readonly ") == writable.contains(&entry.name)
        {
            differences
                .push(format!("{} can be set in one of doc block and code only", entry.name));
        }
        if entry.english.is_empty() || entry.chinese.is_empty() {
            differences
                .push(format!("@{} {} is not described in both languages", entry.tag, entry.name));
        }
    }
    report(&differences);
}

#[test]
fn the_values_of_attributes_are_those_that_the_code_knows() {
    let code = read(ELEMENT);
    let entries = entries();
    let entry = |name: &str| {
        let found = entries.iter().find(|entry| entry.tag == "attr" && entry.name == name);
        found.unwrap_or_else(|| panic!("no attribute {name} is described"))
    };
    let mut differences = Vec::new();
    for (name, in_code) in [
        ("locale", locales()),
        ("theme", quoted_after(&read(STYLE), ":host([theme=\"")),
        ("loading", quoted_after(&code, "getAttribute(\"loading\") === \"")),
    ] {
        let described = entry(name);
        let mut known = in_code;
        // The default is what no code asks for.
        known.extend(Some(described.default.clone()).filter(|default| !default.is_empty()));
        let values = quoted(&described.of_type);
        compare(name, ("the doc block", &values), ("the code", &known), &mut differences);
    }
    let seconds = number_after(&code, "const PATIENCE = ");
    if entry("timeout").default != seconds {
        differences.push(format!("timeout: {seconds} seconds in the code"));
    }
    report(&differences);
}

#[test]
fn the_types_are_those_of_the_element() {
    let (code, types) = (read(ELEMENT), read(TYPES));
    let mut differences = Vec::new();
    let mut check = |what: &str, typed: &Names, other: (&str, &Names)| {
        compare(what, ("the types", typed), other, &mut differences);
    };
    let entries = entries();
    check("method", &methods(&types), ("the doc block", &names(&entries, "method")));
    check("property", &typed_properties(&types), ("the doc block", &with_types(&entries, "prop")));
    check("settable property", &members(&types, "set "), ("the code", &members(&code, "set ")));
    let map = block(&types, "export interface LoanCheckupEventMap {");
    let map: Names = map.trim().lines().map(|line| line.trim().replace(['"', ';'], "")).collect();
    let told = with_types(&entries, "fires");
    let told = told.iter().map(|line| line.replace(": ", ": CustomEvent<") + ">").collect();
    check("event", &map, ("the doc block", &told));
    for (name, fields) in events(&code) {
        let detail = entries.iter().find(|entry| entry.name == name).map(|entry| &entry.of_type);
        let detail = detail.expect("the doc block has every event");
        let fields = fields.into_iter().collect();
        check(detail, &interface(&types, detail), ("the code", &fields));
    }
    for (name, known) in [
        ("ErrorCode", error_codes(&code)),
        ("ScreenKind", screen_kinds()),
        ("Outcome", quoted(function(&read("src/engine/diagnosis/outcome.rs"), "id"))),
        ("Strength", quoted(function(&read("src/engine/diagnosis/strength.rs"), "id"))),
    ] {
        check(name, &union(&types, name), ("the code", &known));
    }
    let shown = read("src/embed/snapshot.rs");
    let shown = quoted_after(function(&shown, "diagnosis"), "key(\"");
    let parts = ["Diagnosis", "Finding", "Step", "RulebookVersion"];
    let typed = parts.iter().flat_map(|name| interface(&types, name)).collect();
    check("field of the diagnosis", &typed, ("the code", &shown));
    let built = read("src/bin/page-parts.rs");
    let mut built = quoted(block(&built, "let version = json!({"));
    built.insert("api".to_owned());
    built.remove("CARGO_PKG_VERSION");
    check("field of the version", &interface(&types, "Version"), ("the code", &built));
    let api = number_after(&code, "const API_VERSION = ");
    for line in
        types.lines().filter(|line| line.contains("apiVersion: ") || line.contains(" api: "))
    {
        if !line.ends_with(&format!(": {api};")) {
            differences.push(format!("{}: the code says {api}", line.trim()));
        }
    }
    report(&differences);
}

#[test]
fn the_manifest_is_that_of_the_doc_block() {
    let mut manifest =
        serde_json::to_string_pretty(&manifest()).expect("texts and lists can be written");
    manifest.push('\n');
    expect(MANIFEST, &manifest);
}

#[test]
fn the_tables_of_the_readmes_are_those_of_the_doc_block() {
    for (language, path) in READMES.into_iter().enumerate() {
        let mut text = read(path);
        for table in &TABLES {
            let start = format!("<!-- {} -->\n", table.marker);
            let found = text.find(&start).unwrap_or_else(|| panic!("{path} has no {start}"));
            let from = found + start.len();
            let end = text[from..].find("<!-- end -->").map(|length| from + length);
            let end = end.unwrap_or_else(|| panic!("{path}: {start} has no end"));
            text.replace_range(from..end, &rows(table, language));
        }
        expect(path, &text);
    }
}

/// Blocks between tildes are checked here, those between backticks by `readme.rs`.
#[test]
fn what_the_readmes_and_examples_write_can_be_written() {
    let [blocks, others] = READMES.map(snippets);
    assert_eq!(blocks, others, "the READMEs have other snippets");
    let entries = entries();
    let mut differences = Vec::new();
    let mut languages = Names::new();
    for (language, text) in blocks {
        differences.extend(match language.as_str() {
            "html" => unknown_in_html(&text, &entries),
            "css" => unknown_in_style(&text, &entries),
            "js" => unknown_in_script(&text, &entries),
            "http" => not_in_the_example_s_policy(&text),
            "text" => not_told(&text),
            other => vec![format!("a block of `{other}`, which nothing tests")],
        });
        languages.insert(language);
    }
    for language in ["html", "css", "http", "text"] {
        assert!(languages.contains(language), "the READMEs have no block of {language}");
    }
    for (path, text) in files("www/examples") {
        differences.extend(match path.rsplit('.').next() {
            Some("html") => unknown_in_html(&text, &entries),
            Some("css") => unknown_in_style(&text, &entries),
            _ => unknown_in_script(&text, &entries),
        });
    }
    report(&differences);
}

#[test]
fn a_theme_uses_documented_names_only_and_touches_nothing_else() {
    let entries = entries();
    let themes = files("www/themes");
    assert!(themes.len() >= 2, "{} themes", themes.len());
    let mut differences = Vec::new();
    for (path, text) in themes {
        differences.extend(unknown_in_style(&text, &entries));
        let selectors = text.lines().filter_map(|line| line.trim().strip_suffix([',', '{']));
        let of_the_page =
            selectors.filter(|line| !line.starts_with("loan-checkup") && !line.starts_with('@'));
        differences.extend(of_the_page.map(|selector| format!("{path} is about {selector}")));
    }
    report(&differences);
}

#[test]
fn what_is_dark_by_the_system_is_dark_by_the_attribute() {
    let mut styles = files("www/themes");
    styles.push((STYLE.to_owned(), read(STYLE)));
    for (path, text) in styles {
        let (_, by_system) =
            text.split_once("(prefers-color-scheme: dark)").expect("a style has dark values");
        let by_system = values(block(by_system, ":not([theme=\"light\"])"));
        let by_attribute = values(block(&text, "[theme=\"dark\"]"));
        assert!(!by_system.is_empty(), "{path} has no dark values");
        assert_eq!(by_system, by_attribute, "{path}");
    }
}

// The doc block.

/// Everything that the doc block describes, and the custom properties with their comments.
fn entries() -> Vec<Entry> {
    let code = read(ELEMENT);
    let mut entries: Vec<Entry> = Vec::new();
    for line in doc_block(&code).lines().map(|line| line.trim_start_matches([' ', '/', '*'])) {
        match (line.strip_prefix('@'), line.strip_prefix("zh: "), entries.last_mut()) {
            (Some(line), _, _) => entries.push(read_entry(line)),
            (None, Some(chinese), Some(entry)) => entry.chinese.push_str(chinese),
            (None, None, Some(entry)) if !line.is_empty() => {
                entry.english.push(' ');
                entry.english.push_str(line);
            }
            _ => {}
        }
    }
    entries.retain(|entry| entry.tag != "element");
    entries.extend(custom_properties());
    entries
}

fn doc_block(code: &str) -> &str {
    let (before, _) = code.split_once("\nexport class LoanCheckup").expect("the class is there");
    let block = before.rfind("/**").map(|start| &before[start..]);
    block.and_then(|block| block.strip_suffix("*/")).expect("the class has a doc block")
}

/// Reads `attr {type} [name=default] - what it does`.
fn read_entry(line: &str) -> Entry {
    let (tag, rest) = line.split_once(' ').expect("a tag is about something");
    let (of_type, rest) =
        rest.strip_prefix('{').and_then(|rest| rest.split_once("} ")).unwrap_or(("", rest));
    let (name, english) = match rest.strip_prefix("- ") {
        Some(english) => ("", english),
        None => rest.split_once(" - ").unwrap_or((rest, "")),
    };
    let name = name.trim_matches(['[', ']']);
    let (name, default) = name.split_once('=').unwrap_or((name, ""));
    let [tag, of_type, name, default, english] =
        [tag, of_type, name, default, english].map(str::to_owned);
    Entry { tag, of_type, name, default, dark: String::new(), english, chinese: String::new() }
}

/// The first block of the style: `--name: value; /* English | Chinese */`.
fn custom_properties() -> Vec<Entry> {
    let style = read(STYLE);
    let dark = values(block(&style, "[theme=\"dark\"]"));
    let lines = block(&style, ":host").lines().filter_map(|line| line.trim().strip_prefix("--"));
    let read_line = |line: &str| {
        let (name, rest) = line.split_once(": ").expect("a custom property has a value");
        let (default, comment) = rest.split_once(';').expect("a value has an end");
        let comment = comment.trim().trim_start_matches("/* ").trim_end_matches(" */");
        let (english, chinese) = comment.split_once(" | ").unwrap_or((comment, ""));
        let name = format!("--{name}");
        let in_dark = dark.iter().find(|(other, _)| *other == name);
        Entry {
            tag: "cssproperty".to_owned(),
            of_type: String::new(),
            default: default.to_owned(),
            dark: in_dark.map(|(_, value)| value.clone()).unwrap_or_default(),
            english: english.to_owned(),
            chinese: chinese.to_owned(),
            name,
        }
    };
    lines.map(read_line).collect()
}

fn names(entries: &[Entry], tag: &str) -> Names {
    entries.iter().filter(|entry| entry.tag == tag).map(|entry| entry.name.clone()).collect()
}

/// The entries as `name: type`.
fn with_types(entries: &[Entry], tag: &str) -> Names {
    let entries = entries.iter().filter(|entry| entry.tag == tag);
    entries.map(|entry| format!("{}: {}", entry.name, entry.of_type)).collect()
}

// The code.

fn attributes(code: &str) -> Names {
    let mut found = quoted(block(code, "static get observedAttributes() {"));
    let mut sources = files("www/element");
    let settings = sources.iter().find(|(path, _)| path.ends_with("settings.js"));
    let (_, settings) = settings.expect("it reads the attributes that are names");
    let pairs = block(settings, "const NAMES = {").split(',');
    found.extend(pairs.filter_map(|pair| Some(plain(pair.split_once(':')?.0))));
    sources.push((ELEMENT.to_owned(), code.to_owned()));
    for (_, source) in sources {
        found.extend(quoted_after(&source, "getAttribute(\""));
        found.extend(quoted_after(&source, "hasAttribute(\""));
    }
    let of_the_style: Names = parts_after(&read(STYLE), ":host([")
        .filter_map(|rest| Some(rest.split_once(']')?.0.split_once('=')?.0.to_owned()))
        .collect();
    found.extend(of_the_style);
    found
}

/// What a class gets or sets by name; what begins with an underscore is its own affair.
fn members(code: &str, kind: &str) -> Names {
    let lines = of_the_class(code).filter_map(|line| line.strip_prefix(kind)?.split_once('('));
    lines.map(|(name, _)| name.to_owned()).filter(|name| !name.starts_with('_')).collect()
}

/// The methods for pages, each as `name()`.
fn methods(code: &str) -> Names {
    let is_own =
        |name: &str| name.starts_with('_') || name.ends_with("Callback") || name == "constructor";
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    of_the_class(code)
        .filter(|line| line.ends_with(" {") || line.ends_with(';'))
        .filter_map(|line| line.split_once('('))
        .filter(|(name, _)| is_name(name) && !is_own(name))
        .map(|(name, _)| format!("{name}()"))
        .collect()
}

/// The members of the class, without their bodies.
fn of_the_class(code: &str) -> impl Iterator<Item = &str> {
    let (_, class) = code.split_once("export class LoanCheckup").expect("the class is there");
    let class = class.split_once("\n}").map_or(class, |(class, _)| class);
    class.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '))
}

/// Each event and the fields of its detail, in the order in which it has them.
fn events(code: &str) -> Vec<(String, Vec<String>)> {
    let fields = |object: &str| -> Vec<String> {
        let fields = object.split('}').next().unwrap_or_default().split(',');
        fields.map(|field| plain(field.split(':').next().unwrap_or_default())).collect()
    };
    let in_all = parts_after(code, "Object.assign(detail, {").next().map(fields);
    let in_all = in_all.expect("every detail says the version of the interface");
    let progress = read("www/progress.js");
    let own = parts_after(code, "_tell(\"");
    let told =
        own.chain(parts_after(&progress, "tell(\"")).filter_map(|rest| rest.split_once("\", {"));
    told.map(|(name, object)| {
        let mut fields = fields(object);
        fields.retain(|field| !field.is_empty());
        fields.extend(in_all.clone());
        (format!("checkup-{name}"), fields)
    })
    .collect()
}

fn error_codes(code: &str) -> Names {
    let mut found = quoted_after(code, "_fail(\"");
    found.extend(quoted_after(code, "_complain(\""));
    for statement in parts_after(code, "code = ") {
        found.extend(quoted(statement.split(';').next().unwrap_or_default()));
    }
    found
}

fn slots(code: &str) -> Names {
    let mut found = quoted_after(code, "add(\"slot\", { name: \"");
    if code.contains("add(\"slot\", {})") {
        found.insert(String::new());
    }
    found
}

fn parts() -> Names {
    let mut found = Names::new();
    for (_, source) in files("src/widget") {
        found.extend(quoted_after(&source, " part=\""));
        found.extend(quoted_after(&source, "with(\"part\", \""));
    }
    found
}

/// The locales that there is wording for.
fn locales() -> Names {
    let files = files("knowledge/wording").into_iter();
    files
        .filter_map(|(path, _)| Some(plain(path.rsplit('/').next()?.strip_suffix(".toml")?)))
        .collect()
}

// The types.

/// The fields of an interface.
fn interface(types: &str, name: &str) -> Names {
    let lines = block(types, &format!("export interface {name} {{")).lines();
    lines
        .filter_map(|line| Some(plain(line.trim().strip_prefix("readonly ")?.split_once(':')?.0)))
        .collect()
}

/// The properties of the class as `name: type`.
fn typed_properties(types: &str) -> Names {
    let mut found = Names::new();
    for line in of_the_class(types).filter_map(|line| line.strip_suffix(';')) {
        if let Some((name, of_type)) =
            line.strip_prefix("get ").and_then(|line| line.split_once("(): "))
        {
            found.insert(format!("{name}: {of_type}"));
        } else if let Some((name, of_type)) =
            line.strip_prefix("readonly ").and_then(|line| line.split_once(": "))
        {
            found.insert(format!("{name}: readonly {of_type}"));
        }
    }
    found
}

/// The texts of a type such as `"one" | "two"`.
fn union(types: &str, name: &str) -> Names {
    let found = parts_after(types, &format!("export type {name} = ")).next();
    quoted(found.and_then(|rest| rest.split(';').next()).unwrap_or_default())
}

// The manifest and the READMEs.

/// The custom elements manifest, version 1.0.0 of its schema.
fn manifest() -> Value {
    let entries = entries();
    let list = |tag: &str, value: fn(&Entry) -> Value| -> Vec<Value> {
        entries.iter().filter(|entry| entry.tag == tag).map(value).collect()
    };
    let code = read(ELEMENT);
    let mut lines = doc_block(&code).lines().map(|line| line.trim_start_matches([' ', '/', '*']));
    let about = lines.find(|line| !line.is_empty());
    let mut members = list("prop", |entry| {
        let of_type = entry.of_type.strip_prefix("readonly ");
        json!({
            "kind": "field",
            "name": entry.name,
            "type": { "text": of_type.unwrap_or(&entry.of_type) },
            "description": entry.english,
            "readonly": of_type.is_some(),
        })
    });
    members.extend(list("method", |entry| {
        let name = entry.name.trim_end_matches("()");
        json!({ "kind": "method", "name": name, "description": entry.english })
    }));
    let described = |entry: &Entry| json!({ "name": entry.name, "description": entry.english });
    let element = json!({ "name": "LoanCheckup", "module": "loan-checkup.js" });
    json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "loan-checkup.js",
            "declarations": [{
                "kind": "class",
                "name": "LoanCheckup",
                "description": about,
                "superclass": { "name": "HTMLElement" },
                "customElement": true,
                "tagName": "loan-checkup",
                "attributes": list("attr", described_attribute),
                "members": members,
                "events": list("fires", |entry| json!({
                    "name": entry.name,
                    "type": { "text": format!("CustomEvent<{}>", entry.of_type) },
                    "description": entry.english,
                })),
                "slots": list("slot", described),
                "cssParts": list("csspart", described),
                "cssProperties": list("cssproperty", |entry| json!({
                    "name": entry.name,
                    "default": entry.default,
                    "description": entry.english,
                })),
            }],
            "exports": [
                { "kind": "js", "name": "LoanCheckup", "declaration": element },
                { "kind": "custom-element-definition", "name": "loan-checkup", "declaration": element },
            ],
        }],
    })
}

fn described_attribute(entry: &Entry) -> Value {
    let mut attribute = json!({ "name": entry.name, "type": { "text": entry.of_type }, "description": entry.english });
    if !entry.default.is_empty() {
        attribute["default"] = json!(entry.default);
    }
    attribute
}

/// A table as it stands in the README of a language, 0 for English and 1 for Chinese.
fn rows(table: &Table, language: usize) -> String {
    let head = table.heads[language];
    let rule = vec!["---"; head.split(" | ").count()].join("|");
    let mut text = format!("\n| {head} |\n|{rule}|\n");
    let details = events(&read(ELEMENT));
    for entry in entries().iter().filter(|entry| entry.tag == table.tag) {
        let what = [&entry.english, &entry.chinese][language].clone();
        let name = match (entry.name.as_str(), language) {
            ("", 0) => "(no name)".to_owned(),
            ("", _) => "（无名）".to_owned(),
            (name, _) => as_code(name),
        };
        let detail = details.iter().find(|(name, _)| *name == entry.name).map(|(_, fields)| fields);
        let cells = match table.tag {
            "attr" => vec![name, values_of(&entry.of_type), as_code(&entry.default), what],
            "prop" => vec![name, as_code(&entry.of_type), what],
            "fires" => {
                let fields: Vec<String> =
                    detail.into_iter().flatten().map(|field| as_code(field)).collect();
                vec![name, fields.join(" "), what]
            }
            "cssproperty" => vec![name, as_code(&entry.default), as_code(&entry.dark), what],
            _ => vec![name, what],
        };
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text + "\n"
}

/// The texts of a type such as `"one" | "two"`, as code; another type as it is.
fn values_of(of_type: &str) -> String {
    let values = of_type.split(" | ").map(|value| as_code(value.trim_matches('"')));
    values.collect::<Vec<_>>().join(", ")
}

fn as_code(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("`{text}`") }
}

// Snippets and examples.

/// The blocks between tildes: their language and their text.
fn snippets(path: &str) -> Vec<(String, String)> {
    let text = read(path);
    let blocks = text.split("\n~~~").skip(1).step_by(2);
    let blocks = blocks.filter_map(|block| block.split_once('\n'));
    blocks.map(|(language, text)| (language.to_owned(), text.to_owned())).collect()
}

/// Attributes of the element that are nowhere described, and another script than the build makes.
fn unknown_in_html(text: &str, entries: &[Entry]) -> Vec<String> {
    let mut unknown = Vec::new();
    let known = names(entries, "attr");
    let attributes = parts_after(text, "<loan-checkup").filter_map(|rest| rest.split('>').next());
    for attribute in attributes.flat_map(str::split_whitespace) {
        let name = attribute.split('=').next().unwrap_or_default();
        if !known.contains(name) && !ATTRIBUTES_OF_ALL.contains(&name) {
            unknown.push(format!("no attribute {name}"));
        }
    }
    let build = read("www/build/element.mjs");
    for script in quoted_after(text, "<script type=\"module\" src=\"") {
        let name = script.rsplit('/').next().unwrap_or_default().to_owned();
        let is_ours = folder::path("www/examples").join(&name).is_file();
        if !is_ours && !build.contains(&format!("join(embed, \"{name}\")")) {
            unknown.push(format!("the build makes no script {name}"));
        }
    }
    unknown
}

/// Custom properties and parts that are nowhere described.
fn unknown_in_style(text: &str, entries: &[Entry]) -> Vec<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let name = |rest: &str| rest.chars().take_while(|c| is_name(*c)).collect::<String>();
    let properties =
        parts_after(text, "--checkup-").map(|rest| format!("--checkup-{}", name(rest)));
    let parts = parts_after(text, "::part(").map(name);
    let (known, known_parts) = (names(entries, "cssproperty"), names(entries, "csspart"));
    let properties = properties.filter(|name| !known.contains(name));
    properties
        .chain(parts.filter(|name| !known_parts.contains(name)))
        .map(|name| format!("no {name}"))
        .collect()
}

/// Events that are nowhere described.
fn unknown_in_script(text: &str, entries: &[Entry]) -> Vec<String> {
    let known = names(entries, "fires");
    let heard = quoted_after(text, "addEventListener(\"").into_iter();
    let ours = heard.filter(|name| name.starts_with("checkup-") && !known.contains(name));
    ours.map(|name| format!("no event {name}")).collect()
}

/// Permissions of a `Content-Security-Policy` line that the strict example does without.
fn not_in_the_example_s_policy(text: &str) -> Vec<String> {
    let page = read("www/examples/plain.html");
    let permissions = |line: &str| -> Names {
        let line = line.split("Content-Security-Policy").nth(1).unwrap_or_default();
        let rules = line.trim_start_matches(['"', ':', ' ']).trim_start_matches("content=\"");
        let rules = rules.split('"').next().unwrap_or_default().split(';').map(str::trim);
        rules.filter(|rule| !rule.is_empty()).map(str::to_owned).collect()
    };
    let line = page.lines().find(|line| line.contains("Content-Security-Policy"));
    let tried = permissions(line.expect("the example has a policy"));
    let asked = permissions(text);
    assert!(!asked.is_empty(), "no policy in {text}");
    asked.difference(&tried).map(|rule| format!("the example does not have {rule}")).collect()
}

/// What is wrong with events as they are printed, each with its detail.
fn not_told(text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let events = events(&read(ELEMENT));
    let types = read(TYPES);
    let printed: Names =
        text.lines().filter_map(|line| line.split(' ').next()).map(plain).collect();
    let told = events.iter().map(|(name, _)| name.clone()).collect();
    compare("event", ("the block", &printed), ("the code", &told), &mut wrong);
    for line in text.lines() {
        let (name, detail) = line.split_once(' ').expect("an event has a detail");
        let detail: Value = serde_json::from_str(detail).expect("a detail is JSON");
        let fields: Vec<String> =
            detail.as_object().into_iter().flat_map(|all| all.keys().cloned()).collect();
        if !events.contains(&(name.to_owned(), fields)) {
            wrong.push(format!("the code has other fields: {line}"));
        }
        for (field, of_type) in
            [("kind", "ScreenKind"), ("outcome", "Outcome"), ("code", "ErrorCode")]
        {
            let value = detail[field].as_str().map(str::to_owned);
            if value.is_some_and(|value| !union(&types, of_type).contains(&value)) {
                wrong.push(format!("no such {field}: {line}"));
            }
        }
    }
    wrong
}

// Reading.

fn read(path: &str) -> String {
    fs::read_to_string(folder::path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The texts below a folder that are no pictures, by path, sorted.
fn files(inside: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder::path(inside)).expect("the folder is there");
    let names = entries.map(|entry| entry.expect("it can be listed").file_name());
    let paths = names.map(|name| format!("{inside}/{}", name.to_string_lossy()));
    let mut files: Vec<_> = paths.map(|path| (path.clone(), read(&path))).collect();
    files.sort();
    files
}

/// What stands in the braces behind an opening; there are no braces in it.
fn block<'a>(text: &'a str, opening: &str) -> &'a str {
    let rest = parts_after(text, opening).next().unwrap_or_else(|| panic!("there is no {opening}"));
    let rest = if opening.ends_with('{') {
        rest
    } else {
        rest.split_once('{').map_or(rest, |(_, rest)| rest)
    };
    rest.split('}').next().unwrap_or_default()
}

/// The kinds of screens that a page hears of; that of the failure is told by an error.
fn screen_kinds() -> Names {
    let told = ScreenKind::ALL.iter().filter(|kind| **kind != ScreenKind::Failure);
    told.map(|kind| kind.hook().to_owned()).collect()
}

/// A function of Rust, up to the brace that is as far in as its beginning.
fn function<'a>(text: &'a str, name: &str) -> &'a str {
    let rest = parts_after(text, &format!("fn {name}(")).next();
    let rest = rest.unwrap_or_else(|| panic!("there is no function {name}"));
    let before = &text[..text.len() - rest.len()];
    let line = before.rsplit('\n').next().unwrap_or_default();
    let indent = " ".repeat(line.len() - line.trim_start().len());
    rest.split(&format!("\n{indent}}}")).next().unwrap_or_default()
}

/// What follows each occurrence.
fn parts_after<'a>(text: &'a str, opening: &str) -> impl Iterator<Item = &'a str> {
    text.match_indices(opening).map(|(at, found)| &text[at + found.len()..])
}

/// What follows each occurrence up to the next quotation mark.
fn quoted_after(text: &str, opening: &str) -> Names {
    parts_after(text, opening)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// Everything in quotation marks.
fn quoted(text: &str) -> Names {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn number_after(text: &str, opening: &str) -> String {
    let rest = parts_after(text, opening).next().unwrap_or_else(|| panic!("there is no {opening}"));
    rest.chars().take_while(char::is_ascii_digit).collect()
}

/// A name without quotation marks and blanks around it.
fn plain(name: &str) -> String {
    name.trim().trim_matches('"').to_owned()
}

/// The custom properties that a block of style sets.
fn values(block: &str) -> Vec<(String, String)> {
    let lines = block.lines().filter_map(|line| line.trim().split_once(": "));
    let set = lines.filter(|(name, _)| name.starts_with("--"));
    set.map(|(name, value)| {
        (name.to_owned(), value.split(';').next().unwrap_or_default().to_owned())
    })
    .collect()
}

// Comparing.

/// Notes what one of two has and the other has not.
fn compare(what: &str, one: (&str, &Names), other: (&str, &Names), differences: &mut Vec<String>) {
    for ((here, names), (there, known)) in [(one, other), (other, one)] {
        for name in names.difference(known) {
            differences.push(format!("{what} `{name}`: in {here}, not in {there}"));
        }
    }
}

#[track_caller]
fn report(differences: &[String]) {
    assert!(differences.is_empty(), "these differ:\n{}", differences.join("\n"));
}

/// The file has this text; with `UPDATE_EXPECT=1` it gets it.
#[track_caller]
fn expect(path: &str, text: &str) {
    let is_update = env::var_os("UPDATE_EXPECT").is_some();
    let old = fs::read_to_string(folder::path(path)).unwrap_or_default();
    if is_update && old != text {
        fs::write(folder::path(path), text).expect("the file can be written");
        return;
    }
    let stale = text.lines().zip(old.lines()).find(|(new, old)| new != old);
    let (new, old_line) = stale.unwrap_or(("", "its length"));
    assert!(
        old == text,
        "{path} is stale (UPDATE_EXPECT=1 writes it):\n{old_line}\nshould be\n{new}"
    );
}
