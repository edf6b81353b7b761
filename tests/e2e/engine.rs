//! The browser engines that the tests know, and all in which they differ.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs};

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::ability::Ability;
use crate::given;
use crate::patience::PATIENCE;
use crate::system::System;

/// The engine that `ENGINE` names; Chromium where it names none.
pub(crate) static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::given);

/// Nothing of Chromium's own goes out to the network, and it starts as root and in a container.
/// A phone has no scroll bars that take room.
const CHROMIUM_FLAGS: [&str; 10] = [
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

/// Where the keeper of a driver that needs no screen begins.
const NO_SCREEN: &str = "";

/// WebKitGTK draws on a screen, which is one of its own here. The screen is small, because without a
/// window manager the keyboard belongs to the window under the pointer, which rests in the middle.
const SCREEN: &str = r#"mkfifo "$TMPDIR/number"
"$XVFB" -displayfd 3 -screen 0 500x400x24 -nolisten tcp 3>"$TMPDIR/number" &
read -r number <"$TMPDIR/number"
export DISPLAY=":$number"
"#;

/// The tool bar of the browser must not keep the window from becoming as narrow as a phone.
const NARROW_TOOL_BAR: &str =
    "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }\n";

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Engine {
    fn given() -> Self {
        let name = env::var("ENGINE").unwrap_or_default();
        match name.as_str() {
            "" => Self::Chromium,
            name => [Self::Chromium, Self::Firefox, Self::Webkit]
                .into_iter()
                .find(|engine| engine.name() == name)
                .unwrap_or_else(|| panic!("ENGINE is {name}: chromium, firefox or webkit")),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Whether it can do what not every engine can.
    pub(crate) fn can(self, ability: Ability) -> bool {
        match ability {
            Ability::DevTools => self == Self::Chromium,
            // The driver of WebKitGTK waits for ever where a page has a frame, and it knows mice only.
            Ability::Frames | Ability::Touch => self != Self::Webkit,
        }
    }

    /// How far a page is loaded before its driver goes on. The tests wait for what they need, and some look
    /// at a page that is still loading.
    fn waits_for(self) -> &'static str {
        match self {
            Self::Chromium | Self::Firefox => "eager",
            // With anything else every command waits for the end of the loading.
            Self::Webkit => "none",
        }
    }

    /// Whether what a system asks of pages is settled when a browser starts.
    pub(crate) fn is_told_at_start(self) -> bool {
        self == Self::Webkit
    }

    /// The first lines of the shell script that runs the driver.
    pub(crate) fn screen(self) -> &'static str {
        match self {
            Self::Chromium | Self::Firefox => NO_SCREEN,
            Self::Webkit => SCREEN,
        }
    }

    /// The program that drives it.
    pub(crate) fn driver(self) -> PathBuf {
        given::path(match self {
            Self::Chromium => "CHROMEDRIVER",
            Self::Firefox => "GECKODRIVER",
            Self::Webkit => "WEBKITDRIVER",
        })
    }

    /// What its driver is told besides the port.
    pub(crate) fn driver_flags(self) -> &'static [&'static str] {
        match self {
            Self::Chromium | Self::Webkit => &[],
            // Any port for the other protocol, so that several can run, and a way into the window around
            // the page, which is what its DevTools are made of.
            Self::Firefox => &["--websocket-port=0", "--allow-system-access"],
        }
    }

    /// What the driver and the browser find in their environment, besides a home in this folder.
    pub(crate) fn environment(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Chromium | Self::Firefox => &[],
            Self::Webkit => &[
                ("DBUS_SESSION_BUS_ADDRESS", "disabled:"),
                ("GDK_BACKEND", "x11"),
                ("GSETTINGS_BACKEND", "memory"),
                ("LIBGL_ALWAYS_SOFTWARE", "1"),
                ("NO_AT_BRIDGE", "1"),
                // Takes a third of the time off.
                ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
            ],
        }
    }

    /// Puts into the home what the browser reads there.
    pub(crate) fn furnish(self, home: &Path, system: System) {
        if self != Self::Webkit {
            return;
        }
        let folder = home.join(".config/gtk-3.0");
        let animations = u8::from(!system.is_still);
        let settings = format!("[Settings]\ngtk-enable-animations={animations}\n");
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(folder.join("gtk.css"), NARROW_TOOL_BAR))
            .and_then(|()| fs::write(folder.join("settings.ini"), settings))
            .expect("the home can be written");
    }

    /// What a session is asked for.
    pub(crate) fn capabilities(self, system: System) -> Capabilities {
        let (name, value) = match self {
            Self::Chromium => (
                "goog:chromeOptions",
                json!({ "binary": given::path("CHROMIUM"), "args": CHROMIUM_FLAGS }),
            ),
            Self::Firefox => (
                "moz:firefoxOptions",
                json!({
                    "binary": given::path("FIREFOX"),
                    "args": ["-headless"],
                    // Drawing takes most of the time, and nobody watches.
                    "prefs": { "layout.frame_rate": 20, "ui.useOverlayScrollbars": 1 },
                }),
            ),
            Self::Webkit => (
                "webkitgtk:browserOptions",
                json!({
                    "binary": given::path("WEBKIT"),
                    "args": mini_browser_flags(system),
                    "useOverlayScrollbars": true,
                }),
            ),
        };
        let mut wanted = Capabilities::new();
        wanted.insert("pageLoadStrategy".to_owned(), json!(self.waits_for()));
        wanted.insert("timeouts".to_owned(), json!({ "script": PATIENCE.as_millis() }));
        wanted.insert(name.to_owned(), value);
        if self == Self::Chromium {
            wanted.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        }
        wanted
    }
}

fn mini_browser_flags(system: System) -> Vec<Value> {
    let mut flags = vec!["--automation"];
    if system.is_dark {
        flags.push("--dark-mode");
    }
    if system.is_without_script {
        flags.push("--enable-javascript=false");
    }
    flags.into_iter().map(Value::from).collect()
}
