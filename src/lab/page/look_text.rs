use yew::AttrValue;

use crate::lab::{Look, Objection};

use super::language::Language;
use super::words::Words;

/// What there is to say of a text, in the lab's language.
pub(super) fn look_text(words: &Words, look: &Look) -> AttrValue {
    match &look.objection {
        Objection::Empty => words.say("edit.look-empty"),
        Objection::Markup => words.say("edit.look-markup"),
        Objection::LoneBrace => words.say("edit.look-lone-brace"),
        Objection::UnknownPlaceholder(name) => {
            words.say_with("edit.look-unknown-placeholder", &[("name", name)])
        }
        Objection::MissingPlaceholder(name) => {
            words.say_with("edit.look-missing-placeholder", &[("name", name)])
        }
        Objection::Rule(remark) => {
            let why = match words.language {
                Language::Chinese => &remark.why_chinese,
                Language::English => &remark.why,
            };
            let values = [("found", remark.found.as_str()), ("why", why)];
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
