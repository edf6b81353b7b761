use crate::lab::readers::{Bench, read_bench, write_bench};

/// Where the bench stands in the device's storage.
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
pub(super) fn kept() -> Kept {
    let Some(text) = storage().and_then(|storage| storage.get_item(KEY).ok().flatten()) else {
        return Kept::Nothing;
    };
    match read_bench(&text) {
        Ok(bench) => Kept::Bench(Box::new(bench)),
        Err(_) => {
            if let Some(storage) = storage() {
                // Where even that is refused, the text stays where it was until another test is set up.
                let _ = storage.set_item(ASIDE, &text);
            }
            Kept::Unreadable
        }
    }
}

/// Keeps the bench, or takes it out; says whether that worked.
pub(super) fn keep(bench: Option<&Bench>) -> bool {
    let Some(storage) = storage() else { return false };
    match bench {
        Some(bench) => storage.set_item(KEY, &write_bench(bench)).is_ok(),
        None => storage.remove_item(KEY).is_ok(),
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
