//! The page in a browser, as a test uses it.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, thread};

use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use loan_checkup::engine::Date;
use serde_json::{Value, json};

use crate::browser::{Browser, RUNTIME};
use crate::given;
use crate::screen::Screen;
use crate::server::{Fault, Server};

const WATCH_PAGE: &str = include_str!("watch_page.js");
const READ_SCREEN: &str = include_str!("read_screen.js");

/// A phone, in pixels of CSS.
const PHONE: (u32, u32) = (390, 844);

/// How long a condition may take, and how often it is asked for.
const PATIENCE: Duration = Duration::from_secs(10);
const PERIOD: Duration = Duration::from_millis(10);

/// Whether the console may complain, as it does about a file that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Console {
    IsSilent,
    MayComplain,
}

/// A tab and the server that it loads the page from.
pub(crate) struct Page {
    browser: Browser,
    pub(crate) server: Server,
    /// How many requests the loading took.
    loaded: Cell<usize>,
}

/// Runs a test on the page, loaded and ready; in the end nothing may have gone wrong on the way.
pub(crate) fn on_page(test: impl AsyncFnOnce(&Page)) {
    on_spoilt_page(&[], Console::IsSilent, async |page| {
        page.open().await;
        test(page).await;
    });
}

/// Runs a test on a page that is not yet loaded and that has faults.
pub(crate) fn on_spoilt_page(
    faults: &[(&'static str, Fault)],
    console: Console,
    test: impl AsyncFnOnce(&Page),
) {
    let page = RUNTIME.block_on(Page::new(faults));
    let tested = catch_unwind(AssertUnwindSafe(|| {
        RUNTIME.block_on(async {
            test(&page).await;
            page.check_calm(console).await;
        });
    }));
    match tested {
        Ok(()) => RUNTIME.block_on(page.browser.give_back()),
        Err(panic) => {
            RUNTIME.block_on(page.leave_picture());
            resume_unwind(panic);
        }
    }
}

impl Page {
    async fn new(faults: &[(&'static str, Fault)]) -> Self {
        let server = Server::start(given::path("DIST")).await;
        for (file, fault) in faults {
            server.spoil(file, *fault);
        }
        let page = Self { browser: Browser::take().await, server, loaded: Cell::new(0) };
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH_PAGE }))
            .await;
        page.resize(PHONE).await;
        page
    }

    /// Loads the page and waits for the program.
    pub(crate) async fn open(&self) -> Screen {
        self.begin_to_load().await;
        self.loaded().await
    }

    /// Loads the page no further than to its end.
    pub(crate) async fn begin_to_load(&self) {
        self.browser.client.goto(&self.server.address()).await.expect("the page is there");
    }

    /// Waits for the program; from then on nothing may be requested.
    pub(crate) async fn loaded(&self) -> Screen {
        let screen = self.until(|screen| !screen.is_early).await;
        self.loaded.set(self.server.requests().len());
        screen
    }

    /// Loads the page again, as the borrower does.
    pub(crate) async fn reload(&self) -> Screen {
        self.browser.client.refresh().await.expect("the page is there");
        self.loaded().await
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

    /// Waits for another screen and for the focus, which comes with it.
    pub(crate) async fn after(&self, before: &Screen) -> Screen {
        self.until(|screen| screen.is_after(before) && screen.is_heading_focused).await
    }

    /// Waits for a screen that is asked and has this id.
    pub(crate) async fn asked(&self, id: &str) -> Screen {
        self.until(|screen| screen.id == id && screen.is_heading_focused).await
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
        // The failure stands ready on the page and is hidden.
        self.find_anywhere(&format!("main:not([hidden]) {selector}")).await
    }

    /// The element that a selector finds, shown or not.
    pub(crate) async fn find_anywhere(&self, selector: &str) -> Element {
        let found = self.browser.client.find(Locator::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("{selector} is not on the page: {error}"))
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

    /// Runs the body of a script on the page.
    pub(crate) async fn run(&self, body: &str, arguments: Vec<Value>) -> Value {
        let result = self.browser.client.execute(body, arguments).await;
        result.unwrap_or_else(|error| panic!("the script fails: {error}\n{body:.200}"))
    }

    /// Runs the body of an asynchronous script, which calls its last argument with the result.
    pub(crate) async fn run_async(&self, body: &str, arguments: Vec<Value>) -> Value {
        let result = self.browser.client.execute_async(body, arguments).await;
        result.unwrap_or_else(|error| panic!("the script fails: {error}\n{body:.200}"))
    }

    /// A command of the DevTools protocol.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) {
        self.browser.devtools(command, parameters).await;
    }

    /// Sets the size of the view.
    pub(crate) async fn resize(&self, (width, height): (u32, u32)) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// The day in the browser.
    pub(crate) async fn day(&self) -> Date {
        let script = "const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()];";
        let day: [u32; 3] =
            serde_json::from_value(self.run(script, Vec::new()).await).expect("three numbers");
        Date::new(day[0], day[1], day[2]).expect("the browser has a day")
    }

    /// Checks that nothing went wrong unseen: in the console, by an error, by the content policy, or by a
    /// request after the page was loaded or to somebody else.
    pub(crate) async fn check_calm(&self, console: Console) {
        let complaints = self.browser.complaints().await;
        let seen = self
            .run(
                "const { errors, violations } = window.seenByTest; return { errors, violations };",
                Vec::new(),
            )
            .await;
        if console == Console::IsSilent {
            check_none("the console complains", &complaints);
            check_none("errors are not caught", &list(&seen["errors"]));
        }
        check_none("the content policy is violated", &list(&seen["violations"]));
        let late: Vec<String> = self.server.requests().split_off(self.loaded.get());
        check_none("something is requested after loading", &late);
        let script = "return performance.getEntriesByType('resource').map(({ name }) => name);";
        let own = self.server.address();
        let mut foreign = list(&self.run(script, Vec::new()).await);
        foreign.retain(|address| !address.starts_with(&own) && !address.starts_with("data:"));
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
