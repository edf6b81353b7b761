use yew::prelude::*;

use crate::lab::Hurdle;
use crate::lab::drafts::DraftSubject;
use crate::lab::page::desk::Desk;
use crate::lab::page::objection_text::objection_text;

use super::change_list::seek_button;

/// What speaks against handing in, or should be looked at again; `name` is the hook.
pub(super) fn hurdle_list(
    desk: &Desk,
    name: &'static str,
    class: &'static str,
    heading: &str,
    hurdles: &[Hurdle],
) -> Html {
    if hurdles.is_empty() {
        return Html::default();
    }
    let items = hurdles.iter().map(|hurdle| {
        html! { <li {class} data-hurdle={<&str>::from(hurdle)}>{ said(desk, hurdle) }</li> }
    });
    html! {
        <div data-lab={name}>
            <h3>{ desk.say_with(heading, &[("count", &hurdles.len())]) }</h3>
            <ul class="looks">{ for items }</ul>
        </div>
    }
}

fn said(desk: &Desk, hurdle: &Hurdle) -> Html {
    let about = |locale: &str, key: &str| {
        html! { <>{ locale.to_owned() }{ seek_button(desk, &DraftSubject::text(locale, key)) }</> }
    };
    match hurdle {
        Hurdle::Sentence { locale, key, objection } => {
            html! { <>{ about(locale, key) }{ objection_text(&desk.state.words, objection) }</> }
        }
        Hurdle::MissingBeside { locale, key } => {
            html! { <>{ about(locale, key) }{ desk.say("hand-in.missing-beside") }</> }
        }
        Hurdle::Problem(problem) => html! {
            <>
                { desk.say("hand-in.problem") }
                { " " }
                <code lang="en">{ format!("{}: {}", problem.place, problem.message) }</code>
            </>
        },
        Hurdle::Files(fault) => html! {
            <>{ desk.say("hand-in.problem") }{ " " }<code lang="en">{ fault.to_string() }</code></>
        },
    }
}
