use yew::prelude::*;

use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::fields::{line_field, select};

use super::cases_part::cases_part;
use super::empty_setup::empty_setup;
use super::file_button::file_button;
use super::questions_part::questions_part;
use super::readers_action::ReadersAction;
use super::seed::drawn_seed;
use super::setup_form::SetupForm;
use super::versions_part::versions_part;

/// The form of a new test.
pub(super) fn setup_view(desk: &Desk) -> Html {
    let setup = &desk.state.readers.setup;
    let form = SetupForm { desk, setup };
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
    let open = desk.on(ReadersAction::Bring);
    let (locales, label) = (desk.locales(), desk.say("readers.locale"));
    html! {
        <>
            <h2>{ desk.say("readers.new-test") }</h2>
            <p class="readers__help">{ desk.say("readers.help") }</p>
            <p>
                { file_button("open-test", desk.say("readers.open-test"), false, open) }
                <span class="quiet">{ " " }{ desk.say("readers.open-test-help") }</span>
            </p>
            <section class="readers__part" aria-labelledby="readers-about">
                <h3 id="readers-about">{ desk.say("readers.about") }</h3>
                <div class="readers__row">
                    { line_field("test-title", desk.say("readers.title"), &setup.title, &title) }
                    { select("readers__field", "test-locale", label, locales, &setup.locale, &locale) }
                </div>
            </section>
            { versions_part(&form) }
            { cases_part(&form) }
            { questions_part(&form) }
            <div class="readers__row">
                { line_field("cannot-tell", desk.say("readers.cannot-tell-label"), &setup.cannot_tell, &cannot_tell) }
            </div>
            <p>{ button("button--main", "make-test", desk.say("readers.make"), desk.press(ReadersAction::Make)) }</p>
            { clearing(&form) }
        </>
    }
}

/// The way to an empty form: folded away, so that nobody loses one by a slip.
fn clearing(form: &SetupForm) -> Html {
    let clear =
        form.change(|setup, _: MouseEvent| *setup = empty_setup(&setup.locale, drawn_seed()));
    html! {
        <details class="readers__part" data-lab="clearing">
            <summary>{ form.say("readers.clear-form") }</summary>
            <p>{ form.say("readers.clear-form-help") }</p>
            { button("", "clear-form", form.say("readers.clear-form-now"), clear) }
        </details>
    }
}
