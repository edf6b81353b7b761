//! Whatever goes wrong, the host's page stays usable, and the borrower has a way on.

use serde_json::json;

use crate::borrower::Borrower;
use crate::host;
use crate::page::Page;
use crate::said::check_said;
use crate::server::Fault;
use crate::setup::{Console, Setup};

const PROGRAM: &str = "embed/loan-checkup.wasm";
const PLAIN: &str = "embed/loan-checkup-plain.js";
const GONE: [(&str, Fault); 2] = [(PROGRAM, Fault::Missing), (PLAIN, Fault::Missing)];
const WORDING: &str = "embed/wording/en.txt";
const SHELL: &str = "embed/shell/en.html";
const LOOK: &str = "embed/loan-checkup.css";

const ELEMENT: &str = "<loan-checkup loading=\"eager\"></loan-checkup>";
const WITH_FALLBACK: &str =
    "<loan-checkup loading=\"eager\"><a id=\"fallback\" href=\"#call\">call</a></loan-checkup>";
const IMPATIENT: &str = "<loan-checkup loading=\"eager\" timeout=\"1\"></loan-checkup>";

/// A script of the host that writes down the errors that it hears of.
const LISTEN: &str = "
    window.codes = [];
    window.taps = 0;
    addEventListener('checkup-error', ({ detail }) => codes.push(detail.code));
    addEventListener('DOMContentLoaded', () => {
        document.getElementById('host').addEventListener('click', () => { taps += 1; });
    });";

#[test]
fn a_missing_program() {
    check_failure(&[(PROGRAM, Fault::Missing), (PLAIN, Fault::Missing)], "program");
}

#[test]
fn half_a_program() {
    check_failure(&[(PROGRAM, Fault::Halved), (PLAIN, Fault::Halved)], "program");
}

#[test]
fn a_program_that_breaks_off() {
    check_failure(&[(PROGRAM, Fault::CutOff), (PLAIN, Fault::CutOff)], "program");
}

#[test]
fn a_log_in_page_in_place_of_the_program() {
    check_failure(&[(PROGRAM, Fault::Replaced), (PLAIN, Fault::Replaced)], "program");
}

#[test]
fn missing_wording() {
    check_failure(&[(WORDING, Fault::Missing)], "wording");
}

#[test]
fn half_the_wording() {
    check_failure(&[(WORDING, Fault::Halved)], "wording");
}

#[test]
fn a_log_in_page_in_place_of_the_wording() {
    check_failure(&[(WORDING, Fault::Replaced)], "wording");
}

#[test]
fn a_program_that_never_arrives() {
    Case { body: IMPATIENT, ..Case::new() }.run(&[(PROGRAM, Fault::Held)], async |page| {
        check_screen_of_failure(page, "timeout").await;
    });
}

#[test]
fn a_wrong_type_or_half_a_program_or_no_look_or_no_shell_do_no_harm() {
    for fault in [
        (PROGRAM, Fault::WrongType),
        (PROGRAM, Fault::Halved),
        (LOOK, Fault::Missing),
        (SHELL, Fault::Replaced),
    ] {
        Case::new().run(&[fault], async |page| {
            page.open().await;
            page.choose("symptom", "limit-gone").await;
            assert_eq!(page.run("return codes;", Vec::new()).await, json!([]), "{fault:?}");
        });
    }
}

#[test]
fn under_a_policy_without_webassembly_the_same_program_runs_as_javascript() {
    under_policy_without_webassembly(&[], async |page| {
        page.open().await;
        let mut borrower =
            Borrower::who_says(&[("symptom", "limit-gone"), ("limit-lowered", "yes")])
                .otherwise_clean();
        let result = borrower.walk(page).await;
        borrower.check_same_natively(page, &result).await;
        assert_eq!(page.run("return codes;", Vec::new()).await, json!([]));
    });
}

#[test]
fn under_a_policy_without_webassembly_a_failure_is_said_where_that_is_missing_too() {
    under_policy_without_webassembly(&[(PLAIN, Fault::Missing)], async |page| {
        page.begin_to_load().await;
        check_screen_of_failure(page, "program").await;
    });
}

