use std::rc::Rc;

use yew::prelude::*;

use crate::lab::compare::changed;
use crate::lab::page::button::button;
use crate::lab::page::desk::{Desk, DeskProps};
use crate::lab::page::fields::select;
use crate::lab::page::look_fields::locale_field;
use crate::lab::page::work::use_work;

use super::change_list::change_list;
use super::compare_state::CompareAction;
use super::compared_version::{ComparedVersion, named, use_version};
use super::counting::{count_audience, count_difference};
use super::everyone::everyone;
use super::side_by_side::SideBySide;
use super::version_pair::VersionPair;

/// Two versions of the wording side by side.
#[component]
pub(in crate::lab::page) fn CompareTab(DeskProps { desk }: &DeskProps) -> Html {
    let compare = &desk.state.compare;
    let heading = use_node_ref();
    let (old, new) = (use_version(desk, &compare.old), use_version(desk, &compare.new));
    let pair =
        use_memo((old.clone(), new.clone(), compare.looks.locale.clone()), |(old, new, locale)| {
            VersionPair::new(old, new, locale)
        });
    let (of_audience, of_difference) = (desk.clone(), desk.clone());
    let wanted = |is_wanted: bool| is_wanted.then(|| (*pair).clone());
    use_work(wanted(compare.audience.is_running()), move |pair, is_wanted| {
        count_audience(of_audience, pair, is_wanted)
    });
    use_work(wanted(compare.difference.is_running()), move |pair, is_wanted| {
        count_difference(of_difference, pair, is_wanted)
    });
    html! {
        <div class="compare" data-changes={pair.changed.len().to_string()}>
            <h2>{ desk.say("compare.title") }</h2>
            <p class="quiet">{ desk.say("compare.about") }</p>
            { versions_bar(desk, &old, &new) }
            if pair.changed.is_empty() {
                { nothing(desk, old.id == new.id) }
            } else {
                <SideBySide
                    desk={desk.clone()}
                    old={old.clone()}
                    new={new.clone()}
                    changed={Rc::clone(&pair.changed)}
                    heading={heading.clone()}
                />
                { everyone(desk, &pair.old) }
                { change_list(desk, &pair.changed, &heading) }
            }
            { elsewhere(desk, &pair) }
        </div>
    }
}

/// The choice of two versions and of a locale.
fn versions_bar(desk: &Desk, old: &ComparedVersion, new: &ComparedVersion) -> Html {
    let version = |hook, label, version: &ComparedVersion, choose: Callback<String>| {
        select("filters__part", hook, label, named(desk), &version.id, &choose)
    };
    let (on_old, on_new) = (desk.on(CompareAction::Old), desk.on(CompareAction::New));
    let swap = desk.press(CompareAction::Swap);
    let looks = &desk.state.compare.looks;
    let set = desk.on(CompareAction::Looks);
    html! {
        <div class="filters">
            { version("compare-old", desk.say("compare.old"), old, on_old) }
            { button("", "swap", desk.say("compare.swap"), swap) }
            { version("compare-new", desk.say("compare.new"), new, on_new) }
            { locale_field(desk, "compare-locale", desk.say("compare.locale"), looks, &set) }
        </div>
    }
}

/// Why there is nothing to compare, and what to do.
fn nothing(desk: &Desk, is_one: bool) -> Html {
    let why = if is_one { "compare.one-version" } else { "compare.no-change" };
    html! { <p class="empty" data-lab="nothing-changed">{ desk.say(why) }</p> }
}

/// In which other locales the two versions differ too.
fn elsewhere(desk: &Desk, pair: &VersionPair) -> Html {
    let shown = &desk.state.compare.looks.locale;
    let others = desk.state.base.locales().filter(|locale| locale != shown);
    let found: Vec<String> = others
        .filter_map(|locale| {
            let [one, other] = pair.edited.each_ref().map(|version| version.kit(locale).catalogue);
            let is_same = Rc::ptr_eq(&one, &other);
            let count = if is_same { 0 } else { changed(&one, &other).len() };
            (count > 0).then(|| format!("{locale} ({count})"))
        })
        .collect();
    if found.is_empty() {
        return Html::default();
    }
    let locales = found.join(", ");
    html! {
        <p class="quiet" data-lab="elsewhere">{ desk.say_with("compare.elsewhere", &[("locales", &locales)]) }</p>
    }
}
