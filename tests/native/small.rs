//! Small rulebooks drawn at random, and every way to answer what is open in them: what tests by brute force stand on.

use std::fmt::Write;

use loan_checkup::engine::{
    Answer, AnswerKind, AnswerOption, Answers, Cause, CauseIx, Condition, Date, Decibans, Effect,
    Evidence, Facts, Fix, Form, Group, GroupIx, HardFact, OptionIx, OptionSet, Question,
    QuestionIx, Ratio, Remedy, RemedyIx, Risk, Row, Rulebook, Screen, ShownOn, Standing,
    SymptomSet, Who, always_has_first_step, closing_answer,
};

use crate::borrowers::{Draw, Ticks, amounts, random_answer};
use crate::folder;
use crate::strategy::RULEBOOK;

/// What is frequent in a rulebook, in hundredths, so that each part of the reasoning is at stake in some of them.
#[derive(Clone, Copy)]
struct Taste {
    /// Questions of kind many.
    many: u32,
    /// Options that are clean.
    clean: u32,
    /// Rulebooks in which the page says something.
    page: u32,
    /// Causes that cannot be seen from outside.
    unseen: u32,
    /// Questions with a weight in a cause.
    weighs: u32,
    /// Causes with an answer that settles them, and with one that rules them out.
    decides: u32,
    /// Hard facts with a condition of a kind.
    conditions: u32,
    /// Rulebooks with a cause that stops the interview.
    stops: u32,
    /// Pairs of causes of which one triggers the other.
    links: u32,
    /// By what priors and weights are divided; small weights let clean answers decide.
    divisor: i32,
}

impl Taste {
    fn of(seed: u64) -> Self {
        let usual = Self {
            many: 30,
            clean: 30,
            page: 60,
            unseen: 25,
            weighs: 45,
            decides: 30,
            conditions: 30,
            stops: 25,
            links: 15,
            divisor: 1,
        };
        match seed % 8 {
            1 => Self { clean: 55, unseen: 50, weighs: 25, divisor: 6, ..usual },
            3 => Self { page: 100, decides: 75, conditions: 60, ..usual },
            5 => Self { stops: 90, decides: 45, links: 40, ..usual },
            7 => Self { many: 75, weighs: 60, ..usual },
            _ => usual,
        }
    }
}

/// A valid rulebook of three to six causes and four to seven questions; its settings are the shipped ones, except
/// for how many reasons, rows and steps are shown.
pub(crate) fn rulebook(seed: u64) -> Rulebook {
    let (mut draw, taste) = (Draw::new(seed), Taste::of(seed));
    let groups = groups(&mut draw);
    let questions = questions(&mut draw, taste, groups.len());
    let mut settings = RULEBOOK.settings.clone();
    settings.most_findings = small(draw.between(2, 4));
    settings.closing_rows = small(draw.between(2, 6));
    settings.most_steps = small(draw.between(4, 7));
    let mut rulebook = Rulebook {
        version: format!("small-{seed}"),
        hash: format!("{seed:016x}"),
        settings,
        symptom: QuestionIx(0),
        screens: screens(&mut draw, &questions),
        questions,
        groups,
        causes: Vec::new(),
        remedies: Vec::new(),
        sources: Vec::new(),
    };
    let causes = draw.between(3, 6);
    rulebook.causes =
        (0..causes).map(|at| cause(&mut draw, taste, &rulebook, at, causes)).collect();
    give_every_question_a_weight(&mut draw, taste, &mut rulebook);
    rulebook.remedies = remedies(&mut draw, causes);
    bind_remedies(&mut draw, taste, &mut rulebook);
    rulebook
}

fn small(number: usize) -> u8 {
    u8::try_from(number).expect("a small number")
}

pub(crate) fn option(at: usize) -> OptionIx {
    OptionIx(small(at))
}

fn groups(draw: &mut Draw) -> Vec<Group> {
    (0..draw.between(1, 2))
        .map(|at| Group {
            id: format!("group-{at}"),
            cap: Decibans::from_tenths(draw.one_of(&[30, 60, 60, 90, 120])),
        })
        .collect()
}

