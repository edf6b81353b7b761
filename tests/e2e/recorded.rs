//! What a page's recorder of sessions writes down: nothing that is asked, answered or found.

use serde_json::Value;

use crate::given;
use crate::money::to_the_amounts;
use crate::page::Page;
use crate::setup::on_page_at;

/// Amounts that nothing else says.
const AMOUNTS: [(&str, &str); 2] = [("monthly-repayments", "87654"), ("monthly-income", "98765")];

/// Records as a page does that has set nothing.
const RECORD: &str = "
    window.recorded = [];
    rrweb.record({ emit: (event) => recorded.push(JSON.stringify(event)) });";

/// What is shown of the checkup now, and long enough to be told from words of the page around.
const SENTENCES: &str = "
    const texts = shown('[data-screen] :is(h1, h2, h3, p, legend, label)').map((each) => each.textContent.trim());
    return texts.filter((text) => text.length > 5);";

#[test]
fn a_recorder_on_the_page_writes_nothing_down_of_the_element() {
    check_recorded("examples/plain.html");
}

#[test]
fn a_recorder_on_the_stand_alone_page_writes_nothing_down() {
    check_recorded("");
}

#[test]
fn a_recorder_on_the_page_in_one_file_writes_nothing_down() {
    check_recorded("loan-checkup.html");
}

fn check_recorded(path: &str) {
    on_page_at(path, async |page| {
        let rrweb = given::text("RRWEB", "");
        page.run(&format!("{rrweb};{RECORD}"), Vec::new()).await;
        // What stands in the page itself says nothing of this borrower.
        let source = page.run("return document.documentElement.outerHTML;", Vec::new()).await;
        let source = source.as_str().expect("a text");
        let mut borrower = to_the_amounts(page).await;
        let mut sentences = sentences(page).await;
        for (field, amount) in AMOUNTS {
            page.type_amount(field, amount).await;
        }
        page.go("next").await;
        borrower.hear(&AMOUNTS);
        let result = borrower.walk(page).await;
        borrower.check_same_natively(page, &result).await;
        sentences.extend(self::sentences(page).await);
        sentences.retain(|text| !source.contains(text.as_str()));
        assert!(sentences.len() > 10, "{sentences:?}");
        let recorded = page.run("return recorded.join();", Vec::new()).await;
        let recorded = recorded.as_str().expect("a text");
        assert!(recorded.len() > 500, "{recorded}");
        let amounts = AMOUNTS.map(|(_, amount)| amount);
        for text in sentences.iter().map(String::as_str).chain(amounts) {
            assert!(!recorded.contains(text), "{text} is in the recording");
        }
    });
}

/// What the borrower can read now.
async fn sentences(page: &Page) -> Vec<String> {
    match page.run(SENTENCES, Vec::new()).await {
        Value::Array(texts) => {
            texts.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
        }
        _ => Vec::new(),
    }
}
