use yew::prelude::*;

use crate::lab::drafts::DraftSubject;
use crate::lab::page::desk::Desk;
use crate::lab::page::draft_action::DraftAction;
use crate::lab::page::fields::written_lines;
use crate::lab::page::hand_in::{WaiveButton, waived};
use crate::lab::page::objection_text::objection_text;
use crate::lab::{Objection, ObjectionKind};

use super::edit_state::EditAction;
use super::where_read::where_read;

/// One sentence in several locales, with where it is read and what there is to say of it.
pub(super) fn sentence(desk: &Desk, key: &AttrValue) -> Html {
    let edit = &desk.state.edit;
    let is_chosen = edit.sentence.as_ref() == Some(key);
    let onfocusin = {
        let (act, key) = (desk.act.clone(), key.clone());
        Callback::from(move |_: FocusEvent| {
            if !is_chosen {
                act.emit(EditAction::Sentence(key.clone()).into());
            }
        })
    };
    let cells = edit.locales.iter().map(|locale| cell(desk, key, locale));
    let slot = slot_name(desk, key);
    html! {
        <article
            key={key.to_string()}
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
    let known = slot_names(key).into_iter().find(|name| desk.state.words.has(name));
    let slot = key.rsplit('.').next().unwrap_or_default();
    known.map_or_else(|| slot.to_owned().into(), |name| desk.say(&name))
}

/// The names of the texts that may say what the slot of a key is: of this very one, and of all of the kind.
pub(in crate::lab::page) fn slot_names(key: &str) -> [String; 2] {
    let mut parts = key.split('.');
    let kind = parts.next().unwrap_or_default();
    let slot = parts.nth(1).unwrap_or_default();
    [format!("edit.slot-{kind}-{slot}"), format!("edit.slot-{kind}")]
}

fn cell(desk: &Desk, key: &AttrValue, locale: &str) -> Html {
    let state = &desk.state;
    let text = state.edited.text(locale, key).unwrap_or_default().to_owned();
    let id = format!("text-{locale}-{}", key.replace('.', "-"));
    // Where nothing is shipped, an emptied field means none again.
    let is_shipped = state.shipped.text(locale, key).is_some();
    let subject = DraftSubject::text(locale, key);
    let oninput = desk.drafts.reform(move |event: InputEvent| {
        let text = Some(written_lines(&event)).filter(|text| !text.is_empty() || is_shipped);
        DraftAction::Put(subject.clone(), text)
    });
    let objections =
        state.checked.as_ref().map(|checked| checked.of(locale, key)).unwrap_or_default();
    let objections_id = format!("{id}-looks");
    let has_error = objections.iter().any(Objection::is_error);
    let count = text.chars().count();
    html! {
        <div class="cell" data-locale={locale.to_owned()}>
            <label class="cell__label" for={id.clone()}>{ locale.to_owned() }</label>
            <textarea
                {id}
                rows={rows(&text)}
                lang={locale.to_owned()}
                value={text.clone()}
                aria-describedby={objections_id.clone()}
                aria-invalid={has_error.to_string()}
                spellcheck="false"
                data-sentence={key.clone()}
                {oninput}
            />
            <div class="cell__under">
                <span class="quiet">{ desk.say_with("edit.characters", &[("count", &count)]) }</span>
                { taking_back(desk, key, locale) }
            </div>
            <ul class="looks" id={objections_id} aria-live="polite">
                { for objections.iter().map(|objection| said_of(desk, key, locale, objection)) }
            </ul>
            { waived(desk, locale, key) }
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
    let shipped = desk.state.shipped.text(locale, key).unwrap_or_default().to_owned();
    let reset = desk.press_draft(DraftAction::Reset(DraftSubject::text(locale, key)));
    html! {
        <>
            <span class="mark mark--changed">{ desk.say("edit.mark-changed") }</span>
            <button type="button" class="button button--link" title={shipped} data-action="take-back" onclick={reset}>
                { desk.say("edit.take-back") }
            </button>
        </>
    }
}

fn said_of(desk: &Desk, key: &AttrValue, locale: &str, objection: &Objection) -> Html {
    let (class, severity, word) = match objection.is_error() {
        true => ("look look--bad", "error", "edit.error"),
        false => ("look look--warn", "warning", "edit.warning"),
    };
    html! {
        <li {class} data-look={severity}>
            <strong>{ desk.say(word) }</strong>
            { objection_text(&desk.state.words, objection) }
            if let ObjectionKind::Rule(remark) = &objection.kind {
                <WaiveButton
                    key={remark.rule.clone()}
                    desk={desk.clone()}
                    of={DraftSubject::waiver(&remark.rule, locale, key)}
                />
            }
        </li>
    }
}
