use yew::prelude::*;

use crate::lab::page::preview::Preview;
use crate::lab::page::scene::Scene;
use crate::widget::Kit;

use super::reader_view::ReaderView;

/// What a result is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CaseResultProps {
    pub(super) view: ReaderView,
    /// The place of the case in the plan.
    pub(super) case: usize,
}

/// The result of a case as a borrower sees it on a phone.
#[component]
pub(super) fn CaseResult(CaseResultProps { view, case }: &CaseResultProps) -> Html {
    let of_case = &view.bench.plan.setup.cases[*case];
    let stop = use_memo((view.kit.clone(), *case), |(kit, _)| of_case.screen(kit));
    let Some(stop) = &*stop else { return Html::default() };
    let kit = Kit { day: of_case.day, ..view.kit.clone() };
    html! {
        <div class="reading__result">
            <Preview {kit} scene={Scene::Still(stop.clone())} title={view.words.say("readers.page")} />
        </div>
    }
}
