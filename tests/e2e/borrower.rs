//! A borrower who walks through the interview and whose answers the native engine hears as well.

use std::collections::BTreeMap;

use loan_checkup::engine::{
    Answer, AnswerKind, Answers, CLOSING_LIST, CauseIx, Date, Diagnosis, Form, GivenAnswer, Grade,
    Interview, Next, OptionSet, QuestionIx, Rulebook, Said, closing_answer, diagnose, firmness,
    read_answers,
};
use loan_checkup::shipped;
use serde_json::json;

use crate::page::Page;
use crate::screen::{Question, Screen};

/// The name of the option that every question has.
const UNSURE: &str = "unsure";

/// The grade, the questions that could change the first reason, and those that could change another.
const READ_FIRMNESS: &str = "
    const [grade, rest] = ['[data-grade]', '[data-rest]'].map((hook) => root.querySelector(hook));
    return [grade.dataset.grade, grade.dataset.changes, rest?.dataset.changes ?? ''];";

/// The id of the closing list.
pub(crate) const CLOSING: &str = CLOSING_LIST;

/// What a borrower answers who has nothing special to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rest {
    Unsure,
    Clean,
}

/// A borrower: what there is to say, and what was said.
pub(crate) struct Borrower {
    pub(crate) rulebook: Rulebook,
    says: BTreeMap<String, Vec<String>>,
    rest: Rest,
    given: BTreeMap<String, GivenAnswer>,
    /// What was answered on the closing list.
    closing: BTreeMap<QuestionIx, Answer>,
    /// The ids of the screens that were asked, in order.
    pub(crate) asked: Vec<String>,
}

