use yew::prelude::*;

use crate::lab::page::button::button;
use crate::lab::page::lab_words::LabWords;
use crate::lab::readers::{Setup, TestQuestion, TestQuestionKind};

use super::empty_setup::{RECKONED, reckoned};
use super::question_fields::question_fields;
use super::setup_form::SetupForm;

/// What readers are asked.
pub(super) fn questions_part(form: &SetupForm) -> Html {
    let setup = form.setup;
    let items = setup.questions.iter().enumerate().map(|(at, question)| item(form, at, question));
    let is_missing =
        |kind: &TestQuestionKind| setup.questions.iter().all(|one| one.kind() != *kind);
    let adds = RECKONED.into_iter().filter(is_missing).map(|kind| {
        let add = form.change(move |setup, _: MouseEvent| {
            setup.questions.push(reckoned(&LabWords::near(&setup.locale), kind));
        });
        let label = form.desk.say_of("readers.add", kind.id());
        html! { <span data-kind={kind.id()}>{ button("", "add-question", label, add) }</span> }
    });
    let add_own = form.change(|setup, _: MouseEvent| {
        setup.questions.push(TestQuestion::new(TestQuestionKind::Own, String::new()));
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

fn item(form: &SetupForm, at: usize, question: &TestQuestion) -> Html {
    let remove = form.change(move |setup, _: MouseEvent| drop(setup.questions.remove(at)));
    let up = form.change(move |setup, _: MouseEvent| setup.questions.swap(at - 1, at));
    let kind = question.kind();
    html! {
        <li key={at} class="readers__item readers__item--tall" data-kind={kind.id()}>
            <h4>
                { form.desk.say_of("readers.kind", kind.id()) }
                if at == 0 {
                    <span class="mark mark--changed">{ form.say("readers.main-question") }</span>
                }
            </h4>
            { question_fields(form, at, question) }
            <p class="readers__buttons">
                if at > 0 {
                    { button("button--quiet", "question-up", form.say("readers.up"), up) }
                }
                { button("button--quiet", "remove-question", form.say("readers.remove"), remove) }
            </p>
        </li>
    }
}