#[test]
fn the_host_s_own_content_stands_in_where_there_is_some() {
    Case { body: WITH_FALLBACK, ..Case::new() }.run(&GONE, async |page| {
        page.begin_to_load().await;
        page.until_true("return codes.length === 1;").await;
        page.until_true("return document.getElementById('fallback').checkVisibility();").await;
        assert_eq!(page.run("return shown('[data-screen]').length;", Vec::new()).await, json!(0));
        check_host(page).await;
        page.settle();
    });
}

#[test]
fn another_try_after_a_failure_works_once_the_file_is_there() {
    Case::new().run(&[(WORDING, Fault::Missing)], async |page| {
        check_screen_of_failure(page, "wording").await;
        page.server.mend(WORDING);
        page.tap_action("retry").await;
        page.until(|screen| screen.is_question() && !screen.is_early).await;
        page.settle();
    });
}

#[test]
fn a_crash_loses_no_answer_and_leaves_the_other_element_alone() {
    const CATCH: &str = "
        window.programs = [];
        const instantiate = WebAssembly.instantiate;
        WebAssembly.instantiate = async (...all) => {
            const made = await instantiate.apply(WebAssembly, all);
            programs.push(made.instance || made);
            return made;
        };";
    // In the page's own world, because the driver's scripts may run in another one.
    const BREAK: &str = "
        addEventListener('break', () => {
            const { exports } = programs[0];
            for (const name of Object.keys(exports))
                if (exports[name] instanceof WebAssembly.Memory) new Uint8Array(exports[name].buffer).fill(0xff);
        });";
    const ADD: &str = "
        const other = document.createElement('loan-checkup');
        Object.assign(other, { id: 'other' }).setAttribute('loading', 'eager');
        document.querySelector('main').append(other);";
    let script = [LISTEN, CATCH, BREAK].concat();
    Case { script: &script, ..Case::new() }.run(&[], async |page| {
        page.open().await;
        page.choose("symptom", "payout-failed").await;
        page.until_true("return programs.length > 0 && document.querySelector('loan-checkup').answers.symptom === 'payout-failed';").await;
        page.run(ADD, Vec::new()).await;
        page.until_true("return programs.length === 2;").await;
        page.run("dispatchEvent(new Event('break'));", Vec::new()).await;
        page.tap_option("warning-signs", "none").await;
        page.until(|screen| screen.kind == "failure").await;
        assert_eq!(page.run("return codes;", Vec::new()).await, json!(["crash"]));
        page.until_true("return document.getElementById('other').shadowRoot.querySelector('.frame:not([hidden]) [data-screen=question]') !== null;").await;
        check_host(page).await;
        page.run("document.querySelector('loan-checkup').scrollIntoView();", Vec::new()).await;
        page.tap_action("restart").await;
        page.until(|screen| screen.id == "warning-signs").await;
        let answers = "return document.querySelector('loan-checkup').answers;";
        assert_eq!(page.run(answers, Vec::new()).await, json!({ "symptom": "payout-failed" }));
        page.settle();
    });
}

#[test]
fn texts_that_cannot_be_used_fail_and_are_named() {
    for text in [
        "{ 'ui.no-such': 'text' }",
        "{ 'question.symptom.title': '<b>markup</b>' }",
        "{ 'ui.progress.remaining': 'without its number' }",
    ] {
        let script = format!(
            "{LISTEN} addEventListener('DOMContentLoaded', () => {{ document.querySelector('loan-checkup').wording = {text}; }});"
        );
        Case { script: &script, ..Case::new() }.run(&[], async |page| {
            check_screen_of_failure(page, "wording").await;
        });
    }
}

#[test]
fn answers_that_cannot_be_used_are_named_and_the_rest_goes_on() {
    let script = format!(
        "{LISTEN} addEventListener('DOMContentLoaded', () => {{
            document.querySelector('loan-checkup').answers = {{ symptom: 'limit-gone', 'monthly-income': 'much' }};
        }});
        addEventListener('checkup-error', ({{ detail }}) => (window.error = detail));"
    );
    Case { script: &script, ..Case::new() }.run(&[], async |page| {
        page.open().await;
        page.until(|screen| screen.id == "warning-signs").await;
        assert_eq!(page.run("return codes;", Vec::new()).await, json!(["answers"]));
        check_said("checkup-error", &page.run("return error;", Vec::new()).await);
    });
}

