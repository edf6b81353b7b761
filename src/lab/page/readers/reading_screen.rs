use std::rc::Rc;

use yew::prelude::*;

use crate::lab::page::preview::{Preview, Width};
use crate::lab::page::shot::Scene;
use crate::lab::page::words::Words;
use crate::lab::readers::{Bench, ReaderCode};
use crate::lab::sheet::Scheme;
use crate::widget::Kit;

/// The result of a case in the reader's version, with the borrower's situation above it.
pub(super) fn read_screen(
    words: &Words,
    kit: &Kit,
    bench: &Rc<Bench>,
    case: usize,
    heading: &NodeRef,
    go_on: &Callback<()>,
) -> Html {
    let story = &bench.plan.setup.cases[case].story;
    let is_first = bench.running.as_ref().is_none_or(|session| session.taken.is_empty());
    html! {
        <div class="reading__columns">
            <div class="reading__text">
                <h1 ref={heading.clone()} tabindex="-1" class="reading__title">{ words.say("readers.read-this") }</h1>
                if is_first {
                    <p>{ words.say("readers.welcome") }</p>
                }
                if !story.trim().is_empty() {
                    <p class="reading__story" data-lab="story">{ story.clone() }</p>
                }
            </div>
            <div class="reading__result">
                <Result kit={kit.clone()} bench={Rc::clone(bench)} {case} title={words.say("readers.page")} />
            </div>
            <p class="reading__on">
                <button type="button" class="button button--main" data-action="have-read"
                    onclick={go_on.reform(|_| ())}>{ words.say("readers.have-read") }</button>
            </p>
        </div>
    }
}

/// What a result is drawn from.
#[derive(Clone, Properties)]
struct ResultProps {
    kit: Kit,
    bench: Rc<Bench>,
    case: usize,
    title: AttrValue,
}

impl PartialEq for ResultProps {
    fn eq(&self, other: &Self) -> bool {
        self.kit == other.kit && self.case == other.case && self.title == other.title
    }
}

/// The result as a borrower sees it on a phone.
#[component]
fn Result(props: &ResultProps) -> Html {
    let ResultProps { kit, bench, case, title } = props;
    let of_case = &bench.plan.setup.cases[*case];
    let stop = use_memo((kit.clone(), *case), |(kit, _)| of_case.screen(kit));
    let Some(stop) = &*stop else { return Html::default() };
    let kit = Kit { day: of_case.day, ..kit.clone() };
    html! {
        <Preview {kit} scene={Scene::Still(stop.clone())} width={Width::Phone} scheme={Scheme::Light} title={title.clone()} />
    }
}

/// What a question is drawn from.
#[derive(Clone, Properties)]
pub(super) struct AnswerScreenProps {
    pub(super) words: Rc<Words>,
    pub(super) kit: Kit,
    pub(super) bench: Rc<Bench>,
    /// The place of the question in the plan's sheet.
    pub(super) at: usize,
    pub(super) heading: NodeRef,
    pub(super) answer: Callback<String>,
}

impl PartialEq for AnswerScreenProps {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && self.kit == other.kit && Rc::ptr_eq(&self.words, &other.words)
    }
}

/// One question; the result can be looked at again, as borrowers can.
#[component]
pub(super) fn AnswerScreen(props: &AnswerScreenProps) -> Html {
    let AnswerScreenProps { words, kit, bench, at, heading, answer } = props;
    let chosen = use_state(|| None::<String>);
    let is_missing = use_state(|| false);
    let looks_again = use_state(|| false);
    let asked = &bench.plan.sheet[*at];
    let choices = asked.choices.iter().map(|choice| {
        let label = bench.plan.label(asked, choice, &kit.catalogue);
        let is_chosen = chosen.as_ref() == Some(choice);
        let (set, id) = (chosen.setter(), choice.clone());
        let onchange = Callback::from(move |_: Event| set.set(Some(id.clone())));
        html! {
            <label class="reading__choice" key={choice.clone()}>
                <input type="radio" name="choice" value={choice.clone()} checked={is_chosen} {onchange}
                    autocomplete="off" data-choice={choice.clone()} />
                <span>{ AttrValue::from(label) }</span>
            </label>
        }
    });
    let send = {
        let (chosen, is_missing, answer) = (chosen.clone(), is_missing.setter(), answer.clone());
        Callback::from(move |_: MouseEvent| match &*chosen {
            Some(choice) => answer.emit(choice.clone()),
            None => is_missing.set(true),
        })
    };
    let look = {
        let looks_again = looks_again.clone();
        Callback::from(move |_: MouseEvent| looks_again.set(!*looks_again))
    };
    html! {
        <>
            <fieldset class="reading__question" data-question={at.to_string()}>
                <legend>
                    <h1 ref={heading.clone()} tabindex="-1" class="reading__title">
                        { bench.plan.setup.questions[asked.question].ask().to_owned() }
                    </h1>
                </legend>
                { for choices }
            </fieldset>
            <p role="alert" class="reading__missing">
                if *is_missing && chosen.is_none() { { words.say("readers.choose-one") } }
            </p>
            <div class="readers__buttons">
                <button type="button" class="button button--main" data-action="answer" onclick={send}>
                    { words.say("readers.next") }
                </button>
                <button type="button" class="button" data-action="look-again" aria-expanded={looks_again.to_string()}
                    onclick={look}>{ words.say("readers.look-again") }</button>
            </div>
            if *looks_again {
                <div class="reading__result">
                    <Result kit={kit.clone()} bench={Rc::clone(bench)} case={asked.case} title={words.say("readers.page")} />
                </div>
            }
        </>
    }
}

/// The end: thanks, and the device goes back.
pub(super) fn done_screen(
    words: &Words,
    reader: ReaderCode,
    heading: &NodeRef,
    end: &Callback<()>,
) -> Html {
    let code = reader.to_string();
    html! {
        <>
            <h1 ref={heading.clone()} tabindex="-1" class="reading__title">{ words.say("readers.thanks") }</h1>
            <p>{ words.say_with("readers.hand-back", &[("code", &code)]) }</p>
            <button type="button" class="button button--main" data-action="end-reading"
                onclick={end.reform(|_| ())}>{ words.say("readers.finish") }</button>
        </>
    }
}
