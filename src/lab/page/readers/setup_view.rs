use std::rc::Rc;

use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::readers::Setup;

use super::cases_part::cases_part;
use super::file_button::file_button;
use super::questions_part::questions_part;
use super::seed::drawn_seed;
use super::state::{Action, ReadersState, empty_setup};
use super::text_field::{button, line_field, select_field};
use super::versions_part::versions_part;

/// What the parts of the form are drawn from.
pub(super) struct Form<'a> {
    pub(super) desk: &'a Desk,
    pub(super) setup: &'a Rc<Setup>,
    pub(super) edit: &'a Callback<Setup>,
}

impl Form<'_> {
    /// A callback that changes the setup.
    pub(super) fn change<E>(&self, change: impl Fn(&mut Setup, E) + 'static) -> Callback<E> {
        let setup = Rc::clone(self.setup);
        self.edit.reform(move |event| {
            let mut setup = (*setup).clone();
            change(&mut setup, event);
            setup
        })
    }

    pub(super) fn say(&self, name: &str) -> AttrValue {
        self.desk.say(name)
    }
}

/// The form of a new test.
pub(super) fn setup_view(
    desk: &Desk,
    state: &UseReducerHandle<ReadersState>,
    act: &Callback<Action>,
) -> Html {
    let edit = act.reform(Action::Edit);
    let form = Form { desk, setup: &state.setup, edit: &edit };
    let setup = &state.setup;
    let locales = desk.state.base.locales().map(|name| (name.to_owned(), name.to_owned().into()));
    // Another locale has other texts: what was chosen for the first one is taken back.
    let locale = form.change(|setup, locale: String| {
        let fresh = empty_setup(&locale, setup.seed);
        setup.versions = fresh.versions;
        setup.questions = fresh.questions;
        setup.cannot_tell = fresh.cannot_tell;
        setup.locale = locale;
    });
    let title = form.change(|setup, title| setup.title = title);
    let cannot_tell = form.change(|setup, text| setup.cannot_tell = text);
    let open =
        file_button("open-test", desk.say("readers.open-test"), false, act.reform(Action::Bring));
    html! {
        <>
            <h2>{ desk.say("readers.new-test") }</h2>
            <p class="readers__help">{ desk.say("readers.help") }</p>
            <p>{ open }<span class="quiet">{ " " }{ desk.say("readers.open-test-help") }</span></p>
            <section class="readers__part" aria-labelledby="readers-about">
                <h3 id="readers-about">{ desk.say("readers.about") }</h3>
                <div class="readers__row">
                    { line_field("test-title", desk.say("readers.title"), &setup.title, title) }
                    { select_field("test-locale", desk.say("readers.locale"), locales, &setup.locale, locale) }
                </div>
            </section>
            { versions_part(&form) }
            { cases_part(&form) }
            { questions_part(&form) }
            <div class="readers__row">
                { line_field("cannot-tell", desk.say("readers.cannot-tell-label"), &setup.cannot_tell, cannot_tell) }
            </div>
            <p>{ button("button--main", "make-test", desk.say("readers.make"), act.reform(|()| Action::Make)) }</p>
            { clearing(&form) }
        </>
    }
}

/// The way to an empty form: folded away, so that nobody loses one by a slip.
fn clearing(form: &Form) -> Html {
    let clear = form.change(|setup, ()| *setup = empty_setup(&setup.locale, drawn_seed()));
    html! {
        <details class="readers__part" data-lab="clearing">
            <summary>{ form.say("readers.clear-form") }</summary>
            <p>{ form.say("readers.clear-form-help") }</p>
            { button("", "clear-form", form.say("readers.clear-form-now"), clear) }
        </details>
    }
}
