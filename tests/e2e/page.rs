//! The page in a browser, as a test uses it.

use std::cell::Cell;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, thread};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use loan_checkup::engine::Date;
use serde_json::{Value, json};

use crate::ability::Ability;
use crate::browser::Browser;
use crate::engine::ENGINE;
use crate::given;
use crate::screen::Screen;
use crate::server::{self, Server, WATCH_PAGE};
use crate::setup::{Console, Setup};

const ROOT: &str = include_str!("root.js");
const READ_SCREEN: &str = include_str!("read_screen.js");
const READ_SEEN: &str = "return window.seenByTest ?? null;";
/// Whether a worker has answered with the page.
const READ_IS_KEPT: &str = "return Boolean(navigator.serviceWorker?.controller);";
const FIND: &str = "return shown(arguments[0])[0] ?? null;";

const WAIT_FOR_REST: &str = "
    const done = arguments[arguments.length - 1];
    const rest = () => {
        const moving = [document, root].flatMap((tree) => tree.getAnimations())
            .filter(({ playState }) => playState !== 'finished');
        if (moving.length === 0) return done();
        Promise.allSettled(moving.map(({ finished }) => finished)).then(rest);
    };
    rest();";

const FORGET_KEPT: &str = "
    const done = arguments[arguments.length - 1];
    const all = navigator.serviceWorker ? navigator.serviceWorker.getRegistrations() : Promise.resolve([]);
    all.then((all) => Promise.all(all.map((each) => each.unregister()))).then(() => done());";

/// Under which an element stands in what a script returns.
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A phone, in pixels of CSS.
const PHONE: (u32, u32) = (390, 844);

/// How long a condition may take, and how often it is asked for.
const PATIENCE: Duration = Duration::from_secs(30);
const PERIOD: Duration = Duration::from_millis(10);

/// A tab and the server that it loads the page from.
pub(crate) struct Page {
    browser: Browser,
    pub(crate) server: Server,
    /// Where the page is.
    address: String,
    /// Stands before every script: where the widget is.
    root: String,
    /// Whether the script runs that notes what goes wrong.
    is_watched: bool,
    /// How many requests the loading took.
    loaded: Cell<usize>,
}

impl Page {
    /// A tab that has not yet loaded the page.
    pub(crate) async fn new(setup: &Setup<'_>) -> Self {
        let server = Server::start(given::path("DIST")).await;
        for (file, text) in setup.files {
            server.put(file, *text);
        }
        for (file, fault) in setup.faults {
            server.spoil(file, *fault);
        }
        if let Some(policy) = setup.policy {
            server.demand(policy);
        }
        let address = setup.file.map_or_else(|| server.address_of(setup.path), address_on_disk);
        let page = Self {
            browser: Browser::take(setup.system).await,
            address,
            root: ROOT.replace("WIDGET", &Value::from(setup.widget).to_string()),
            is_watched: setup.file.is_none()
                && server::is_watched(setup.path)
                && !setup.system.is_without_script,
            loaded: Cell::new(0),
            server,
        };
        page.resize(PHONE).await;
        page.watch().await;
        page
    }

    /// Watches the pages of this tab. Where that cannot be, the server puts the script into every page; but one that
    /// a worker keeps does not come from the server.
    async fn watch(&self) {
        if ENGINE.can(Ability::DevTools) {
            let watch = json!({ "source": WATCH_PAGE });
            self.devtools("Page.addScriptToEvaluateOnNewDocument", watch).await;
        }
    }

    /// Ends the test on this page; a tab in which it failed is not used again.
    pub(crate) async fn end(self, is_passed: bool) {
        if is_passed {
            self.browser.give_back().await;
        } else {
            self.leave_picture().await;
        }
    }

    /// Loads the page and waits for the program.
    pub(crate) async fn open(&self) -> Screen {
        self.begin_to_load().await;
        self.loaded().await
    }

    /// Loads the page no further than to its end.
    pub(crate) async fn begin_to_load(&self) {
        self.browser.load(&self.address).await;
    }

    /// Loads what is at another path below the server, no further than to its end.
    pub(crate) async fn begin_to_load_at(&self, path: &str) {
        self.browser.load(&self.server.address_of(path)).await;
    }

    /// Goes where nothing of the server is.
    pub(crate) async fn leave(&self) {
        self.browser.load("about:blank").await;
    }

    /// Waits for the program; from then on nothing may be requested.
    pub(crate) async fn loaded(&self) -> Screen {
        let screen = self.until(|screen| !screen.is_early).await;
        self.loaded.set(self.server.requests().len());
        screen
    }

    /// Loads the page again, as the borrower does.
    pub(crate) async fn reload(&self) -> Screen {
        self.browser.reload().await;
        self.loaded().await
    }

    /// Has the browser forget what a worker keeps of the page.
    pub(crate) async fn forget_kept(&self) {
        self.run_async(FORGET_KEPT, Vec::new()).await;
    }

    /// The tab is gone at once, as in an app that the system ends; another one is there, with nothing in it.
    pub(crate) async fn kill_tab(&self) {
        self.browser.open_other_tab().await;
        self.watch().await;
    }

