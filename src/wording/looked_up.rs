//! Which texts were looked up while something was drawn, for the wording lab.

use std::cell::RefCell;
use std::collections::BTreeSet;

thread_local! {
    /// The keys so far, while somebody listens.
    static LOOKED_UP: RefCell<Option<BTreeSet<String>>> = const { RefCell::new(None) };
}

/// Does something, and says which keys of any catalogue were looked up and found meanwhile.
///
/// A call inside a call hears nothing of what the inner one hears.
pub fn looked_up<T>(draw: impl FnOnce() -> T) -> (T, BTreeSet<String>) {
    let outer = LOOKED_UP.replace(Some(BTreeSet::new()));
    let drawn = draw();
    let keys = LOOKED_UP.replace(outer).unwrap_or_default();
    (drawn, keys)
}

pub(super) fn note(key: &str) {
    LOOKED_UP.with_borrow_mut(|keys| {
        if let Some(keys) = keys.as_mut().filter(|keys| !keys.contains(key)) {
            keys.insert(key.to_owned());
        }
    });
}
