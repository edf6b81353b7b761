use serde::{Deserialize, Serialize};

use super::draft_subject::DraftSubject;
use super::wish::Wish;

/// One step of the work on a draft, which can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DraftStep {
    pub(super) subject: DraftSubject,
    pub(super) from: Wish,
    pub(super) to: Wish,
}

/// The most characters by which typing lengthens or shortens a text in one step.
const LONGEST: usize = 20;

impl DraftStep {
    /// Whether what is done next in the same way belongs to this step.
    pub(super) fn goes_on(&self, next: &Self, shipped: Option<&str>) -> bool {
        let length = |wish: &Wish| wish.over(shipped).map_or(0, |text| text.chars().count());
        let start = length(&self.from);
        let (before, after) = (length(&self.to), length(&next.to));
        let is_same_way = (before >= start) == (after >= before);
        self.subject == next.subject && is_same_way && start.abs_diff(after) <= LONGEST
    }
}
