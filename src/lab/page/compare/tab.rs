use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::lab::compare::{Audience, changed};
use crate::lab::page::desk::Desk;

use super::change_list::change_list;
use super::choices::Choices;
use super::counting::{Count, Pair};
use super::everyone::Everyone;
use super::side_by_side::SideBySide;
use super::versions_bar::{use_version, versions_bar};

/// What the part is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::lab::page) struct CompareTabProps {
    pub(in crate::lab::page) desk: Desk,
}

/// Two versions of the wording side by side.
#[component]
pub(in crate::lab::page) fn CompareTab(props: &CompareTabProps) -> Html {
    let desk = &props.desk;
    let choices =
        use_reducer(|| Choices::new(desk.state.base.locales().next().unwrap_or_default()));
    let audience = use_state(|| Count::<Audience>::None);
    let heading = use_node_ref();
    let choose = choices.dispatcher().to_callback();
    let (old, new) = (use_version(desk, &choices.old), use_version(desk, &choices.new));
    let pair = Pair { old: old.edited.kit(&choices.locale), new: new.edited.kit(&choices.locale) };
    let list = use_memo(pair.clone(), |pair| changed(&pair.old.catalogue, &pair.new.catalogue));
    let show = {
        let heading = heading.clone();
        Callback::from(move |()| {
            // Nothing depends on the focus, which brings the screens into view.
            let _ = heading.cast::<HtmlElement>().map(|heading| heading.focus());
        })
    };
    let counted = match &*audience {
        Count::Done(audience) => Some(Rc::clone(audience)),
        _ => None,
    };
    html! {
        <div class="compare" data-changes={list.len().to_string()}>
            <h2>{ desk.say("compare.title") }</h2>
            <p class="quiet">{ desk.say("compare.about") }</p>
            { versions_bar(desk, [&old, &new], &choices, &choose) }
            if list.is_empty() {
                { nothing(desk, old.id == new.id) }
            } else {
                <SideBySide
                    desk={desk.clone()}
                    choices={Rc::new((*choices).clone())}
                    choose={choose.clone()}
                    old={old.clone()}
                    new={new.clone()}
                    changed={Rc::clone(&list)}
                    {heading}
                />
                <Everyone
                    desk={desk.clone()}
                    {pair}
                    versions={[old.edited.clone(), new.edited.clone()]}
                    changed={Rc::clone(&list)}
                    audience={audience.clone()}
                />
                { change_list(desk, &list, counted.as_deref(), &choices, &choose, &show) }
            }
            { elsewhere(desk, &choices, &old.edited, &new.edited) }
        </div>
    }
}

/// Why there is nothing to compare, and what to do.
fn nothing(desk: &Desk, is_one: bool) -> Html {
    let why = if is_one { "compare.one-version" } else { "compare.no-change" };
    html! { <p class="empty" data-lab="nothing-changed">{ desk.say(why) }</p> }
}

/// In which other locales the two versions differ too.
fn elsewhere(
    desk: &Desk,
    choices: &Choices,
    old: &crate::lab::Edited,
    new: &crate::lab::Edited,
) -> Html {
    let others = desk.state.base.locales().filter(|locale| *locale != choices.locale);
    let found: Vec<String> = others
        .filter_map(|locale| {
            let [one, other] = [old, new].map(|version| version.kit(locale).catalogue);
            let is_same = Rc::ptr_eq(&one, &other);
            let count = if is_same { 0 } else { changed(&one, &other).len() };
            (count > 0).then(|| format!("{locale} ({count})"))
        })
        .collect();
    if found.is_empty() {
        return Html::default();
    }
    let list = found.join(", ");
    html! {
        <p class="quiet" data-lab="elsewhere">{ desk.say_with("compare.elsewhere", &[("locales", &list)]) }</p>
    }
}
