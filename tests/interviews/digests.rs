use loan_checkup::engine::Rulebook;

use crate::borrowers::play;
use crate::digest::Digest;

/// How many interviews share a digest.
const HUNDRED: u64 = 100;

/// A digest of everything that the engine says in these interviews, one for each hundred of them.
pub(crate) fn digests(rulebook: &Rulebook, interviews: u64) -> Vec<u64> {
    (0..interviews / HUNDRED)
        .map(|hundred| {
            let mut digest = Digest::new();
            for number in hundred * HUNDRED..(hundred + 1) * HUNDRED {
                play(rulebook, number, |point| digest.point(rulebook, point));
            }
            digest.value()
        })
        .collect()
}

/// The digests as a text.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn written(digests: &[u64]) -> String {
    let words: Vec<String> = digests.iter().map(|digest| format!("{digest:016x}")).collect();
    words.join(" ")
}

/// The digests of a text, as far as it holds digests.
#[cfg(target_arch = "wasm32")]
pub(crate) fn read(text: &str) -> Vec<u64> {
    text.split(' ').map_while(|word| u64::from_str_radix(word, 16).ok()).collect()
}
