use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::ticks::ticks;
use crate::lab::sheet::{Scheme, case_letters};

use super::sheet_state::SheetAction;
use super::wanted_sheet::{WIDTHS, WantedSheet};

/// The choice of what the sheet shows.
pub(super) fn wanted_form(desk: &Desk) -> Html {
    let wanted = &desk.state.sheet.wanted;
    let legend = |name: &str| html! { <legend>{ desk.say(name) }</legend> };
    let cases = desk.state.base.knowledge.cases.iter().map(|case| {
        let label = match wanted.cases.iter().position(|name| *name == case.name) {
            Some(at) => format!("{} · {}", case_letters(at), case.title),
            None => case.title.clone(),
        };
        (case.name.clone(), case.name.clone(), label.into())
    });
    let locales = desk.locales().into_iter().map(|(name, label)| (name.clone(), name, label));
    let widths = WIDTHS.map(|width| {
        (width, width.to_string(), desk.say_with("sheet.width", &[("width", &width)]))
    });
    let schemes = Scheme::ALL
        .map(|scheme| (scheme, scheme.id().to_owned(), desk.say_of("sheet.scheme", scheme.id())));
    let on_cases = set(desk, |wanted, cases| wanted.cases = cases);
    let on_locales = set(desk, |wanted, locales| wanted.locales = locales);
    let on_widths = set(desk, |wanted, widths| wanted.widths = widths);
    let on_schemes = set(desk, |wanted, schemes| wanted.schemes = schemes);
    html! {
        <div class="sheet__wanted">
            { ticks("sheet__cases", "sheet-cases", legend("sheet.cases"), cases.collect(), &wanted.cases, &on_cases) }
            <div>
                { ticks("sheet__locales", "sheet-locales", legend("sheet.locales"), locales.collect(), &wanted.locales, &on_locales) }
                { ticks("sheet__widths", "sheet-widths", legend("sheet.widths"), widths.into(), &wanted.widths, &on_widths) }
                { ticks("sheet__schemes", "sheet-schemes", legend("sheet.schemes"), schemes.into(), &wanted.schemes, &on_schemes) }
            </div>
        </div>
    }
}

/// Wants something else of one kind.
fn set<T: 'static>(desk: &Desk, set: fn(&mut WantedSheet, Vec<T>)) -> Callback<Vec<T>> {
    let wanted = desk.state.sheet.wanted.clone();
    desk.on(move |list| {
        let mut wanted = wanted.clone();
        set(&mut wanted, list);
        SheetAction::Want(wanted)
    })
}
