use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::hand_in::{WaiveButton, Waived};
use crate::lab::page::look_text::look_text;
use crate::lab::page::state::Action;
use crate::lab::{Objection, ObjectionKind};

use super::screens::where_read;

/// What a sentence is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SentenceProps {
    pub(super) desk: Desk,
    /// Its key.
    pub(super) of: AttrValue,
    /// In which locales it is shown, side by side.
    pub(super) locales: Vec<String>,
    /// Whether the screens beside it are about this one.
    pub(super) is_chosen: bool,
    pub(super) choose: Callback<String>,
}

/// One sentence in several locales, with where it is read and what there is to say of it.
#[component]
pub(super) fn Sentence(props: &SentenceProps) -> Html {
    let SentenceProps { desk, of: key, locales, is_chosen, choose } = props;
    let name = key.to_string();
    let onfocusin = choose.reform(move |_: FocusEvent| name.clone());
    let cells = locales.iter().map(|locale| cell(desk, key, locale));
    let slot = slot_name(desk, key);
    html! {
        <article
            class={classes!("sentence", is_chosen.then_some("sentence--chosen"))}
            data-key={key.clone()}
            {onfocusin}
        >
            <h3 class="sentence__name">
                { slot }
                <code>{ key.clone() }</code>
            </h3>
            <p class="quiet" data-lab="where-read">{ where_read(desk, key) }</p>
            <div class="sentence__cells">{ for cells }</div>
        </article>
    }
}

/// The slot in plain words where the lab knows it, such as "title".
fn slot_name(desk: &Desk, key: &str) -> AttrValue {
    let mut parts = key.split('.');
    let kind = parts.next().unwrap_or_default();
    let slot = parts.nth(1).unwrap_or_default();
    let exact = format!("edit.slot-{kind}-{slot}");
    let of_kind = format!("edit.slot-{kind}");
    match (desk.state.words.has(&exact), desk.state.words.has(&of_kind)) {
        (true, _) => desk.say(&exact),
        (_, true) => desk.say(&of_kind),
        _ => slot.to_owned().into(),
    }
}

fn cell(desk: &Desk, key: &AttrValue, locale: &str) -> Html {
    let state = &desk.state;
    let text = state.edited.text(locale, key).unwrap_or_default().to_owned();
    let id = format!("text-{locale}-{}", key.replace('.', "-"));
    let (of, to) = (key.to_string(), locale.to_owned());
    let oninput = desk.act.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        Action::Write { locale: to.clone(), key: of.clone(), text }
    });
    let looks = state.checked.as_ref().map(|checked| checked.of(locale, key)).unwrap_or_default();
    let looks_id = format!("{id}-looks");
    let has_error = looks.iter().any(Objection::is_error);
    let count = text.chars().count().to_string();
    html! {
        <div class="cell" data-locale={locale.to_owned()}>
            <label class="cell__label" for={id.clone()}>{ locale.to_owned() }</label>
            <textarea
                {id}
                rows={rows(&text)}
                lang={locale.to_owned()}
                value={text.clone()}
                aria-describedby={looks_id.clone()}
                aria-invalid={has_error.to_string()}
                spellcheck="false"
                data-sentence={key.clone()}
                {oninput}
            />
            <div class="cell__under">
                <span class="quiet">{ desk.say_with("edit.characters", &[("count", &count)]) }</span>
                { taking_back(desk, key, locale) }
            </div>
            <ul class="looks" id={looks_id} aria-live="polite">
                { for looks.iter().map(|look| said_of(desk, key, locale, look)) }
            </ul>
            <Waived desk={desk.clone()} locale={locale.to_owned()} of={key.clone()} />
        </div>
    }
}

/// About as many lines as the text takes in a narrow column.
fn rows(text: &str) -> &'static str {
    let is_wide = |c: char| !c.is_ascii();
    let width: usize = text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum();
    match width {
        0..=40 => "1",
        41..=80 => "2",
        81..=120 => "3",
        121..=200 => "5",
        _ => "8",
    }
}

fn taking_back(desk: &Desk, key: &AttrValue, locale: &str) -> Html {
    if !desk.state.is_changed(locale, key) {
        return Html::default();
    }
    let shipped = desk.state.base.text(locale, key).unwrap_or_default().to_owned();
    let (of, to) = (key.to_string(), locale.to_owned());
    let onclick = desk
        .act
        .reform(move |_: MouseEvent| Action::TakeBack { locale: to.clone(), key: of.clone() });
    html! {
        <>
            <span class="mark mark--changed">{ desk.say("edit.mark-changed") }</span>
            <button type="button" class="button button--link" title={shipped} data-action="take-back" {onclick}>
                { desk.say("edit.take-back") }
            </button>
        </>
    }
}

fn said_of(desk: &Desk, key: &AttrValue, locale: &str, look: &Objection) -> Html {
    let (class, word) = match look.is_error() {
        true => ("look look--bad", "edit.error"),
        false => ("look look--warn", "edit.warning"),
    };
    let severity = if look.is_error() { "error" } else { "warning" };
    html! {
        <li {class} data-look={severity}>
            <strong>{ desk.say(word) }</strong>
            { look_text(&desk.state.words, look) }
            if let ObjectionKind::Rule(remark) = &look.kind {
                <WaiveButton
                    key={remark.rule.clone()}
                    desk={desk.clone()}
                    locale={locale.to_owned()}
                    of={key.clone()}
                    rule={remark.rule.clone()}
                />
            }
        </li>
    }
}