    /// The tab is gone at once, and the page is opened in another one.
    pub(crate) async fn kill_and_reopen(&self) -> Screen {
        self.kill_tab().await;
        self.resize(PHONE).await;
        self.open().await
    }

    /// What is shown.
    pub(crate) async fn screen(&self) -> Screen {
        self.until(|_| true).await
    }

    /// Waits until what is shown is as wanted.
    pub(crate) async fn until(&self, is_wanted: impl Fn(&Screen) -> bool) -> Screen {
        let start = Instant::now();
        loop {
            let read = self.run(READ_SCREEN, Vec::new()).await;
            let shown: Option<Screen> =
                serde_json::from_value(read).expect("the script reads a screen");
            match shown {
                Some(screen) if is_wanted(&screen) => return screen,
                shown if start.elapsed() > PATIENCE => {
                    panic!("what is awaited does not come: {shown:#?}")
                }
                _ => tokio::time::sleep(PERIOD).await,
            }
        }
    }

    /// Waits until the body of a script returns true.
    pub(crate) async fn until_true(&self, body: &str) {
        self.until_true_within(PATIENCE.as_secs(), body).await;
    }

    /// Waits until the body of a script returns true; for work that takes longer than a screen, in seconds.
    pub(crate) async fn until_true_within(&self, patience: u64, body: &str) {
        let start = Instant::now();
        while self.run(body, Vec::new()).await != Value::Bool(true) {
            assert!(start.elapsed().as_secs() < patience, "it does not come true: {body}");
            tokio::time::sleep(PERIOD).await;
        }
    }

    /// Waits until a file is requested, the first requests not counted.
    pub(crate) async fn until_requested(&self, first: usize, file: &str) {
        let start = Instant::now();
        while !self.server.requests()[first..].iter().any(|requested| requested == file) {
            assert!(start.elapsed() < PATIENCE, "{file} is not requested");
            tokio::time::sleep(PERIOD).await;
        }
    }

    /// From now on nothing may be requested, although the page was not seen to be loaded.
    pub(crate) fn settle(&self) {
        self.loaded.set(self.server.requests().len());
    }

    /// Taps what a selector finds in the host's part of the page.
    pub(crate) async fn tap_of_host(&self, selector: &str) {
        let found = self.browser.client.find(fantoccini::Locator::Css(selector)).await;
        let element =
            found.unwrap_or_else(|error| panic!("{selector} is not on the page: {error}"));
        element
            .click()
            .await
            .unwrap_or_else(|error| panic!("{selector} cannot be tapped: {error}"));
    }

