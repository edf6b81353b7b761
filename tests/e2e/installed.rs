//! The page that a phone keeps: it works without a network, and a newer build of it waits until it is wanted.

use std::fs;
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::ability::Ability;
use crate::borrower::Borrower;
use crate::given;
use crate::page::Page;
use crate::patience::{PATIENCE, wait};
use crate::server::Fault;
use crate::setup::{Console, Setup};

const PROGRAM: &str = "loan-checkup_bg.wasm";
const WORKER: &str = "sw.js";
const PAGE: &str = "index.html";

/// A file that only the worker needs.
const ICON: &str = "icons/full-512.png";

const BUTTON: &str = "#checkup-newer button";

/// What the server has: the rulebook of a build, by its hash, and a mark that the page carries.
const NEWER_KNOWLEDGE: Build = Build { rulebook: "0123456789abcdef", mark: "newer" };
const NEWEST_KNOWLEDGE: Build = Build { rulebook: "fedcba9876543210", mark: "newest" };
/// Its wording cannot be used.
const FAILING: Build = Build { rulebook: "0000000000000000", mark: "failing" };

/// Stands before the scripts that ask the worker.
const WITH_WORKER: &str = "
    const done = arguments[arguments.length - 1];
    const container = navigator.serviceWorker;
    const registered = () => container.getRegistration();
    const until = (isSo) => new Promise((go) => {
        const look = async () => ((await isSo()) ? go() : setTimeout(look, 10));
        look();
    });
    const look = async (registration) => {
        await registration.update().catch(() => {});
        await until(() => registration.installing === null);
    };
    const filesKept = async () => {
        let files = 0;
        for (const name of await caches.keys()) files += (await (await caches.open(name)).keys()).length;
        return files;
    };";

const WAIT_UNTIL_KEPT: &str =
    "until(async () => (await registered())?.active?.state === 'activated').then(done);";

/// Has the browser look for a newer build until one waits. It may be looking already, from before there was one.
const WAIT_FOR_NEWER: &str = "
    registered().then((registration) => until(async () => {
        await look(registration);
        return registration.waiting !== null;
    })).then(done);";

/// Has the browser look for a newer build once; whether one waits then.
const LOOK_FOR_NEWER: &str = "
    registered().then(async (registration) => {
        await look(registration);
        done(registration.waiting !== null);
    });";

/// What the waiting worker says to the page.
const ASK_WHAT_IS_NEWER: &str = "
    registered().then(({ waiting }) => {
        container.addEventListener('message', ({ data }) => done(data), { once: true });
        waiting.postMessage('tell');
    });";

/// How many registrations and caches there are.
const COUNT_KEPT: &str = "
    Promise.all([container.getRegistrations(), caches.keys()]).then((all) => done(all.map(({ length }) => length)));";

const EMPTY_CACHES: &str = "
    caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => done());";

/// How many files the worker keeps.
const COUNT_FILES: &str = "filesKept().then(done);";

const MARK: &str = "return document.documentElement.dataset.build ?? '';";
const BIRTH: &str = "return performance.timeOrigin;";
const IS_SAID: &str = "return !document.getElementById('checkup-newer').hidden;";

#[test]
fn after_one_visit_the_whole_interview_works_without_a_network() {
    on_kept_page(async |page| {
        page.server.stop().await;
        page.reload().await;
        let mut borrower = Borrower::who_says(&[("symptom", "one-yuan-cap")]).otherwise_clean();
        let result = borrower.walk(page).await;
        assert_eq!(result.kind, "result");
        borrower.check_same_natively(page, &result).await;
        check_kept_is_free_of_answers(page).await;
    });
}

#[test]
fn without_a_network_the_page_opens_under_all_its_addresses() {
    on_kept_page(async |page| {
        page.server.stop().await;
        for path in ["index.html", "?from=an-app", "index.html?a=b&c=d#part", "#"] {
            page.begin_to_load_at(path).await;
            page.loaded().await;
            page.choose("symptom", "limit-gone").await;
        }
    });
}

