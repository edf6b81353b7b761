//! The page that is one file, opened from the disk: no server, no network.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::borrower::Borrower;
use crate::given;
use crate::page::Page;
use crate::setup::{Console, Setup};

const FILE: &str = "loan-checkup.html";

/// What in its policy allows WebAssembly.
const ALLOWANCE: &str = " 'unsafe-eval'";

/// Where the program as JavaScript begins, packed.
const PLAIN: &str = "id=\"plain\">";

/// What a careful server sends: nothing may be loaded from anywhere.
const STRICT: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:";

/// Tells what runs the program; what stands in for WebAssembly has no memory to make.
const IS_PLAIN: &str =
    "return (window.wrappedJSObject || window).WebAssembly.Memory === undefined;";

const FINDINGS: [(&str, &str); 3] = [
    ("symptom", "one-yuan-cap"),
    ("phone-number-change", "within-7-days"),
    ("phone-number-match", "code-to-old-number"),
];

#[test]
fn the_whole_interview_runs_from_the_disk() {
    on_file(&built(), Console::IsSilent, async |page| {
        check_findings(page).await;
        assert_eq!(page.run(IS_PLAIN, Vec::new()).await, json!(false));
    });
}

#[test]
fn a_sign_of_fraud_stops_there_too() {
    on_file(&built(), Console::IsSilent, check_fraud);
}

#[test]
fn where_webassembly_is_forbidden_the_same_program_runs_as_javascript() {
    let file = changed("forbidden", |text| text.replacen(ALLOWANCE, "", 1));
    for check in [Case::Findings, Case::Fraud] {
        on_file(&file, Console::MayComplain, async |page| {
            match check {
                Case::Findings => check_findings(page).await,
                Case::Fraud => check_fraud(page).await,
            }
            assert_eq!(page.run(IS_PLAIN, Vec::new()).await, json!(true));
        });
    }
}

#[test]
fn where_neither_can_run_the_page_says_so_and_gives_advice() {
    let file = changed("neither", |text| {
        text.replacen(ALLOWANCE, "", 1).replacen(PLAIN, "id=\"gone\">", 1)
    });
    Setup::new().file(&file).console(Console::MayComplain).run(async |page| {
        page.begin_to_load().await;
        let failure = page.to_failure().await;
        assert_eq!(failure.actions, ["back", "retry"]);
        let borrower = Borrower::who_says(&[]);
        let native = borrower.native(page.day().await);
        let steps: Vec<&str> =
            native.plan.iter().map(|step| &*borrower.rulebook.remedy(step.remedy).id).collect();
        assert_eq!(failure.remedies, steps);
    });
}

#[test]
fn served_under_a_strict_policy_it_asks_for_nothing_else() {
    Setup::new().at(FILE).policy(STRICT).run(async |page| {
        page.open().await;
        check_findings(page).await;
        assert_eq!(page.server.requests(), [FILE]);
    });
}

#[test]
fn no_text_becomes_a_script_in_it() {
    // In the page's own world, which the driver's scripts may not be in.
    const TRY: &str = "
        const done = arguments[arguments.length - 1];
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => done(effectiveDirective));
        const script = document.createElement('script');
        script.text = 'window.isBroken = true;';
        document.head.append(script);";
    on_file(&built(), Console::MayComplain, async |page| {
        let refused = page.run_async(TRY, Vec::new()).await;
        assert!(refused.as_str().is_some_and(|by| by.starts_with("script-src")), "{refused}");
        let strictest = "return [...document.querySelectorAll('meta[http-equiv]')].some(({ content }) => !content.includes(\"'unsafe-eval'\"));";
        assert_eq!(page.run(strictest, Vec::new()).await, Value::Bool(true));
    });
}

#[derive(Clone, Copy)]
enum Case {
    Findings,
    Fraud,
}

async fn check_findings(page: &Page) {
    let mut borrower = Borrower::who_says(&FINDINGS).otherwise_clean();
    let result = borrower.walk(page).await;
    assert_eq!(result.causes.first().map(String::as_str), Some("phone-number-changed"));
    borrower.check_same_natively(page, &result).await;
}

async fn check_fraud(page: &Page) {
    let mut borrower =
        Borrower::who_says(&[("symptom", "payout-failed"), ("warning-signs", "told-to-transfer")]);
    let stop = borrower.walk(page).await;
    assert_eq!((stop.kind.as_str(), stop.outcome.as_str()), ("stop-scam", "stop-scam"));
    borrower.check_same_natively(page, &stop).await;
}

fn on_file(file: &Path, console: Console, test: impl AsyncFnOnce(&Page)) {
    Setup::new().file(file).console(console).run(async |page| {
        page.open().await;
        test(page).await;
    });
}

fn built() -> PathBuf {
    given::path("DIST").join(FILE)
}

/// The file with something changed in it.
fn changed(name: &str, change: impl Fn(&str) -> String) -> PathBuf {
    let built = given::text("DIST", FILE);
    let text = change(&built);
    assert_ne!(text, built, "there is nothing to change for {name}");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("html");
    fs::write(&path, text).expect("the file can be written");
    path
}
