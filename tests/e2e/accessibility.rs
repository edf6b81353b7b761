//! Every kind of screen can be read and used by everybody.

use serde_json::{Value, json};

use crate::given;
use crate::page::Page;
use crate::tour::every_kind_of_screen;

/// Unfolds what is folded away, so that it is looked at as well.
const UNFOLD: &str =
    "document.querySelectorAll('details').forEach((each) => { each.open = true; });";

/// Runs axe with the rules of WCAG 2.0 to 2.2, A and AA, and with what is good practice besides.
const RUN_AXE: &str = "
    const done = arguments[arguments.length - 1];
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: rules, preload: false }).then(({ passes, violations }) => done({
        passed: passes.length,
        found: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)),
    }));";

/// What sticks out to the side; the page itself first.
const FIND_WIDE: &str = "
    const width = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('main:not([hidden]) *')].filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        return each.checkVisibility() && (right > width + 0.5 || left < -0.5);
    }).map((each) => each.outerHTML.slice(0, 200));
    return document.documentElement.scrollWidth > width ? [`page ${width}`, ...wide] : wide;";

/// What is smaller than a finger tip: 44 pixels.
const FIND_SMALL: &str = "
    const targets = '[data-action], a[href], summary, label:has([data-option]), input:not([data-option])';
    return [...document.querySelectorAll(`main:not([hidden]) :is(${targets})`)].filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return each.checkVisibility() && (width < 43.99 || height < 43.99);
    }).map((each) => `${each.getBoundingClientRect().height}: ${each.outerHTML.slice(0, 200)}`);";

#[test]
fn axe_finds_nothing_in_light() {
    check_with_axe("light");
}

#[test]
fn axe_finds_nothing_in_dark() {
    check_with_axe("dark");
}

#[test]
fn nothing_scrolls_sideways_at_320_pixels() {
    check_none(FIND_WIDE, async |page| page.resize((320, 640)).await);
}

#[test]
fn nothing_scrolls_sideways_at_double_text() {
    check_none(FIND_WIDE, async |page| {
        page.run("document.documentElement.style.fontSize = '200%';", Vec::new()).await;
    });
}

#[test]
fn everything_to_be_tapped_is_as_large_as_a_finger_tip() {
    check_none(FIND_SMALL, async |page| page.resize((320, 640)).await);
}

fn check_with_axe(scheme: &str) {
    let axe = given::text("AXE", "");
    every_kind_of_screen(async |page, kind| {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        page.devtools("Emulation.setEmulatedMedia", media).await;
        page.run(UNFOLD, Vec::new()).await;
        page.run(&format!("if (!window.axe) {{ {axe} }}"), Vec::new()).await;
        let result = page.run_async(RUN_AXE, Vec::new()).await;
        assert!(
            result["passed"].as_u64() > Some(10),
            "axe has looked at little of the {kind}: {result:#}"
        );
        assert_eq!(result["found"], json!([]), "{kind}, {scheme}");
    });
}

/// Nothing is found on any kind of screen.
fn check_none(script: &str, get_ready: impl AsyncFn(&Page)) {
    every_kind_of_screen(async |page, kind| {
        get_ready(page).await;
        page.run(UNFOLD, Vec::new()).await;
        assert_eq!(page.run(script, Vec::new()).await, Value::Array(Vec::new()), "{kind}");
    });
}