#[test]
fn newer_knowledge_waits_until_the_borrower_wants_it() {
    on_kept_page(async |page| {
        page.reload().await;
        let mut borrower = Borrower::who_says(&[("symptom", "payout-failed")]);
        let mut screen = borrower.answer(page, &page.screen().await).await;
        let birth = page.run(BIRTH, Vec::new()).await;

        page.server.deploy(NEWER_KNOWLEDGE.make());
        ask(page, WAIT_FOR_NEWER).await;
        page.until_true(IS_SAID).await;
        assert_eq!(page.screen().await.chosen(), screen.chosen());
        while screen.is_question() {
            screen = borrower.answer(page, &screen).await;
        }
        borrower.check_same_natively(page, &screen).await;
        assert_eq!(page.run(BIRTH, Vec::new()).await, birth, "the page was loaded anew");

        page.tap_of_host(BUTTON).await;
        wait_for_build(page, NEWER_KNOWLEDGE.mark).await;
        let start = page.loaded().await;
        assert!(start.id == "symptom" && start.chosen().is_empty(), "{start:#?}");
        assert_eq!(page.run(IS_SAID, Vec::new()).await, json!(false));
        check_offline(page, NEWER_KNOWLEDGE.mark).await;
    });
}

#[test]
fn newer_knowledge_is_also_said_on_a_page_that_is_opened_while_it_waits() {
    on_kept_page(async |page| {
        page.reload().await;
        page.server.deploy(NEWER_KNOWLEDGE.make());
        ask(page, WAIT_FOR_NEWER).await;
        page.reload().await;
        assert_eq!(page.run(MARK, Vec::new()).await, "", "the newer build did not wait");
        page.until_true(IS_SAID).await;
    });
}

#[test]
fn a_newer_program_with_the_same_knowledge_is_taken_without_a_word() {
    on_kept_page(async |page| {
        page.reload().await;
        let newer = Build { rulebook: &rulebook(), mark: "program" };
        page.server.deploy(newer.make());
        ask(page, WAIT_FOR_NEWER).await;
        assert_eq!(ask(page, ASK_WHAT_IS_NEWER).await, "program");
        assert_eq!(page.run(IS_SAID, Vec::new()).await, json!(false));
        // Once no window shows the older one.
        page.leave().await;
        page.open().await;
        assert_eq!(page.run(MARK, Vec::new()).await, "program");
        check_offline(page, "program").await;
    });
}

#[test]
fn a_kept_build_that_fails_gives_way_to_the_next_good_one_by_itself() {
    on_page(async |page| {
        page.server.deploy(FAILING.make());
        page.begin_to_load().await;
        page.until_true("return loanCheckupPage.hasFailed;").await;
        ask(page, WAIT_UNTIL_KEPT).await;
        page.server.deploy(NEWER_KNOWLEDGE.make());
        page.begin_to_load_at("?again").await;
        wait_for_build(page, NEWER_KNOWLEDGE.mark).await;
        page.loaded().await;
        check_offline(page, NEWER_KNOWLEDGE.mark).await;
    });
}

#[test]
fn a_newer_build_of_which_a_file_is_missing_leaves_the_older_one_whole() {
    check_broken(PROGRAM, Fault::Missing);
}

#[test]
fn a_newer_build_of_which_a_file_is_halved_leaves_the_older_one_whole() {
    check_broken(PROGRAM, Fault::Halved);
}

#[test]
fn a_newer_build_of_which_a_file_is_cut_off_leaves_the_older_one_whole() {
    check_broken(PROGRAM, Fault::CutOff);
}

#[test]
fn a_log_in_page_in_place_of_the_newer_page_leaves_the_older_one_whole() {
    check_broken(PAGE, Fault::Replaced);
}

#[test]
fn a_newer_worker_that_is_missing_halved_cut_off_or_replaced_leaves_the_older_one_whole() {
    for fault in [Fault::Missing, Fault::Halved, Fault::CutOff, Fault::Replaced] {
        check_broken(WORKER, fault);
    }
}

