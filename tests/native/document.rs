use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::folder;

/// A document in its parts.
pub(crate) struct Document {
    /// Its path in the repository.
    pub(crate) path: String,
    /// Everything outside of code blocks.
    pub(crate) lines: Vec<String>,
    pub(crate) blocks: Vec<Block>,
}

/// A fenced block of code.
#[derive(Debug, PartialEq)]
pub(crate) struct Block {
    pub(crate) language: String,
    pub(crate) text: String,
    /// The heading that it stands below, without its marks.
    pub(crate) heading: String,
}

/// A link or picture.
pub(crate) struct Link {
    pub(crate) text: String,
    /// An address, or a path in the repository.
    pub(crate) to: String,
}

impl Document {
    pub(crate) fn read(path: &str) -> Self {
        let text = fs::read_to_string(folder::path(path))
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut document = Self { path: path.to_owned(), lines: Vec::new(), blocks: Vec::new() };
        let mut heading = String::new();
        let mut open: Option<Block> = None;
        for line in text.lines() {
            match (line.strip_prefix("```"), open.take()) {
                (Some(_), Some(block)) => document.blocks.push(block),
                (Some(language), None) => {
                    let (language, heading) = (language.to_owned(), heading.clone());
                    open = Some(Block { language, text: String::new(), heading });
                }
                (None, Some(mut block)) => {
                    block.text.push_str(line);
                    block.text.push('\n');
                    open = Some(block);
                }
                (None, None) => {
                    if line.starts_with('#') {
                        heading = line.trim_start_matches(['#', ' ']).to_owned();
                    }
                    document.lines.push(line.to_owned());
                }
            }
        }
        assert!(open.is_none(), "{path} has a block without an end");
        document
    }

    /// How it is built: headings with their level, lists, tables with the cells of each row, and runs of sentences.
    pub(crate) fn shape(&self) -> Vec<String> {
        let mut shape: Vec<String> = self.lines.iter().map(|line| kind(line)).collect();
        shape.dedup();
        shape
    }

    pub(crate) fn links(&self) -> Vec<Link> {
        let text = self.lines.join("\n");
        let links = text.match_indices("](").filter_map(|(at, mark)| {
            let from = text[..at].rfind('[')?;
            let rest = &text[at + mark.len()..];
            let to = &rest[..rest.find(')')?];
            let to = if to.contains("://") { to.to_owned() } else { self.inside(to) };
            Some(Link { text: text[from + 1..at].to_owned(), to })
        });
        links.collect()
    }

    /// What stands in backticks outside of code blocks and links.
    pub(crate) fn code(&self) -> Vec<String> {
        let text = self.lines.join("\n");
        let spans = text.split('`').enumerate().filter(|(at, _)| at % 2 == 1);
        let links: Vec<String> =
            self.links().into_iter().map(|link| link.text.replace('`', "")).collect();
        let spans = spans.map(|(_, span)| span.to_owned());
        spans.filter(|span| !links.contains(span)).collect()
    }

    /// A path that is written from the document's folder, from the repository's root.
    pub(crate) fn inside(&self, path: &str) -> String {
        let mut full = PathBuf::new();
        let folder = Path::new(&self.path).parent().unwrap_or(Path::new(""));
        for part in folder.join(path).components() {
            match part {
                Component::ParentDir => {
                    assert!(full.pop(), "{}: {path} leaves the repository", self.path);
                }
                part => full.push(part),
            }
        }
        full.to_string_lossy().into_owned()
    }
}

/// What a line is, apart from what it says.
fn kind(line: &str) -> String {
    let text = line.trim_start();
    let level = text.chars().take_while(|c| *c == '#').count();
    let is_numbered =
        text.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
    match text {
        "" => String::new(),
        _ if level > 0 => "#".repeat(level),
        _ if text.starts_with('|') => {
            format!("row of {}", text.replace("\\|", "").matches('|').count())
        }
        _ if text.starts_with("<!--") => text.to_owned(),
        _ if text.starts_with("- ") => "entry".to_owned(),
        _ if is_numbered => "numbered entry".to_owned(),
        _ => "sentences".to_owned(),
    }
}
