//! What a page holds in memory, as Chromium's developer tools count it.

use serde_json::Value;

/// Mounts the element and takes it away, some times; `tests/bench/` measures the same.
pub(crate) const GO_ROUND: &str = include_str!("go_round.js");

/// What is counted in pieces.
pub(crate) const THINGS: [&str; 3] = ["documents", "nodes", "jsEventListeners"];

/// What is counted in bytes.
pub(crate) const BYTES: [&str; 2] = ["usedSize", "backingStorageSize"];

/// All of these after the garbage is taken away; `ask` runs a command of the protocol.
pub(crate) async fn by_page(ask: impl AsyncFn(&'static str) -> Value) -> Value {
    for _ in 0..3 {
        ask("HeapProfiler.collectGarbage").await;
    }
    let mut counts = ask("Memory.getDOMCounters").await;
    let heap = ask("Runtime.getHeapUsage").await;
    for what in BYTES {
        counts[what] = heap[what].clone();
    }
    counts
}
