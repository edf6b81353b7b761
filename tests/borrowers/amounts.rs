use loan_checkup::engine::{Answer, Money, OptionIx, Ratio, Rulebook};

/// Amounts whose ratio lies in the band: on its lower edge, which is in it.
pub(crate) fn amounts(rulebook: &Rulebook, ratio: &Ratio, band: OptionIx) -> Answer {
    let part = band.at().checked_sub(1).and_then(|below| ratio.below[below]).unwrap_or(0);
    // Bands are in ten-thousandths.
    let money = |amount: u32| Money::read(&amount.to_string(), rulebook.settings.most_amount).ok();
    let (part, whole) = (money(part), money(10_000));
    Answer::Amounts(if ratio.numerator == 0 { [part, whole] } else { [whole, part] })
}
