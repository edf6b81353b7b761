use strum::VariantArray;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::desk::Desk;
use super::focus::focus_on;
use super::hand_in::draft_bar;
use super::lab_action::LabAction;
use super::listening::use_keys;
use super::tab::Tab;

/// The keys that the help names, by the names of the texts that say what they do.
const KEYS: [(&str, &str); 4] = [
    ("/", "shell.key-search"),
    ("Alt+1 \u{2026} Alt+5", "shell.key-tabs"),
    ("Ctrl+Z", "shell.key-undo"),
    ("Ctrl+Shift+Z", "shell.key-redo"),
];

/// The name of the lab, its parts, the draft, help, and the other language.
pub(super) fn header(desk: &Desk) -> Html {
    let other = desk.state.words.language.other();
    let speak = desk.press(LabAction::Speak(other));
    html! {
        <header class="bar">
            <h1 class="bar__title">{ desk.say("shell.title") }</h1>
            { tabs(desk) }
            { draft_bar(desk) }
            { help(desk) }
            <button type="button" class="button button--quiet" lang={other.tag()} data-action="speak" onclick={speak}>
                { desk.say("shell.other-language") }
            </button>
        </header>
    }
}

fn tabs(desk: &Desk) -> Html {
    let tabs = Tab::VARIANTS.iter().map(|tab| {
        let is_open = desk.state.tab == *tab;
        let onclick = desk.press(LabAction::Open(*tab));
        html! {
            <button
                type="button"
                role="tab"
                class="tab"
                id={format!("tab-{}", tab.id())}
                aria-selected={is_open.to_string()}
                aria-controls={format!("panel-{}", tab.id())}
                tabindex={if is_open { "0" } else { "-1" }}
                data-tab={tab.id()}
                {onclick}
            >
                { desk.say_of("shell.tab", tab.id()) }
            </button>
        }
    });
    let (act, open) = (desk.act.clone(), desk.state.tab);
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowRight" => open.neighbour(1),
            "ArrowLeft" => open.neighbour(Tab::VARIANTS.len() - 1),
            _ => return,
        };
        event.prevent_default();
        act.emit(LabAction::Open(to));
        focus_on(&format!("#tab-{}", to.id()));
    });
    html! {
        <div role="tablist" class="tabs" aria-label={desk.say("shell.tabs")} {onkeydown}>{ for tabs }</div>
    }
}

/// How the lab is used, in the order of its parts, and its keys.
fn help(desk: &Desk) -> Html {
    let steps = Tab::VARIANTS.iter().map(|tab| {
        html! {
            <>
                <dt>{ desk.say_of("shell.tab", tab.id()) }</dt>
                <dd>{ desk.say_of("shell.help", tab.id()) }</dd>
            </>
        }
    });
    let keys = KEYS.into_iter().map(|(keys, text)| {
        html! { <><dt><kbd>{ keys }</kbd></dt><dd>{ desk.say(text) }</dd></> }
    });
    html! {
        <details class="help" data-lab="help">
            <summary class="button button--quiet">{ desk.say("shell.help") }</summary>
            <div class="help__inside">
                <p>{ desk.say("shell.help-all") }</p>
                <dl>{ for steps }</dl>
                <h2>{ desk.say("shell.keys") }</h2>
                <dl>{ for keys }</dl>
            </div>
        </details>
    }
}

/// Alt with a digit opens a part, wherever one is.
#[hook]
pub(super) fn use_tab_keys(desk: &Desk) {
    let act = desk.act.clone();
    use_keys(move |event| {
        // The code of the key, because some systems type another sign with Alt.
        let digit = event.code().strip_prefix("Digit").and_then(|digit| digit.parse().ok());
        let tab = digit.and_then(|digit: usize| Tab::VARIANTS.get(digit.checked_sub(1)?).copied());
        let tab = tab.filter(|_| event.alt_key() && !event.ctrl_key());
        if let Some(tab) = tab {
            act.emit(LabAction::Open(tab));
        }
        tab.is_some()
    });
}
