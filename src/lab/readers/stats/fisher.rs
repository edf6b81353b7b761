/// How much two chances may differ and still count as equal; reckoning leaves far less.
const EQUAL: f64 = 1.0 + 1e-7;

/// Fisher's exact test, two-sided: the chance of a table as unlikely as this one or unlikelier, given its sums, if
/// both rows have the same share. Rows are versions; columns are those who did and those who did not.
///
/// From 0 to 1; 1 where a row or a column is empty, since nothing can be told then.
///
/// # Design
///
/// The rule of R's `fisher.test`: the chances of all tables that are at most as likely are added up. The chances are
/// reckoned as multiples of the likeliest table's, each from its neighbour, so that no factorial is needed.
#[must_use]
pub fn fisher_two_sided(one: (u32, u32), other: (u32, u32)) -> f64 {
    let [a, b, c, d] = [one.0, one.1, other.0, other.1].map(u64::from);
    let (row, column, all) = (a + b, a + c, a + b + c + d);
    let least = (row + column).saturating_sub(all);
    let most = row.min(column);
    // The likeliest table, or a neighbour of it; any table in range will do as a start.
    let mode = ((row + 1) * (column + 1) / (all + 2)).clamp(least, most);
    let mut weights = vec![1.0; usize::try_from(most - least + 1).unwrap_or(1)];
    let place = |cell: u64| usize::try_from(cell - least).unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "counts of readers are far below 2^53")]
    let ratio = |cell: u64| {
        let up = ((row - cell) as f64) * ((column - cell) as f64);
        let down = ((cell + 1) as f64) * ((all + cell + 1 - row - column) as f64);
        up / down
    };
    for cell in mode..most {
        weights[place(cell + 1)] = weights[place(cell)] * ratio(cell);
    }
    for cell in (least..mode).rev() {
        weights[place(cell)] = weights[place(cell + 1)] / ratio(cell);
    }
    let seen = weights[place(a)] * EQUAL;
    let all: f64 = weights.iter().sum();
    let extreme: f64 = weights.iter().filter(|weight| **weight <= seen).sum();
    (extreme / all).min(1.0)
}