fn questions(draw: &mut Draw, taste: Taste, groups: usize) -> Vec<Question> {
    let symptoms = draw.between(1, 2);
    let mut questions = vec![Question {
        id: "symptom".to_owned(),
        kind: AnswerKind::One,
        named: false,
        effort: 10,
        applies: SymptomSet::ALL,
        after_warning: None,
        on_page: false,
        group: None,
        options: (0..symptoms).map(|at| choice(at, 5000)).collect(),
    }];
    let on_page = draw.percent(taste.page).then(|| draw.between(1, 3));
    for at in 1..draw.between(4, 7) {
        let mut question = question(draw, taste, at, on_page == Some(at), symptoms);
        question.group = draw.percent(60).then(|| GroupIx(small(draw.place(groups))));
        questions.push(question);
    }
    questions
}

fn question(draw: &mut Draw, taste: Taste, at: usize, on_page: bool, symptoms: usize) -> Question {
    let is_many = !on_page && draw.percent(taste.many);
    let is_money = !on_page && !is_many && draw.percent(15);
    let most = if is_many || is_money { 3 } else { 4 };
    let count = draw.between(2, most);
    let mut options: Vec<AnswerOption> =
        (0..count).map(|at| choice(at, draw.one_of(&[300, 600, 1500, 3000, 6000]))).collect();
    for (place, choice) in options.iter_mut().enumerate() {
        choice.is_clean = draw.percent(taste.clean);
        let other = draw.place(count);
        choice.becomes = (draw.percent(30) && other != place).then(|| option(other));
        if place > 0 && draw.percent(10) {
            choice.offered = SymptomSet::NONE.with(option(0));
        }
    }
    let kind = if is_many {
        let alone = draw.percent(60).then(|| option(count));
        options.extend(alone.map(|_| {
            let mut none = choice(count, 5000);
            (none.id, none.is_clean) = ("none".to_owned(), draw.percent(70));
            none
        }));
        AnswerKind::Many { alone }
    } else if is_money {
        options.iter_mut().for_each(|band| band.offered = SymptomSet::ALL);
        AnswerKind::Money(ratio(draw, at, count))
    } else {
        AnswerKind::One
    };
    let applies = match symptoms {
        2 if draw.percent(15) => SymptomSet::NONE.with(option(draw.place(2))),
        _ => SymptomSet::ALL,
    };
    Question {
        id: format!("question-{at}"),
        kind,
        named: draw.percent(20),
        effort: draw.one_of(&[10, 15, 20]),
        applies,
        after_warning: None,
        on_page,
        group: None,
        options,
    }
}

fn ratio(draw: &mut Draw, at: usize, bands: usize) -> Ratio {
    let below = (1..bands).map(|band| u32::try_from(band * 3000).ok()).chain([None]).collect();
    Ratio {
        fields: [format!("part-{at}"), format!("whole-{at}")],
        numerator: small(draw.place(2)),
        below,
    }
}

fn choice(at: usize, base_rate: u16) -> AnswerOption {
    AnswerOption {
        id: format!("option-{at}"),
        base_rate,
        is_clean: false,
        offered: SymptomSet::ALL,
        becomes: None,
    }
}

/// The symptom on a screen of its own in front; the other questions one or two to a screen, or on lists.
fn screens(draw: &mut Draw, questions: &[Question]) -> Vec<Screen> {
    let place = |at: usize| QuestionIx(small(at));
    let screen = |id: String, place: Option<u8>, form: Form| Screen { id, place, form };
    let mut screens = vec![screen("start".to_owned(), Some(1), Form::Full(vec![place(0)]))];
    let mut at = 1;
    while at < questions.len() {
        let id = format!("screen-{at}");
        let is_pair = |at: usize| {
            let question: Option<&Question> = questions.get(at);
            question.is_some_and(|q| matches!(q.kind, AnswerKind::One) && q.options.len() == 2)
        };
        let count = if draw.percent(30) { 2.min(questions.len() - at) } else { 1 };
        let has_place = at == 1 && draw.percent(40);
        let form = if is_pair(at) && draw.percent(50) {
            let row =
                |at: usize| Row { question: place(at), option: option(0), otherwise: option(1) };
            Form::List((at..at + count).filter(|at| is_pair(*at)).map(row).collect())
        } else {
            Form::Full((at..at + count).map(place).collect())
        };
        let taken = match &form {
            Form::Full(questions) => questions.len(),
            Form::List(rows) => rows.len(),
        };
        screens.push(screen(id, has_place.then_some(2), form));
        at += taken;
    }
    screens
}

