use yew::prelude::*;

use crate::lab::drafts::DraftSubject;
use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::draft_action::DraftAction;

/// The rules that are switched off for one sentence, with the reasons.
pub(in crate::lab::page) fn waived(desk: &Desk, locale: &str, key: &str) -> Html {
    let waivers = desk.state.edited.rules().waivers.iter();
    let own = waivers.filter(|waiver| waiver.locale == locale && waiver.key.get_ref() == key);
    let items: Vec<Html> = own
        .map(|waiver| {
            let subject = DraftSubject::waiver(&waiver.rule, locale, key);
            let unwaive = desk.press_draft(DraftAction::Put(subject, None));
            let text =
                desk.say_with("hand-in.waived", &[("rule", &waiver.rule), ("why", &waiver.why)]);
            html! {
                <li class="look" data-waiver={waiver.rule.clone()}>
                    { text }
                    { button("button--link", "unwaive", desk.say("hand-in.unwaive"), unwaive) }
                </li>
            }
        })
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    html! { <ul class="looks" data-lab="waived">{ for items }</ul> }
}
