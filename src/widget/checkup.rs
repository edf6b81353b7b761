use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::engine::{Answers, Outcome};
use crate::wording::ui;

use super::Kit;
use super::action::Action;
use super::closing_list::closing_list;
use super::current_screen::CurrentScreen;
use super::question_screen::question_screen;
use super::result_screen::result_screen;
use super::review_screen::review_screen;
use super::state::{Position, State, Station};
use super::stop_scam_screen::stop_scam_screen;
use super::view::View;

/// What the page hands to the widget.
#[derive(Clone, PartialEq, Properties)]
pub struct CheckupProps {
    /// The rules, the words, the day.
    pub kit: Kit,
    /// Answers that the page sets.
    pub answers: Rc<Answers>,
    /// Answers to begin with: those that the page sets, and those that the borrower gave before.
    pub first_answers: Rc<Answers>,
    /// The option of the first question that was tapped before the program arrived.
    #[prop_or_default]
    pub tapped: Option<AttrValue>,
    /// The option that had the focus before the program arrived.
    #[prop_or_default]
    pub focused: Option<AttrValue>,
    /// Hears what is shown, each time anything changes.
    #[prop_or_default]
    pub on_show: Callback<CurrentScreen>,
}

/// The whole widget.
#[component]
pub fn Checkup(props: &CheckupProps) -> Html {
    let state = {
        let props = props.clone();
        use_reducer(move || start(&props))
    };
    let root = use_node_ref();
    let heading = use_node_ref();
    let is_by_key = use_mut_ref(|| Rc::new(Cell::new(false)));
    let at_first = match (&props.tapped, &props.focused) {
        (Some(_), _) => FirstFocus::Heading,
        (None, Some(option)) => FirstFocus::Option(option.clone()),
        (None, None) => FirstFocus::Nothing,
    };
    use_focus_on_change(&root, &heading, (state.place, state.path.clone()), at_first);
    let act = state.dispatcher().to_callback();
    {
        let act = act.clone();
        use_effect_with(Rc::clone(&props.answers), move |given| {
            act.emit(Action::Given(Rc::clone(given)));
        });
    }
    {
        let (on_show, shown) =
            (props.on_show.clone(), CurrentScreen { state: state.clone(), act: act.clone() });
        use_effect(move || on_show.emit(shown));
    }
    let view = View {
        kit: &props.kit,
        state: &state,
        diagnosis: &state.known.diagnosis,
        interview: state.known.interview(&props.kit),
        act: &act,
        heading: &heading,
        is_by_key: &is_by_key.borrow().clone(),
    };
    drawn(&view, &root)
}

/// What the state looks like.
pub(crate) fn drawn(view: &View, root: &NodeRef) -> Html {
    let lang = AttrValue::from(view.kit.catalogue.locale().to_owned());
    html! {
        <div class="checkup" part="root" ref={root} dir="ltr" {lang}>
            { screen(view) }
            <p class="checkup__live" aria-live="polite">{ announcement(view) }</p>
        </div>
    }
}

/// The state after what happened before the program arrived.
fn start(props: &CheckupProps) -> State {
    let given = Rc::clone(&props.answers);
    let state = State::new(props.kit.clone(), given, (*props.first_answers).clone());
    let question = props.kit.rulebook.symptom;
    let early = props.tapped.as_ref().and_then(|tapped| {
        let Some(Station::Screen(screen)) = state.asked() else { return None };
        let option = props.kit.rulebook.question(question).option(tapped);
        Some(Action::Tapped { screen, question, option })
    });
    match early {
        Some(action) => (*Rc::new(state).reduce(action)).clone(),
        None => state,
    }
}

fn screen(view: &View) -> Html {
    match (view.state.place, view.diagnosis.outcome) {
        (Position::Asking(_), _) if view.state.asked() == Some(Station::Closing) => {
            closing_list(view)
        }
        (Position::Asking(_), _) => question_screen(view),
        (Position::Reviewing, _) => review_screen(view),
        (Position::Reading, Outcome::StopScam) => stop_scam_screen(view),
        (Position::Reading, Outcome::Findings | Outcome::NotEnoughKnown) => result_screen(view),
    }
}

/// What a screen reader is told besides the heading that takes the focus.
fn announcement(view: &View) -> AttrValue {
    match view.state.place {
        _ if view.state.is_refused => view.kit.ui(ui::ANSWER_MISSING),
        Position::Asking(_) => super::navigation::progress_text(view),
        Position::Reviewing | Position::Reading => AttrValue::default(),
    }
}

/// What takes the focus when the widget takes the place of the ready markup.
enum FirstFocus {
    Nothing,
    Heading,
    Option(AttrValue),
}

/// Moves the view to the top of the widget and the focus to the heading whenever the screen changes.
#[hook]
fn use_focus_on_change<T: PartialEq + 'static>(
    root: &NodeRef,
    heading: &NodeRef,
    screen: T,
    at_first: FirstFocus,
) {
    let (root, heading) = (root.clone(), heading.clone());
    let is_first = use_mut_ref(|| true);
    use_effect_with(screen, move |_| {
        let is_first = is_first.replace(false);
        let Some(root) = root.cast::<HtmlElement>() else { return };
        let target = match at_first {
            FirstFocus::Nothing if is_first => None,
            FirstFocus::Option(value) if is_first => {
                let selector = ["input[value=\"", &value, "\"]"].concat();
                root.query_selector(&selector)
                    .ok()
                    .flatten()
                    .and_then(|input| input.dyn_into().ok())
            }
            _ => {
                root.scroll_into_view();
                heading.cast::<HtmlElement>()
            }
        };
        // Focus may be refused by the page; nothing depends on it.
        let _ = target.map(|target| target.focus());
    });
}
