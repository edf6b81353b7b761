/// Draws numbers that look random and are the same each time (xorshift64*).
pub(super) struct Draw(u64);

impl Draw {
    /// The draws of one number; near numbers draw nothing alike.
    pub(super) fn new(number: u64) -> Self {
        // The state must not be zero, so the lowest bit is set.
        let mut draw = Self((number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        draw.next();
        draw
    }

    fn next(&mut self) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        // The upper half is the better one.
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32) as u32
    }

    /// A number from zero to below the bound, which must not be zero.
    pub(super) fn below(&mut self, bound: u32) -> u32 {
        self.next() % bound
    }

    /// True so often.
    pub(super) fn is_one_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    /// One of the items, which must not be none.
    pub(super) fn one_of<T: Copy>(&mut self, items: &[T]) -> T {
        // As `u32`, so that it is the same where places are shorter.
        let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
        items[self.below(count) as usize]
    }
}
