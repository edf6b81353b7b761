/// A share of one in hundredths, exact enough to tell little from nothing.
#[must_use]
#[expect(clippy::float_arithmetic, reason = "a share is shown; nothing is decided by it")]
pub fn percent(share: f64) -> String {
    match share * 100.0 {
        0.0 => "0 %".to_owned(),
        percent if percent < 0.1 => "< 0.1 %".to_owned(),
        percent if percent < 10.0 => format!("{percent:.1} %"),
        percent => format!("{percent:.0} %"),
    }
}
