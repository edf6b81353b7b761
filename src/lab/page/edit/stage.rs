use std::rc::Rc;

use yew::prelude::*;

use crate::engine::Answers;
use crate::lab::Met;
use crate::lab::compare::literals;
use crate::lab::page::desk::Desk;
use crate::lab::page::preview::{Preview, Width};
use crate::lab::page::shot::Scene;
use crate::lab::sheet::{Scheme, screen_code};
use crate::lab::{Stop, tour};
use crate::widget::{CurrentScreen, Kit};

use super::borrower_bar::{Borrower, borrower_bar};
use super::gallery::Gallery;
use super::looks::{Looks, looks_bar};

/// What the stage is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct StageProps {
    pub(super) desk: Desk,
    /// The text that is being looked at.
    pub(super) sentence: Option<AttrValue>,
}

/// The screens of a borrower, live while somebody types.
#[component]
pub(super) fn Stage(props: &StageProps) -> Html {
    let desk = &props.desk;
    let borrower = use_state(|| Borrower::Case(0));
    let own = use_state(|| None::<Rc<Answers>>);
    let at = use_state(|| 0usize);
    let looks = use_state(|| Looks {
        locale: desk.state.base.locales().next().unwrap_or_default().to_owned(),
        width: Width::Phone,
        scheme: Scheme::Light,
    });
    let heard = use_mut_ref(|| None::<Answers>);
    let kit = desk.state.edited.kit(&looks.locale);
    let says = said(desk, &borrower, own.as_deref());
    let stops = {
        let kit = desk.state.shipped.kit(&looks.locale);
        use_memo(says.clone(), move |says| tour(&kit, says))
    };
    let has: Vec<bool> = stops.iter().map(|stop| has_sentence(stop, &kit, props)).collect();
    {
        // Where the text is not on the screen that is shown, to the first one that has it.
        let (at, has) = (at.clone(), has.clone());
        use_effect_with((props.sentence.clone(), says.clone()), move |_| {
            if !has.get(*at).copied().unwrap_or_default() {
                at.set(has.iter().position(|has| *has).unwrap_or(*at));
            }
        });
    }
    let shot = Shot {
        kit,
        width: looks.width,
        scheme: looks.scheme,
        marked: marked(desk, &looks.locale, props.sentence.as_deref()),
    };
    let keep = {
        let (own, borrower, heard) = (own.clone(), borrower.clone(), Rc::clone(&heard));
        Callback::from(move |()| {
            if let Some(answers) = heard.borrow().clone() {
                own.set(Some(Rc::new(answers)));
                borrower.set(Borrower::Own);
            }
        })
    };
    let open = {
        let (own, borrower, at) = (own.clone(), borrower.clone(), at.clone());
        Callback::from(move |met: Met| {
            own.set(Some(Rc::new(met.says)));
            borrower.set(Borrower::Own);
            at.set(met.at);
        })
    };
    let inside = match &*borrower {
        Borrower::Clicked => {
            let on_show = Callback::from(move |shown: CurrentScreen| {
                heard.replace(Some(shown.answers().clone()));
            });
            clicked(desk, &shot, on_show, &keep)
        }
        Borrower::Different => {
            let (sentence, desk) = (props.sentence.clone(), desk.clone());
            // Another sentence begins with few screens again.
            let key = sentence.as_deref().unwrap_or_default().to_owned();
            html! { <Gallery {key} {desk} {shot} {sentence} {open} /> }
        }
        Borrower::Case(_) | Borrower::Own => walked(desk, &shot, &stops, &has, &at, props),
    };
    let (set_borrower, set_looks) = (borrower.setter(), looks.setter());
    html! {
        <section class="stage" aria-label={desk.say("edit.stage")} data-lab="stage">
            { borrower_bar(desk, &borrower, own.is_some(), &Callback::from(move |one| set_borrower.set(one))) }
            { looks_bar(desk, &looks, &Callback::from(move |one| set_looks.set(one))) }
            { inside }
        </section>
    }
}

