use std::collections::VecDeque;
use std::rc::Rc;

use yew::{BaseComponent, LocalServerRenderer};

use crate::engine::{Date, Rulebook};
use crate::knowledge::Case;
use crate::lab::{Still, StillProps, Stop, tour};
use crate::widget::static_markup::{Advice, AdviceProps, Failure, StaticProps};
use crate::widget::{Kit, ScreenKind};
use crate::wording::Catalogue;

use super::{DrawnScreen, ScreenCode};

/// The drawing of screens, one after the other, so that a page can show how far it is.
pub struct Drawing {
    rulebook: Rc<Rulebook>,
    /// The wordings with the host's names put in.
    catalogues: Vec<Rc<Catalogue>>,
    left: VecDeque<Sketch>,
    done: Vec<DrawnScreen>,
}

/// A screen that is not drawn yet.
struct Sketch {
    code: ScreenCode,
    case: String,
    day: Date,
    /// None for the failure screen, which no borrower answers their way to.
    stop: Option<Stop>,
}

impl Drawing {
    /// The screens of these cases, case after case as the borrower goes, and the failure screen last.
    #[must_use]
    pub fn new(rulebook: &Rc<Rulebook>, catalogues: &[&Catalogue], cases: &[&Case]) -> Self {
        let named = |one: &Catalogue| one.clone().with_names(&[]).unwrap_or_else(|_| one.clone());
        let catalogues: Vec<Rc<Catalogue>> =
            catalogues.iter().map(|one| Rc::new(named(one))).collect();
        let mut left = VecDeque::new();
        if let Some(catalogue) = catalogues.first() {
            for (at, case) in cases.iter().enumerate() {
                let (rulebook, catalogue) = (Rc::clone(rulebook), Rc::clone(catalogue));
                let kit = Kit { rulebook, catalogue, day: case.day };
                left.extend(sketches(&kit, at, case));
            }
            let code = ScreenCode { case: 0, kind: ScreenKind::Failure, number: 1 };
            left.push_back(Sketch { code, case: String::new(), day: Date::FIRST, stop: None });
        }
        Self { rulebook: Rc::clone(rulebook), catalogues, left, done: Vec::new() }
    }

    /// How many screens are drawn, of how many; a screen counts once for all locales.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let done = self.done.len() / self.catalogues.len().max(1);
        (done, done + self.left.len())
    }

    /// Draws the next screen in every locale; false if there is none left.
    pub async fn step(&mut self) -> bool {
        let Some(sketch) = self.left.pop_front() else { return false };
        for catalogue in &self.catalogues {
            let (rulebook, catalogue) = (Rc::clone(&self.rulebook), Rc::clone(catalogue));
            let kit = Kit { rulebook, catalogue, day: sketch.day };
            let locale = kit.catalogue.locale().to_owned();
            let markup = match &sketch.stop {
                Some(stop) => drawn::<Still>(StillProps { kit, stop: stop.clone() }).await,
                None => {
                    let failure = drawn::<Failure>(StaticProps { kit: kit.clone() }).await;
                    failure + &drawn::<Advice>(AdviceProps { kit, is_short: false }).await
                }
            };
            self.done.push(DrawnScreen {
                code: sketch.code,
                case: sketch.case.clone(),
                locale,
                heading: heading(&markup).to_owned(),
                markup,
            });
        }
        true
    }

    /// What is drawn.
    #[must_use]
    pub fn into_screens(self) -> Vec<DrawnScreen> {
        self.done
    }
}

fn sketches(kit: &Kit, at: usize, case: &Case) -> Vec<Sketch> {
    let stops = tour(kit, &case.answers).into_iter();
    stops
        .map(|stop| {
            let code = ScreenCode { case: at, kind: stop.kind(), number: stop.number() };
            Sketch { code, case: case.title.clone(), day: case.day, stop: Some(stop) }
        })
        .collect()
}

async fn drawn<C: BaseComponent>(props: C::Properties) -> String {
    LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await
}

/// What the first heading of the markup says.
fn heading(markup: &str) -> &str {
    let from = markup.split_once("class=\"heading\"").and_then(|(_, rest)| rest.split_once('>'));
    from.and_then(|(_, rest)| rest.split_once('<')).map_or("", |(text, _)| text)
}
