use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::pieces::tick;
use crate::lab::sheet::{Scheme, case_letters};

use super::wanted::{WIDTHS, Wanted, ticked};

/// The choice of what the sheet shows.
pub(super) fn wanted_form(desk: &Desk, wanted: &Wanted, choose: &Callback<Wanted>) -> Html {
    html! {
        <div class="sheet__wanted">
            { cases(desk, wanted, choose) }
            <div>
                { locales(desk, wanted, choose) }
                { widths(desk, wanted, choose) }
                { schemes(desk, wanted, choose) }
            </div>
        </div>
    }
}

fn group(name: &'static str, legend: AttrValue, inside: impl Iterator<Item = Html>) -> Html {
    html! {
        <fieldset class={classes!("ticks", format!("sheet__{name}"))} data-lab={format!("sheet-{name}")}>
            <legend>{ legend }</legend>
            { for inside }
        </fieldset>
    }
}

fn cases(desk: &Desk, wanted: &Wanted, choose: &Callback<Wanted>) -> Html {
    let all = desk.state.base.clone();
    let on_tick = {
        let (wanted, all) = (wanted.clone(), all.clone());
        choose.reform(move |(name, is_ticked): (String, bool)| {
            let names = all.knowledge.cases.iter().map(|case| case.name.clone());
            Wanted { cases: ticked(names, &wanted.cases, &name, is_ticked), ..wanted.clone() }
        })
    };
    let ticks = all.knowledge.cases.iter().map(|case| {
        let place = wanted.cases.iter().position(|name| *name == case.name);
        let label = match place {
            Some(at) => format!("{} · {}", case_letters(at), case.title),
            None => case.title.clone(),
        };
        tick(label.into(), &case.name, place.is_some(), &on_tick)
    });
    group("cases", desk.say("sheet.cases"), ticks)
}

fn locales(desk: &Desk, wanted: &Wanted, choose: &Callback<Wanted>) -> Html {
    let all: Vec<String> = desk.state.base.locales().map(str::to_owned).collect();
    let on_tick = {
        let (wanted, all) = (wanted.clone(), all.clone());
        choose.reform(move |(name, is_ticked): (String, bool)| {
            let all = all.iter().cloned();
            Wanted { locales: ticked(all, &wanted.locales, &name, is_ticked), ..wanted.clone() }
        })
    };
    let ticks = all
        .iter()
        .map(|name| tick(name.clone().into(), name, wanted.locales.contains(name), &on_tick));
    group("locales", desk.say("sheet.locales"), ticks)
}

fn widths(desk: &Desk, wanted: &Wanted, choose: &Callback<Wanted>) -> Html {
    let on_tick = {
        let wanted = wanted.clone();
        choose.reform(move |(name, is_ticked): (String, bool)| {
            let width = name.parse().unwrap_or(WIDTHS[0]);
            let widths = ticked(WIDTHS.into_iter(), &wanted.widths, &width, is_ticked);
            Wanted { widths, ..wanted.clone() }
        })
    };
    let ticks = WIDTHS.iter().map(|width| {
        let (name, is_chosen) = (width.to_string(), wanted.widths.contains(width));
        tick(desk.say_with("sheet.width", &[("width", &name)]), &name, is_chosen, &on_tick)
    });
    group("widths", desk.say("sheet.widths"), ticks)
}

fn schemes(desk: &Desk, wanted: &Wanted, choose: &Callback<Wanted>) -> Html {
    let on_tick = {
        let wanted = wanted.clone();
        choose.reform(move |(name, is_ticked): (String, bool)| {
            let scheme = Scheme::read(&name).unwrap_or(Scheme::Light);
            let schemes = ticked(Scheme::ALL.into_iter(), &wanted.schemes, &scheme, is_ticked);
            Wanted { schemes, ..wanted.clone() }
        })
    };
    let ticks = Scheme::ALL.iter().map(|scheme| {
        let label = desk.say(&format!("sheet.scheme-{}", scheme.id()));
        tick(label, scheme.id(), wanted.schemes.contains(scheme), &on_tick)
    });
    group("schemes", desk.say("sheet.schemes"), ticks)
}