/// How a screen is drawn.
#[derive(Clone, PartialEq)]
pub(super) struct Shot {
    pub(super) kit: Kit,
    pub(super) width: Width,
    pub(super) scheme: Scheme,
    pub(super) marked: Rc<Vec<String>>,
}

impl Shot {
    /// The screen of a stop, or the widget itself.
    pub(super) fn of(&self, scene: Scene, title: AttrValue, is_small: bool) -> Html {
        html! {
            <Preview
                kit={self.kit.clone()}
                {scene}
                width={self.width}
                scheme={self.scheme}
                {title}
                marked={Rc::clone(&self.marked)}
                {is_small}
            />
        }
    }
}

fn said(desk: &Desk, borrower: &Borrower, own: Option<&Answers>) -> Answers {
    match borrower {
        Borrower::Case(at) => {
            let case = desk.state.base.knowledge.cases.get(*at);
            case.map(|case| case.answers.clone()).unwrap_or_default()
        }
        _ => own.cloned().unwrap_or_default(),
    }
}

fn has_sentence(stop: &Stop, kit: &Kit, props: &StageProps) -> bool {
    props.sentence.as_ref().is_some_and(|key| stop.keys(kit).contains(key.as_str()))
}

/// The parts of a text between its placeholders, as they stand on a screen.
fn marked(desk: &Desk, locale: &str, key: Option<&str>) -> Rc<Vec<String>> {
    let kit = desk.state.edited.kit(locale);
    let text = key.and_then(|key| kit.catalogue.find(key)).unwrap_or_default();
    Rc::new(literals(&text))
}

/// The screens of a borrower in a row, and one of them as it is.
fn walked(
    desk: &Desk,
    shot: &Shot,
    stops: &[Stop],
    has: &[bool],
    at: &UseStateHandle<usize>,
    props: &StageProps,
) -> Html {
    let shown = (**at).min(stops.len().saturating_sub(1));
    let chips = stops.iter().enumerate().map(|(place, stop)| {
        let set = at.setter();
        let onclick = Callback::from(move |_: MouseEvent| set.set(place));
        let kind = desk.say(&format!("sheet.kind-{}", stop.kind()));
        html! {
            <li>
                <button
                    type="button"
                    class="chip"
                    aria-current={(place == shown).then_some("true")}
                    data-stop={stop.kind()}
                    data-has={has[place].to_string()}
                    {onclick}
                >
                    { screen_code(stop.kind(), stop.number()) }
                    <span class="chip__kind">{ kind }</span>
                    if has[place] {
                        <span class="chip__dot" aria-hidden="true"></span>
                        <span class="hidden">{ desk.say("edit.has-sentence") }</span>
                    }
                </button>
            </li>
        }
    });
    let is_missing = props.sentence.is_some() && !has.contains(&true);
    let Some(stop) = stops.get(shown) else { return Html::default() };
    let title = desk.say_with("edit.frame", &[("code", &screen_code(stop.kind(), stop.number()))]);
    html! {
        <>
            if is_missing {
                <p class="empty" data-lab="not-here">{ desk.say("edit.not-here") }</p>
            }
            <div class={classes!("walk", format!("walk--{}", shot.width.id()))}>
                { shot.of(Scene::Still(stop.clone()), title, false) }
                <ol class="chips" aria-label={desk.say("edit.screens")}>{ for chips }</ol>
            </div>
        </>
    }
}

/// The widget itself, to click through.
fn clicked(
    desk: &Desk,
    shot: &Shot,
    on_show: Callback<CurrentScreen>,
    keep: &Callback<()>,
) -> Html {
    html! {
        <>
            <p class="stage__note">
                { desk.say("edit.click-note") }
                <button type="button" class="button" data-action="keep-borrower" onclick={keep.reform(|_| ())}>
                    { desk.say("edit.keep-borrower") }
                </button>
            </p>
            { shot.of(Scene::Live(on_show), desk.say("edit.frame-live"), false) }
        </>
    }
}
