//! What a hundred mounts and unmounts of the element leave in the page.

use std::path::PathBuf;
use std::time::Instant;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::held::{self, BYTES, THINGS};
use crate::server::Server;
use crate::system::System;

/// Once before anything is counted, because an engine keeps things for the next time.
const WARM_UP: usize = 10;
const BATCHES: usize = 10;
const ROUNDS_A_BATCH: usize = 10;

const IS_READY: &str = "
    const done = arguments[0];
    customElements.whenDefined('loan-checkup').then(() => done());";

/// Measures the built element and prints the table.
pub(crate) async fn print(dist: PathBuf) {
    let server = Server::start(dist).await;
    let browser = Browser::take(System::default()).await;
    let client = &browser.client;
    client.goto(&server.address_of("examples/single-page.html")).await.expect("the page is there");
    client.execute_async(IS_READY, vec![]).await.expect("the element is defined");
    let go_round = async |rounds: usize| {
        client.execute_async(held::GO_ROUND, vec![json!(rounds)]).await.expect("it mounts");
    };
    let counts =
        async || held::by_page(async |command| browser.devtools(command, json!({})).await).await;
    go_round(WARM_UP).await;
    let before = counts().await;
    let start = Instant::now();
    for _ in 0..BATCHES {
        go_round(ROUNDS_A_BATCH).await;
    }
    let each = start.elapsed().as_secs_f64() * 1e3 / (BATCHES * ROUNDS_A_BATCH) as f64;
    let after = counts().await;
    println!();
    println!("{:<41} {:>10} {:>10}", "element mounted and taken away", "before", "after 100");
    for what in THINGS.iter().chain(&BYTES) {
        println!("{what:<41} {:>10} {:>10}", whole(&before[what]), whole(&after[what]));
    }
    println!("milliseconds for one, with a question answered: {each:.0}");
}

fn whole(count: &Value) -> i64 {
    count.as_f64().map(|count| count as i64).unwrap_or_default()
}
