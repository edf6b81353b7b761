//! What a borrower downloads.

use serde_json::Value;

use crate::given;

/// Everything for one locale, compressed by brotli: 120 KiB.
const MOST_BYTES: u64 = 122_880;

#[test]
fn a_borrower_downloads_no_more_than_120_kib() {
    let sizes: Value =
        serde_json::from_str(&given::text("DIST", "sizes.json")).expect("the sizes are JSON");
    let bytes = sizes["zh-CN"]["brotli"].as_u64().expect("the sizes have those of zh-CN");
    assert!(bytes <= MOST_BYTES, "{bytes} bytes of {MOST_BYTES}: {:#}", sizes["files"]);
}
