use std::cell::Cell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::engine::Answers;
use crate::wording::ui;

use super::action::Action;
use super::closing_list::closing_list;
use super::current_screen::CurrentScreen;
use super::question_screen::question_screen;
use super::result_screen::result_screen;
use super::review_screen::review_screen;
use super::state::{Position, State};
use super::stop_scam_screen::stop_scam_screen;
use super::taken_back::taken_back_line;
use super::view::View;
use super::{Kit, ScreenKind};

/// What the page hands to the widget.
#[derive(Clone, PartialEq, Properties)]
pub struct CheckupProps {
    /// The rules, the words, the day.
    pub kit: Kit,
    /// Answers that the page sets.
    pub answers: Rc<Answers>,
    /// Answers to begin with: those that the page sets, and those that the borrower gave before.
    pub first_answers: Rc<Answers>,
    /// What the borrower did with the ready screens before the program arrived, in order.
    #[prop_or_default]
    pub done: Rc<Vec<Action>>,
    /// Hears what is shown from now on, once a change. It stands in the document at the end of the turn, before any
    /// script of the page can look.
    #[prop_or_default]
    pub on_show: Callback<CurrentScreen>,
}

/// The whole widget.
///
/// # Design
///
/// No function with hooks: there an action changes the state at once and is drawn later, and effects come a turn later
/// still. Here the state changes where it is drawn next; when a script of the page runs again, the screen stands in the
/// document, has the focus, and the page knows of it.
pub struct Checkup {
    state: Rc<State>,
    act: Callback<Action>,
    root: NodeRef,
    heading: NodeRef,
    is_by_key: Rc<Cell<bool>>,
}

impl Component for Checkup {
    type Message = Action;
    type Properties = CheckupProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let checkup = Self {
            state: start(props),
            act: context.link().callback(|action: Action| action),
            root: NodeRef::default(),
            heading: NodeRef::default(),
            is_by_key: Rc::default(),
        };
        checkup.tell(props);
        checkup
    }

    fn update(&mut self, context: &Context<Self>, action: Action) -> bool {
        self.take(context, action)
    }

    fn changed(&mut self, context: &Context<Self>, _: &CheckupProps) -> bool {
        let CheckupProps { kit, answers, .. } = context.props();
        self.take(context, Action::Given(kit.clone(), Rc::clone(answers)))
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let state = &*self.state;
        let view = View {
            kit: &state.kit,
            state,
            diagnosis: &state.known.diagnosis,
            interview: state.interview(),
            act: &self.act,
            heading: &self.heading,
            is_by_key: &self.is_by_key,
        };
        drawn(&view, &self.root)
    }
}

impl Checkup {
    /// Changes the state; whether there is anything new to draw.
    fn take(&mut self, context: &Context<Self>, action: Action) -> bool {
        let state = Rc::clone(&self.state).reduce(action);
        if Rc::ptr_eq(&state, &self.state) {
            return false;
        }
        let is_same_screen = state.is_at_screen_of(&self.state);
        self.state = state;
        if !is_same_screen {
            self.focus();
        }
        self.tell(context.props());
        true
    }

    fn tell(&self, props: &CheckupProps) {
        let screen = CurrentScreen { state: Rc::clone(&self.state), act: self.act.clone() };
        props.on_show.emit(screen);
    }

    /// Moves the focus to the heading, and the view to the top of the widget. A page may refuse it; nothing depends on it.
    fn focus(&self) {
        let (root, heading) = (self.root.clone(), self.heading.clone());
        // It waits for the drawing, which comes first, and for nothing else.
        spawn_local(async move {
            let Some(root) = root.cast::<Element>() else { return };
            root.scroll_into_view();
            let _ = heading.cast::<HtmlElement>().map(|heading| heading.focus());
        });
    }
}

/// What the state looks like.
pub(crate) fn drawn(view: &View, root: &NodeRef) -> Html {
    let lang = AttrValue::from(view.kit.catalogue.locale().to_owned());
    html! {
        <div class="checkup" part="root" ref={root} dir="ltr" {lang}>
            { taken_back_line(view) }
            { screen(view) }
            <p class="checkup__live" aria-live="polite">{ announcement(view) }</p>
        </div>
    }
}

/// The state after what happened before the program arrived.
fn start(props: &CheckupProps) -> Rc<State> {
    let given = Rc::clone(&props.answers);
    let state = Rc::new(State::new(props.kit.clone(), given, (*props.first_answers).clone()));
    props.done.iter().cloned().fold(state, State::reduce)
}

fn screen(view: &View) -> Html {
    match view.state.kind() {
        ScreenKind::Question => question_screen(view),
        ScreenKind::ClosingList => closing_list(view),
        ScreenKind::Review => review_screen(view),
        ScreenKind::StopScam => stop_scam_screen(view),
        ScreenKind::Result => result_screen(view),
        ScreenKind::Failure => Html::default(), // stands ready in the page
    }
}

/// What a screen reader is told besides the heading that takes the focus.
fn announcement(view: &View) -> AttrValue {
    match view.state.position {
        _ if view.state.is_refused => view.kit.ui(ui::ANSWER_MISSING),
        Position::Asking(_) => super::navigation::progress_text(view),
        Position::Reviewing | Position::Reading => AttrValue::default(),
    }
}