fn cause(draw: &mut Draw, taste: Taste, rulebook: &Rulebook, at: usize, causes: usize) -> Cause {
    let symptoms = rulebook.questions[0].options.len();
    let stops = at == 0 && draw.percent(taste.stops);
    let is_always_last = at + 1 == causes && draw.percent(30);
    let shown_on =
        if draw.percent(taste.unseen) { ShownOn::CleanAnswers } else { ShownOn::OwnAnswer };
    let tenths: &[i32] = match shown_on {
        ShownOn::OwnAnswer => &[-90, -60, -60, -45, -30],
        ShownOn::CleanAnswers => &[-45, -30, -20, -15],
    };
    let mut priors: Vec<Option<Decibans>> = (0..symptoms)
        .map(|_| {
            draw.percent(85).then(|| Decibans::from_tenths(draw.one_of(tenths) / taste.divisor))
        })
        .collect();
    if priors.iter().all(Option::is_none) {
        priors[0] = Some(Decibans::from_tenths(-60));
    }
    let may_trigger = (0..causes)
        .filter(|other| *other != at && draw.percent(taste.links))
        .map(|other| CauseIx(small(other)))
        .collect();
    let mut cause = Cause {
        id: format!("cause-{at}"),
        shown_on,
        is_always_last,
        stops,
        may_trigger,
        priors,
        mixed_prior: None,
        evidence: evidence(draw, taste, rulebook),
        hard_facts: Vec::new(),
        sources: Vec::new(),
    };
    sort(rulebook, &mut cause.evidence);
    let settles = if stops { 100 } else { taste.decides };
    for (effect, share) in [(Effect::Settles, settles), (Effect::RulesOut, taste.decides)] {
        while draw.percent(share) && cause.hard_facts.len() < 4 {
            cause.hard_facts.push(hard_fact(draw, taste, rulebook, effect));
            if draw.percent(70) {
                break;
            }
        }
    }
    cause
}

fn evidence(draw: &mut Draw, taste: Taste, rulebook: &Rulebook) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    for question in rulebook.question_places() {
        let share = if question == rulebook.symptom { 4 } else { taste.weighs };
        if !draw.percent(share) {
            continue;
        }
        for option in OptionIx::all(rulebook.question(question).options.len()) {
            if draw.percent(65) {
                evidence.extend(rows(draw, taste, question, option));
            }
        }
    }
    evidence
}

/// A weight, at times one that holds on other days only, or two that follow each other.
fn rows(draw: &mut Draw, taste: Taste, question: QuestionIx, option: OptionIx) -> Vec<Evidence> {
    let is_dated = draw.percent(8);
    let mut row = |valid: (Option<Date>, Option<Date>)| {
        let tenths = draw.one_of(&[-120, -90, -60, -30, 30, 30, 60, 60, 90, 90, 120, 150]);
        let weight = Decibans::from_tenths(tenths / taste.divisor);
        let is_general = tenths > 0 && draw.percent(15);
        Evidence { question, option, weight, is_general, valid }
    };
    let day = |text: &str| Date::read(text).expect("the test writes a day");
    let (last, first) = (day("2026-06-30"), day("2026-07-01"));
    if is_dated {
        vec![row((None, Some(last))), row((Some(first), None))]
    } else {
        vec![row((None, None))]
    }
}

/// Puts the questions of one group together, and the rows of one question.
fn sort(rulebook: &Rulebook, evidence: &mut [Evidence]) {
    let group = |at: QuestionIx| rulebook.question(at).group;
    let first_of_group = |at: QuestionIx| {
        let mut of_group = rulebook.question_places().filter(|other| group(*other) == group(at));
        group(at).and_then(|_| of_group.next()).unwrap_or(at)
    };
    evidence.sort_by_key(|row| (first_of_group(row.question), row.question, row.option));
}

fn hard_fact(draw: &mut Draw, taste: Taste, rulebook: &Rulebook, effect: Effect) -> HardFact {
    let on_page: Vec<QuestionIx> =
        rulebook.question_places().filter(|at| rulebook.question(*at).on_page).collect();
    let question = match on_page.first() {
        Some(page) if draw.percent(40) => *page,
        _ => QuestionIx(small(draw.between(1, rulebook.questions.len() - 1))),
    };
    let option = option(draw.place(rulebook.question(question).options.len()));
    let mut conditions = || -> Vec<Condition> {
        let count = usize::from(draw.percent(taste.conditions)) + usize::from(draw.percent(10));
        (0..count).map(|_| condition(draw, rulebook)).collect()
    };
    let (when, unless) = (conditions(), conditions());
    HardFact { effect, question, option, when, unless }
}