#[test]
fn a_hostile_page_does_not_break_it() {
    const STYLE: &str = "
        * { all: unset; }
        html { line-height: 5 !important; font-size: 40px !important; letter-spacing: 1em; text-transform: uppercase;
            word-spacing: 3em; visibility: visible; text-indent: 4em; }
        label, button, h1, p, div, input { display: none !important; }
        head, head * { display: none; }";
    const PATCH: &str = "
        Array.prototype.extra = function () {};
        Object.prototype.foreign = 'x';
        Array.prototype.toJSON = () => 'no';
        document.documentElement.dir = 'rtl';";
    let page = host::page(
        "en",
        "<link rel=\"stylesheet\" href=\"style.css\"><script src=\"script.js\"></script>",
        ELEMENT,
    );
    let files = [(host::PATH, page.as_str()), (host::SCRIPT, PATCH), ("host/style.css", STYLE)];
    Setup::new().at(host::PATH).files(&files).console(Console::MayComplain).run(async |page| {
        page.begin_to_load().await;
        page.until_true("return root !== document && shown('[data-screen-id=symptom]').length === 1;").await;
        let look = "
            const { direction, letterSpacing, textTransform, textIndent, fontSize, lineHeight } = getComputedStyle(shown('.checkup')[0]);
            const isSeen = shown('h1, label, button').every((each) => each.checkVisibility());
            return [direction, letterSpacing, textTransform, textIndent, fontSize, isSeen, parseFloat(lineHeight) < 30].join(' ');";
        let look = page.run(look, Vec::new()).await;
        assert_eq!(look, "ltr normal none 0px 17px true true");
        page.until_true("return '__yew_subtree_id' in shown('.frame')[0];").await;
        page.tap_option("symptom", "limit-gone").await;
        page.until_true("return shown('[data-screen-id=warning-signs]').length === 1;").await;
        page.settle();
    });
}

fn under_policy_without_webassembly(
    faults: &[(&'static str, Fault)],
    test: impl AsyncFnOnce(&Page),
) {
    let page =
        host::page_under("script-src 'self'", "en", "<script src=\"script.js\"></script>", ELEMENT);
    let files = [(host::PATH, page.as_str()), (host::SCRIPT, LISTEN)];
    let setup = Setup::new().at(host::PATH).files(&files).faults(faults);
    setup.console(Console::MayComplain).run(test);
}

/// A page of a host with one element.
#[derive(Clone, Copy)]
struct Case<'a> {
    body: &'a str,
    script: &'a str,
}

impl Case<'_> {
    fn new() -> Self {
        Self { body: ELEMENT, script: LISTEN }
    }

    fn run(self, faults: &[(&'static str, Fault)], test: impl AsyncFnOnce(&Page)) {
        let page = host::page("en", "<script src=\"script.js\"></script>", self.body);
        let files = [(host::PATH, page.as_str()), (host::SCRIPT, self.script)];
        let setup = Setup::new().at(host::PATH).files(&files).faults(faults);
        setup.console(Console::MayComplain).run(async |page| {
            page.begin_to_load().await;
            test(page).await;
        });
    }
}

fn check_failure(faults: &[(&'static str, Fault)], code: &str) {
    Case::new().run(faults, async |page| check_screen_of_failure(page, code).await);
}

/// The failure is shown with a way on, the host hears of it once, and its page can be used.
async fn check_screen_of_failure(page: &Page, code: &str) {
    let failure = page.to_failure().await;
    assert_eq!(failure.actions, ["back", "retry"]);
    assert_eq!(page.run("return codes;", Vec::new()).await, json!([code]));
    let complaints =
        "return seenByTest.complaints.filter((each) => each.includes('loan-checkup')).length;";
    assert_eq!(page.run(complaints, Vec::new()).await, json!(1), "it is logged once");
    let numbers = "return shown('a').some((each) => each.textContent.includes('95188')) && !shown('p, a').some((each) => each.textContent.includes('{'));";
    assert_eq!(page.run(numbers, Vec::new()).await, json!(true), "the hotline is named");
    check_host(page).await;
    page.settle();
}

/// The host's own button can be clicked.
async fn check_host(page: &Page) {
    page.run("window.taps = 0;", Vec::new()).await;
    page.tap_of_host("#host").await;
    page.until_true("return window.taps === 1;").await;
}
