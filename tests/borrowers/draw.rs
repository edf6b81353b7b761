/// Draws numbers that look random and are the same each time (xorshift64*).
#[derive(Clone)]
pub(crate) struct Draw(u64);

impl Draw {
    /// The draws of one number; near numbers draw nothing alike.
    pub(crate) fn new(number: u64) -> Self {
        // The state must not be zero, so the lowest bit is set.
        let mut draw = Self(number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
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
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        self.next() % bound
    }

    /// A place in a list of so many, which must not be none.
    pub(crate) fn place(&mut self, count: usize) -> usize {
        // As `u32`, so that it is the same where places are shorter.
        self.below(u32::try_from(count).unwrap_or(u32::MAX)) as usize
    }

    /// A number from `least` to `most`.
    pub(crate) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.place(most + 1 - least)
    }

    /// True so often.
    pub(crate) fn is_one_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    /// True so often in a hundred.
    pub(crate) fn percent(&mut self, share: u32) -> bool {
        self.below(100) < share
    }

    /// One of the items, which must not be none.
    pub(crate) fn one_of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.place(items.len())]
    }
}