fn condition(draw: &mut Draw, rulebook: &Rulebook) -> Condition {
    let question = QuestionIx(small(draw.place(rulebook.questions.len())));
    let count = rulebook.question(question).options.len();
    let mut options = OptionSet::of(option(draw.place(count)));
    for other in OptionIx::all(count) {
        if draw.percent(25) {
            options = options.with(other);
        }
    }
    Condition { question, options }
}

/// A question that changes nothing is an error in the knowledge files.
fn give_every_question_a_weight(draw: &mut Draw, taste: Taste, rulebook: &mut Rulebook) {
    for question in QuestionIx::all(rulebook.questions.len()).skip(1) {
        if rulebook.causes.iter().any(|cause| cause.weighs(question)) {
            continue;
        }
        let at = draw.place(rulebook.causes.len());
        let mut evidence = rulebook.causes[at].evidence.clone();
        evidence.extend(rows(draw, taste, question, option(0)));
        sort(rulebook, &mut evidence);
        rulebook.causes[at].evidence = evidence;
    }
}

/// One to three remedies for each cause, some of them for other causes too; none comes after itself.
fn remedies(draw: &mut Draw, causes: usize) -> Vec<Remedy> {
    let mut remedies = Vec::new();
    for cause in 0..causes {
        for _ in 0..draw.between(1, 3) {
            let at = remedies.len();
            remedies.push(remedy(draw, at, cause, causes));
        }
    }
    let mut order: Vec<usize> = (0..remedies.len()).collect();
    for at in 0..order.len() {
        let other = draw.place(order.len());
        order.swap(at, other);
    }
    for at in 0..remedies.len() {
        for other in 0..remedies.len() {
            if order[other] < order[at] && draw.percent(15) {
                remedies[at].after.push(RemedyIx(small(other)));
            } else if other != at && draw.percent(6) {
                remedies[at].conflicts.push(RemedyIx(small(other)));
            }
        }
    }
    let causes: Vec<CauseIx> = CauseIx::all(causes).collect();
    for cause in causes {
        let own = |remedy: &Remedy| remedy.fixes.iter().any(|fix| fix.cause == cause);
        let can_begin = |at: usize| own(&remedies[at]) && needs_only(&remedies, at, &own);
        if !(0..remedies.len()).any(can_begin) {
            let first = remedies.iter_mut().find(|remedy| own(remedy));
            first.expect("every cause has a remedy").after.clear();
        }
    }
    remedies
}

/// Lets some steps depend on answers and some stand in every plan; every cause keeps one that can always come first.
fn bind_remedies(draw: &mut Draw, taste: Taste, rulebook: &mut Rulebook) {
    for at in 0..rulebook.remedies.len() {
        let mut conditions = || -> Vec<Condition> {
            let has_one = draw.percent(taste.conditions);
            has_one.then(|| condition(draw, rulebook)).into_iter().collect()
        };
        let (when, unless) = (conditions(), conditions());
        let any_of = [conditions(), conditions()].concat();
        let bound = Remedy { when, any_of, unless, ..rulebook.remedies[at].clone() };
        rebind(rulebook, at, bound);
        if draw.percent(4) {
            let standing = draw.one_of(&[Standing::First, Standing::Last]);
            let bound = Remedy { standing, ..rulebook.remedies[at].clone() };
            rebind(rulebook, at, bound);
        }
    }
}

/// Puts the remedy there, if every cause keeps a step that can always come first.
fn rebind(rulebook: &mut Rulebook, at: usize, remedy: Remedy) {
    let before = std::mem::replace(&mut rulebook.remedies[at], remedy);
    if !rulebook.cause_places().all(|cause| always_has_first_step(rulebook, cause)) {
        rulebook.remedies[at] = before;
    }
}

