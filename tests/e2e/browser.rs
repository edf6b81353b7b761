//! The driver and its browsers.

use std::process::Stdio;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::{env, fs, process};

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::runtime::Runtime;
use tokio::sync::OnceCell;
use url::{ParseError, Url};

use crate::given;

/// On which all tests run, because a browser outlives the test that started it.
pub(crate) static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Runtime::new().expect("threads can be started"));

static DRIVER: OnceCell<Driver> = OnceCell::const_new();

/// Browsers that no test uses at the moment.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// Nothing of the browser's own goes out to the network, and it starts as root and in a container.
/// A phone has no scroll bars that take room.
const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// Starts the driver in a folder of its own and waits for the end of its input, which comes when the tests
/// end, however they do; then ends the driver with its browsers and removes what they left.
const KEEPER: &str =
    r#"trap : TERM; "$0" --port=0 & read -r _; kill 0; wait; until rm -rf "$TMPDIR"; do :; done"#;

struct Driver {
    address: String,
    /// Holds the keeper's input open.
    _keeper: Child,
}

impl Driver {
    async fn start() -> Self {
        let folder = env::temp_dir().join(format!("loan-checkup-e2e-{}", process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder can be made");
        let mut keeper = Command::new("sh")
            .args(["-c", KEEPER])
            .arg(given::path("CHROMEDRIVER"))
            .env("TMPDIR", folder)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver starts");
        let output = keeper.stdout.take().expect("the output is a pipe");
        let mut lines = BufReader::new(output).lines();
        while let Some(line) = lines.next_line().await.expect("the driver writes text") {
            let port = line
                .rsplit_once("successfully on port ")
                .map(|(_, port)| port.trim_end_matches('.'));
            if let Some(port) = port {
                return Self { address: format!("http://127.0.0.1:{port}"), _keeper: keeper };
            }
        }
        panic!("the driver named by CHROMEDRIVER does not say its port");
    }
}

/// A browser with one open tab.
pub(crate) struct Browser {
    pub(crate) client: Client,
}

/// A line of the browser's console.
#[derive(Deserialize)]
struct ConsoleLine {
    level: String,
    message: String,
}

impl Browser {
    /// A browser with a tab that no test has used.
    pub(crate) async fn take() -> Self {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match idle {
            Some(browser) => browser,
            None => Self::start().await,
        }
    }

    async fn start() -> Self {
        let driver = DRIVER.get_or_init(Driver::start).await;
        let wanted = json!({
            // The tests wait for what they need, and some look at a page that is still loading.
            "pageLoadStrategy": "eager",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "binary": given::path("CHROMIUM"), "args": FLAGS },
        });
        let wanted: Capabilities = serde_json::from_value(wanted).expect("it is an object");
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&driver.address)
            .await
            .expect("CHROMIUM and CHROMEDRIVER start and are of one version");
        Self { client }
    }

    /// Closes the tab with all that a test did to it and leaves a new one to the next test.
    pub(crate) async fn give_back(self) {
        let new = self.client.new_window(true).await.expect("a tab can be opened");
        self.client.close_window().await.expect("the tab can be closed");
        self.client.switch_to_window(new.handle).await.expect("the new tab is open");
        self.complaints().await;
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
    }

    /// The warnings and errors in the console since it was last asked.
    pub(crate) async fn complaints(&self) -> Vec<String> {
        let lines = self.issue("se/log", json!({ "type": "browser" })).await;
        let lines: Vec<ConsoleLine> =
            serde_json::from_value(lines).expect("the driver gives lines");
        let loud =
            lines.into_iter().filter(|line| ["WARNING", "SEVERE"].contains(&line.level.as_str()));
        loud.map(|line| line.message).collect()
    }

    /// A command of the DevTools protocol.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.issue("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    async fn issue(&self, path: &'static str, body: Value) -> Value {
        let command = Extension { path, body: body.to_string() };
        self.client.issue_cmd(command).await.expect("the driver carries out the command")
    }
}

/// A command of Chromium's driver that WebDriver does not have.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: String,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.clone()))
    }
}
