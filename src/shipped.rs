//! The rulebook that is compiled in.

use nanoserde::DeBin;

use crate::engine::Rulebook;

/// The rulebook in its compact form, made by the build script from the knowledge folder.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rulebook.bin"));

/// Unpacks the rulebook that is compiled in.
///
/// # Panics
///
/// Never: the build script wrote what is read here with the same types.
#[must_use]
pub fn rulebook() -> Rulebook {
    Rulebook::deserialize_bin(PACKED).expect("the build script packed a rulebook")
}
