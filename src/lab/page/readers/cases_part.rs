use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::lab::page::fields::picker;
use crate::lab::readers::{PlanCase, Setup};

use super::case_card::CaseCard;
use super::own_borrower::OwnBorrower;
use super::setup_form::SetupForm;

/// Which borrowers' results are read.
pub(super) fn cases_part(form: &SetupForm) -> Html {
    let (desk, setup) = (form.desk, form.setup);
    let base = desk.state.base.clone();
    let is_new = |name: &str| setup.cases.iter().all(|case| case.name != name);
    let worked = base.knowledge.cases.iter().filter(|case| is_new(&case.name));
    let options = worked.map(|case| (case.name.clone(), case.title.clone().into()));
    let add = {
        let base = base.clone();
        form.change(move |setup, name: String| {
            let mut found = base.knowledge.cases.iter();
            if let Some(case) = found.find(|case| case.name == name) {
                let mut case = PlanCase::worked(case, base.rulebook());
                // The worked cases are told in Chinese only.
                if !setup.locale.starts_with("zh") {
                    case.story.clear();
                }
                setup.cases.push(case);
            }
        })
    };
    let add_own = form.change(|setup, case| setup.cases.push(case));
    let changed = setup.versions.iter().flat_map(|version| version.texts.keys().cloned());
    let changed: Rc<BTreeSet<String>> = Rc::new(changed.collect());
    let cards = setup.cases.iter().enumerate().map(|(at, case)| {
        let change = form.change(move |setup, case| setup.cases[at] = case);
        let remove = form.change(move |setup, _: MouseEvent| remove_case(setup, at));
        let kit = desk.state.shipped.kit(&setup.locale);
        let changed = Rc::clone(&changed);
        html! { <CaseCard key={case.name.clone()} desk={desk.clone()} {kit} case={case.clone()} {changed} {change} {remove} /> }
    });
    let names: Vec<AttrValue> = setup.cases.iter().map(|case| case.name.clone().into()).collect();
    let kit = desk.state.shipped.kit(&setup.locale);
    html! {
        <section class="readers__part" aria-labelledby="readers-cases">
            <h3 id="readers-cases">{ form.say("readers.cases") }</h3>
            <p class="readers__help">{ form.say("readers.cases-help") }</p>
            if setup.cases.is_empty() {
                <p class="empty">{ form.say("readers.no-cases") }</p>
            }
            <ol class="readers__list" data-lab="cases">{ for cards }</ol>
            if setup.cases.len() < Setup::MOST_CASES {
                { picker("add-case", form.say("readers.add-case"), form.say("readers.choose-case"), options, &add) }
                <OwnBorrower desk={desk.clone()} {kit} {names} add={add_own} />
            }
        </section>
    }
}

/// Takes a case out, and the own questions about it.
fn remove_case(setup: &mut Setup, at: usize) {
    let case = setup.cases.remove(at);
    let is_about = |name: &String| *name == case.name;
    setup
        .questions
        .retain(|question| !question.own().and_then(|own| own.case.as_ref()).is_some_and(is_about));
}
