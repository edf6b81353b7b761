//! The native half of a promise whose other half is a browser test: both check the same record.

#[path = "../browser/recorded.rs"]
mod recorded;

#[test]
fn the_native_engine_says_what_is_recorded() {
    recorded::check();
}
