//! A hundred mounts and unmounts leave nothing.

use serde_json::{Value, json};

use crate::ability::Ability;
use crate::page::Page;
use crate::setup::Setup;

/// A batch takes far less than a condition may, also on a slow machine.
const BATCHES: usize = 10;
const ROUNDS_A_BATCH: usize = 10;

/// By how much the heap may differ: what the engine keeps for itself.
const MARGIN_BYTES: i64 = 400_000;

/// Opens the checkup, answers the first question and leaves, some times.
const GO_ROUND: &str = "
    const rounds = arguments[0];
    window.isDone = false;
    const until = (isSo) => new Promise((go) => {
        const look = () => (isSo() ? go() : setTimeout(look));
        look();
    });
    const screen = () => document.querySelector('loan-checkup')?.shadowRoot
        .querySelector('.frame:not([hidden]) [data-screen-id]')?.dataset.screenId;
    (async () => {
        for (let round = 0; round < rounds; round += 1) {
            const element = document.createElement('loan-checkup');
            element.setAttribute('loading', 'eager');
            document.getElementById('view').append(element);
            await until(() => screen() === 'symptom');
            document.querySelector('loan-checkup').shadowRoot.querySelector('[data-option=payout-failed]').click();
            await until(() => screen() === 'warning-signs');
            element.remove();
            await until(() => element.shadowRoot.querySelector('[data-screen]') === null);
        }
        window.isDone = true;
    })();";

#[test]
fn a_hundred_mounts_and_unmounts_leave_no_listener_no_node_and_no_memory() {
    Setup::new().at("examples/single-page.html").needs(Ability::DevTools).run(async |page| {
        page.begin_to_load().await;
        page.until_true("return customElements.get('loan-checkup') !== undefined;").await;
        go_round(page).await;
        let before = counts(page).await;
        for _ in 0..BATCHES {
            go_round(page).await;
        }
        let after = counts(page).await;
        for what in ["documents", "nodes", "jsEventListeners"] {
            assert!(after[what].as_i64() <= before[what].as_i64(), "{what}: {before} {after}");
        }
        for what in ["usedSize", "backingStorageSize"] {
            let [before, after] =
                [&before, &after].map(|counts| counts[what].as_i64().unwrap_or_default());
            assert!(after - before < MARGIN_BYTES, "{what} grows from {before} to {after}");
        }
        page.settle();
    });
}

async fn go_round(page: &Page) {
    page.run(GO_ROUND, vec![json!(ROUNDS_A_BATCH)]).await;
    page.until_true("return window.isDone;").await;
}

/// What the page holds after the garbage is taken away.
async fn counts(page: &Page) -> Value {
    for _ in 0..3 {
        page.devtools("HeapProfiler.collectGarbage", json!({})).await;
    }
    let mut counts = page.devtools("Memory.getDOMCounters", json!({})).await;
    let heap = page.devtools("Runtime.getHeapUsage", json!({})).await;
    for what in ["usedSize", "backingStorageSize"] {
        counts[what] = heap[what].clone();
    }
    counts
}
