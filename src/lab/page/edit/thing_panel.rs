use yew::prelude::*;

use crate::lab::Thing;
use crate::lab::page::desk::Desk;

use super::filter::Filter;
use super::sentence::Sentence;

/// The texts of one thing, each in the chosen locales side by side.
pub(super) fn thing_panel(
    desk: &Desk,
    thing: &Thing,
    filter: &Filter,
    locales: &[String],
    chosen: Option<&str>,
    choose: &Callback<String>,
) -> Html {
    let keys = thing.keys.iter().filter(|key| filter.lets(&desk.state, key));
    let sentences = keys.map(|key| {
        html! {
            <Sentence
                key={key.clone()}
                desk={desk.clone()}
                of={AttrValue::from(key.clone())}
                locales={locales.to_vec()}
                is_chosen={chosen == Some(key)}
                choose={choose.clone()}
            />
        }
    });
    html! {
        <section class="texts" aria-label={desk.say("edit.texts")} data-lab="texts">
            { for sentences }
        </section>
    }
}