#[test]
fn a_newer_build_for_which_there_is_no_room_leaves_the_older_one_whole() {
    on_kept_page(async |page| {
        page.reload().await;
        limit_room(page, Some(1)).await;
        page.server.deploy(NEWER_KNOWLEDGE.make());
        check_not_taken(page, PROGRAM).await;
        check_offline(page, "").await;
        limit_room(page, None).await;
        check_taken(page, NEWER_KNOWLEDGE).await;
    });
}

#[test]
fn a_first_visit_that_cannot_be_kept_is_as_any_visit() {
    on_page(async |page| {
        page.server.spoil(ICON, Fault::Halved);
        page.open().await;
        page.choose("symptom", "limit-gone").await;
        until_given_up(page, ICON).await;
        assert_eq!(ask(page, COUNT_KEPT).await, json!([0, 0]));
        // And the next visit is kept.
        page.server.mend(ICON);
        page.reload().await;
        ask(page, WAIT_UNTIL_KEPT).await;
        check_offline(page, "").await;
    });
}

#[test]
fn a_first_visit_without_room_is_as_any_visit() {
    on_page(async |page| {
        page.begin_to_load_at("examples/plain.html").await;
        limit_room(page, Some(1)).await;
        page.open().await;
        page.choose("symptom", "limit-gone").await;
        until_given_up(page, PROGRAM).await;
        assert_eq!(ask(page, COUNT_KEPT).await, json!([0, 0]));
    });
}

#[test]
fn what_the_browser_has_dropped_comes_from_the_network_and_is_kept_anew() {
    on_kept_page(async |page| {
        page.reload().await;
        let files = ask(page, COUNT_FILES).await;
        ask(page, EMPTY_CACHES).await;
        let before = page.server.requests().len();
        page.reload().await;
        assert!(page.server.requests().len() > before, "nothing comes from the network");
        page.choose("symptom", "limit-gone").await;
        let whole = format!("until(async () => (await filesKept()) === {files}).then(done);");
        ask(page, &whole).await;
        check_offline(page, "").await;
    });
}

#[test]
fn what_the_browser_has_dropped_is_missing_without_a_network_but_never_half_there() {
    on_kept_page(async |page| {
        page.reload().await;
        ask(page, EMPTY_CACHES).await;
        page.server.stop().await;
        page.begin_to_load().await;
        assert_eq!(page.run("return shown('[data-screen]').length;", Vec::new()).await, json!(0));
        page.server.come_back().await;
        page.open().await;
        page.choose("symptom", "limit-gone").await;
    });
}

#[test]
fn a_glue_and_a_program_of_two_builds_are_refused() {
    let setup = Setup::new().faults(&[("loan-checkup-plain.js", Fault::Missing)]);
    setup.console(Console::MayComplain).run(async |page| {
        let mut program = fs::read(given::path("DIST").join(PROGRAM)).expect("it can be read");
        // The name of the module that it imports from, which is the first of its imports.
        let at = program.windows(2).position(|pair| pair[0] == 7 && pair[1] == b'$');
        program[at.expect("the module has a short name") + 2] ^= 1;
        page.server.put(PROGRAM, program);
        page.begin_to_load().await;
        page.to_failure().await;
        page.settle();
    });
}

#[test]
fn a_phone_finds_nothing_wrong_with_the_manifest() {
    on_page(async |page| {
        page.open().await;
        let manifest = page.devtools("Page.getAppManifest", json!({})).await;
        assert_eq!(manifest["errors"], json!([]));
        let errors = page.devtools("Page.getInstallabilityErrors", json!({})).await;
        assert_eq!(errors["installabilityErrors"], json!([]));
        let text = manifest["data"].as_str().expect("there is a manifest");
        let manifest: Value = serde_json::from_str(text).expect("it is JSON");
        for member in ["name", "short_name", "description", "lang"] {
            assert!(!manifest[member].as_str().unwrap_or_default().is_empty(), "no {member}");
        }
        for (member, value) in [("start_url", "./"), ("scope", "./"), ("display", "standalone")] {
            assert_eq!(manifest[member], value);
        }
        let surface =
            "return getComputedStyle(document.body).getPropertyValue('--checkup-surface').trim();";
        let surface = page.run(surface, Vec::new()).await;
        assert_eq!(manifest["background_color"], surface);
        let of_page = "return document.querySelector('meta[name=theme-color]').content;";
        assert_eq!(
            [&manifest["theme_color"], &page.run(of_page, Vec::new()).await],
            [&surface, &surface]
        );
    });
}

