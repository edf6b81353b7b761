use super::{DrawnScreen, Scheme};

/// The widget's style.
const STYLE: &str = include_str!("../../../www/checkup.css");

/// A picture may be taken at once, so nothing fades in.
const STILL: &str = ".screen{animation:none}";

/// A page with one screen on it, as the stand-alone page shows it.
#[must_use]
pub fn document(screen: &DrawnScreen, scheme: Scheme) -> String {
    let DrawnScreen { code, locale, markup, .. } = screen;
    let (theme, style) = (scheme.id(), style());
    format!(
        "<!doctype html><html lang=\"{locale}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"format-detection\" content=\"telephone=no\"><title>{code}</title>\
         <style>{style}</style></head><body class=\"page\" data-theme=\"{theme}\">\
         <main class=\"frame\">{markup}</main></body></html>"
    )
}

/// The widget's style without its comments, which every screen would repeat, and without what moves.
#[must_use]
pub fn style() -> String {
    let mut kept = String::new();
    let mut rest = STYLE;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before.trim_end_matches(' '));
        rest = after.split_once("*/").map_or("", |(_, behind)| behind);
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n") + STILL
}