impl Borrower {
    /// A borrower who says these things, questions and amount fields by id, and is not sure of anything else.
    pub(crate) fn who_says(pairs: &[(&str, &str)]) -> Self {
        let mut says: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, answer) in pairs {
            says.entry((*name).to_owned()).or_default().push((*answer).to_owned());
        }
        let rulebook = shipped::rulebook();
        let (given, closing, asked) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        Self { rulebook, says, rest: Rest::Unsure, given, closing, asked }
    }

    /// The borrower for whom everything else is clean.
    pub(crate) fn otherwise_clean(self) -> Self {
        Self { rest: Rest::Clean, ..self }
    }

    /// Notes answers that a test gave in its own way.
    pub(crate) fn hear(&mut self, pairs: &[(&str, &str)]) {
        let given = |(name, answer): &(&str, &str)| {
            ((*name).to_owned(), GivenAnswer::One((*answer).to_owned()))
        };
        self.given.extend(pairs.iter().map(given));
    }

    /// Takes back an answer, to be given anew.
    pub(crate) fn forget(&mut self, question: &str) {
        self.closing.remove(&self.find(question));
        self.given.remove(question);
    }

    /// Walks on to what is shown when nothing more is asked.
    pub(crate) async fn walk(&mut self, page: &Page) -> Screen {
        let mut screen = page.screen().await;
        while screen.is_question() {
            screen = self.answer(page, &screen).await;
        }
        screen
    }

    /// Walks on to a screen, past the result where it is asked only then.
    pub(crate) async fn walk_to(
        &mut self,
        page: &Page,
        wanted: impl Fn(&Screen) -> bool,
    ) -> Screen {
        let mut screen = page.screen().await;
        while !wanted(&screen) {
            screen = if screen.is_question() {
                self.answer(page, &screen).await
            } else {
                assert!(
                    screen.has_action("continue"),
                    "the screen is never asked, only {:?}",
                    self.asked
                );
                page.go("continue").await
            };
        }
        screen
    }

    /// Answers one screen and waits for the next.
    pub(crate) async fn answer(&mut self, page: &Page, screen: &Screen) -> Screen {
        self.asked.push(screen.id.clone());
        if screen.is_list() {
            self.fill_list(page, screen).await;
            match screen.id.as_str() {
                CLOSING => self.hear_closing(page).await,
                _ => self.hear_list(page).await,
            }
            return page.go("next").await;
        }
        let mut now = screen.clone();
        while !now.is_after(screen)
            && let Some(question) =
                now.questions.iter().find(|question| self.has_yet_to_say(question))
        {
            let id = question.id.clone();
            self.answer_question(page, question).await;
            now = page.until(|now| now.is_after(screen) || now.question(&id).is_answered()).await;
        }
        let goes_on_by_itself = screen.questions.iter().all(Question::has_radios);
        if !goes_on_by_itself {
            page.tap_action("next").await;
        }
        page.after(screen).await
    }

    fn has_yet_to_say(&self, question: &Question) -> bool {
        let is_told = self.given.contains_key(&question.id)
            || question.fields.iter().any(|field| self.given.contains_key(&field.name));
        !is_told
    }

    async fn answer_question(&mut self, page: &Page, question: &Question) {
        if !question.fields.is_empty() {
            self.fill_amounts(page, question).await;
            return;
        }
        let options = self.options_for(question);
        for option in &options {
            assert!(question.offers(option), "{} does not offer {option}", question.id);
            page.tap_option(&question.id, option).await;
        }
        self.closing.remove(&self.find(&question.id));
        self.given.insert(question.id.clone(), GivenAnswer::Many(options));
    }

    fn options_for(&self, question: &Question) -> Vec<String> {
        if let Some(options) = self.says.get(&question.id) {
            return options.clone();
        }
        let rules = self.rulebook.question(self.find(&question.id));
        let clean =
            rules.options.iter().find(|choice| choice.is_clean && question.offers(&choice.id));
        let alone = rules.alone().map(|alone| &rules.options[alone.at()]);
        match clean.or(alone) {
            Some(choice) if self.rest == Rest::Clean => vec![choice.id.to_string()],
            _ => vec![UNSURE.to_owned()],
        }
    }

    async fn fill_amounts(&mut self, page: &Page, question: &Question) {
        let mut is_empty = true;
        for field in &question.fields {
            if let Some(text) = self.says.get(&field.name).and_then(|texts| texts.first()) {
                page.type_amount(&field.name, text).await;
                self.given.insert(field.name.clone(), GivenAnswer::One(text.clone()));
                is_empty = false;
            }
        }
        if is_empty {
            self.given.insert(question.id.clone(), GivenAnswer::One(UNSURE.to_owned()));
        }
    }

    /// Ticks the rows that hold, those ticked before left alone.
    async fn fill_list(&self, page: &Page, screen: &Screen) {
        if self.rest == Rest::Unsure {
            page.tap_general(UNSURE).await;
        }
        for row in &screen.questions {
            for option in row.options.iter().filter(|option| !option.is_chosen) {
                if self.says.get(&row.id).is_some_and(|said| said.contains(&option.id)) {
                    page.tap_option(&row.id, &option.id).await;
                }
            }
        }
    }

    /// Notes what the list says as it is filled in.
    async fn hear_list(&mut self, page: &Page) {
        let screen = page.screen().await;
        for (question, (_, ticks)) in rows_by_question(&screen) {
            let answer = match screen.general.iter().any(|choice| choice.is_chosen) {
                _ if !ticks.is_empty() => GivenAnswer::Many(ticks),
                true => GivenAnswer::One(UNSURE.to_owned()),
                false => GivenAnswer::One(self.denial(&screen.id, &question)),
            };
            self.closing.remove(&self.find(&question));
            self.given.insert(question, answer);
        }
    }

    /// Notes what the closing list says as it is filled in.
    pub(crate) async fn hear_closing(&mut self, page: &Page) {
        self.hear_closing_of(&page.screen().await);
    }

    /// Notes what a closing list says: an empty row denies itself and nothing else.
    pub(crate) fn hear_closing_of(&mut self, screen: &Screen) {
        let is_unsure = screen.general.iter().any(|choice| choice.is_chosen);
        for (question, (rows, ticks)) in rows_by_question(screen) {
            let at = self.find(&question);
            let rules = self.rulebook.question(at);
            let set = |ids: &[String]| -> OptionSet {
                let options = ids.iter().filter_map(|id| rules.option(id));
                options.fold(OptionSet::EMPTY, OptionSet::with)
            };
            let answer = match is_unsure {
                true if ticks.is_empty() => Answer::Unsure,
                true => closing_answer(rules, set(&ticks), set(&ticks)),
                false => closing_answer(rules, set(&rows), set(&ticks)),
            };
            self.closing.insert(at, answer);
        }
    }

    fn find(&self, question: &str) -> QuestionIx {
        self.rulebook.find_question(question).expect("the page asks what the rulebook has")
    }

    /// What an empty row of a list stands for.
    fn denial(&self, screen: &str, question: &str) -> String {
        let screen = self.rulebook.screens.iter().find(|known| &*known.id == screen);
        let Some(Form::List(rows)) = screen.map(|screen| &screen.form) else {
            panic!("a list has rows")
        };
        let row = rows.iter().find(|row| &*self.rulebook.question(row.question).id == question);
        let row = row.expect("the page shows what the rulebook has");
        self.rulebook.option(row.question, row.otherwise).id.to_string()
    }

    /// Checks that the native engine, having heard the same, would show the same.
    pub(crate) async fn check_same_natively(&self, page: &Page, shown: &Screen) {
        let native = self.native(page.day().await);
        let causes: Vec<&str> =
            native.findings.iter().map(|finding| &*self.rulebook.cause(finding.cause).id).collect();
        let strengths: Vec<&str> =
            native.findings.iter().map(|finding| finding.strength.id()).collect();
        let remedies: Vec<&str> =
            native.plan.iter().map(|step| &*self.rulebook.remedy(step.remedy).id).collect();
        assert_eq!(shown.outcome, native.outcome.id());
        assert_eq!(shown.causes, causes, "after {:?}", self.given);
        assert_eq!(shown.remedies, remedies, "after {:?}", self.given);
        if shown.kind == "result" {
            assert_eq!(shown.strengths, strengths, "after {:?}", self.given);
        }
    }

    /// Checks that the page says how firm the result is as the native engine does, and names the same questions.
    pub(crate) async fn check_firmness(&self, page: &Page) -> Grade {
        let answers = self.heard();
        let diagnosis = diagnose(&self.rulebook, &answers, page.day().await);
        let native = firmness(&self.rulebook, &answers, &diagnosis);
        let named = |questions: &[QuestionIx]| -> String {
            let ids = questions.iter().map(|question| &*self.rulebook.question(*question).id);
            ids.collect::<Vec<_>>().join(" ")
        };
        let rest = if native.changes_first.is_empty() {
            named(&native.changes_rest)
        } else {
            String::new()
        };
        let read = page.run(READ_FIRMNESS, Vec::new()).await;
        assert_eq!(read, json!([native.grade.id(), named(&native.changes_first), rest]));
        native.grade
    }

    /// Whether the question is a choice of one out of more than two.
    pub(crate) fn has_choices(&self, question: &str) -> bool {
        let question = self.rulebook.question(self.find(question));
        matches!(question.kind, AnswerKind::One) && question.options.len() > 2
    }

    /// The ids of these causes.
    pub(crate) fn causes(&self, causes: &[CauseIx]) -> Vec<String> {
        causes.iter().map(|cause| self.rulebook.cause(*cause).id.to_string()).collect()
    }

    /// The screen that the native engine asks next; of the closing list each row as well.
    pub(crate) async fn next_natively(&self, page: &Page) -> Option<String> {
        let day = page.day().await;
        let answers = self.heard();
        let diagnosis = diagnose(&self.rulebook, &answers, day);
        match Interview::new(&self.rulebook, &answers, &diagnosis).next() {
            Next::Ask(screen) => Some(self.rulebook.screen(screen).id.to_string()),
            Next::Close(rows) => {
                let row = |said: &Said| {
                    let question = self.rulebook.question(said.question);
                    [&*question.id, &*question.options[said.option.at()].id].join(" ")
                };
                Some(
                    [CLOSING.to_owned(), rows.iter().map(row).collect::<Vec<_>>().join(", ")]
                        .join(": "),
                )
            }
            Next::Finish => None,
        }
    }

    /// What the native engine says, having heard the same.
    pub(crate) fn native(&self, day: Date) -> Diagnosis {
        diagnose(&self.rulebook, &self.heard(), day)
    }

    /// What was answered.
    pub(crate) fn heard(&self) -> Answers {
        let mut answers = read_answers(&self.rulebook, self.given.clone())
            .expect("the page takes what the engine takes");
        for (question, answer) in &self.closing {
            answers.set_closing(*question, *answer);
        }
        answers
    }
}

/// The rows of each question on a list, and those of them that are ticked.
fn rows_by_question(screen: &Screen) -> BTreeMap<String, (Vec<String>, Vec<String>)> {
    let mut found: BTreeMap<String, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for row in &screen.questions {
        let (rows, ticks) = found.entry(row.id.clone()).or_default();
        for option in &row.options {
            rows.push(option.id.clone());
            ticks.extend(option.is_chosen.then(|| option.id.clone()));
        }
    }
    found
}
