use super::Z_95;

/// The 95 % score interval of Wilson for a share of `right` in `of`, without continuity correction: both ends from 0
/// to 1; `None` where nothing was counted or more are right than there are.
///
/// # Design
///
/// Wilson (1927): it stays within 0 and 1 and keeps its promise with few readers, where the usual interval does not.
/// It takes the counted as independent: with several answers a reader it is too narrow.
#[must_use]
pub fn wilson(right: u32, of: u32) -> Option<(f64, f64)> {
    if of == 0 || right > of {
        return None;
    }
    let (count, share) = (f64::from(of), f64::from(right) / f64::from(of));
    let square = Z_95 * Z_95;
    let middle = share + square / (2.0 * count);
    let half = Z_95 * (share * (1.0 - share) / count + square / (4.0 * count * count)).sqrt();
    let all = 1.0 + square / count;
    // At the ends the formula gives 0 and 1 exactly; reckoning does not.
    let lower = if right == 0 { 0.0 } else { (middle - half) / all };
    let upper = if right == of { 1.0 } else { (middle + half) / all };
    Some((lower.max(0.0), upper.min(1.0)))
}
