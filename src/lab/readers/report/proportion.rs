use crate::lab::readers::stats::wilson;

/// How many were right of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proportion {
    /// How many were right.
    pub right: u32,
    /// How many there were.
    pub of: u32,
}

impl Proportion {
    /// Counts one more.
    pub fn count(&mut self, is_right: bool) {
        self.of += 1;
        self.right += u32::from(is_right);
    }

    /// The share from 0 to 1; `None` of nothing.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.right) / f64::from(self.of))
    }

    /// Wilson's 95 % interval of the share; `None` of nothing.
    #[must_use]
    pub fn interval(self) -> Option<(f64, f64)> {
        wilson(self.right, self.of)
    }

    /// The share in thousandths, for drawing and for saying; `None` of nothing.
    #[must_use]
    pub fn thousandths(self) -> Option<u32> {
        self.value().map(thousandths)
    }

    /// Wilson's 95 % interval of the share in thousandths; `None` of nothing.
    #[must_use]
    pub fn interval_thousandths(self) -> Option<(u32, u32)> {
        self.interval().map(|(lower, upper)| (thousandths(lower), thousandths(upper)))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share is from 0 to 1"
)]
fn thousandths(share: f64) -> u32 {
    (share * 1_000.0).round() as u32
}
