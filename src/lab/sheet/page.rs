use std::collections::BTreeSet;

use crate::widget::ScreenKind;

use super::{DrawnScreen, Shot, case_letters, document};

/// The style of the sheet around the screens.
const STYLE: &str = include_str!("../../../www/sheet/page.css");

/// How tall a screen is drawn where nobody has measured it.
const HEIGHT: u32 = 760;

/// Says a text of the sheet by its key, with values for its placeholders.
pub type Say<'a> = dyn Fn(&str, &[(&str, &str)]) -> String + 'a;

/// The sheet as one page without any script: a list of all screens, then each of them in every look.
///
/// `language` is that of the sheet's own texts, `edition` says which rulebook it shows. The first look of a screen has
/// its code as an anchor, as in `#Q07-B`, the others their name, as in `#Q07-B-en-360-dark`. `height` knows how tall a
/// shot is, in pixels.
#[must_use]
pub fn page(
    shots: &[Shot],
    language: &str,
    edition: &str,
    say: &Say,
    height: &dyn Fn(&Shot) -> Option<u32>,
) -> String {
    let title = escaped(&say("title", &[]));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n<p>{}</p>\n<p>{}</p>\n</header>\n",
        escaped(&say("about", &[])),
        escaped(&say("edition", &[("version", edition)])),
    );
    page.push_str(&contents(shots, say));
    page.push_str("<main>\n");
    page.push_str(&looks(shots, say, height));
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// The list of all screens, case after case.
fn contents(shots: &[Shot], say: &Say) -> String {
    let title = escaped(&say("contents", &[]));
    let mut list =
        format!("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{title}</h2>\n");
    let mut seen = BTreeSet::new();
    let mut case = None;
    for Shot { screen, .. } in shots.iter().filter(|shot| seen.insert(shot.screen.code)) {
        let group = (screen.code.case, screen.code.kind == ScreenKind::Failure);
        if case != Some(group) {
            list.push_str(if case.is_some() { "</ul>\n" } else { "" });
            list.push_str(&format!("<h3>{}</h3>\n<ul>\n", case_title(screen, say)));
            case = Some(group);
        }
        let kind = escaped(&say(&kind_key(screen.code.kind), &[]));
        list.push_str(&format!(
            "<li><a href=\"#{code}\"><code>{code}</code> {kind}: <span lang=\"{}\">{}</span></a></li>\n",
            screen.locale,
            screen.heading,
            code = screen.code,
        ));
    }
    list.push_str(if case.is_some() { "</ul>\n</nav>\n" } else { "</nav>\n" });
    list
}

/// The screens, look after look.
fn looks(shots: &[Shot], say: &Say, height: &dyn Fn(&Shot) -> Option<u32>) -> String {
    let mut found = String::new();
    let mut anchors = BTreeSet::new();
    for of_look in shots.chunk_by(|one, other| one.look() == other.look()) {
        let Some(first) = of_look.first() else { continue };
        let name = say(&format!("scheme-{}", first.scheme.id()), &[]);
        let values = [
            ("locale", &*first.screen.locale),
            ("width", &first.width.to_string()),
            ("scheme", &name),
        ];
        let title = escaped(&say("look", &values));
        found.push_str(&format!("<section data-look=\"{}\">\n<h2>{title}</h2>\n", first.look()));
        for shot in of_look {
            let is_first = anchors.insert(shot.screen.code);
            let anchor = if is_first { shot.screen.code.to_string() } else { shot.name() };
            found.push_str(&figure(shot, &anchor, say, height(shot).unwrap_or(HEIGHT)));
        }
        found.push_str("</section>\n");
    }
    found
}

fn figure(shot: &Shot, anchor: &str, say: &Say, height: u32) -> String {
    let Shot { screen, width, scheme } = shot;
    let kind = escaped(&say(&kind_key(screen.code.kind), &[]));
    let (name, code) = (shot.name(), screen.code);
    let document = escaped(&document(screen, *scheme));
    format!(
        "<figure id=\"{anchor}\">\n<figcaption><a href=\"#{anchor}\"><code>{code}</code></a> {kind}: \
         <span lang=\"{}\">{}</span></figcaption>\n\
         <iframe title=\"{name}\" data-shot=\"{name}\" width=\"{width}\" height=\"{height}\" \
         loading=\"lazy\" sandbox srcdoc=\"{document}\"></iframe>\n</figure>\n",
        screen.locale, screen.heading,
    )
}

/// The letter of a case and its title; the failure screen belongs to none.
fn case_title(screen: &DrawnScreen, say: &Say) -> String {
    match screen.code.kind {
        ScreenKind::Failure => escaped(&say("no-case", &[])),
        _ => escaped(&format!("{} · {}", case_letters(screen.code.case), screen.case)),
    }
}

fn kind_key(kind: ScreenKind) -> String {
    format!("kind-{}", kind.id())
}

/// A text as it stands in markup or in an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
