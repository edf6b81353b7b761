//! A browser of the engine under test.

use std::panic::Location;
use std::sync::{LazyLock, Mutex, PoisonError};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::driver::Driver;
use crate::engine::{ENGINE, Engine};
use crate::extension::Extension;
use crate::patience::{PATIENCE, wait};
use crate::system::System;

/// On which all tests run, because a browser outlives the test that started it.
pub(crate) static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Runtime::new().expect("threads can be started"));

/// Browsers that no test uses at the moment.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// Lets the window of Firefox become as narrow as a phone; runs in that window, not in a page.
const LET_BE_NARROW: &str =
    "document.documentElement.style.setProperty('min-width', '0', 'important');";

/// Tells the open tab of Firefox what the system asks for; runs in the window around it.
const TELL_SYSTEM: &str = "
    const [isDark, isStill, isWithoutScript] = arguments;
    const tab = gBrowser.selectedBrowser.browsingContext;
    tab.prefersColorSchemeOverride = isDark ? 'dark' : 'light';
    tab.allowJavascript = !isWithoutScript;
    Services.prefs.setIntPref('ui.prefersReducedMotion', Number(isStill));";

/// The view and the window that it is in.
const MEASURE_VIEW: &str = "return [[innerWidth, innerHeight], [outerWidth, outerHeight]];";

/// More than any window has around its view, in pixels.
const MOST_AROUND: u32 = 300;

/// Tells one document from another, once it is all there.
const READ_DOCUMENT: &str =
    "return document.readyState === 'loading' ? null : performance.timeOrigin;";

/// A browser with one open tab; ends when it is dropped.
pub(crate) struct Browser {
    pub(crate) client: Client,
    system: System,
    _driver: Driver,
}

/// A line of the browser's console.
#[derive(Deserialize)]
struct ConsoleLine {
    level: String,
    message: String,
}

impl Browser {
    /// A browser with a tab that no test has used, on such a system.
    pub(crate) async fn take(system: System) -> Self {
        let idle = {
            let mut all = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            let fits = |browser: &Self| browser.system == system || !ENGINE.is_told_at_start();
            all.iter().position(fits).map(|at| all.swap_remove(at))
        };
        let mut browser = match idle {
            Some(browser) => browser,
            None => Self::start(system).await,
        };
        browser.system = system;
        browser.tell_system().await;
        browser
    }

    async fn start(system: System) -> Self {
        let driver = Driver::start(system).await;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(ENGINE.capabilities(system))
            .connect(&driver.address)
            .await
            .unwrap_or_else(|error| panic!("{} does not start: {error}", ENGINE.name()));
        let browser = Self { client, system, _driver: driver };
        if *ENGINE == Engine::Firefox {
            browser.run_around_page(LET_BE_NARROW, Vec::new()).await;
        }
        browser
    }

    async fn tell_system(&self) {
        let System { is_dark, is_still, is_without_script } = self.system;
        match *ENGINE {
            Engine::Chromium => {
                let scheme = if is_dark { "dark" } else { "light" };
                let motion = if is_still { "reduce" } else { "no-preference" };
                let features = json!([
                    { "name": "prefers-color-scheme", "value": scheme },
                    { "name": "prefers-reduced-motion", "value": motion },
                ]);
                self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
                let is_without = json!({ "value": is_without_script });
                self.devtools("Emulation.setScriptExecutionDisabled", is_without).await;
            }
            Engine::Firefox => {
                let told = [is_dark, is_still, is_without_script].map(Value::from);
                self.run_around_page(TELL_SYSTEM, told.to_vec()).await;
            }
            Engine::Webkit => {} // Was told at its start.
        }
    }

    /// Sets the size of the view, in pixels of CSS.
    pub(crate) async fn resize(&self, (width, height): (u32, u32)) {
        if *ENGINE == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        }
        let wanted = [i64::from(width), i64::from(height)];
        wait(PATIENCE, Location::caller(), async || {
            let measured = self.client.execute(MEASURE_VIEW, Vec::new()).await;
            let measured = measured.map_err(|error| error.to_string())?;
            let [view, window]: [[i64; 2]; 2] =
                serde_json::from_value(measured).expect("a view and a window");
            if view == wanted {
                return Ok(());
            }
            // While a window changes, the one may be known already and the other not yet.
            if *ENGINE != Engine::Chromium
                && let [Ok(wide @ 0..MOST_AROUND), Ok(high @ 0..MOST_AROUND)] =
                    [0, 1].map(|at| u32::try_from(window[at] - view[at]))
            {
                let resized = self.client.set_window_size(width + wide, height + high).await;
                resized.expect("a window can be resized");
            }
            Err(format!("the view is {view:?} instead of {wanted:?}"))
        })
        .await;
    }

    /// Loads a page no further than to its end, not what it loads besides.
    pub(crate) async fn load(&self, address: &str) {
        let before = self.document().await;
        self.client.goto(address).await.expect("the page is there");
        self.wait_for_other(before).await;
    }

    /// Loads the page again, no further than to its end.
    pub(crate) async fn reload(&self) {
        let before = self.document().await;
        self.client.refresh().await.expect("the page is there");
        self.wait_for_other(before).await;
    }

    /// The birth of the document in the tab, if it is all there.
    async fn document(&self) -> Option<Value> {
        let read = self.client.execute(READ_DOCUMENT, Vec::new()).await;
        // Between two documents there may be none to ask.
        read.ok().filter(|birth| !birth.is_null())
    }

    async fn wait_for_other(&self, before: Option<Value>) {
        wait(PATIENCE, Location::caller(), async || match self.document().await {
            Some(now) if Some(&now) != before.as_ref() => Ok(()),
            now => Err(format!("the page does not come: {now:?}")),
        })
        .await;
    }

    /// Closes the tab without further ado and opens another one.
    pub(crate) async fn open_other_tab(&self) {
        let new = self.client.new_window(true).await.expect("a tab can be opened");
        self.client.close_window().await.expect("the tab can be closed");
        self.client.switch_to_window(new.handle).await.expect("the new tab is open");
    }

    /// Closes the tab with all that a test did to it and leaves a new one to the next test.
    pub(crate) async fn give_back(self) {
        self.open_other_tab().await;
        self.complaints().await;
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
    }

    /// The warnings and errors in the console since it was last asked, the browser's own included;
    /// none where a driver does not tell of them.
    pub(crate) async fn complaints(&self) -> Vec<String> {
        if *ENGINE != Engine::Chromium {
            return Vec::new();
        }
        let lines = self.issue("se/log", json!({ "type": "browser" })).await;
        let lines: Vec<ConsoleLine> =
            serde_json::from_value(lines).expect("the driver gives lines");
        let loud =
            lines.into_iter().filter(|line| ["WARNING", "SEVERE"].contains(&line.level.as_str()));
        loud.map(|line| line.message).collect()
    }

    /// A command of the DevTools protocol, which only Chromium has.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.issue("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    /// Runs the body of a script in the window of Firefox that is around the page.
    async fn run_around_page(&self, body: &str, arguments: Vec<Value>) {
        self.issue("moz/context", json!({ "context": "chrome" })).await;
        self.client.execute(body, arguments).await.expect("the window can be scripted");
        self.issue("moz/context", json!({ "context": "content" })).await;
    }

    async fn issue(&self, path: &'static str, body: Value) -> Value {
        let command = Extension { path, body: body.to_string() };
        self.client.issue_cmd(command).await.expect("the driver carries out the command")
    }
}
