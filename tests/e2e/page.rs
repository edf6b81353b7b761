//! The page in a browser, as a test uses it.

use std::cell::Cell;
use std::panic::Location;
use std::path::Path;
use std::time::Duration;
use std::{fmt, fs, thread};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use loan_checkup::engine::Date;
use serde_json::{Value, json};

use crate::ability::Ability;
use crate::browser::Browser;
use crate::engine::ENGINE;
use crate::given;
use crate::patience::{LONG_PATIENCE, PATIENCE, wait};
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
            // What goes on for ever, such as a sign of work, is at rest in its way.
            .filter(({ effect, playState }) => playState !== 'finished' && effect.getComputedTiming().endTime !== Infinity);
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

/// How much of a script is told where it fails; what a test asks for stands at its end.
const TOLD: usize = 300;

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
            self.run_before_all(WATCH_PAGE).await;
        }
    }

    /// Runs a script in every document of this tab from now on, before any of its own.
    pub(crate) async fn run_before_all(&self, script: &str) {
        let source = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", source).await;
    }

    /// Ends the test on this page; a tab in which it failed is not used again.
    pub(crate) async fn end(self, is_passed: bool) {
        // A driver that does not answer is not used again either.
        let ended = tokio::time::timeout(PATIENCE, async {
            if is_passed {
                self.browser.give_back().await;
            } else {
                self.leave_picture().await;
            }
        });
        assert!(ended.await.is_ok() || !is_passed, "the browser cannot be tidied up");
    }

    /// Loads the page and waits for the program.
    #[track_caller]
    pub(crate) fn open(&self) -> impl Future<Output = Screen> {
        let place = Location::caller();
        async move {
            self.begin_to_load().await;
            self.loaded_at(place).await
        }
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
    #[track_caller]
    pub(crate) fn loaded(&self) -> impl Future<Output = Screen> {
        self.loaded_at(Location::caller())
    }

    async fn loaded_at(&self, place: &Location<'_>) -> Screen {
        let screen = self.until_at(place, |screen| !screen.is_early).await;
        self.loaded.set(self.server.requests().len());
        screen
    }

    /// Loads the page again, as the borrower does.
    #[track_caller]
    pub(crate) fn reload(&self) -> impl Future<Output = Screen> {
        let place = Location::caller();
        async move {
            self.browser.reload().await;
            self.loaded_at(place).await
        }
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
    #[track_caller]
    pub(crate) fn screen(&self) -> impl Future<Output = Screen> {
        self.until_at(Location::caller(), |_| true)
    }

    /// Waits until what is shown is as wanted. What the page is told of a screen, and what it keeps of it, comes in the
    /// same turn of the browser, and so does the focus.
    #[track_caller]
    pub(crate) fn until(
        &self,
        is_wanted: impl Fn(&Screen) -> bool,
    ) -> impl Future<Output = Screen> {
        self.until_at(Location::caller(), is_wanted)
    }

    async fn until_at(&self, place: &Location<'_>, is_wanted: impl Fn(&Screen) -> bool) -> Screen {
        wait(PATIENCE, place, async || {
            let read = self.try_run(READ_SCREEN, Vec::new()).await?;
            let shown: Option<Screen> =
                serde_json::from_value(read).expect("the script reads a screen");
            match shown {
                Some(screen) if is_wanted(&screen) => Ok(screen),
                shown => Err(format!("what is shown is {shown:#?}")),
            }
        })
        .await
    }

    /// Goes through the ready screens without an answer to anything, to what is said where the program cannot be had.
    #[track_caller]
    pub(crate) fn to_failure(&self) -> impl Future<Output = Screen> {
        let place = Location::caller();
        async move {
            loop {
                let screen = self.until_at(place, |screen| screen.kind != "waiting").await;
                let Some(question) = screen.questions.first() else { return screen };
                self.tap_option(&question.id, "unsure").await;
                if !question.has_radios() {
                    self.tap_action("next").await;
                }
                self.after_at(place, &screen).await;
            }
        }
    }

    /// Waits until the body of a script returns true.
    #[track_caller]
    pub(crate) fn until_true(&self, body: &str) -> impl Future<Output = ()> {
        self.until_is_at(PATIENCE, Location::caller(), body, Value::Bool(true))
    }

    /// Waits until the body of a script returns true, where thousands of borrowers are drawn for it.
    #[track_caller]
    pub(crate) fn until_worked_out(&self, body: &str) -> impl Future<Output = ()> {
        self.until_is_at(LONG_PATIENCE, Location::caller(), body, Value::Bool(true))
    }

    /// Waits until the body of a script returns this.
    #[track_caller]
    pub(crate) fn until_is(&self, body: &str, wanted: Value) -> impl Future<Output = ()> {
        self.until_is_at(PATIENCE, Location::caller(), body, wanted)
    }

    /// The same for a test's own helper, which says who waits.
    pub(crate) async fn until_is_at(
        &self,
        patience: Duration,
        place: &Location<'_>,
        body: &str,
        wanted: Value,
    ) {
        wait(patience, place, async || {
            let found = self.try_run(body, Vec::new()).await?;
            if found == wanted { Ok(()) } else { Err(format!("it is {found} after {body}")) }
        })
        .await;
    }

    /// Waits until a file is requested, the first requests not counted.
    #[track_caller]
    pub(crate) fn until_requested(&self, first: usize, file: &str) -> impl Future<Output = ()> {
        let place = Location::caller();
        wait(PATIENCE, place, async move || {
            let requests = self.server.requests().split_off(first);
            let is_there = requests.iter().any(|requested| requested == file);
            if is_there { Ok(()) } else { Err(format!("{file} is not among {requests:?}")) }
        })
    }

    /// From now on nothing may be requested, although the page was not seen to be loaded.
    pub(crate) fn settle(&self) {
        self.loaded.set(self.server.requests().len());
    }

    /// Taps what a selector finds in the host's part of the page, once it is there.
    #[track_caller]
    pub(crate) fn tap_of_host(&self, selector: &str) -> impl Future<Output = ()> {
        wait(PATIENCE, Location::caller(), async move || {
            let found = self.browser.client.find(fantoccini::Locator::Css(selector)).await;
            let element = found.map_err(|error| format!("{selector} is not there: {error}"))?;
            click(&element, selector).await
        })
    }

    /// What a command of the DevTools protocol answers.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.browser.devtools(command, parameters).await
    }

    /// Waits for another screen and for the focus, which comes with it.
    #[track_caller]
    pub(crate) fn after(&self, before: &Screen) -> impl Future<Output = Screen> {
        self.after_at(Location::caller(), before)
    }

    async fn after_at(&self, place: &Location<'_>, before: &Screen) -> Screen {
        self.until_at(place, |screen| screen.is_after(before) && screen.is_heading_focused).await
    }

    /// Waits for a screen that is asked and has this id.
    #[track_caller]
    pub(crate) fn asked(&self, id: &str) -> impl Future<Output = Screen> {
        self.until_at(Location::caller(), move |screen| {
            screen.id == id && screen.is_heading_focused
        })
    }

    /// Waits until nothing moves any more; what is still appearing is pale and does not count as displayed.
    pub(crate) async fn at_rest(&self) {
        self.run_async(WAIT_FOR_REST, Vec::new()).await;
    }

    /// Taps a button and waits for the screen that it leads to.
    #[track_caller]
    pub(crate) fn go(&self, action: &str) -> impl Future<Output = Screen> {
        self.tap_on(Location::caller(), hook(action))
    }

    /// Taps an option of a single choice and waits for the screen that it leads to.
    #[track_caller]
    pub(crate) fn choose(&self, question: &str, option: &str) -> impl Future<Output = Screen> {
        self.tap_on(Location::caller(), option_of(question, option))
    }

    /// Opens an answer from the review and waits for its screen.
    #[track_caller]
    pub(crate) fn change(&self, question: &str) -> impl Future<Output = Screen> {
        let selector = format!("[data-question={question}] {}", hook("change"));
        self.tap_on(Location::caller(), selector)
    }

    /// Taps what leads to another screen, and waits for that.
    async fn tap_on(&self, place: &Location<'_>, selector: String) -> Screen {
        let before = self.until_at(place, |_| true).await;
        self.tap_at(place, &selector).await;
        self.after_at(place, &before).await
    }

    /// Taps a button.
    #[track_caller]
    pub(crate) fn tap_action(&self, action: &str) -> impl Future<Output = ()> {
        let (place, selector) = (Location::caller(), hook(action));
        async move { self.tap_at(place, &selector).await }
    }

    /// Taps an option of a question or a row of a list.
    #[track_caller]
    pub(crate) fn tap_option(&self, question: &str, option: &str) -> impl Future<Output = ()> {
        let (place, selector) = (Location::caller(), option_of(question, option));
        async move { self.tap_at(place, &selector).await }
    }

    /// Taps an option that belongs to the whole list.
    #[track_caller]
    pub(crate) fn tap_general(&self, option: &str) -> impl Future<Output = ()> {
        let (place, selector) = (Location::caller(), label(option));
        async move { self.tap_at(place, &selector).await }
    }

    /// Taps what a selector finds, once it is shown.
    #[track_caller]
    pub(crate) fn tap(&self, selector: &str) -> impl Future<Output = ()> {
        self.tap_at(Location::caller(), selector)
    }

    async fn tap_at(&self, place: &Location<'_>, selector: &str) {
        wait(PATIENCE, place, async || click(&self.look_for(selector).await?, selector).await)
            .await;
    }

    /// The element that a selector finds, once it is shown.
    #[track_caller]
    pub(crate) fn find(&self, selector: &str) -> impl Future<Output = Element> {
        wait(PATIENCE, Location::caller(), async move || self.look_for(selector).await)
    }

    async fn look_for(&self, selector: &str) -> Result<Element, String> {
        let found = self.try_run(FIND, vec![selector.into()]).await?;
        let id = found[ELEMENT_KEY].as_str().ok_or_else(|| format!("{selector} is not shown"))?;
        let element = ElementRef::from(id.to_owned());
        Ok(Element::from_element_id(self.browser.client.clone(), element))
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

    /// Scrolls to what is to be touched, which not every engine does by itself: the element, and as a script takes it.
    pub(crate) async fn bring_into_view(&self, selector: &str) -> (Element, Value) {
        let element = self.find(selector).await;
        let given = serde_json::to_value(&element).expect("an element has an id");
        self.run("arguments[0].scrollIntoView({ block: 'nearest' });", vec![given.clone()]).await;
        (element, given)
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
        self.try_run(body, arguments).await.unwrap_or_else(|error| panic!("{error}"))
    }

    async fn try_run(&self, body: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let result = self.browser.client.execute(&self.script(body), arguments).await;
        result.map_err(|error| failed(body, &error))
    }

    /// Runs the body of an asynchronous script, which calls its last argument with the result.
    pub(crate) async fn run_async(&self, body: &str, arguments: Vec<Value>) -> Value {
        let result = self.browser.client.execute_async(&self.script(body), arguments).await;
        result.unwrap_or_else(|error| panic!("{}", failed(body, &error)))
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

/// Clicks an element; one that is covered or was drawn anew is not clicked.
async fn click(element: &Element, selector: &str) -> Result<(), String> {
    element.click().await.map_err(|error| format!("{selector} cannot be tapped: {error}"))
}

fn failed(body: &str, error: &impl fmt::Display) -> String {
    let start = body.len().saturating_sub(TOLD);
    let end = body.get(start..).unwrap_or(body);
    format!("the script fails: {error}\n{end}")
}

fn hook(action: &str) -> String {
    format!("[data-action={action}]")
}

fn option_of(question: &str, option: &str) -> String {
    format!("[data-question={question}] {}", label(option))
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
