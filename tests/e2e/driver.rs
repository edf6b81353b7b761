//! The program between the tests and a browser.

use std::net::{Ipv4Addr, TcpListener};
use std::panic::Location;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::engine::ENGINE;
use crate::patience::{PATIENCE, wait};
use crate::system::System;

/// Runs the driver in a folder of its own and waits for the end of its input, which comes when the tests
/// end, however they do; then ends the driver with its browser and its screen and removes what they left.
const KEEP: &str = r#""$0" "$@" & read -r _; kill 0; wait; until rm -rf "$TMPDIR"; do :; done"#;

/// A driver for one browser; ends with it when it is dropped.
pub(crate) struct Driver {
    pub(crate) address: String,
    /// Holds the keeper's input open.
    _keeper: Child,
}

impl Driver {
    pub(crate) async fn start(system: System) -> Self {
        let home = new_folder();
        ENGINE.furnish(&home, system);
        let port = free_port();
        let keeper = Command::new("sh")
            .args(["-c", &["trap : TERM\n", ENGINE.screen(), KEEP].concat()])
            .arg(ENGINE.driver())
            .arg(format!("--port={port}"))
            .args(ENGINE.driver_flags())
            .envs(ENGINE.environment().iter().copied())
            .envs([("TMPDIR", &home), ("HOME", &home)])
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_CACHE_HOME")
            .env_remove("XDG_DATA_HOME")
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("there is a shell");
        wait(PATIENCE, Location::caller(), async || {
            let connected = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await;
            let name = ENGINE.name();
            connected.map_err(|error| format!("the driver of {name} does not start: {error}"))
        })
        .await;
        Self { address: format!("http://127.0.0.1:{port}"), _keeper: keeper }
    }
}

fn new_folder() -> std::path::PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("loan-checkup-e2e-{}-{number}", process::id()));
    fs::create_dir_all(&folder).expect("a temporary folder can be made");
    folder
}

/// A port that was free a moment ago; not every driver says which one it took by itself.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("the port has a number").port()
}
