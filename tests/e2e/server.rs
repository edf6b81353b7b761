//! A server of the built page that notes every request, can spoil single files, has files of its own, and can go away.

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{fs, io};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use crate::patience::{PATIENCE, wait};

/// Is loaded by every page before anything else, from the page's own address, so that a strict content
/// policy lets it run.
const WATCH: &str = "watch_page.js";
pub(crate) const WATCH_PAGE: &str = include_str!("watch_page.js");

/// A file of a test that runs on every page right after that.
pub(crate) const BEFORE: &str = "before_page.js";

/// Pages whose own policy lets nothing run but their own scripts.
const UNWATCHED: [&str; 1] = ["loan-checkup.html"];

/// For which browsers ask when they like; for the first one where a page names no other icon.
const ICONS: [&str; 6] = [
    "favicon.ico",
    "examples/icon.svg",
    "icons/full-180.png",
    "icons/round-192.png",
    "icons/round-512.png",
    "manifest.webmanifest",
];

/// The worker that keeps the stand-alone page.
const WORKER: &str = "sw.js";

/// The ports that were used so far: a worker that a page has left in a browser must not meet another page.
static USED: Mutex<Option<HashSet<u16>>> = Mutex::new(None);

/// What is wrong with a file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    /// It is not there.
    Missing,
    /// Only its first half is there.
    Halved,
    /// The connection ends in the middle of it.
    CutOff,
    /// It is said to be plain text.
    WrongType,
    /// Something else comes in its place, as from a Wi-Fi that wants a log-in first.
    Replaced,
    /// It comes only when [`Server::release`] is called.
    Held,
}

/// A server on a port of its own; ends when it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    release: watch::Sender<bool>,
    released: watch::Receiver<bool>,
    accepting: Mutex<JoinHandle<()>>,
}

struct Shared {
    folder: Mutex<PathBuf>,
    /// Files besides those of the folder.
    files: Mutex<HashMap<String, Vec<u8>>>,
    faults: Mutex<HashMap<&'static str, Fault>>,
    requests: Mutex<Vec<String>>,
    /// Sent with every file.
    policy: Mutex<Option<String>>,
    requests_of_worker: Mutex<Vec<String>>,
}

/// Whether the script runs on a page that notes what goes wrong.
pub(crate) fn is_watched(path: &str) -> bool {
    !UNWATCHED.contains(&path)
}

/// What is asked for.
struct Request {
    file: String,
    /// Whether it is the worker that asks, or the browser for the worker.
    is_of_worker: bool,
}

impl Server {
    /// Serves a folder.
    pub(crate) async fn start(folder: PathBuf) -> Self {
        let (listener, address) = listen().await;
        let shared = Arc::new(Shared {
            folder: Mutex::new(folder),
            files: Mutex::default(),
            faults: Mutex::default(),
            requests: Mutex::default(),
            policy: Mutex::default(),
            requests_of_worker: Mutex::default(),
        });
        let (release, released) = watch::channel(false);
        let accepting = tokio::spawn(accept(listener, Arc::clone(&shared), released.clone()));
        Self { address, shared, release, released, accepting: Mutex::new(accepting) }
    }

    /// Goes away: nobody listens at the address any more, and what was begun ends.
    pub(crate) async fn stop(&self) {
        lock(&self.accepting).abort();
        wait(PATIENCE, Location::caller(), async || match TcpStream::connect(self.address).await {
            Ok(_) => Err(format!("somebody still listens at {}", self.address)),
            Err(_) => Ok(()),
        })
        .await;
    }

    /// Comes back at the same address.
    pub(crate) async fn come_back(&self) {
        let listener = TcpListener::bind(self.address).await.expect("the port is still free");
        let accepting = accept(listener, Arc::clone(&self.shared), self.released.clone());
        *lock(&self.accepting) = tokio::spawn(accepting);
    }

    /// Serves another folder from now on.
    pub(crate) fn deploy(&self, folder: PathBuf) {
        *lock(&self.shared.folder) = folder;
    }

    /// The address of the stand-alone page.
    pub(crate) fn address(&self) -> String {
        self.address_of("")
    }

    /// The address of a file.
    pub(crate) fn address_of(&self, path: &str) -> String {
        format!("http://{}/{path}", self.address)
    }

    /// Adds a file, or puts it in place of a built one.
    pub(crate) fn put(&self, file: &str, content: impl Into<Vec<u8>>) {
        lock(&self.shared.files).insert(file.to_owned(), content.into());
    }

    /// Spoils a file from now on.
    pub(crate) fn spoil(&self, file: &'static str, fault: Fault) {
        lock(&self.shared.faults).insert(file, fault);
    }

    /// Makes a file whole again.
    pub(crate) fn mend(&self, file: &str) {
        lock(&self.shared.faults).remove(file);
    }

    /// Sends this content policy with every file from now on.
    pub(crate) fn demand(&self, policy: &str) {
        *lock(&self.shared.policy) = Some(policy.to_owned());
    }

    /// Lets the held files go.
    pub(crate) fn release(&self) {
        self.release.send_replace(true);
    }

