use yew::prelude::*;

use crate::lab::page::fields::{line_field, lines_field, select};
use crate::lab::readers::{OwnQuestion, Setup, TestQuestion};

use super::setup_form::SetupForm;

/// The words of a question, and for an own one its choices.
pub(super) fn question_fields(form: &SetupForm, at: usize, question: &TestQuestion) -> Html {
    let ask = form.change(move |setup, text| *setup.questions[at].ask_mut() = text);
    let own = question.own().map(|own| own_fields(form, at, own));
    html! {
        <>
            { line_field("ask", form.say("readers.ask"), question.ask(), &ask) }
            { own }
        </>
    }
}

fn own_fields(form: &SetupForm, at: usize, own: &OwnQuestion) -> Html {
    let change = |set: fn(&mut OwnQuestion, String)| {
        form.change(move |setup: &mut Setup, text| {
            if let TestQuestion::Own(own) = &mut setup.questions[at] {
                set(own, text);
            }
        })
    };
    let choices = change(|own, text| {
        own.choices = text.split('\n').map(str::to_owned).collect();
        own.right = own.right.min(own.choices.len() - 1);
    });
    let right = change(|own, place| own.right = place.parse().unwrap_or(0));
    let case = change(|own, name| own.case = Some(name).filter(|name| !name.is_empty()));
    let places = own.choices.iter().enumerate();
    let places = places.map(|(place, choice)| (place.to_string(), choice.clone().into()));
    let every = core::iter::once((String::new(), form.say("readers.every-case")));
    let cases = form.setup.cases.iter();
    let cases = cases.map(|case| (case.name.clone(), case.title.clone().into()));
    let chosen = own.case.clone().unwrap_or_default();
    html! {
        <>
            { lines_field("own-choices", form.say("readers.own-choices"), &own.choices.join("\n"), &choices) }
            <div class="readers__row">
                { select("readers__field", "own-right", form.say("readers.own-right"), places, &own.right.to_string(), &right) }
                { select("readers__field", "own-case", form.say("readers.own-case"), every.chain(cases), &chosen, &case) }
            </div>
        </>
    }
}
