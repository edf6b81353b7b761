//! A tour of every kind of screen.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::borrower::{Borrower, CLOSING};
use crate::host;
use crate::page::Page;
use crate::screen::Screen;
use crate::server::Fault;
use crate::setup::{Console, Setup};
use crate::system::System;

/// Every kind of screen that there is.
const KINDS: [&str; 12] = [
    "first question",
    "single choice",
    "multiple choice",
    "two questions",
    "list",
    "closing list",
    "amounts",
    "review",
    "findings",
    "not-enough-known",
    "stop-scam",
    "failure",
];

struct Tour<'a, L> {
    page: &'a Page,
    /// Looks at one kind of screen.
    look: L,
    place: &'a Place,
    seen: RefCell<BTreeSet<&'static str>>,
}

/// Where a tour goes: the stand-alone page, or the element in a host's page.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    path: &'static str,
    /// The host's page, if it is one.
    page: String,
    /// The file without which nothing works.
    wording: &'static str,
    /// What the page may ask for only after it has failed, because it is named in a file that it loads besides.
    last: Option<String>,
}

impl Place {
    pub(crate) fn stand_alone() -> Self {
        Self { path: "", page: String::new(), wording: "wording/zh-CN.txt", last: None }
    }

    pub(crate) fn element(locale: &str, wording: &'static str) -> Self {
        let element = format!(
            "<loan-checkup locale=\"{locale}\" save=\"ask\" loading=\"eager\"></loan-checkup>"
        );
        let last = Some(format!("embed/keeping/{locale}.html"));
        Self { path: host::PATH, page: host::page(locale, "", &element), wording, last }
    }
}

/// Opens every kind of screen once and looks at it.
pub(crate) fn every_kind_of_screen(place: &Place, system: System, look: impl AsyncFn(&Page, &str)) {
    every_kind_of_screen_in(Setup::new(), place, system, look);
}

/// The same in another setup, which may need something.
pub(crate) fn every_kind_of_screen_in(
    setup: Setup<'_>,
    place: &Place,
    system: System,
    look: impl AsyncFn(&Page, &str),
) {
    let files = [(place.path, place.page.as_str())];
    let files = if place.path.is_empty() { &files[..0] } else { &files };
    let setup = setup.at(place.path).files(files);
    setup.system(system).console(Console::MayComplain).run(async |page| {
        page.open().await;
        let tour = Tour { page, look, place, seen: RefCell::default() };
        tour.see_findings().await;
        tour.see_how_little_is_known().await;
        tour.see_the_warning().await;
        page.check_calm(Console::IsSilent).await;
        tour.see_the_failure().await;
        let seen = tour.seen.borrow();
        let missed: Vec<&&str> = KINDS.iter().filter(|kind| !seen.contains(*kind)).collect();
        assert!(missed.is_empty(), "the tour misses {missed:?}");
    });
}

impl<L: AsyncFn(&Page, &str)> Tour<'_, L> {
    async fn visit(&self, screen: &Screen) {
        let kind = kind(screen);
        let is_new = self.seen.borrow_mut().insert(kind);
        if is_new {
            (self.look)(self.page, kind).await;
        }
    }

    async fn see_findings(&self) {
        let mut borrower =
            Borrower::who_says(&[("symptom", "one-yuan-cap"), ("other-loans", "five-or-more")])
                .otherwise_clean();
        let mut screen = self.page.screen().await;
        while screen.is_question() {
            self.visit(&screen).await;
            screen = borrower.answer(self.page, &screen).await;
        }
        self.visit(&screen).await;
        self.visit(&self.page.go("review").await).await;
        self.page.go("restart").await;
    }

    async fn see_how_little_is_known(&self) {
        let mut borrower = Borrower::who_says(&[("symptom", "application-refused")]);
        self.visit(&borrower.walk(self.page).await).await;
        self.page.go("review").await;
        self.page.go("restart").await;
        let mut in_debt =
            Borrower::who_says(&[("symptom", "payout-failed"), ("other-loans", "five-or-more")]);
        let amounts = in_debt.walk_to(self.page, |screen| kind(screen) == "amounts").await;
        self.visit(&amounts).await;
        self.page.go("review").await;
        self.page.go("restart").await;
    }

    async fn see_the_warning(&self) {
        self.page.choose("symptom", "limit-gone").await;
        self.page.tap_option("warning-signs", "asked-to-pay").await;
        self.visit(&self.page.go("next").await).await;
    }

    async fn see_the_failure(&self) {
        self.page.forget_kept().await;
        self.page.server.spoil(self.place.wording, Fault::Missing);
        let before = self.page.server.requests().len();
        self.page.begin_to_load().await;
        if let Some(last) = &self.place.last {
            self.page.until_requested(before, last).await;
        }
        self.visit(&self.page.to_failure().await).await;
        self.page.settle();
    }
}

fn kind(screen: &Screen) -> &'static str {
    let has_fields = screen.questions.iter().any(|question| !question.fields.is_empty());
    let has_radios = screen.questions.iter().any(|question| question.has_radios());
    match (screen.kind.as_str(), screen.outcome.as_str()) {
        ("question", _) if screen.id == "symptom" => "first question",
        ("question", _) if screen.id == CLOSING => "closing list",
        ("question", _) if screen.is_list() => "list",
        ("question", _) if has_fields => "amounts",
        ("question", _) if screen.questions.len() > 1 => "two questions",
        ("question", _) if has_radios => "single choice",
        ("question", _) => "multiple choice",
        ("result", "findings") => "findings",
        ("result", _) => "not-enough-known",
        ("review", _) => "review",
        ("stop-scam", _) => "stop-scam",
        ("failure", _) => "failure",
        other => panic!("{other:?} is no known kind of screen"),
    }
}
