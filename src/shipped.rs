//! The rulebook that is compiled in.

use crate::engine::{Packed, Rulebook, Unpacker};

/// What tells the programs of one build from those of another.
const SEAL: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("RULEBOOK_HASH"));

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

/// Opens a rulebook that another program of this build has sealed; `None` where another build did.
///
/// # Panics
///
/// Where bytes behind a right seal are not what [`seal`] has put there.
#[must_use]
pub fn open(sealed: &[u8]) -> Option<Rulebook> {
    let packed = sealed.strip_prefix(SEAL.as_bytes())?;
    Some(Rulebook::unpack(&mut Unpacker::new(packed)))
}

/// Packs a checked rulebook for [`open`].
#[must_use]
pub fn seal(rulebook: &Rulebook) -> Vec<u8> {
    let mut sealed = SEAL.as_bytes().to_vec();
    rulebook.pack(&mut sealed);
    sealed
}