/// The browser draws the mark itself and compares it with each icon. Round edges are never drawn alike: on the average the
/// shades may be a quarter of one apart, of 256.
#[test]
fn the_icons_are_the_mark() {
    const COMPARE: &str = "
        const [icons, mark, done] = arguments;
        const load = (address) => new Promise((go, stop) => {
            const image = new Image();
            Object.assign(image, { onload: () => go(image), onerror: stop, src: address });
        });
        const pixels = (image, side) => {
            const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0, side, side);
            return context.getImageData(0, 0, side, side).data;
        };
        const compare = async ([name, side, isFull]) => {
            const icon = await load(name);
            const drawn = await load(`data:image/svg+xml,${encodeURIComponent(isFull ? mark.replace(/ rx=\"\\d+\"/, '') : mark)}`);
            const [one, other] = [pixels(icon, side), pixels(drawn, side)];
            const seen = (image, at) => image[at] * image[at - at % 4 + 3] / 255;
            let sum = 0;
            for (let at = 0; at < one.length; at += 1) sum += Math.abs(seen(one, at) - seen(other, at));
            return [icon.naturalWidth, icon.naturalHeight, sum < one.length / 4];
        };
        Promise.all(icons.map(compare)).then(done, (error) => done(String(error)));";
    on_page(async |page| {
        page.open().await;
        let icons = json!([
            ["icons/round-192.png", 192, false],
            ["icons/round-512.png", 512, false],
            ["icons/full-512.png", 512, true],
            ["icons/full-180.png", 180, true],
        ]);
        let mark = fs::read_to_string("www/icon.svg").expect("it can be read");
        let compared = page.run_async(COMPARE, vec![icons, json!(mark)]).await;
        assert_eq!(
            compared,
            json!([[192, 192, true], [512, 512, true], [512, 512, true], [180, 180, true]])
        );
        page.settle();
    });
}

/// A build of the page with other rules, as far as a browser can see.
#[derive(Clone, Copy)]
struct Build<'a> {
    rulebook: &'a str,
    mark: &'a str,
}

impl Build<'_> {
    /// Makes it of the built page, with the tool that makes the worker.
    fn make(self) -> PathBuf {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("build-{number}"));
        copy(&given::path("DIST"), &folder);
        let page = folder.join(PAGE);
        let text = given::text("DIST", PAGE);
        let marked = text.replacen("<html ", &format!("<html data-build={} ", self.mark), 1);
        assert_ne!(text, marked);
        fs::write(page, marked).expect("it can be written");
        if self.mark == FAILING.mark {
            fs::write(folder.join("wording/zh-CN.txt"), "none").expect("it can be written");
        }
        let version = json!({ "hash": self.rulebook }).to_string();
        fs::write(folder.join("version.json"), version).expect("it can be written");
        let mut tool = Command::new("node");
        let made = tool.args(["www/build/build.mjs", "worker"]).args([&folder, &folder]).status();
        assert!(made.expect("there is Node").success());
        folder
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a file can be copied");
        }
    }
}

/// The hash of the rulebook of the built page.
fn rulebook() -> String {
    loan_checkup::shipped::rulebook().hash.to_string()
}

/// Runs a test on a page in a browser that can be asked about workers. It may complain of what fails.
fn on_page(test: impl AsyncFnOnce(&Page)) {
    Setup::new().needs(Ability::DevTools).console(Console::MayComplain).run(test);
}

/// Runs a test on a page that was visited once and kept then.
fn on_kept_page(test: impl AsyncFnOnce(&Page)) {
    on_page(async |page| {
        page.open().await;
        ask(page, WAIT_UNTIL_KEPT).await;
        test(page).await;
    });
}

