use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::lab::drafts::DraftSubject;
use crate::lab::page::desk::Desk;
use crate::lab::page::drafting::DraftAction;
use crate::lab::page::state::Action;

/// What switching a rule off is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::lab::page) struct WaiveButtonProps {
    pub(in crate::lab::page) desk: Desk,
    /// The locale of the sentence.
    pub(in crate::lab::page) locale: AttrValue,
    /// The key of the sentence.
    pub(in crate::lab::page) of: AttrValue,
    /// The rule.
    pub(in crate::lab::page) rule: AttrValue,
}

/// Switches a rule off for one sentence, which takes a written reason.
#[component]
pub(in crate::lab::page) fn WaiveButton(props: &WaiveButtonProps) -> Html {
    let WaiveButtonProps { desk, locale, of, rule } = props;
    let is_open = use_state(|| false);
    let reason = use_state(String::new);
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(*is_open, move |_| {
            // Nothing depends on the focus.
            let _ = field.cast::<HtmlTextAreaElement>().map(|field| field.focus());
        });
    }
    if !*is_open {
        let open = is_open.setter();
        let onclick = Callback::from(move |_: MouseEvent| open.set(true));
        return html! {
            <button type="button" class="button button--link" data-action="waive" data-rule={rule.clone()} {onclick}>
                { desk.say("hand-in.waive") }
            </button>
        };
    }
    let oninput = {
        let reason = reason.setter();
        Callback::from(move |event: InputEvent| {
            reason.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        })
    };
    let why = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_empty = why.is_empty();
    let yes = {
        let subject = DraftSubject::waiver(rule, locale, of);
        desk.act.reform(move |_: MouseEvent| {
            Action::Draft(DraftAction::Put(subject.clone(), Some(why.clone())))
        })
    };
    let close = is_open.setter();
    let no = Callback::from(move |_: MouseEvent| close.set(false));
    html! {
        <div class="waive" data-lab="waive">
            <label>
                <span>{ desk.say("hand-in.waive-why") }</span>
                <textarea ref={field} rows="2" value={(*reason).clone()} data-lab="waive-why" {oninput} />
            </label>
            <button type="button" class="button" data-action="waive-yes" disabled={is_empty} onclick={yes}>
                { desk.say("hand-in.waive-yes") }
            </button>
            <button type="button" class="button button--link" data-action="waive-no" onclick={no}>
                { desk.say("hand-in.waive-no") }
            </button>
        </div>
    }
}

/// What the list of waivers is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::lab::page) struct WaivedProps {
    pub(in crate::lab::page) desk: Desk,
    /// The locale of the sentence.
    pub(in crate::lab::page) locale: AttrValue,
    /// The key of the sentence.
    pub(in crate::lab::page) of: AttrValue,
}

/// The rules that are switched off for one sentence, with the reasons.
#[component]
pub(in crate::lab::page) fn Waived(props: &WaivedProps) -> Html {
    let WaivedProps { desk, locale, of } = props;
    let waivers = desk.state.edited.rules().waivers.iter();
    let own = waivers.filter(|waiver| *locale == waiver.locale && *of == *waiver.key.get_ref());
    let items: Vec<Html> = own
        .map(|waiver| {
            let subject = DraftSubject::waiver(&waiver.rule, locale, of);
            let onclick = desk
                .act
                .reform(move |_: MouseEvent| Action::Draft(DraftAction::Put(subject.clone(), None)));
            let values = [("rule", waiver.rule.as_str()), ("why", waiver.why.as_str())];
            html! {
                <li class="look" data-waiver={waiver.rule.clone()}>
                    { desk.say_with("hand-in.waived", &values) }
                    <button type="button" class="button button--link" data-action="unwaive" {onclick}>
                        { desk.say("hand-in.unwaive") }
                    </button>
                </li>
            }
        })
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    html! { <ul class="looks" data-lab="waived">{ for items }</ul> }
}
