use yew::AttrValue;

use crate::lab::page::desk::Desk;
use crate::lab::readers::Proportion;

/// A share with its interval in words, as in `8 / 10 = 80 % (49 % to 94 %)`.
pub(super) fn share_text(desk: &Desk, share: Proportion) -> AttrValue {
    let (Some(value), Some((lower, upper))) = (share.thousandths(), share.interval_thousandths())
    else {
        return desk.say("readers.nothing");
    };
    let [value, lower, upper] = [value, lower, upper].map(hundredths);
    desk.say_with(
        "readers.share",
        &[
            ("right", &share.right),
            ("of", &share.of),
            ("share", &value),
            ("lower", &lower),
            ("upper", &upper),
        ],
    )
}

/// Thousandths as whole hundredths.
pub(super) fn hundredths(thousandths: u32) -> String {
    format!("{} %", (thousandths + 5) / 10)
}
