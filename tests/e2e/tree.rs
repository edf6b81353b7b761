//! What a screen reader is told: the accessibility tree of each kind of screen is what it was.
//!
//! The tree is held without any wording: roles, states, and whether a thing has a name. Where a change is meant,
//! `UPDATE_EXPECT=1` writes the file anew.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::{env, fs};

use serde_json::{Value, json};

use crate::ability::Ability;
use crate::accessibility::UNFOLD;
use crate::page::Page;
use crate::setup::is_skipped;
use crate::system::System;
use crate::tour::{Place, every_kind_of_screen};

const HELD: &str = "tests/e2e/accessibility_tree.txt";

/// What holds text or others and says nothing by itself.
const SILENT: [&str; 5] = ["none", "generic", "StaticText", "InlineTextBox", "LineBreak"];

/// States that a screen reader tells.
const STATES: [&str; 11] = [
    "level",
    "checked",
    "expanded",
    "required",
    "invalid",
    "disabled",
    "live",
    "modal",
    "multiline",
    "valuemin",
    "valuemax",
];

#[test]
fn the_accessibility_tree_of_each_kind_of_screen_is_what_it_was() {
    if is_skipped(Ability::DevTools) {
        return;
    }
    let found = RefCell::new(String::new());
    every_kind_of_screen(&Place::stand_alone(), System::default(), async |page, kind| {
        page.run(UNFOLD, Vec::new()).await;
        page.at_rest().await;
        let tree = Tree::read(page).await;
        found.borrow_mut().push_str(&format!("== {kind}\n{}\n", tree.lines()));
    });
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(HELD);
    let found = found.into_inner();
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &found).expect("the file can be written");
    }
    let held = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == held,
        "{HELD} holds another tree; if this one is meant, UPDATE_EXPECT=1 writes it:\n{found}"
    );
}

/// The nodes by their ids, the root first.
struct Tree {
    nodes: HashMap<String, Value>,
    root: String,
}

impl Tree {
    async fn read(page: &Page) -> Self {
        let answer = page.devtools("Accessibility.getFullAXTree", json!({})).await;
        let nodes = answer["nodes"].as_array().expect("there is a tree");
        let nodes: Vec<(String, Value)> =
            nodes.iter().map(|node| (text(&node["nodeId"]), node.clone())).collect();
        let root = nodes.first().expect("the tree has a root").0.clone();
        Self { nodes: nodes.into_iter().collect(), root }
    }

    fn lines(&self) -> String {
        let mut lines = Vec::new();
        self.write(&self.root, 0, &mut lines);
        lines.join("\n")
    }

    /// A line for each thing that is told, below what it belongs to; of several alike, one after the other, only the
    /// first is written out.
    fn write(&self, id: &str, depth: usize, lines: &mut Vec<String>) {
        let Some(node) = self.nodes.get(id) else { return };
        let role = text(&node["role"]["value"]);
        let is_silent = node["ignored"] == true || SILENT.contains(&role.as_str());
        let depth = if is_silent { depth } else { depth + 1 };
        if !is_silent {
            lines.push(format!("{}{}", "  ".repeat(depth - 1), told(node, &role)));
        }
        let mut last = Vec::new();
        for child in node["childIds"].as_array().into_iter().flatten() {
            let mut below = Vec::new();
            self.write(&text(child), depth, &mut below);
            if below.is_empty() {
                continue;
            }
            if below == last {
                let more = format!("{}(more like it)", "  ".repeat(depth));
                if lines.last() != Some(&more) {
                    lines.push(more);
                }
            } else {
                lines.extend_from_slice(&below);
                last = below;
            }
        }
    }
}

/// A node in a line: its role, its states, and whether it has a name and a description.
fn told(node: &Value, role: &str) -> String {
    let mut words = vec![role.to_owned()];
    for property in node["properties"].as_array().into_iter().flatten() {
        let name = text(&property["name"]);
        let value = &property["value"]["value"];
        if STATES.contains(&name.as_str()) && *value != json!("false") && *value != json!(false) {
            words.push(format!("{name}={}", value.to_string().replace('"', "")));
        }
    }
    for what in ["name", "description"] {
        if !text(&node[what]["value"]).is_empty() {
            words.push(what.to_owned());
        }
    }
    words.join(" ")
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