    /// What a command of the DevTools protocol answers.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.browser.devtools(command, parameters).await
    }

    /// Waits for another screen and for the focus, which comes with it.
    pub(crate) async fn after(&self, before: &Screen) -> Screen {
        self.until(|screen| screen.is_after(before) && screen.is_heading_focused).await
    }

    /// Waits for a screen that is asked and has this id.
    pub(crate) async fn asked(&self, id: &str) -> Screen {
        self.until(|screen| screen.id == id && screen.is_heading_focused).await
    }

    /// Waits until nothing moves any more; what is still appearing is pale and does not count as displayed.
    pub(crate) async fn at_rest(&self) {
        self.run_async(WAIT_FOR_REST, Vec::new()).await;
    }

    /// Taps a button and waits for the screen that it leads to.
    pub(crate) async fn go(&self, action: &str) -> Screen {
        let before = self.screen().await;
        self.tap_action(action).await;
        self.after(&before).await
    }

    /// Taps a button.
    pub(crate) async fn tap_action(&self, action: &str) {
        self.tap(&format!("[data-action={action}]")).await;
    }

    /// Taps an option of a question or a row of a list.
    pub(crate) async fn tap_option(&self, question: &str, option: &str) {
        self.tap(&format!("[data-question={question}] {}", label(option))).await;
    }

    /// Taps an option that belongs to the whole list.
    pub(crate) async fn tap_general(&self, option: &str) {
        self.tap(&label(option)).await;
    }

    /// Taps an option of a single choice and waits for the screen that it leads to.
    pub(crate) async fn choose(&self, question: &str, option: &str) -> Screen {
        let before = self.screen().await;
        self.tap_option(question, option).await;
        self.after(&before).await
    }

    /// Opens an answer from the review and waits for its screen.
    pub(crate) async fn change(&self, question: &str) -> Screen {
        let before = self.screen().await;
        self.tap(&format!("[data-question={question}] [data-action=change]")).await;
        self.after(&before).await
    }

    /// Taps what a selector finds.
    pub(crate) async fn tap(&self, selector: &str) {
        let element = self.find(selector).await;
        element
            .click()
            .await
            .unwrap_or_else(|error| panic!("{selector} cannot be tapped: {error}"));
    }

    /// The element that is shown and that a selector finds.
    pub(crate) async fn find(&self, selector: &str) -> Element {
        let found = self.run(FIND, vec![selector.into()]).await;
        let id = found[ELEMENT_KEY].as_str();
        let id = id.unwrap_or_else(|| panic!("{selector} is not on the page"));
        Element::from_element_id(self.browser.client.clone(), ElementRef::from(id.to_owned()))
    }

    /// Types an amount in place of what stands in the field.
    pub(crate) async fn type_amount(&self, field: &str, text: &str) {
        let field = self.find(&format!("input[name={field}]")).await;
        field.clear().await.expect("the field can be cleared");
        field.send_keys(text).await.expect("the field takes text");
    }

    /// Presses and lets go a key, wherever the focus is.
    pub(crate) async fn press(&self, key: Key) {
        let value = char::from(key);
        let stroke = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        self.browser.client.perform_actions(stroke).await.expect("the key can be pressed");
    }

    /// Carries out actions of a pointer.
    pub(crate) async fn point(&self, actions: impl Into<fantoccini::actions::Actions>) {
        self.browser.client.perform_actions(actions).await.expect("the pointer can be moved");
    }

    /// The browser's own way back.
    pub(crate) async fn back(&self) {
        self.browser.client.back().await.expect("there is a way back");
    }

    /// The address that the browser shows.
    pub(crate) async fn address(&self) -> String {
        self.browser.client.current_url().await.expect("the tab has an address").into()
    }

    /// Runs the body of a script on the page; `root` and `shown` in it are those of `root.js`.
    pub(crate) async fn run(&self, body: &str, arguments: Vec<Value>) -> Value {
        let result = self.browser.client.execute(&self.script(body), arguments).await;
        result.unwrap_or_else(|error| panic!("the script fails: {error}\n{body:.200}"))
    }

    /// Runs the body of an asynchronous script, which calls its last argument with the result.
    pub(crate) async fn run_async(&self, body: &str, arguments: Vec<Value>) -> Value {
        let result = self.browser.client.execute_async(&self.script(body), arguments).await;
        result.unwrap_or_else(|error| panic!("the script fails: {error}\n{body:.200}"))
    }

    fn script(&self, body: &str) -> String {
        [&self.root, body].concat()
    }

    /// Sets the size of the view, in pixels of CSS.
    pub(crate) async fn resize(&self, size: (u32, u32)) {
        self.browser.resize(size).await;
    }

    /// The day in the browser.
    pub(crate) async fn day(&self) -> Date {
        let script = "const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()];";
        let day: [u32; 3] =
            serde_json::from_value(self.run(script, Vec::new()).await).expect("three numbers");
        Date::new(day[0], day[1], day[2]).expect("the browser has a day")
    }

    /// Checks that nothing went wrong unseen: in the console, by an error, by the content policy, or by a
    /// request after the page was loaded or to somebody else. Only the worker may still fetch what it keeps.
    pub(crate) async fn check_calm(&self, console: Console) {
        let mut complaints = self.browser.complaints().await;
        let seen = self.run(READ_SEEN, Vec::new()).await;
        complaints.extend(list(&seen["complaints"]));
        if console == Console::IsSilent {
            check_none("the console complains", &complaints);
            check_none("errors are not caught", &list(&seen["errors"]));
            check_none("the content policy is violated", &list(&seen["violations"]));
        }
        if self.is_watched {
            let is_kept = self.run(READ_IS_KEPT, Vec::new()).await == Value::Bool(true);
            let is_noted = seen.is_object() || (is_kept && !ENGINE.can(Ability::DevTools));
            assert!(is_noted, "the page was not watched");
            let late = self.server.requests().split_off(self.loaded.get());
            check_none("something is requested after loading", &late);
            let mut fetched = self.server.requests_of_worker();
            let worker = given::text("DIST", "sw.js");
            fetched.retain(|file| {
                !["sw.js", "index.html"].contains(&file.as_str()) && !worker.contains(file)
            });
            check_none("the worker fetches what it does not keep", &fetched);
        }
        let script = "return performance.getEntriesByType('resource').map(({ name }) => name);";
        let own = self.server.address();
        let mut foreign = list(&self.run(script, Vec::new()).await);
        let is_own =
            |address: &str| address.strip_prefix("blob:").unwrap_or(address).starts_with(&own);
        foreign.retain(|address| !is_own(address) && !address.starts_with("data:"));
        check_none("something is requested from elsewhere", &foreign);
    }

    /// Leaves a picture of a page on which a test has failed.
    async fn leave_picture(&self) {
        let name = thread::current().name().unwrap_or("main").replace("::", "-");
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("png");
        // The test has failed already; without a picture it fails all the same.
        if let Ok(picture) = self.browser.client.screenshot().await
            && fs::write(&path, picture).is_ok()
        {
            eprintln!("a picture of the page: {}", path.display());
        }
    }
}

fn address_on_disk(file: &Path) -> String {
    format!("file://{}", file.display())
}

/// The label of an option; a small box is hit by it as well as by itself.
fn label(option: &str) -> String {
    format!("label:has([data-option={option}])")
}

fn list(value: &Value) -> Vec<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .map(|each| each.as_str().unwrap_or_default().to_owned())
        .collect()
}

fn check_none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}: {found:#?}");
}
