//! The program in a page of a real browser, with a stopwatch. All times are in milliseconds.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server::Server;
use crate::system::System;

/// Loads the stopwatch, which loads the program, and hands it the points.
const START: &str = "
    const done = arguments[1];
    import('./stopwatch.js').then(({ start }) => start(arguments[0])).then(() => done(null), (error) => done(String(error)));
";

/// How many points are measured at once, so that no call of the driver takes long.
const TOGETHER: usize = 100;

/// A page in a browser of its own.
pub(crate) struct Page {
    browser: Browser,
    server: Server,
}

impl Page {
    /// A browser for the files of the folder.
    pub(crate) async fn open(folder: PathBuf) -> Self {
        Self {
            browser: Browser::take(System::default()).await,
            server: Server::start(folder).await,
        }
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
        serde_json::from_value(self.ask("said", vec![]).await).expect("there are two numbers")
    }

    /// The time of one round over all points, measured for at least so long.
    pub(crate) async fn all(&self, work: &str, span: f64) -> f64 {
        let round = self.ask("all", vec![json!(work), json!(span)]).await;
        round.as_f64().expect("a time is a number")
    }

    /// The times at the places, each measured for at least so long.
    pub(crate) async fn each(&self, work: &str, places: &[usize], span: f64) -> Vec<f64> {
        let mut times = Vec::new();
        for places in places.chunks(TOGETHER) {
            let arguments = vec![json!(work), json!(places), json!(span)];
            times.extend(numbers(self.ask("each", arguments).await));
        }
        times
    }

    /// The times at the places, where each is visited once.
    pub(crate) async fn once(&self, places: &[usize]) -> Vec<f64> {
        numbers(self.ask("once", vec![json!(places)]).await)
    }

    async fn ask(&self, name: &str, arguments: Vec<Value>) -> Value {
        let script = format!("return window.stopwatch.{name}(...arguments);");
        self.browser.client.execute(&script, arguments).await.expect("the stopwatch measures")
    }
}

fn numbers(value: Value) -> Vec<f64> {
    serde_json::from_value(value).expect("times are numbers")
}
