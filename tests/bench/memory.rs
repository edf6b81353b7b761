//! The memory that the borrower's program takes for itself over a whole interview.

use std::path::PathBuf;

use serde_json::json;

use crate::browser::Browser;
use crate::server::Server;
use crate::system::System;

const NOTE_MEMORY: &str = include_str!("../e2e/note_memory.js");

/// Answers every question with "none" where that is offered and with the first option elsewhere, past each result, until
/// nothing more is asked; then says how large the memory was at the start and is now.
const WALK: &str = "
    const done = arguments[arguments.length - 1];
    const all = (selector) => [...document.querySelectorAll(`#checkup ${selector}`)];
    const isReady = () => '__yew_subtree_id' in document.getElementById('checkup');
    let start = 0;
    const step = () => {
        if (!isReady()) return setTimeout(step, 10);
        start = start || window.memoryOfTest();
        const open = all('[data-question]').find((each) => !all(`[data-question=${each.dataset.question}] :checked`).length);
        const option = open && (open.querySelector('[data-option=none]') || open.querySelector('[data-option]'));
        const button = all('[data-action=next]')[0] || all('[data-action=continue]')[0];
        if (option) option.closest('label').click();
        else if (button) button.click();
        else return done([start, window.memoryOfTest()]);
        setTimeout(step, 10);
    };
    step();";

/// Measures the built page in the folder and prints a line.
pub(crate) async fn print(folder: PathBuf) {
    let server = Server::start(folder).await;
    let browser = Browser::take(System::default()).await;
    let note = json!({ "source": NOTE_MEMORY });
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", note).await;
    browser.load(&server.address()).await;
    let walked = browser.client.execute_async(WALK, Vec::new()).await.expect("the page is walked");
    let [start, peak]: [u64; 2] = serde_json::from_value(walked).expect("there are two sizes");
    println!();
    println!(
        "memory of the program, KiB: {} at the start, {} at the peak",
        start / 1024,
        peak / 1024
    );
}
