//! The rulebook that is compiled in.

use crate::engine::{Packed, Rulebook, Unpacker};

/// The rulebook in its compact form, made by the build script from the knowledge folder.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rulebook.bin"));

/// Unpacks the rulebook that is compiled in.
///
/// # Panics
///
/// Never: the build script wrote what is read here with the same types.
#[must_use]
pub fn rulebook() -> Rulebook {
    Rulebook::unpack(&mut Unpacker::new(PACKED))
}