    /// The files that pages asked for so far, in order; the page itself is `index.html`.
    pub(crate) fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// The files that the worker asked for so far, itself included.
    pub(crate) fn requests_of_worker(&self) -> Vec<String> {
        lock(&self.shared.requests_of_worker).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        lock(&self.accepting).abort();
    }
}

impl Shared {
    fn read(&self, file: &str) -> Option<Vec<u8>> {
        if file == WATCH {
            let files = lock(&self.files);
            let before = files.get(BEFORE).map_or(&[][..], Vec::as_slice);
            return Some([WATCH_PAGE.as_bytes(), before].concat());
        }
        if file == ICONS[0] {
            return Some(Vec::new());
        }
        let own = lock(&self.files).get(file).cloned();
        own.or_else(|| fs::read(lock(&self.folder).join(file)).ok())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Listens at a port that was never used before.
async fn listen() -> (TcpListener, SocketAddr) {
    loop {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("the port has a number");
        if lock(&USED).get_or_insert_default().insert(address.port()) {
            return (listener, address);
        }
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>, released: watch::Receiver<bool>) {
    // Ends with this, so that no connection outlives the server.
    let mut answers = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let (shared, released) = (Arc::clone(&shared), released.clone());
        // A browser may hang up at any time; that is no error of the server.
        answers.spawn(async move { answer(stream, &shared, released).await.unwrap_or_default() });
    }
}

async fn answer(
    stream: TcpStream,
    shared: &Shared,
    mut released: watch::Receiver<bool>,
) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    let Some(Request { file, is_of_worker }) = read_request(&mut stream).await? else {
        return Ok(());
    };
    if is_of_worker {
        lock(&shared.requests_of_worker).push(file.clone());
    } else if file != WATCH && !ICONS.contains(&file.as_str()) {
        lock(&shared.requests).push(file.clone());
    }
    let fault = lock(&shared.faults).get(file.as_str()).copied();
    if matches!(fault, Some(Fault::Held)) && released.wait_for(|released| *released).await.is_err()
    {
        return Ok(());
    }
    let found = match fault {
        Some(Fault::Missing) => None,
        Some(Fault::Replaced) => Some(b"<!doctype html><title>Log in</title>".to_vec()),
        _ => shared.read(&file),
    };
    let Some(mut bytes) = found else {
        return send(stream, "404 Not Found", "Content-Type: text/plain\r\n", 0, &[]).await;
    };
    let content_type = match fault {
        Some(Fault::WrongType) => "text/plain",
        Some(Fault::Replaced) => "text/html",
        _ => content_type(&file),
    };
    // The worker holds the page to its integrity value.
    if content_type.starts_with("text/html") && !is_of_worker && is_watched(&file) {
        bytes = watched(&bytes);
    }
    let policy = lock(&shared.policy).clone();
    let policy = policy.map(|policy| format!("Content-Security-Policy: {policy}\r\n"));
    let head = format!("Content-Type: {content_type}\r\n{}", policy.unwrap_or_default());
    let length = bytes.len();
    if matches!(fault, Some(Fault::Halved | Fault::CutOff)) {
        bytes.truncate(length / 2);
    }
    let said = if matches!(fault, Some(Fault::CutOff)) { length } else { bytes.len() };
    send(stream, "200 OK", &head, said, &bytes).await
}

/// The page with the script that watches it before all others.
fn watched(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    // Behind the first of these tags, so that what a browser goes by at the start stays at the start.
    let at = ["<head>", "<html", "<!doctype"].iter().find_map(|tag| {
        let start = page.to_ascii_lowercase().find(tag)?;
        page[start..].find('>').map(|length| start + length + 1)
    });
    let (before, after) = page.split_at(at.unwrap_or_default());
    [before, "<script src=\"/", WATCH, "\"></script>", after].concat().into_bytes()
}

/// What is asked for; none where the browser opened a connection and did not use it.
async fn read_request(stream: &mut BufReader<TcpStream>) -> io::Result<Option<Request>> {
    let mut first = String::new();
    stream.read_line(&mut first).await?;
    let Some(target) = first.split(' ').nth(1) else { return Ok(None) };
    let path = target.split('?').next().unwrap_or_default().trim_start_matches('/');
    let file = if path.is_empty() { "index.html" } else { path }.to_owned();
    let mut is_of_worker = false;
    let mut line = String::new();
    while stream.read_line(&mut line).await? > "\r\n".len() {
        let (name, value) = line.split_once(':').unwrap_or_default();
        is_of_worker |= match name.to_ascii_lowercase().as_str() {
            "service-worker" => true,
            "referer" => value.trim().ends_with(&["/", WORKER].concat()),
            _ => false,
        };
        line.clear();
    }
    Ok(Some(Request { file, is_of_worker }))
}

async fn send(
    mut stream: BufReader<TcpStream>,
    status: &str,
    head: &str,
    length: usize,
    bytes: &[u8],
) -> io::Result<()> {
    let head =
        format!("HTTP/1.1 {status}\r\n{head}Content-Length: {length}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(bytes).await?;
    stream.shutdown().await
}

fn content_type(file: &str) -> &'static str {
    match Path::new(file).extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "text/plain; charset=utf-8",
    }
}
