use std::rc::Rc;

use yew::prelude::*;

use crate::lab::{AppearanceCount, Checker};

use super::desk::{Desk, DeskProps};
use super::lab_action::LabAction;
use super::progress::progress;
use super::work::{StillWanted, in_slices, use_work};

/// How many borrowers of the model are looked at for each symptom; what one in a hundred of them reads is met then in
/// 95 of 100 surveys.
const BORROWERS: u64 = 300;

/// In how many steps the progress is shown.
const STEPS: usize = 50;

/// Looks at all texts and all borrowers once the lab is open, and shows how far that is.
#[component]
pub(super) fn Background(DeskProps { desk }: &DeskProps) -> Html {
    let far = use_state_eq(|| 0usize);
    let (all, set) = (desk.clone(), far.setter());
    use_work(Some(()), move |(), is_wanted| look_at_all(all, set, is_wanted));
    match desk.state.appearances {
        None => progress(desk.say("shell.surveying"), *far, STEPS),
        Some(_) => Html::default(),
    }
}

async fn look_at_all(desk: Desk, far: UseStateSetter<usize>, is_wanted: StillWanted) {
    let (base, edited) = (Rc::clone(&desk.state.base.0), Rc::clone(&desk.state.edited.0));
    let mut checker = Checker::new(base, Rc::clone(&edited));
    if !in_slices(&is_wanted, async || checker.step(), |_, _| {}).await {
        return;
    }
    desk.act.emit(LabAction::AllChecked(Rc::new(checker.finish())));
    let locale = desk.state.base.locales().next().unwrap_or_default().to_owned();
    let mut survey = AppearanceCount::new(edited.kit(&locale), BORROWERS);
    let total = survey.total();
    let tell = |done: usize, total: usize| far.set(done * STEPS / total.max(1));
    if in_slices(&is_wanted, async || (survey.step(), total), tell).await {
        desk.act.emit(LabAction::AllMet(Rc::new(survey.finish())));
    }
}