/// The rulebook as somebody meets it who answered so: the steps that do not fit are for nothing and come before
/// nothing, and none is barred by an answer or stands in every plan any more. What takes up an answer still does.
pub(crate) fn fitted(rulebook: &Rulebook, facts: &Facts) -> Rulebook {
    let fits = |at: RemedyIx| facts.allow(rulebook.remedy(at));
    let mut fitted = rulebook.clone();
    for (at, remedy) in rulebook.remedy_places().zip(&mut fitted.remedies) {
        remedy.after.retain(|before| fits(*before));
        if !fits(at) {
            remedy.fixes.clear();
            remedy.is_general = false;
            remedy.when.clear();
        }
        if remedy.standing != Standing::None {
            remedy.fixes.retain(|fix| rulebook.cause(fix.cause).stops);
            remedy.is_general = false;
        }
        remedy.any_of.clear();
        remedy.unless.clear();
        remedy.standing = Standing::None;
    }
    fitted
}

/// Whether all that must come before the remedy is of that kind.
fn needs_only(remedies: &[Remedy], at: usize, own: &dyn Fn(&Remedy) -> bool) -> bool {
    let mut after = remedies[at].after.iter();
    after.all(|before| own(&remedies[before.at()]) && needs_only(remedies, before.at(), own))
}

fn remedy(draw: &mut Draw, at: usize, cause: usize, causes: usize) -> Remedy {
    let mut fixes = Vec::new();
    for other in 0..causes {
        if other == cause || draw.percent(25) {
            let likelihood = small(draw.one_of(&[10, 20, 40, 40, 60, 80]));
            fixes.push(Fix { cause: CauseIx(small(other)), likelihood });
        }
    }
    Remedy {
        id: format!("remedy-{at}"),
        who: Who::Borrower,
        fixes,
        minutes: draw.one_of(&[0, 5, 10, 20, 60]),
        yuan: draw.one_of(&[0, 0, 0, 10, 50]),
        wait_days: draw.one_of(&[0, 0, 1, 7, 30]),
        risk: draw.one_of(&[Risk::None, Risk::None, Risk::None, Risk::Low, Risk::High]),
        annoyance: small(draw.place(4)),
        touches_credit: draw.percent(15),
        after: Vec::new(),
        conflicts: Vec::new(),
        when: Vec::new(),
        any_of: Vec::new(),
        unless: Vec::new(),
        standing: Standing::None,
        is_general: at == 0 || draw.percent(15),
        call: Vec::new(),
        reviewed: folder::day(),
        sources: Vec::new(),
    }
}

/// Every way to answer what is open after these answers, each question on top of what is known of it; `unsure` stands
/// for all that says nothing. The symptom must be known. What was answered, `unsure` included, stays.
pub(crate) fn every_completion(
    rulebook: &Rulebook,
    answers: &Answers,
) -> impl Iterator<Item = Answers> + use<> {
    let open: Vec<(QuestionIx, Vec<Answer>)> = rulebook
        .question_places()
        .map(|at| (at, ways(rulebook, answers, at)))
        .filter(|(_, ways)| !ways.is_empty())
        .collect();
    let mut counter = Some(vec![0; open.len()]);
    let answers = answers.clone();
    std::iter::from_fn(move || {
        let places = counter.clone()?;
        counter = next_places(places.clone(), &open);
        let mut completed = answers.clone();
        for ((question, ways), place) in open.iter().zip(places) {
            completed.set(*question, ways[place]);
        }
        Some(completed)
    })
}

fn next_places(mut places: Vec<usize>, open: &[(QuestionIx, Vec<Answer>)]) -> Option<Vec<usize>> {
    for (place, (_, ways)) in places.iter_mut().zip(open) {
        *place += 1;
        if *place < ways.len() {
            return Some(places);
        }
        *place = 0;
    }
    None
}

/// How many completions there are.
pub(crate) fn count_of_completions(rulebook: &Rulebook, answers: &Answers) -> usize {
    rulebook.question_places().map(|at| ways(rulebook, answers, at).len().max(1)).product()
}

