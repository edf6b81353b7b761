use yew::prelude::*;

use crate::lab::page::button::button;

use super::case_result::CaseResult;
use super::reader_view::ReaderView;

/// What a question is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AnswerScreenProps {
    pub(super) view: ReaderView,
    /// The place of the question in the plan's sheet.
    pub(super) at: usize,
    pub(super) answer: Callback<String>,
}

/// One question; the result can be looked at again, as borrowers can.
#[component]
pub(super) fn AnswerScreen(AnswerScreenProps { view, at, answer }: &AnswerScreenProps) -> Html {
    let ReaderView { words, kit, bench, heading } = view;
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
                { button("button--main", "answer", words.say("readers.next"), send) }
                <button type="button" class="button" data-action="look-again" aria-expanded={looks_again.to_string()}
                    onclick={look}>{ words.say("readers.look-again") }</button>
            </div>
            if *looks_again {
                <CaseResult view={view.clone()} case={asked.case} />
            }
        </>
    }
}
