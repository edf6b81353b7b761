use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::engine::Answers;
use crate::lab::compare::{Changed, literals};
use crate::lab::page::desk::Desk;
use crate::lab::page::pieces::{scheme_switch, width_switch};
use crate::lab::page::preview::Preview;
use crate::lab::page::shot::Scene;
use crate::lab::sheet::screen_code;
use crate::lab::{Stop, tour};
use crate::widget::Kit;

use super::change_list::change_texts;
use super::choices::{Borrower, Choice, Choices};
use super::versions_bar::{Version, select};

/// The value of the borrower who reads a changed text, in the list of borrowers.
const READER: &str = "reader";

/// What the two screens are drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SideBySideProps {
    pub(super) desk: Desk,
    pub(super) choices: Rc<Choices>,
    pub(super) choose: Callback<Choice>,
    pub(super) old: Version,
    pub(super) new: Version,
    pub(super) changed: Rc<Vec<Changed>>,
    /// What takes the focus when somebody asks for a borrower.
    pub(super) heading: NodeRef,
}

/// A screen of a borrower, and the places of the changed texts that stand on it.
type Walked = (Stop, Vec<usize>);

/// The same borrower on both versions.
#[component]
pub(super) fn SideBySide(props: &SideBySideProps) -> Html {
    let SideBySideProps { desk, choices, choose, old, new, changed, heading } = props;
    let kits = [old, new].map(|version| version.edited.kit(&choices.locale));
    let says = said(desk, &choices.borrower);
    let walked = {
        let [old, new] = kits.clone();
        use_memo((says, old, new, Rc::clone(changed)), |(says, old, new, changed)| {
            walk(says, old, new, changed)
        })
    };
    let first = walked.iter().position(|(_, here)| !here.is_empty());
    let at = choices.at.or(first).unwrap_or(0).min(walked.len().saturating_sub(1));
    let inside = walked.get(at).map(|(stop, here)| {
        let frames = [(old, &kits[0]), (new, &kits[1])].map(|(version, kit)| {
            frame(desk, choices, version, kit, stop, &marked(kit, changed, here))
        });
        html! {
            <div class="compared__body">
                <div class="pair" data-lab="pair">{ for frames }</div>
                <div class="compared__here">{ texts_here(desk, changed, here, first.is_some()) }</div>
            </div>
        }
    });
    html! {
        <section class="compared" aria-labelledby="compare-same" data-lab="side-by-side">
            <h3 id="compare-same" tabindex="-1" ref={heading}>{ desk.say("compare.same-borrower") }</h3>
            <div class="filters">
                { borrowers(desk, choices, choose) }
                { looks(desk, choices, choose) }
            </div>
            { chips(desk, &walked, at, choose) }
            { inside.unwrap_or_default() }
        </section>
    }
}

fn said(desk: &Desk, borrower: &Borrower) -> Answers {
    match borrower {
        Borrower::Case(at) => {
            let case = desk.state.base.knowledge.cases.get(*at);
            case.map(|case| case.answers.clone()).unwrap_or_default()
        }
        Borrower::Reader(says) => says.clone(),
    }
}

fn walk(says: &Answers, old: &Kit, new: &Kit, changed: &[Changed]) -> Vec<Walked> {
    let here = |stop: &Stop| -> Vec<usize> {
        let keys: BTreeSet<String> =
            if changed.is_empty() { BTreeSet::new() } else { &stop.keys(old) | &stop.keys(new) };
        let is_here = |at: &usize| keys.contains(&changed[*at].key);
        (0..changed.len()).filter(is_here).collect()
    };
    tour(old, says).into_iter().map(|stop| (stop.clone(), here(&stop))).collect()
}

/// What is marked on a screen: the changed texts as they stand there.
fn marked(kit: &Kit, changed: &[Changed], here: &[usize]) -> Rc<Vec<String>> {
    let texts = here.iter().filter_map(|at| kit.catalogue.find(&changed[*at].key));
    Rc::new(texts.flat_map(|text| literals(&text)).collect())
}

