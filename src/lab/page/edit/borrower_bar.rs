use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;

use super::edit_state::EditAction;
use super::edited_borrower::EditedBorrower;

/// The choice of a borrower.
pub(super) fn borrower_bar(desk: &Desk) -> Html {
    let edit = &desk.state.edit;
    let onchange = desk.on(|event: Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        EditAction::Borrower(EditedBorrower::of(&id))
    });
    let option = |borrower: EditedBorrower, label: AttrValue| {
        html! { <option value={borrower.id()} selected={borrower == edit.borrower}>{ label }</option> }
    };
    let cases = desk.state.base.knowledge.cases.iter().enumerate();
    let cases = cases.map(|(at, case)| option(EditedBorrower::Case(at), case.title.clone().into()));
    let different = desk.press(EditAction::Borrower(EditedBorrower::Different));
    html! {
        <div class="stage__bar">
            <label class="filters__part filters__part--wide">
                <span class="quiet">{ desk.say("edit.borrower") }</span>
                <select {onchange} data-lab="borrower">
                    <optgroup label={desk.say("edit.borrower-ways")}>
                        { option(EditedBorrower::Clicked, desk.say("edit.borrower-click")) }
                        { option(EditedBorrower::Different, desk.say("edit.borrower-different")) }
                        if edit.own.is_some() {
                            { option(EditedBorrower::Own, desk.say("edit.borrower-own")) }
                        }
                    </optgroup>
                    <optgroup label={desk.say("edit.borrower-cases")}>{ for cases }</optgroup>
                </select>
            </label>
            { button("", "different", desk.say("edit.show-different"), different) }
        </div>
    }
}
