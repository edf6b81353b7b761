use crate::lab::drafts::Shelf;
use crate::lab::readers::{Bench, read_bench, write_bench};

/// Where the test stands in the device's storage.
pub(super) const KEY: &str = "loan-checkup-lab.readers";

/// Where what cannot be read is put aside, so that nothing is lost.
const ASIDE: &str = "loan-checkup-lab.readers.unreadable";

/// What a device has kept.
pub(super) enum Kept {
    Nothing,
    Bench(Box<Bench>),
    /// Something that cannot be read; it has been put aside.
    Unreadable,
}

/// What was kept on this device.
pub(super) fn kept(shelf: &dyn Shelf) -> Kept {
    let Ok(Some(text)) = shelf.get(KEY) else { return Kept::Nothing };
    match read_bench(&text) {
        Ok(bench) => Kept::Bench(Box::new(bench)),
        Err(_) => {
            // Where even that is refused, the text stays where it was until another test is set up.
            let _ = shelf.put(ASIDE, &text);
            Kept::Unreadable
        }
    }
}

/// Keeps the test, or takes it out; says whether that worked.
pub(super) fn keep(shelf: &dyn Shelf, bench: Option<&Bench>) -> bool {
    match bench {
        Some(bench) => shelf.put(KEY, &write_bench(bench)).is_ok(),
        None => shelf.remove(KEY).is_ok(),
    }
}