/// The ways to answer one question, to leave it as it is among them; none where nothing of it is open.
pub(crate) fn ways(rulebook: &Rulebook, answers: &Answers, at: QuestionIx) -> Vec<Answer> {
    let question = rulebook.question(at);
    let symptom = Facts::new(rulebook, answers, folder::day()).symptom();
    assert!(symptom.is_some(), "the symptom must be known");
    let (held, denied, as_it_is) = match answers.get(at) {
        None => (OptionSet::EMPTY, OptionSet::EMPTY, Answer::Unsure),
        Some(Answer::Partly { held, denied }) => (held, denied, Answer::Partly { held, denied }),
        Some(_) => return Vec::new(),
    };
    if !question.applies.has(symptom) {
        return Vec::new();
    }
    let left = question.offered(symptom).minus(held).minus(denied);
    let mut ways: Vec<Answer> = match &question.kind {
        AnswerKind::One if left.len() == 1 && !denied.is_empty() => return Vec::new(),
        AnswerKind::One => {
            left.iter().map(|option| Answer::Options(OptionSet::of(option))).collect()
        }
        AnswerKind::Money(ratio) => {
            left.iter().map(|band| amounts(rulebook, ratio, band)).collect()
        }
        AnswerKind::Many { alone } => match alone {
            Some(alone) if held.has(*alone) => return Vec::new(),
            // All the others are denied.
            Some(alone) if left == OptionSet::of(*alone) => return Vec::new(),
            _ => sets(left, held, *alone),
        },
    };
    if !ways.is_empty() {
        ways.push(as_it_is);
    }
    ways
}

/// What can be ticked of these on top of what is ticked.
fn sets(left: OptionSet, held: OptionSet, alone: Option<OptionIx>) -> Vec<Answer> {
    let mut sets = vec![held];
    for option in left.iter().filter(|option| alone != Some(*option)) {
        let with: Vec<OptionSet> = sets.iter().map(|set| set.with(option)).collect();
        sets.extend(with);
    }
    sets.remove(0);
    let alone = alone.filter(|alone| left.has(*alone) && held.is_empty());
    sets.extend(alone.map(OptionSet::of));
    sets.into_iter().map(Answer::Options).collect()
}

/// Answers at random: the symptom, and of the other questions about `share` in a hundred, some of them only in
/// part, as a closing list leaves them.
pub(crate) fn some_answers(rulebook: &Rulebook, seed: u64, share: u32) -> Answers {
    let mut draw = Draw::new(seed * 1000 + u64::from(share));
    let mut answers = Answers::new();
    let symptom = option(draw.place(rulebook.question(rulebook.symptom).options.len()));
    answers.choose(rulebook.symptom, symptom);
    for at in rulebook.question_places() {
        if !draw.percent(share) || ways(rulebook, &answers, at).is_empty() {
            continue;
        }
        if draw.percent(25) {
            let question = rulebook.question(at);
            let offered = question.offered(Some(symptom));
            let rows = offered.iter().filter(|_| draw.percent(50));
            let rows = rows.fold(OptionSet::EMPTY, OptionSet::with);
            let rows = if rows.is_empty() { offered } else { rows };
            let ticked = some_ticks(question, rows, &mut draw);
            answers.set_closing(at, closing_answer(question, rows, ticked));
        } else {
            answers.set(at, random_answer(rulebook, at, Some(symptom), Ticks::Frequent, &mut draw));
        }
    }
    answers
}

/// Rows ticked at random, as far as they go together.
pub(crate) fn some_ticks(question: &Question, rows: OptionSet, draw: &mut Draw) -> OptionSet {
    let ticked: Vec<OptionIx> = rows.iter().filter(|_| draw.percent(35)).collect();
    let alone = question.alone().filter(|alone| ticked.contains(alone));
    match (&question.kind, alone) {
        (AnswerKind::Many { .. }, None) => {
            ticked.into_iter().fold(OptionSet::EMPTY, OptionSet::with)
        }
        (_, Some(alone)) => OptionSet::of(alone),
        (_, None) => ticked.first().map_or(OptionSet::EMPTY, |one| OptionSet::of(*one)),
    }
}

/// The smallest rulebook that fails in the same way: rules are dropped for as long as it does.
pub(crate) fn shrunk(rulebook: Rulebook, fails: &dyn Fn(&Rulebook) -> bool) -> Rulebook {
    let mut smallest = rulebook;
    while let Some(smaller) = smaller(&smallest).into_iter().find(|smaller| fails(smaller)) {
        smallest = smaller;
    }
    smallest
}

