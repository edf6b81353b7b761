//! The program in a page of a real browser, with a stopwatch.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server::Server;

/// Loads the stopwatch, which loads the program, and hands it the points.
const START: &str = "
    const done = arguments[1];
    import('./stopwatch.js').then(({ start }) => start(arguments[0])).then(() => done(null), (error) => done(String(error)));
";

/// How many points are measured at once, so that no call of the driver takes long.
const TOGETHER: usize = 100;

/// Fresh pages in one browser.
pub(crate) struct Page {
    browser: Browser,
    server: Server,
}

impl Page {
    /// A browser for the files of the folder.
    pub(crate) async fn open(folder: PathBuf) -> Self {
        Self { browser: Browser::take().await, server: Server::start(folder).await }
    }

    /// Loads everything anew, with other points.
    pub(crate) async fn load(&self, points: &[String]) {
        let client = &self.browser.client;
        client.goto(&self.server.address()).await.expect("the page is there");
        let points = vec![json!(points.join("\n"))];
        let error = client.execute_async(START, points).await.expect("the page runs scripts");
        assert!(error.is_null(), "the stopwatch does not start: {error}");
    }

    /// Slows the browser's CPU down so many times; 1 is full speed.
    pub(crate) async fn slow_down(&self, times: u32) {
        self.browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// What the program says at all points, as two numbers.
    pub(crate) async fn said(&self) -> Vec<u32> {
        serde_json::from_value(self.ask("said()", vec![]).await).expect("there are two numbers")
    }

    /// Milliseconds that a call of the stopwatch gives for one round over all points.
    pub(crate) async fn round(&self, name: &str, span: f64) -> f64 {
        let round = self.ask(&format!("{name}(arguments[0])"), vec![json!(span)]).await;
        round.as_f64().expect("a time is a number")
    }

    /// Milliseconds at each of the places, measured for at least so many milliseconds.
    pub(crate) async fn each(&self, places: std::ops::Range<usize>, span: f64) -> Vec<f64> {
        let mut times = Vec::new();
        for from in places.clone().step_by(TOGETHER) {
            let to = (from + TOGETHER).min(places.end);
            let arguments = vec![json!(from), json!(to), json!(span)];
            times.extend(numbers(self.ask("each(...arguments)", arguments).await));
        }
        times
    }

    /// Milliseconds at all points in their order, each done once.
    pub(crate) async fn once(&self) -> Vec<f64> {
        numbers(self.ask("once()", vec![]).await)
    }

    async fn ask(&self, call: &str, arguments: Vec<Value>) -> Value {
        let script = format!("return window.stopwatch.{call};");
        self.browser.client.execute(&script, arguments).await.expect("the stopwatch measures")
    }
}

fn numbers(value: Value) -> Vec<f64> {
    serde_json::from_value(value).expect("times are numbers")
}
