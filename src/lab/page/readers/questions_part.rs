use yew::prelude::*;

use crate::lab::page::language::Language;
use crate::lab::page::words::Words;
use crate::lab::readers::{OwnQuestion, Setup, TestQuestion, TestQuestionKind};

use super::question_form::question_form;
use super::setup_view::Form;
use super::state::reckoned;
use super::text_field::button;

/// What readers are asked.
pub(super) fn questions_part(form: &Form) -> Html {
    let setup = form.setup;
    let items = setup.questions.iter().enumerate().map(|(at, question)| item(form, at, question));
    let missing =
        [TestQuestionKind::Reason, TestQuestionKind::FirstStep, TestQuestionKind::Strength]
            .into_iter()
            .filter(|kind| setup.questions.iter().all(|question| question.kind() != *kind));
    let adds = missing.map(|kind| {
        let add = form.change(move |setup, ()| {
            let words = Words::new(Language::near(&setup.locale));
            setup.questions.push(reckoned(&words, kind));
        });
        let label = form.say(&["readers.add-", kind.id()].concat());
        html! { <span data-kind={kind.id()}>{ button("", "add-question", label, add) }</span> }
    });
    let add_own = form.change(|setup, ()| {
        let choices = vec![String::new(), String::new()];
        let own = OwnQuestion { ask: String::new(), case: None, choices, right: 0 };
        setup.questions.push(TestQuestion::Own(own));
    });
    html! {
        <section class="readers__part" aria-labelledby="readers-questions">
            <h3 id="readers-questions">{ form.say("readers.questions") }</h3>
            <p class="readers__help">{ form.say("readers.questions-help") }</p>
            if setup.questions.is_empty() {
                <p class="empty">{ form.say("readers.no-questions") }</p>
            }
            <ol class="readers__list" data-lab="questions">{ for items }</ol>
            if setup.questions.len() < Setup::MOST_QUESTIONS {
                <p class="readers__buttons">
                    { for adds }
                    { button("", "add-own-question", form.say("readers.add-own"), add_own) }
                </p>
            }
        </section>
    }
}

fn item(form: &Form, at: usize, question: &TestQuestion) -> Html {
    let remove = form.change(move |setup, ()| drop(setup.questions.remove(at)));
    let up = form.change(move |setup, ()| setup.questions.swap(at - 1, at));
    let kind = question.kind();
    html! {
        <li key={at} class="readers__item readers__item--tall" data-kind={kind.id()}>
            <h4>
                { form.say(&["readers.kind-", kind.id()].concat()) }
                if at == 0 {
                    <span class="mark mark--changed">{ form.say("readers.main-question") }</span>
                }
            </h4>
            { question_form(form, at, question) }
            <p class="readers__buttons">
                if at > 0 {
                    { button("button--quiet", "question-up", form.say("readers.up"), up) }
                }
                { button("button--quiet", "remove-question", form.say("readers.remove"), remove) }
            </p>
        </li>
    }
}
