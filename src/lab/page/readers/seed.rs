/// A number for a new test; only that two tests rarely have the same matters.
pub(in crate::lab::page) fn drawn_seed() -> u32 {
    let bits = js_sys::Math::random().to_bits();
    u32::try_from((bits >> 16) & u64::from(u32::MAX)).unwrap_or(0)
}
