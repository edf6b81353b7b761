/// Holm's correction of several tests made at once: for each the chance to compare with 5 %, in the order given.
///
/// Holm (1979): the smallest is multiplied by the number of tests, the next by one less, and so on; none ends up
/// below one before it, or above 1.
#[must_use]
pub fn holm(chances: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|one, other| chances[*one].total_cmp(&chances[*other]));
    let mut corrected = vec![0.0; chances.len()];
    let mut before: f64 = 0.0;
    let mut left = u32::try_from(chances.len()).unwrap_or(u32::MAX);
    for place in order {
        before = before.max((chances[place] * f64::from(left)).min(1.0));
        corrected[place] = before;
        left = left.saturating_sub(1);
    }
    corrected
}