/// A newer build that cannot be had whole: the older one goes on, also without a network, and the next good one is
/// taken.
fn check_broken(file: &'static str, fault: Fault) {
    on_kept_page(async |page| {
        page.reload().await;
        page.server.deploy(NEWER_KNOWLEDGE.make());
        page.server.spoil(file, fault);
        check_not_taken(page, file).await;
        assert_eq!(page.run(IS_SAID, Vec::new()).await, json!(false));
        check_offline(page, "").await;
        page.server.mend(file);
        check_taken(page, NEWEST_KNOWLEDGE).await;
    });
}

/// A newer build is not taken, although the worker asks for this file of it.
async fn check_not_taken(page: &Page, file: &str) {
    let before = page.server.requests_of_worker().len();
    wait(PATIENCE, Location::caller(), async || {
        assert_eq!(ask(page, LOOK_FOR_NEWER).await, json!(false), "the build is taken");
        asked_by_worker(page, before, file)
    })
    .await;
    assert_eq!(ask(page, LOOK_FOR_NEWER).await, json!(false), "the build is taken");
}

/// Waits until the worker of a first visit asks for this file, and then until the browser has given it up.
async fn until_given_up(page: &Page, file: &str) {
    wait(PATIENCE, Location::caller(), async || asked_by_worker(page, 0, file)).await;
    ask(page, "until(async () => !(await registered())).then(done);").await;
}

/// Whether the worker has asked for a file, the first requests not counted.
fn asked_by_worker(page: &Page, first: usize, file: &str) -> Result<(), String> {
    let requests = page.server.requests_of_worker().split_off(first);
    let is_asked = requests.iter().any(|asked| asked == file);
    if is_asked { Ok(()) } else { Err(format!("{file} is not among {requests:?}")) }
}

/// A good build is taken after what went before; the server is away.
async fn check_taken(page: &Page, build: Build<'_>) {
    // First, so that nobody meets the broken build mended.
    page.server.deploy(build.make());
    page.server.come_back().await;
    ask(page, WAIT_FOR_NEWER).await;
    page.until_true(IS_SAID).await;
    page.tap_of_host(BUTTON).await;
    wait_for_build(page, build.mark).await;
    page.loaded().await;
    check_offline(page, build.mark).await;
}

/// The server goes away, and the kept build works.
async fn check_offline(page: &Page, mark: &str) {
    page.server.stop().await;
    let start = page.reload().await;
    assert_eq!(start.id, "symptom");
    assert_eq!(page.run(MARK, Vec::new()).await, mark);
    page.choose("symptom", "limit-gone").await;
    assert_eq!(ask(page, COUNT_KEPT).await, json!([1, 1]), "an older build is left behind");
}

async fn wait_for_build(page: &Page, mark: &str) {
    page.until_true(&format!("return document.documentElement.dataset.build === '{mark}' && document.readyState === 'complete';")).await;
}

/// What is kept is what anybody could download.
async fn check_kept_is_free_of_answers(page: &Page) {
    let addresses = "
        caches.keys().then(async (names) => done((await Promise.all(names.map(async (name) => (await caches.open(name)).keys())))
            .flat().map(({ url }) => new URL(url).pathname.slice(1) || 'index.html')));";
    let kept: Vec<String> =
        serde_json::from_value(ask(page, addresses).await).expect("there are addresses");
    assert!(kept.len() > 5, "{kept:?}");
    for file in kept {
        assert!(given::path("DIST").join(&file).is_file(), "{file} is kept");
    }
}

/// Sets how many bytes the browser may store for the page.
async fn limit_room(page: &Page, bytes: Option<u32>) {
    let origin = page.server.address();
    let limit = match bytes {
        Some(bytes) => json!({ "origin": origin, "quotaSize": bytes }),
        None => json!({ "origin": origin }),
    };
    page.devtools("Storage.overrideQuotaForOrigin", limit).await;
}

async fn ask(page: &Page, question: &str) -> Value {
    page.run_async(&[WITH_WORKER, question].concat(), Vec::new()).await
}
