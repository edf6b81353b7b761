use crate::proof::Chance;

use super::drawn_order::drawn_order;
use super::{ReaderCode, TestPlan};

/// What a reader gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The place of the version in the plan.
    pub version: usize,
    /// The places of the cases in the plan, in the order in which the reader gets them.
    pub cases: Vec<usize>,
}

/// What the reader with this code gets; the same on every machine.
///
/// # Design
///
/// Permuted blocks: each device's readers come in blocks as long as there are versions, and each block holds every
/// version once, in an order drawn from the seed, the device and the block. So after every whole block the device
/// has had every version equally often, whatever other devices do.
/// The order of the cases is a row of a Latin square, the next row with each block: after as many blocks as there are
/// cases, every version has had every case at every place equally often. The square is a balanced one (Williams): for
/// an even number of cases each case also follows each other case equally often, for an odd number after two rounds.
#[must_use]
pub fn assignment(plan: &TestPlan, code: ReaderCode) -> Assignment {
    let chance = Chance::new(u64::from(plan.setup.seed));
    let device = chance.about("split").about(&code.device().to_string());
    let versions = plan.setup.versions.len().max(1);
    let before = (code.number() - 1) as usize;
    let (block, place) = (before / versions, before % versions);
    let version = drawn_order(versions, device.number(block as u64))[place];
    let cases = plan.setup.cases.len();
    // Devices begin at different rows, so that many devices with few readers each are spread as well.
    let first = device.about("first row").below(cases.max(1) as u64);
    let round = block / cases.max(1) + usize::from(device.about("first round").below(2) == 1);
    let row = block + usize::try_from(first).unwrap_or(0);
    let base = drawn_order(cases, chance.about("cases"));
    let row = williams_row(cases, row, round % 2 == 1);
    Assignment { version, cases: row.into_iter().map(|place| base[place]).collect() }
}

/// A row of a balanced Latin square. An odd number of cases needs a second square, whose rows are those of the first
/// backwards.
fn williams_row(count: usize, row: usize, is_second: bool) -> Vec<usize> {
    let zigzag = |place: usize| if place % 2 == 1 { place / 2 + 1 } else { count - place / 2 };
    let mut cells: Vec<usize> = (0..count).map(|place| (zigzag(place) + row) % count).collect();
    if count % 2 == 1 && is_second {
        cells.reverse();
    }
    cells
}
