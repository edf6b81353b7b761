use std::rc::Rc;

use futures_executor::block_on;
use serde_json::{Map, Value, json};
use yew::{BaseComponent, Callback, LocalServerRenderer};

use crate::embed::snapshot;
use crate::engine::{
    AnswerKind, Answers, Date, Finding, Interview, OptionIx, QuestionIx, RemedyIx, Rulebook, Said,
    ScreenIx, Step, SymptomSet, diagnose,
};
use crate::widget::static_markup::{
    OutOfReach, OutOfReachProps, StaticProps, Waiting, Warnings, WarningsProps,
};
use crate::widget::{Action, Checkup, CheckupProps, Kit};
use crate::wording::ui;

use super::{ReadyScreens, ReadyWarning, ReadyWarnings};

/// The name of the option that every question has.
const UNSURE: &str = "unsure";

/// The digits of the table of warnings; the first stands for none.
const DIGITS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// The screen that stands in the page before anything is done.
#[must_use]
pub fn first_screen(kit: &Kit) -> String {
    drawn_after(kit, Vec::new())
}

/// The other ready screens, the warnings and what stands in for the program while it is not there, out of sight, with all
/// that a script needs to know of the rules. `hotline` is the official number to call.
///
/// # Errors
///
/// A sentence that says that there are too many warnings for the table.
pub fn ready_markup(kit: &Kit, ready: &ReadyScreens, hotline: &str) -> Result<String, String> {
    if ready.warnings.warnings.len() >= DIGITS.len() {
        return Err(format!("there are {} warnings", ready.warnings.warnings.len()));
    }
    let mut markup = String::new();
    for at in 1..ready.screens.len() {
        markup += &drawn_after(kit, unsure_until(&kit.rulebook, ready, at));
    }
    if let Some(question) = ready.after_warning {
        markup += &drawn_after(kit, taken_back(&kit.rulebook, ready, question.0));
    }
    markup += &all_warnings(kit, ready);
    markup += &drawn::<Waiting>(StaticProps { kit: kit.clone() });
    markup += &drawn::<OutOfReach>(out_of_reach(kit, hotline));
    let rules = ready_rules(kit, ready).to_string().replace('&', "&amp;").replace('\'', "&#39;");
    Ok(format!("<template id=\"checkup-ready\" data-rules='{rules}'>{markup}</template>"))
}

/// One screen with the reasons and steps of every warning, each once, because most of them share most.
fn all_warnings(kit: &Kit, ready: &ReadyScreens) -> String {
    let warnings = &ready.warnings.warnings;
    let Some(first) =
        warnings.iter().find(|one| !one.may_be_doubted_for.is_empty()).or(warnings.first())
    else {
        return String::new();
    };
    let symptom = first.may_be_doubted_for.first();
    let symptom = symptom.map(|option| Said { question: kit.rulebook.symptom, option: *option });
    let signs: Vec<Said> = first.signs.iter().copied().chain(symptom).collect();
    let (mut findings, mut plan) = (Vec::<Finding>::new(), Vec::<Step>::new());
    for warning in warnings {
        let diagnosis = ready.warnings.diagnosis(&kit.rulebook, warning);
        for finding in diagnosis.findings {
            if !findings.iter().any(|known| known.cause == finding.cause) {
                findings.push(finding);
            }
        }
        for step in diagnosis.plan {
            if !plan.iter().any(|known| known.remedy == step.remedy) {
                plan.push(step);
            }
        }
    }
    let done = warned(&kit.rulebook, ready, &signs);
    drawn::<Warnings>(WarningsProps { kit: kit.clone(), done, findings, plan })
}

/// What is shown after these actions.
fn drawn_after(kit: &Kit, done: Vec<Action>) -> String {
    let none = Rc::new(Answers::new());
    let props = CheckupProps {
        kit: kit.clone(),
        answers: Rc::clone(&none),
        first_answers: none,
        done: Rc::new(done),
        on_show: Callback::noop(),
    };
    drawn::<Checkup>(props)
}

