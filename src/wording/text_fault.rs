use super::placeholders;

/// Placeholders that any text may have: the names that a host page can set.
pub const NAMES: [&str; 3] = ["product", "lender", "hotline"];

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault<'a> {
    /// It says nothing.
    Empty,
    /// It holds markup or signs that cannot be shown.
    Markup,
    /// A brace has no partner.
    LoneBrace,
    /// It has a placeholder that nobody fills.
    UnknownPlaceholder(&'a str),
    /// It lacks a placeholder that it must have.
    MissingPlaceholder(&'a str),
}

/// Everything that is wrong with a text that must have these placeholders, in the order of [`TextFault`].
#[must_use]
pub fn text_faults<'a>(values: &[&'a str], text: &'a str) -> Vec<TextFault<'a>> {
    let mut faults = Vec::new();
    if text.trim().is_empty() {
        faults.push(TextFault::Empty);
    }
    if text.chars().any(|c| c.is_control() || c == '<' || c == '>') {
        faults.push(TextFault::Markup);
    }
    let mut braces = text.matches(['{', '}']);
    while let Some(open) = braces.next() {
        if open != "{" || braces.next() != Some("}") {
            faults.push(TextFault::LoneBrace);
            return faults;
        }
    }
    let is_known = |name: &str| NAMES.contains(&name) || values.contains(&name);
    let unknown = placeholders(text).filter(|name| !is_known(name));
    faults.extend(unknown.map(TextFault::UnknownPlaceholder));
    let missing = values.iter().filter(|name| !placeholders(text).any(|has| has == **name));
    faults.extend(missing.map(|name| TextFault::MissingPlaceholder(name)));
    faults
}
