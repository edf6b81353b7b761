use crate::lab::Base;
use crate::lab::drafts::Shelf;
use crate::lab::readers::{Bench, Setup, read_bench, read_setup, write_bench, write_setup};

/// Where the test stands in the device's storage.
pub(super) const KEY: &str = "loan-checkup-lab.readers";

/// Where the form of a test stands that is not made yet.
pub(super) const FORM_KEY: &str = "loan-checkup-lab.reader-form";

/// Put behind a key where what cannot be read is put aside, so that nothing is lost.
const ASIDE: &str = ".unreadable";

/// What a device has kept.
pub(in crate::lab::page) enum KeptOnDevice<T> {
    Nothing,
    Whole(T),
    /// Something that cannot be read; it has been put aside.
    Unreadable,
}

/// The test that was kept on this device.
pub(in crate::lab::page) fn kept_test(shelf: &dyn Shelf) -> KeptOnDevice<Bench> {
    read_kept(shelf, KEY, |text| read_bench(text).ok())
}

/// The form that was kept on this device.
pub(in crate::lab::page) fn kept_form(shelf: &dyn Shelf, base: &Base) -> KeptOnDevice<Setup> {
    read_kept(shelf, FORM_KEY, |text| form_from(text, base))
}

/// A kept form, if it is one of these rules and in a locale that is here.
pub(super) fn form_from(text: &str, base: &Base) -> Option<Setup> {
    let setup = read_setup(text, &base.rulebook().hash).ok()?;
    base.locales().any(|locale| locale == setup.locale).then_some(setup)
}

fn read_kept<T>(shelf: &dyn Shelf, key: &str, read: impl Fn(&str) -> Option<T>) -> KeptOnDevice<T> {
    let Ok(Some(text)) = shelf.get(key) else { return KeptOnDevice::Nothing };
    read(&text).map_or_else(
        || {
            // Where even that is refused, the text stays where it was until there is something new to keep.
            let _ = shelf.put(&[key, ASIDE].concat(), &text);
            KeptOnDevice::Unreadable
        },
        KeptOnDevice::Whole,
    )
}

/// Keeps the test, or takes it out; says whether that worked.
pub(super) fn keep(shelf: &dyn Shelf, bench: Option<&Bench>) -> bool {
    match bench {
        Some(bench) => shelf.put(KEY, &write_bench(bench)).is_ok(),
        None => shelf.remove(KEY).is_ok(),
    }
}

/// Keeps the form of a test that is not made yet; says whether that worked.
pub(super) fn keep_form(shelf: &dyn Shelf, setup: &Setup, rulebook: &str) -> bool {
    shelf.put(FORM_KEY, &write_setup(setup, rulebook)).is_ok()
}
