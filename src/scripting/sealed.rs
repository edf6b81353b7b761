use serde::{Serialize, Serializer};

/// A rulebook that was checked and packed for the widget.
#[derive(Serialize)]
pub(super) struct Sealed {
    /// The packed rulebook, which only a program of the same build opens.
    #[serde(serialize_with = "as_bytes")]
    pub(super) sealed: Vec<u8>,
    /// The packed wording.
    pub(super) text: String,
}

fn as_bytes<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}
