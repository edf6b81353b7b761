use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::lab::{AppearanceCount, Checker};

use super::desk::Desk;
use super::pieces::progress;
use super::slices::in_slices;
use super::state::{Action, Same};

/// How many borrowers of the model are looked at for each symptom; what one in a hundred of them reads is met then in
/// 95 of 100 surveys.
const BORROWERS: u64 = 300;

/// In how many steps the progress is shown.
const STEPS: usize = 50;

/// What the work is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct BackgroundProps {
    pub(super) desk: Desk,
}

/// Looks at all texts and all borrowers once the lab is open, and shows how far that is.
#[component]
pub(super) fn Background(props: &BackgroundProps) -> Html {
    let far = use_state_eq(|| 0usize);
    {
        let (desk, far) = (props.desk.clone(), far.setter());
        use_effect_with((), move |()| {
            let is_gone = Rc::new(Cell::new(false));
            spawn_local(work(desk, far, Rc::clone(&is_gone)));
            move || is_gone.set(true)
        });
    }
    match props.desk.state.appearances {
        None => progress(props.desk.say("shell.surveying"), *far, STEPS),
        Some(_) => Html::default(),
    }
}

async fn work(desk: Desk, far: UseStateSetter<usize>, is_gone: Rc<Cell<bool>>) {
    let (base, edited) = (Rc::clone(&desk.state.base.0), Rc::clone(&desk.state.edited.0));
    let mut checker = Checker::new(base, Rc::clone(&edited));
    let check = || {
        let (done, total) = checker.step();
        done < total
    };
    in_slices(check, || !is_gone.get()).await;
    if is_gone.get() {
        return;
    }
    desk.act.emit(Action::AllChecked(Rc::new(checker.finish())));
    let locale = desk.state.base.locales().next().unwrap_or_default().to_owned();
    let mut survey = AppearanceCount::new(edited.kit(&locale), BORROWERS);
    let total = survey.total();
    let done = Cell::new(0);
    let look = || {
        done.set(survey.step());
        done.get() < total
    };
    let pause = || {
        far.set(done.get() * STEPS / total.max(1));
        !is_gone.get()
    };
    in_slices(look, pause).await;
    if !is_gone.get() {
        desk.act.emit(Action::AllMet(Same(Rc::new(survey.finish()))));
    }
}
