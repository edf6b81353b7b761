//! Every kind of screen can be read and used by everybody.

use serde_json::{Value, json};

use crate::given;
use crate::page::Page;
use crate::system::System;
use crate::tour::{Place, every_kind_of_screen};

/// Unfolds what is folded away and shows the notice of newer knowledge, so that they are looked at as well.
pub(crate) const UNFOLD: &str = "
    shown('details').forEach((each) => { each.open = true; });
    const notice = document.getElementById('checkup-newer');
    if (notice) notice.hidden = false;";

/// Runs axe with the rules of WCAG 2.0 to 2.2, A and AA, and with what is good practice besides.
pub(crate) const RUN_AXE: &str = "
    const done = arguments[arguments.length - 1];
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: rules, preload: false }).then(({ passes, violations }) => done({
        passed: passes.length,
        found: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)),
    }));";

/// What sticks out to the side; the page itself first.
pub(crate) const FIND_WIDE: &str = "
    const width = document.documentElement.clientWidth;
    const wide = shown('*').filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        return each.checkVisibility() && (right > width + 0.5 || left < -0.5);
    }).map((each) => each.outerHTML.slice(0, 200));
    return document.documentElement.scrollWidth > width ? [`page ${width}`, ...wide] : wide;";

/// What is smaller than a finger tip: 44 pixels.
const FIND_SMALL: &str = "
    const targets = '[data-action], a[href], summary, label:has([data-option]), input:not([data-option])';
    return shown(targets).filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return each.checkVisibility() && (width < 43.99 || height < 43.99);
    }).map((each) => `${each.getBoundingClientRect().height}: ${each.outerHTML.slice(0, 200)}`);";

/// The least width of an element, and a text twice as large as usual.
const NARROW: (u32, u32) = (280, 640);
const DOUBLE_TEXT: &str = "root.querySelector('.frame').style.fontSize = '200%';";

/// What a reader may set: WCAG 1.4.12.
const TEXT_SPACING: &str = "
    for (const each of shown('*')) Object.assign(each.style, {
        lineHeight: '1.5', letterSpacing: '0.12em', wordSpacing: '0.16em',
    });
    for (const each of shown('p')) each.style.marginBlockEnd = '2em';";

#[test]
fn axe_finds_nothing_in_light() {
    check_with_axe(&Place::stand_alone(), System::default());
}

#[test]
fn axe_finds_nothing_in_dark() {
    check_with_axe(&Place::stand_alone(), System { is_dark: true, ..System::default() });
}

#[test]
fn axe_finds_nothing_in_english() {
    check_with_axe(&english(), System::default());
}

#[test]
fn axe_finds_nothing_in_english_and_dark() {
    check_with_axe(&english(), System { is_dark: true, ..System::default() });
}

#[test]
fn axe_finds_nothing_in_traditional_chinese() {
    check_with_axe(&traditional(), System::default());
}

#[test]
fn nothing_scrolls_sideways_at_280_pixels() {
    for place in [Place::stand_alone(), english(), traditional()] {
        check_none(&place, FIND_WIDE, async |page| page.resize(NARROW).await);
    }
}

#[test]
fn nothing_scrolls_sideways_at_double_text() {
    for place in [Place::stand_alone(), english()] {
        check_none(&place, FIND_WIDE, async |page| {
            page.resize((320, 640)).await;
            page.run(DOUBLE_TEXT, Vec::new()).await;
        });
    }
}

#[test]
fn nothing_scrolls_sideways_at_wide_spacing() {
    check_none(&english(), FIND_WIDE, async |page| {
        page.run(TEXT_SPACING, Vec::new()).await;
    });
}

#[test]
fn everything_to_be_tapped_is_as_large_as_a_finger_tip() {
    check_none(&english(), FIND_SMALL, async |page| page.resize((320, 640)).await);
    check_none(&Place::stand_alone(), FIND_SMALL, async |page| page.resize((320, 640)).await);
}

fn english() -> Place {
    Place::element("en", "embed/wording/en.txt")
}

fn traditional() -> Place {
    Place::element("zh-TW", "embed/wording/zh-TW.txt")
}

fn check_with_axe(place: &Place, system: System) {
    let axe = given::text("AXE", "");
    every_kind_of_screen(place, system, async |page, kind| {
        let is_dark = "return matchMedia('(prefers-color-scheme: dark)').matches;";
        assert_eq!(page.run(is_dark, Vec::new()).await, system.is_dark);
        page.run(UNFOLD, Vec::new()).await;
        page.at_rest().await;
        page.run(&format!("if (!window.axe) {{ {axe} }}"), Vec::new()).await;
        let result = page.run_async(RUN_AXE, Vec::new()).await;
        assert!(
            result["passed"].as_u64() > Some(10),
            "axe has looked at little of the {kind}: {result:#}"
        );
        assert_eq!(result["found"], json!([]), "{kind}, {place:?}, {system:?}");
    });
}

/// Nothing is found on any kind of screen.
fn check_none(place: &Place, script: &str, get_ready: impl AsyncFn(&Page)) {
    every_kind_of_screen(place, System::default(), async |page, kind| {
        get_ready(page).await;
        page.run(UNFOLD, Vec::new()).await;
        assert_eq!(page.run(script, Vec::new()).await, Value::Array(Vec::new()), "{kind}");
    });
}