/// The same rulebook without one of its rules each.
fn smaller(rulebook: &Rulebook) -> Vec<Rulebook> {
    let mut smaller = Vec::new();
    let mut add = |change: &dyn Fn(&mut Rulebook)| {
        let mut changed = rulebook.clone();
        change(&mut changed);
        smaller.push(changed);
    };
    for (at, cause) in rulebook.causes.iter().enumerate() {
        for row in 0..cause.evidence.len() {
            add(&|rulebook| {
                rulebook.causes[at].evidence.remove(row);
            });
        }
        for (row, fact) in cause.hard_facts.iter().enumerate() {
            add(&|rulebook| {
                rulebook.causes[at].hard_facts.remove(row);
            });
            for _ in &fact.when {
                add(&|rulebook| {
                    rulebook.causes[at].hard_facts[row].when.pop();
                });
            }
            for _ in &fact.unless {
                add(&|rulebook| {
                    rulebook.causes[at].hard_facts[row].unless.pop();
                });
            }
        }
        for _ in &cause.may_trigger {
            add(&|rulebook| {
                rulebook.causes[at].may_trigger.pop();
            });
        }
    }
    for (at, question) in rulebook.questions.iter().enumerate() {
        if question.group.is_some() {
            add(&|rulebook| rulebook.questions[at].group = None);
        }
        for (option, choice) in question.options.iter().enumerate() {
            if choice.is_clean {
                add(&|rulebook| rulebook.questions[at].options[option].is_clean = false);
            }
        }
    }
    for (at, remedy) in rulebook.remedies.iter().enumerate() {
        if !remedy.after.is_empty() {
            add(&|rulebook| {
                rulebook.remedies[at].after.pop();
            });
        }
        if !remedy.conflicts.is_empty() {
            add(&|rulebook| {
                rulebook.remedies[at].conflicts.pop();
            });
        }
    }
    smaller
}

/// The rulebook and the answers for people to read.
pub(crate) fn dump(rulebook: &Rulebook, answers: &Answers) -> String {
    let mut text = format!(
        "{}: at most {} reasons, {} rows, {} steps\n",
        rulebook.version,
        rulebook.settings.most_findings,
        rulebook.settings.closing_rows,
        rulebook.settings.most_steps
    );
    for (at, question) in rulebook.question_places().zip(&rulebook.questions) {
        let kind = match &question.kind {
            AnswerKind::One => "one".to_owned(),
            AnswerKind::Many { alone } => format!("many, alone {:?}", alone.map(|alone| alone.0)),
            AnswerKind::Money(_) => "money".to_owned(),
        };
        let cap = question.group.map(|group| rulebook.groups[group.at()].cap.to_string());
        let page = if question.on_page { ", on the page" } else { "" };
        let clean = question.options.iter().map(|choice| choice.is_clean).collect::<Vec<_>>();
        let places: Vec<usize> = (0..clean.len()).filter(|place| clean[*place]).collect();
        let _ = writeln!(
            text,
            "q{}: {kind}, {} options, clean {places:?}, cap {cap:?}{page}: {:?}",
            at.0,
            clean.len(),
            answers.get(at)
        );
    }
    for (at, cause) in rulebook.causes.iter().enumerate() {
        let priors: Vec<i32> =
            cause.priors.iter().map(|prior| prior.map_or(-999, Decibans::tenths)).collect();
        let links: Vec<u8> = cause.may_trigger.iter().map(|cause| cause.0).collect();
        let _ = writeln!(
            text,
            "c{at}: {:?}, last {}, stops {}, priors {priors:?}, triggers {links:?}",
            cause.shown_on, cause.is_always_last, cause.stops
        );
        for row in &cause.evidence {
            let (question, option, general) = (row.question.0, row.option.0, row.is_general);
            let _ = writeln!(text, "  q{question}.{option} {} general {general}", row.weight);
        }
        for fact in &cause.hard_facts {
            let conditions = |conditions: &[Condition]| -> Vec<String> {
                let one = |c: &Condition| {
                    format!(
                        "q{}.{:?}",
                        c.question.0,
                        c.options.iter().map(|o| o.0).collect::<Vec<_>>()
                    )
                };
                conditions.iter().map(one).collect()
            };
            let (when, unless) = (conditions(&fact.when), conditions(&fact.unless));
            let (question, option) = (fact.question.0, fact.option.0);
            let _ = writeln!(
                text,
                "  q{question}.{option} {:?} when {when:?} unless {unless:?}",
                fact.effect
            );
        }
    }
    text
}
