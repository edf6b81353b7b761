//! What stands ready in the page before the program, and what the program itself shows after the same touches.
//!
//! The script of the ready screens is JavaScript: here it is written down what the program shows, and
//! `tests/page/ready.test.mjs` plays the same with the script.

use std::fmt::Write as _;
use std::fs;
use std::rc::Rc;

use loan_checkup::engine::{AnswerKind, Answers, OptionIx, QuestionIx, Rulebook, ScreenIx};
use loan_checkup::ready::{ReadyScreens, ready_rules};
use loan_checkup::widget::{Action, CurrentScreen, Kit, ScreenKind};
use serde_json::{Value, json};

use crate::borrowers::Draw;
use crate::folder;

/// How many borrowers go to and fro at random.
const AT_RANDOM: u64 = 4_000;

/// How much each of them does.
const TOUCHES: usize = 14;

/// One touch, in the words that the script writes down.
type Touch = (&'static str, Option<(QuestionIx, Option<OptionIx>)>);

#[test]
fn what_the_program_shows_of_the_first_screens_is_written_down() {
    let game = Game::new();
    let mut text = ready_rules(&game.kit, &game.ready).to_string();
    text.push('\n');
    let mut count = 0;
    for touches in game.straight() {
        count += 1;
        writeln!(text, "{}", game.played(&[], &touches)).expect("a text takes all");
    }
    for number in 0..AT_RANDOM {
        let mut draw = Draw::new(number);
        let known = game.known(&mut draw);
        let touches = game.at_random(&known, &mut draw);
        count += 1;
        writeln!(text, "{}", game.played(&known, &touches)).expect("a text takes all");
    }
    assert!(count > 6_000, "{count} interviews");
    let file = [env!("CARGO_TARGET_TMPDIR"), "/ready.jsonl"].concat();
    fs::write(&file, text).unwrap_or_else(|error| panic!("{file}: {error}"));
}

/// All warnings stand ready as one screen, so a number to call must be right for each.
#[test]
fn warnings_that_name_different_numbers_cannot_stand_ready() {
    let mut rulebook = folder::knowledge().rulebook;
    assert!(ReadyScreens::new(&rulebook).is_ok());
    let mut steps = rulebook.remedies.iter_mut();
    let step = steps.find(|step| *step.id == *"cancel-what-was-handed-over");
    step.expect("it is a step").call.push("95188".to_owned());
    let problem = ReadyScreens::new(&rulebook).expect_err("only some warnings name it");
    assert_eq!(problem.message, "the warnings name different numbers to call");
}

struct Game {
    kit: Kit,
    ready: ReadyScreens,
}

impl Game {
    fn new() -> Self {
        let knowledge = folder::knowledge();
        let catalogue = knowledge.catalogues.into_iter().next().expect("there is a locale");
        let catalogue = catalogue.with_names(&[]).expect("the default names can be used");
        let kit = Kit::new(knowledge.rulebook, catalogue, folder::day());
        let ready = ReadyScreens::new(&kit.rulebook).expect("the shipped rulebook can stand ready");
        Self { kit, ready }
    }

    fn rulebook(&self) -> &Rulebook {
        &self.kit.rulebook
    }

    /// Every symptom with every set of signs, and every message with at most one sign.
    fn straight(&self) -> Vec<Vec<Touch>> {
        let [symptom, signs, message] =
            [0, 1, 2].map(|at| self.questions(self.ready.screens[at])[0]);
        let mut all = Vec::new();
        let all_signs: Vec<OptionIx> =
            OptionIx::all(self.rulebook().question(signs).options.len()).collect();
        for of_symptom in self.options(symptom) {
            let begin = [("tap", Some((symptom, of_symptom)))];
            for set in 1..1_usize << all_signs.len() {
                let ticked = all_signs.iter().copied().filter(|option| set >> option.at() & 1 == 1);
                let ticked = ticked.map(|option| ("toggle", Some((signs, Some(option)))));
                let mut touches: Vec<Touch> = begin.into_iter().chain(ticked).collect();
                touches.extend([("next", None), ("tap", Some((message, None)))]);
                all.push(touches);
            }
            for sign in self.options(signs) {
                for of_message in self.options(message) {
                    let mut touches: Vec<Touch> = begin.to_vec();
                    touches.extend([
                        ("toggle", Some((signs, sign))),
                        ("next", None),
                        ("tap", Some((message, of_message))),
                        ("back", None),
                        ("back", None),
                    ]);
                    all.push(touches);
                }
            }
        }
        all
    }

    /// What a page knows already: mostly nothing.
    fn known(&self, draw: &mut Draw) -> Vec<(QuestionIx, OptionIx)> {
        let questions: Vec<QuestionIx> =
            self.ready.screens.iter().flat_map(|screen| self.questions(*screen)).collect();
        let is_known = |_: &QuestionIx| draw.is_one_in(8);
        let known: Vec<QuestionIx> = questions.into_iter().filter(is_known).collect();
        let of = |question: QuestionIx| {
            let options = self.rulebook().question(question).options.len();
            (question, OptionIx::all(options).nth(draw.place(options)).expect("it is one of them"))
        };
        known.into_iter().map(of).collect()
    }

    /// What somebody touches who can touch only what is shown.
    fn at_random(&self, known: &[(QuestionIx, OptionIx)], draw: &mut Draw) -> Vec<Touch> {
        let mut shown = self.first(known);
        let mut touches = Vec::new();
        for _ in 0..TOUCHES {
            let touch = self.touch(&shown, draw);
            shown = shown.after(self.action(touch));
            touches.push(touch);
        }
        touches
    }

    fn touch(&self, shown: &CurrentScreen, draw: &mut Draw) -> Touch {
        let Some(screen) = self.ready_screen(shown) else {
            let may_doubt = shown.kind() == ScreenKind::StopScam && shown.can_be_doubted();
            return if may_doubt && draw.is_one_in(3) {
                ("continue", None)
            } else {
                ("back", None)
            };
        };
        let question = self.questions(screen)[0];
        match draw.below(10) {
            0 if shown.can_go_back() => ("back", None),
            1 if shown.can_go_back() => ("review", None),
            2 if Some(screen) == self.after() && shown.remaining() > 0 => ("finish", None),
            2..=4 => ("next", None),
            _ => {
                let options = shown.options_of(question);
                let option = draw.one_of(&options);
                let is_one = matches!(self.rulebook().question(question).kind, AnswerKind::One);
                let word = if !is_one { "toggle" } else { draw.one_of(&["tap", "choose"]) };
                (word, Some((question, option)))
            }
        }
    }

    fn first(&self, known: &[(QuestionIx, OptionIx)]) -> CurrentScreen {
        let mut answers = Answers::new();
        for (question, option) in known {
            answers.choose(*question, *option);
        }
        CurrentScreen::first(self.kit.clone(), Rc::new(answers))
    }

    /// One interview: what was known, then each touch and what is shown after it.
    fn played(&self, known: &[(QuestionIx, OptionIx)], touches: &[Touch]) -> Value {
        let mut shown = self.first(known);
        let given: serde_json::Map<String, Value> = known
            .iter()
            .map(|(at, option)| (self.id(*at).to_owned(), json!([self.option(*at, Some(*option))])))
            .collect();
        let mut steps = vec![json!([self.told(&shown)])];
        for touch in touches {
            shown = shown.after(self.action(*touch));
            let about = touch.1.map(|(at, option)| json!([self.id(at), self.option(at, option)]));
            steps.push(json!([self.told(&shown), touch.0, about]));
        }
        json!({ "known": given, "steps": steps })
    }

    /// What is shown, as the script tells it.
    fn told(&self, shown: &CurrentScreen) -> Value {
        let is_warning = shown.kind() == ScreenKind::StopScam;
        let screen = self.ready_screen(shown).map(|at| &self.rulebook().screen(at).id);
        if screen.is_none() && !is_warning {
            return json!("waiting");
        }
        json!({
            "kind": shown.kind().hook(),
            "screen": screen.map_or("", |id| id),
            "answered": shown.answers().len(),
            "remaining": shown.remaining(),
            "canGoBack": shown.can_go_back(),
            "canBeDoubted": is_warning && shown.can_be_doubted(),
            "steps": if is_warning { self.steps(shown) } else { Vec::new() },
        })
    }

    /// The steps of the warning that is shown.
    fn steps(&self, shown: &CurrentScreen) -> Vec<&str> {
        let plan = shown.result().map_or(&[][..], |diagnosis| &diagnosis.plan);
        plan.iter().map(|step| &*self.rulebook().remedy(step.remedy).id).collect()
    }

    /// What is asked of who takes a warning back.
    fn after(&self) -> Option<ScreenIx> {
        self.ready.after_warning.map(|(_, screen)| screen)
    }

    /// The ready screen that is shown, if it is one.
    fn ready_screen(&self, shown: &CurrentScreen) -> Option<ScreenIx> {
        let mut ready = self.ready.screens.iter().copied().chain(self.after());
        ready.find(|at| *self.rulebook().screen(*at).id == *shown.screen_id())
    }

    fn action(&self, (word, about): Touch) -> Action {
        let about = about.map(|(at, option)| [self.id(at), self.option(at, option)]);
        let about = about.as_ref().map_or(&[][..], |about| &about[..]);
        Action::recorded(self.rulebook(), word, about).expect("the words are the script's")
    }

    fn questions(&self, screen: ScreenIx) -> Vec<QuestionIx> {
        self.rulebook().screen(screen).questions().collect()
    }

    /// The options of a question, and not being sure.
    fn options(&self, question: QuestionIx) -> Vec<Option<OptionIx>> {
        let options = OptionIx::all(self.rulebook().question(question).options.len());
        options.map(Some).chain([None]).collect()
    }

    fn id(&self, question: QuestionIx) -> &str {
        &self.rulebook().question(question).id
    }

    fn option(&self, question: QuestionIx, option: Option<OptionIx>) -> &str {
        option.map_or("unsure", |option| &self.rulebook().option(question, option).id)
    }
}
