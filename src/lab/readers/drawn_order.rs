use crate::proof::Chance;

/// The numbers below `count` in a drawn order, each order equally likely.
pub(super) fn drawn_order(count: usize, chance: Chance) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        let other = chance.number(last as u64).below(last as u64 + 1);
        order.swap(last, usize::try_from(other).unwrap_or(0));
    }
    order
}