fn frame(
    desk: &Desk,
    choices: &Choices,
    version: &Version,
    kit: &Kit,
    stop: &Stop,
    marked: &Rc<Vec<String>>,
) -> Html {
    let title = desk.say_with(
        "compare.frame",
        &[("code", &screen_code(stop.kind(), stop.number())), ("version", &version.name)],
    );
    html! {
        <figure class="pair__one" data-version={version.id.clone()}>
            <figcaption>{ version.name.clone() }</figcaption>
            <Preview
                kit={kit.clone()}
                scene={Scene::Still(stop.clone())}
                width={choices.width}
                scheme={choices.scheme}
                {title}
                marked={Rc::clone(marked)}
            />
        </figure>
    }
}

fn borrowers(desk: &Desk, choices: &Choices, choose: &Callback<Choice>) -> Html {
    let cases = desk.state.base.knowledge.cases.iter().enumerate();
    let case = |(at, case): (usize, &crate::knowledge::Case)| {
        let is_chosen = choices.borrower == Borrower::Case(at);
        (at.to_string(), AttrValue::from(case.title.clone()), is_chosen)
    };
    let mut options: Vec<(String, AttrValue, bool)> = Vec::new();
    if matches!(choices.borrower, Borrower::Reader(_)) {
        options.push((READER.to_owned(), desk.say("compare.reader"), true));
    }
    options.extend(cases.map(case));
    let on_choose = of_some(choose, |value: String| {
        value.parse().ok().map(|at| Choice::Borrower(Borrower::Case(at), None))
    });
    select(desk, "borrower", options, &on_choose)
}

/// Chooses what a value stands for, and nothing where it stands for nothing.
fn of_some(
    choose: &Callback<Choice>,
    read: impl Fn(String) -> Option<Choice> + 'static,
) -> Callback<String> {
    let choose = choose.clone();
    Callback::from(move |value: String| {
        if let Some(choice) = read(value) {
            choose.emit(choice);
        }
    })
}

fn looks(desk: &Desk, choices: &Choices, choose: &Callback<Choice>) -> Html {
    let (on_width, on_scheme) = (choose.reform(Choice::Width), choose.reform(Choice::Scheme));
    html! {
        <>
            { width_switch(desk, "compare-width", choices.width, &on_width) }
            { scheme_switch(desk, "compare-scheme", choices.scheme, &on_scheme) }
        </>
    }
}

/// The borrower's screens in a row; those with a changed text say so.
fn chips(desk: &Desk, walked: &[Walked], at: usize, choose: &Callback<Choice>) -> Html {
    let chips = walked.iter().enumerate().map(|(place, (stop, here))| {
        let onclick = choose.reform(move |_: MouseEvent| Choice::At(place));
        let count = here.len().to_string();
        let kind = desk.say(&format!("sheet.kind-{}", stop.kind()));
        html! {
            <li>
                <button
                    type="button"
                    class="chip"
                    aria-current={(place == at).then_some("true")}
                    data-compared={stop.kind()}
                    data-changes={count.clone()}
                    title={kind.clone()}
                    {onclick}
                >
                    { screen_code(stop.kind(), stop.number()) }
                    <span class="hidden">{ kind }</span>
                    if !here.is_empty() {
                        <span class="chip__dot" aria-hidden="true"></span>
                        <span class="hidden">{ desk.say_with("compare.has-changes", &[("count", &count)]) }</span>
                    }
                </button>
            </li>
        }
    });
    html! { <ol class="chips" aria-label={desk.say("compare.screens")}>{ for chips }</ol> }
}

/// The changed texts of the screen that is shown.
fn texts_here(desk: &Desk, changed: &[Changed], here: &[usize], is_any: bool) -> Html {
    if here.is_empty() {
        let why = if is_any { "compare.none-here" } else { "compare.none-at-all" };
        return html! { <p class="empty" data-lab="none-here">{ desk.say(why) }</p> };
    }
    let texts = here.iter().map(|at| {
        let changed = &changed[*at];
        html! { <li key={changed.key.clone()}>{ change_texts(desk, changed) }</li> }
    });
    html! {
        <>
            <h4>{ desk.say("compare.on-this-screen") }</h4>
            <ul class="changes" data-lab="changes-here">{ for texts }</ul>
        </>
    }
}
