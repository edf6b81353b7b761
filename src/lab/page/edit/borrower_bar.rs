use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::lab::page::desk::Desk;

/// Whose screens are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Borrower {
    /// A worked case, by its place.
    Case(usize),
    /// Somebody whom the user has clicked together or picked from the gallery.
    Own,
    /// The user, clicking through the interview.
    Clicked,
    /// The most different screens that have the chosen text.
    Different,
}

impl Borrower {
    fn id(self) -> String {
        match self {
            Self::Case(at) => at.to_string(),
            Self::Own => "own".to_owned(),
            Self::Clicked => "click".to_owned(),
            Self::Different => "different".to_owned(),
        }
    }

    fn of(id: &str) -> Self {
        match id {
            "own" => Self::Own,
            "click" => Self::Clicked,
            "different" => Self::Different,
            at => Self::Case(at.parse().unwrap_or(0)),
        }
    }
}

/// The choice of a borrower.
pub(super) fn borrower_bar(
    desk: &Desk,
    chosen: &Borrower,
    has_own: bool,
    choose: &Callback<Borrower>,
) -> Html {
    let onchange = choose.reform(|event: Event| {
        Borrower::of(&event.target_unchecked_into::<HtmlSelectElement>().value())
    });
    let option = |borrower: Borrower, label: AttrValue| {
        let value = borrower.id();
        html! { <option {value} selected={borrower == *chosen}>{ label }</option> }
    };
    let cases = desk.state.base.knowledge.cases.iter().enumerate();
    let cases = cases.map(|(at, case)| option(Borrower::Case(at), case.title.clone().into()));
    let different = choose.reform(|_: MouseEvent| Borrower::Different);
    html! {
        <div class="stage__bar">
            <label class="filters__part filters__part--wide">
                <span class="quiet">{ desk.say("edit.borrower") }</span>
                <select {onchange} data-lab="borrower">
                    <optgroup label={desk.say("edit.borrower-ways")}>
                        { option(Borrower::Clicked, desk.say("edit.borrower-click")) }
                        { option(Borrower::Different, desk.say("edit.borrower-different")) }
                        if has_own { { option(Borrower::Own, desk.say("edit.borrower-own")) } }
                    </optgroup>
                    <optgroup label={desk.say("edit.borrower-cases")}>{ for cases }</optgroup>
                </select>
            </label>
            <button type="button" class="button" data-action="different" onclick={different}>
                { desk.say("edit.show-different") }
            </button>
        </div>
    }
}
