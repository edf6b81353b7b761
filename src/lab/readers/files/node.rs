use serde_json::{Map, Value};

use super::{Fault, Wrong};

/// The largest file that is read: far more than a test of thousands of readers needs.
const LARGEST: usize = 16 * 1024 * 1024;

/// A value of a file together with its place, so that whatever is wrong can be named.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    value: &'a Value,
    place: String,
}

/// The fields of a table, all of them known.
#[derive(Clone, Debug)]
pub(super) struct Fields<'a> {
    fields: &'a Map<String, Value>,
    place: String,
}

/// Reads a text as JSON.
pub(super) fn parse(text: &str) -> Result<Value, Fault> {
    if text.len() > LARGEST {
        return Err(Fault::new("", Wrong::TooLarge(LARGEST)));
    }
    // Editors of some systems put a mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| Fault::new("", Wrong::NotJson(error.line())))
}

/// The version of all formats.
pub(super) const VERSION: u64 = 1;

impl<'a> Node<'a> {
    /// The whole file.
    pub(super) fn root(value: &'a Value) -> Self {
        Self { value, place: String::new() }
    }

    pub(super) fn fault(&self, what: Wrong) -> Fault {
        Fault::new(&self.place, what)
    }

    /// Whether nothing stands here.
    pub(super) fn is_null(&self) -> bool {
        self.value.is_null()
    }

    /// A table that says that it is one of this format, in a version that is known, with no other fields than these.
    pub(super) fn marked(&self, format: &str, known: &[&str]) -> Result<Fields<'a>, Fault> {
        let table = self.value.as_object();
        let mark = table.and_then(|fields| fields.get("format")).and_then(Value::as_str);
        let (Some(fields), true) = (table, mark == Some(format)) else {
            return Err(self.fault(Wrong::OtherFormat));
        };
        match fields.get("version").and_then(Value::as_u64) {
            Some(VERSION) => self.fields(known),
            Some(newer) => Err(self.fault(Wrong::Newer(newer))),
            None => Err(self.fault(Wrong::Missing("version"))),
        }
    }

    /// A table with no other fields than these.
    pub(super) fn fields(&self, known: &[&str]) -> Result<Fields<'a>, Fault> {
        let fields = self.table()?;
        match fields.keys().find(|name| !known.contains(&name.as_str())) {
            Some(name) => Err(self.fault(Wrong::Unknown(shortened(name)))),
            None => Ok(Fields { fields, place: self.place.clone() }),
        }
    }

    /// A table whose fields are anything, at most so many.
    pub(super) fn entries(&self, most: usize) -> Result<Vec<(&'a str, Self)>, Fault> {
        let fields = self.table()?;
        if fields.len() > most {
            return Err(self.fault(Wrong::TooMany(most)));
        }
        let node = |(name, value): (&'a String, &'a Value)| {
            let place = format!("{}[{}]", self.place, shortened(name));
            (name.as_str(), Self { value, place })
        };
        Ok(fields.iter().map(node).collect())
    }

    fn table(&self) -> Result<&'a Map<String, Value>, Fault> {
        self.value.as_object().ok_or_else(|| self.fault(Wrong::NotA("table")))
    }

    /// A list of at most so many entries.
    pub(super) fn list(&self, most: usize) -> Result<Vec<Self>, Fault> {
        let list = self.value.as_array().ok_or_else(|| self.fault(Wrong::NotA("list")))?;
        if list.len() > most {
            return Err(self.fault(Wrong::TooMany(most)));
        }
        let node = |(at, value)| Self { value, place: format!("{}[{at}]", self.place) };
        Ok(list.iter().enumerate().map(node).collect())
    }

    /// A text of at most so many characters.
    pub(super) fn text(&self, most: usize) -> Result<&'a str, Fault> {
        let text = self.value.as_str().ok_or_else(|| self.fault(Wrong::NotA("text")))?;
        if text.chars().count() > most {
            return Err(self.fault(Wrong::TooLong(most)));
        }
        Ok(text)
    }

    /// A whole number up to this one.
    pub(super) fn number(&self, most: u32) -> Result<u32, Fault> {
        let number = self.value.as_u64().ok_or_else(|| self.fault(Wrong::NotA("number")))?;
        let range = || self.fault(Wrong::OutOfRange(0, u64::from(most)));
        u32::try_from(number).ok().filter(|number| *number <= most).ok_or_else(range)
    }

    /// A place in a list of so many entries.
    pub(super) fn place_in(&self, length: usize) -> Result<usize, Fault> {
        let number = self.number(u32::MAX)? as usize;
        let not_possible = || self.fault(Wrong::NotPossible(number.to_string()));
        (number < length).then_some(number).ok_or_else(not_possible)
    }
}

impl<'a> Fields<'a> {
    /// A field that must be there.
    pub(super) fn get(&self, name: &'static str) -> Result<Node<'a>, Fault> {
        self.find(name).ok_or_else(|| Fault::new(&self.place, Wrong::Missing(name)))
    }

    /// A field, if it is there.
    pub(super) fn find(&self, name: &str) -> Option<Node<'a>> {
        let value = self.fields.get(name)?;
        let dot = if self.place.is_empty() { "" } else { "." };
        Some(Node { value, place: format!("{}{dot}{name}", self.place) })
    }
}

/// A name of a file, short enough for a message.
fn shortened(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}
