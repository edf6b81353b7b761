use crate::wording::Catalogue;

/// A text's fingerprint: 16 hexadecimal digits.
///
/// # Design
///
/// It tells files apart that were mixed up; it is no guard against somebody who means to deceive.
pub(super) fn fingerprint(text: &str) -> String {
    format!("{:016x}", added(START, text))
}

/// The fingerprint of all sentences of a catalogue.
pub(super) fn of_wording(catalogue: &Catalogue) -> String {
    let hash = catalogue
        .iter()
        .fold(START, |hash, (key, text)| added(added(added(added(hash, key), "\n"), text), "\n"));
    format!("{hash:016x}")
}

/// Where FNV-1a of 64 bits starts.
const START: u64 = 0xcbf2_9ce4_8422_2325;

fn added(hash: u64, text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(hash, step)
}