fn drawn<C: BaseComponent>(props: C::Properties) -> String {
    block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

/// The steps of a borrower of whom nothing but the symptom is known, or not even that.
fn steps(rulebook: &Rulebook, symptom: Option<OptionIx>) -> Vec<RemedyIx> {
    let mut answers = Answers::new();
    if let Some(symptom) = symptom {
        answers.choose(rulebook.symptom, symptom);
    }
    let plan = diagnose(rulebook, &answers, Date::FIRST).plan;
    plan.iter().map(|step| step.remedy).collect()
}

/// Every symptom, and that none is known.
fn symptoms(rulebook: &Rulebook) -> impl Iterator<Item = Option<OptionIx>> {
    let options = OptionIx::all(rulebook.question(rulebook.symptom).options.len());
    options.map(Some).chain([None])
}

/// The id of a symptom, or of not knowing.
fn symptom_id(rulebook: &Rulebook, symptom: Option<OptionIx>) -> &str {
    symptom.map_or(UNSURE, |option| &rulebook.option(rulebook.symptom, option).id)
}

fn out_of_reach(kit: &Kit, hotline: &str) -> OutOfReachProps {
    let mut all = Vec::new();
    for step in symptoms(&kit.rulebook).flat_map(|symptom| steps(&kit.rulebook, symptom)) {
        if !all.contains(&step) {
            all.push(step);
        }
    }
    OutOfReachProps { kit: kit.clone(), steps: all, hotline: hotline.to_owned() }
}

/// Not sure of anything, up to that screen.
fn unsure_until(rulebook: &Rulebook, ready: &ReadyScreens, at: usize) -> Vec<Action> {
    let screens = ready.screens.iter().take(at);
    screens.flat_map(|screen| answered(rulebook, *screen, &[])).collect()
}

/// Goes on with these signs and is warned, not sure of anything else.
fn warned(rulebook: &Rulebook, ready: &ReadyScreens, signs: &[Said]) -> Vec<Action> {
    let has_sign = |screen: &ScreenIx| {
        rulebook.screen(*screen).questions().any(|at| signs.iter().any(|sign| sign.question == at))
    };
    let last = ready.screens.iter().rposition(has_sign).map_or(0, |at| at + 1);
    let screens = ready.screens.iter().take(last);
    screens.flat_map(|screen| answered(rulebook, *screen, signs)).collect()
}

/// Is warned, goes back, is not sure of it any more, says why, goes on and comes back: by then nothing stops any more, and
/// all the ways on are there.
fn taken_back(rulebook: &Rulebook, ready: &ReadyScreens, question: QuestionIx) -> Vec<Action> {
    let mut signs = ready.warnings.signs.iter().filter(|sign| sign.question != question);
    let Some(sign) = signs.next() else { return Vec::new() };
    let rules = rulebook.question(question);
    let why =
        OptionIx::all(rules.options.len()).find(|option| Some(*option) != rules.after_warning);
    let mut done = warned(rulebook, ready, &[*sign]);
    done.extend([Action::WentBack, action(rulebook, sign.question, None), Action::WentOn]);
    done.extend([action(rulebook, question, why), Action::WentOn, Action::WentBack]);
    done
}

/// The answers on a screen, and on: these, and not sure of what is not among them.
fn answered(rulebook: &Rulebook, screen: ScreenIx, said: &[Said]) -> Vec<Action> {
    let mut actions = Vec::new();
    for question in rulebook.screen(screen).questions() {
        let options = said.iter().filter(|said| said.question == question);
        let mut chosen: Vec<Option<OptionIx>> = options.map(|said| Some(said.option)).collect();
        if chosen.is_empty() {
            chosen.push(None);
        }
        actions.extend(chosen.into_iter().map(|option| action(rulebook, question, option)));
    }
    actions.push(Action::WentOn);
    actions
}

fn action(rulebook: &Rulebook, question: QuestionIx, option: Option<OptionIx>) -> Action {
    match rulebook.question(question).kind {
        AnswerKind::One | AnswerKind::Money(_) => Action::Chose { question, option },
        AnswerKind::Many { .. } => Action::Toggled { question, option },
    }
}

/// What the script needs to know of the rules, by name; `www/ready/interview.js` says what each is for.
#[must_use]
pub fn ready_rules(kit: &Kit, ready: &ReadyScreens) -> Value {
    let rulebook = &kit.rulebook;
    let question_id = |at: QuestionIx| rulebook.question(at).id.as_str();
    let option_id = |said: Said| rulebook.option(said.question, said.option).id.as_str();
    let screen = |at: &ScreenIx| {
        let screen = rulebook.screen(*at);
        json!([screen.id, screen.questions().map(question_id).collect::<Vec<_>>()])
    };
    let after = ready.after_warning.map(|(question, screen)| {
        let assumed = rulebook.question(question).after_warning;
        let assumed = assumed.map(|option| option_id(Said { question, option }));
        json!({ "screen": rulebook.screen(screen).id, "question": question_id(question), "assumed": assumed })
    });
    let warnings = &ready.warnings;
    let doubted = |warning: &ReadyWarning| -> Vec<&str> {
        let known = warning.may_be_doubted_for.iter().map(|option| Some(*option));
        let unsure = warning.may_be_doubted_for_unsure.then_some(None);
        known.chain(unsure).map(|symptom| symptom_id(rulebook, symptom)).collect()
    };
    let digit = |place: &Option<usize>| char::from(DIGITS[place.map_or(0, |place| place + 1)]);
    let (offered, alone) = options(rulebook, ready);
    let steps: Map<String, Value> = symptoms(rulebook)
        .map(|symptom| {
            let ids = steps(rulebook, symptom).into_iter().map(|at| &*rulebook.remedy(at).id);
            (symptom_id(rulebook, symptom).to_owned(), json!(ids.collect::<Vec<_>>()))
        })
        .collect();
    let told = told(rulebook, warnings);
    let to_come = to_come(rulebook, ready);
    let progress: Map<String, Value> = (to_come..=to_come + ready.screens.len())
        .chain([0])
        .map(|remaining| (remaining.to_string(), json!(*kit.progress(remaining))))
        .collect();
    json!({
        "screens": ready.screens.iter().map(screen).collect::<Vec<_>>(),
        "symptom": question_id(rulebook.symptom),
        "symptoms": symptoms(rulebook).flatten().map(|at| symptom_id(rulebook, Some(at))).collect::<Vec<_>>(),
        "offered": offered,
        "tells": tells(rulebook, ready),
        "alone": alone,
        "after": after,
        "signs": warnings.signs.iter().map(|said| [question_id(said.question), option_id(*said)]).collect::<Vec<_>>(),
        "rulebook": { "version": *rulebook.version, "hash": *rulebook.hash },
        "findings": told.iter().map(|told| &told["findings"]).collect::<Vec<_>>(),
        "plans": told.iter().map(plan).collect::<Vec<_>>(),
        "doubted": warnings.warnings.iter().map(doubted).collect::<Vec<_>>(),
        "warnings": warnings.of_signs.iter().map(digit).collect::<String>(),
        "needs": warnings.also_depend_on.iter().flat_map(|at| answer_names(rulebook, *at)).collect::<Vec<_>>(),
        "toCome": to_come,
        "progress": progress,
        "steps": steps,
        "missing": *kit.ui(ui::ANSWER_MISSING),
    })
}

/// What the program tells a page of each warning.
fn told(rulebook: &Rulebook, warnings: &ReadyWarnings) -> Vec<Value> {
    let told = |warning: &ReadyWarning| {
        let told = snapshot::diagnosis(rulebook, &warnings.diagnosis(rulebook, warning));
        serde_json::from_str(&told).expect("what is told is JSON")
    };
    warnings.warnings.iter().map(told).collect()
}

/// The steps of a warning by name, in their order.
fn plan(told: &Value) -> Vec<&Value> {
    told["plan"].as_array().into_iter().flatten().map(|step| &step["remedy"]).collect()
}

/// By which names a page gives an answer to the question.
fn answer_names(rulebook: &Rulebook, at: QuestionIx) -> Vec<&str> {
    let question = rulebook.question(at);
    match &question.kind {
        AnswerKind::Money(ratio) => ratio.fields.iter().map(|field| &**field).collect(),
        _ => vec![&question.id],
    }
}

/// For which symptoms an option is offered, where not for all, as a set of bits; and which option of a question stands
/// alone.
fn options(rulebook: &Rulebook, ready: &ReadyScreens) -> (Map<String, Value>, Map<String, Value>) {
    let (mut offered, mut alone) = (Map::new(), Map::new());
    let screens = ready.screens.iter().chain(ready.after_warning.iter().map(|(_, screen)| screen));
    for at in screens.flat_map(|screen| rulebook.screen(*screen).questions()) {
        let question = rulebook.question(at);
        let sets: Map<String, Value> = question
            .options
            .iter()
            .map(|option| (option, symptoms_of(rulebook, option.offered)))
            .filter(|(_, set)| set.count_ones() as usize + 1 < symptoms(rulebook).count())
            .map(|(option, set)| (option.id.to_string(), json!(set)))
            .collect();
        if !sets.is_empty() {
            offered.insert(question.id.to_string(), json!(sets));
        }
        if let Some(option) = question.alone() {
            alone.insert(question.id.to_string(), json!(question.options[option.at()].id));
        }
    }
    (offered, alone)
}

/// Which answers to another question tell the symptom of who does not know it.
fn tells(rulebook: &Rulebook, ready: &ReadyScreens) -> Map<String, Value> {
    let questions = ready.screens.iter().flat_map(|screen| rulebook.screen(*screen).questions());
    let others = questions.filter(|question| *question != rulebook.symptom);
    let told = |at: QuestionIx| {
        let question = rulebook.question(at);
        let of = |option: OptionIx| {
            let mut answers = Answers::new();
            answers.choose(at, option);
            let symptom = diagnose(rulebook, &answers, Date::FIRST).facts.symptom()?;
            let id = json!(symptom_id(rulebook, Some(symptom)));
            Some((question.options[option.at()].id.to_string(), id))
        };
        let told: Map<String, Value> =
            OptionIx::all(question.options.len()).filter_map(of).collect();
        (!told.is_empty()).then(|| (question.id.to_string(), json!(told)))
    };
    others.filter_map(told).collect()
}

/// The symptoms as bits, the first the lowest.
fn symptoms_of(rulebook: &Rulebook, set: SymptomSet) -> u32 {
    let all = OptionIx::all(rulebook.question(rulebook.symptom).options.len());
    all.filter(|symptom| set.has(Some(*symptom))).map(|symptom| 1 << symptom.at()).sum()
}

/// About how many screens follow the ready ones.
fn to_come(rulebook: &Rulebook, ready: &ReadyScreens) -> usize {
    let none = Answers::new();
    let diagnosis = diagnose(rulebook, &none, Date::FIRST);
    Interview::new(rulebook, &none, &diagnosis).remaining() - ready.screens.len()
}
