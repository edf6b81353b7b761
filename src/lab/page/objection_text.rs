use std::fmt::Display;

use yew::AttrValue;

use crate::lab::{Objection, ObjectionKind};

use super::lab_words::LabWords;
use super::language::Language;

/// What there is to say of a text, in the lab's language.
pub(super) fn objection_text(words: &LabWords, objection: &Objection) -> AttrValue {
    match &objection.kind {
        ObjectionKind::Empty => words.say("edit.look-empty"),
        ObjectionKind::Markup => words.say("edit.look-markup"),
        ObjectionKind::LoneBrace => words.say("edit.look-lone-brace"),
        ObjectionKind::UnknownPlaceholder(name) => {
            words.say_with("edit.look-unknown-placeholder", &[("name", name)])
        }
        ObjectionKind::MissingPlaceholder(name) => {
            words.say_with("edit.look-missing-placeholder", &[("name", name)])
        }
        ObjectionKind::Rule(remark) => {
            let why = match words.language {
                Language::Chinese => &remark.why_chinese,
                Language::English => &remark.why,
            };
            let values: [(&str, &dyn Display); 2] = [("found", &remark.found), ("why", why)];
            match &remark.instead {
                None => words.say_with("edit.look-rule", &values),
                Some(instead) => {
                    let [found, why] = values;
                    words.say_with("edit.look-rule-instead", &[found, why, ("instead", instead)])
                }
            }
        }
    }
}
