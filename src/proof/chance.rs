/// Draws by name: the same name gives the same draw on every machine, whatever was drawn before.
///
/// # Design
///
/// No stream: each draw hangs on the names that lead to it, so a rulebook with one question more
/// draws the same answers to all the others.
#[derive(Clone, Copy, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The draws of one number.
    #[must_use]
    pub fn new(number: u64) -> Self {
        Self(mixed(number))
    }

    /// The draws about something.
    #[must_use]
    pub fn about(self, name: &str) -> Self {
        let hash = name.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
        Self(mixed(self.0 ^ hash))
    }

    /// The draws about something numbered.
    #[must_use]
    pub fn number(self, number: u64) -> Self {
        Self(mixed(self.0 ^ mixed(number)))
    }

    /// A share, evenly drawn: 0 or more, below 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    pub fn share(self) -> f64 {
        (mixed(self.0) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A whole number below `count`, evenly drawn; 0 where there is none.
    #[must_use]
    pub fn below(self, count: u64) -> u64 {
        let wide = u128::from(mixed(self.0)) * u128::from(count);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// When something comes that comes at this rate; what comes first is drawn in proportion to its rate.
    #[must_use]
    pub fn arrival(self, rate: f64) -> f64 {
        -(1.0 - self.share()).ln() / rate
    }
}

/// The finisher of splitmix64: every bit of the number moves every bit of the result.
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
