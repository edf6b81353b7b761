//! A hundred mounts and unmounts leave nothing.

use serde_json::{Value, json};

use crate::ability::Ability;
use crate::held;
use crate::setup::Setup;

/// A batch takes far less than a script of the driver may, also on a slow machine.
const BATCHES: usize = 10;
const ROUNDS_A_BATCH: usize = 10;

/// By how much the heap may differ: what the engine keeps for itself.
const MARGIN_BYTES: i64 = 400_000;

#[test]
fn a_hundred_mounts_and_unmounts_leave_no_listener_no_node_and_no_memory() {
    Setup::new().at("examples/single-page.html").needs(Ability::DevTools).run(async |page| {
        page.begin_to_load().await;
        page.until_true("return customElements.get('loan-checkup') !== undefined;").await;
        let go_round = async || page.run_async(held::GO_ROUND, vec![json!(ROUNDS_A_BATCH)]).await;
        let counts = async || -> Value {
            held::by_page(async |command| page.devtools(command, json!({})).await).await
        };
        go_round().await;
        let before = counts().await;
        for _ in 0..BATCHES {
            go_round().await;
        }
        let after = counts().await;
        for what in held::THINGS {
            assert!(after[what].as_i64() <= before[what].as_i64(), "{what}: {before} {after}");
        }
        for what in held::BYTES {
            let [before, after] =
                [&before, &after].map(|counts| counts[what].as_i64().unwrap_or_default());
            assert!(after - before < MARGIN_BYTES, "{what} grows from {before} to {after}");
        }
        page.settle();
    });
}
