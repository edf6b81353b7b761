//! Small rulebooks drawn at random, and every way to answer what is open in them: what tests by brute force stand on.

use std::fmt::Write;

use loan_checkup::engine::{
    Answer, AnswerKind, AnswerOption, Answers, Cause, CauseIx, Condition, Date, Decibans, Effect,
    Evidence, Fix, Form, Group, GroupIx, HardFact, Money, OptionIx, OptionSet, Question,
    QuestionIx, Ratio, Remedy, RemedyIx, Risk, Row, Rulebook, Screen, ShownOn, SymptomSet, Who,
    closing_answer,
};

use crate::draw::RULEBOOK;
use crate::folder;

/// Numbers at random, the same ones for the same seed.
#[derive(Clone)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66_D1CE_4E5B)
    }

    /// The next 64 bits of the generator `splitmix64`.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0, below `most`.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        let most = u64::try_from(most.max(1)).expect("a number of a test");
        usize::try_from(self.next() % most).expect("a number of a test")
    }

    /// A number from `least` to `most`.
    pub(crate) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most + 1 - least)
    }

    /// True so often in a hundred.
    pub(crate) fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// One of these.
    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// What is frequent in a rulebook, in hundredths, so that each part of the reasoning is at stake in some of them.
#[derive(Clone, Copy)]
struct Taste {
    /// Questions of kind many.
    many: usize,
    /// Options that are clean.
    clean: usize,
    /// Rulebooks in which the page says something.
    page: usize,
    /// Causes that cannot be seen from outside.
    unseen: usize,
    /// Questions with a weight in a cause.
    weighs: usize,
    /// Causes with an answer that settles them, and with one that rules them out.
    decides: usize,
    /// Hard facts with a condition of a kind.
    conditions: usize,
    /// Rulebooks with a cause that stops the interview.
    stops: usize,
    /// Pairs of causes of which one triggers the other.
    links: usize,
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
    let (mut chance, taste) = (Chance::new(seed), Taste::of(seed));
    let groups = groups(&mut chance);
    let questions = questions(&mut chance, taste, groups.len());
    let mut settings = RULEBOOK.settings.clone();
    settings.most_findings = small(chance.between(2, 4));
    settings.closing_rows = small(chance.between(2, 6));
    settings.most_steps = small(chance.between(4, 7));
    let mut rulebook = Rulebook {
        version: format!("small-{seed}"),
        hash: format!("{seed:016x}"),
        settings,
        symptom: QuestionIx(0),
        screens: screens(&mut chance, &questions),
        questions,
        groups,
        causes: Vec::new(),
        remedies: Vec::new(),
        sources: Vec::new(),
    };
    let causes = chance.between(3, 6);
    rulebook.causes =
        (0..causes).map(|at| cause(&mut chance, taste, &rulebook, at, causes)).collect();
    give_every_question_a_weight(&mut chance, taste, &mut rulebook);
    rulebook.remedies = remedies(&mut chance, causes);
    rulebook
}

fn small(number: usize) -> u8 {
    u8::try_from(number).expect("a small number")
}

pub(crate) fn option(at: usize) -> OptionIx {
    OptionIx(small(at))
}

fn groups(chance: &mut Chance) -> Vec<Group> {
    (0..chance.between(1, 2))
        .map(|at| Group {
            id: format!("group-{at}"),
            cap: Decibans::from_tenths(chance.pick(&[30, 60, 60, 90, 120])),
        })
        .collect()
}

fn questions(chance: &mut Chance, taste: Taste, groups: usize) -> Vec<Question> {
    let symptoms = chance.between(1, 2);
    let mut questions = vec![Question {
        id: "symptom".to_owned(),
        kind: AnswerKind::One,
        named: false,
        effort: 10,
        applies: SymptomSet::ALL,
        on_page: false,
        group: None,
        options: (0..symptoms).map(|at| choice(at, 5000)).collect(),
    }];
    let on_page = chance.percent(taste.page).then(|| chance.between(1, 3));
    for at in 1..chance.between(4, 7) {
        let mut question = question(chance, taste, at, on_page == Some(at), symptoms);
        question.group = chance.percent(60).then(|| GroupIx(small(chance.below(groups))));
        questions.push(question);
    }
    questions
}

fn question(
    chance: &mut Chance,
    taste: Taste,
    at: usize,
    on_page: bool,
    symptoms: usize,
) -> Question {
    let is_many = !on_page && chance.percent(taste.many);
    let is_money = !on_page && !is_many && chance.percent(15);
    let most = if is_many || is_money { 3 } else { 4 };
    let count = chance.between(2, most);
    let mut options: Vec<AnswerOption> =
        (0..count).map(|at| choice(at, chance.pick(&[300, 600, 1500, 3000, 6000]))).collect();
    for (place, choice) in options.iter_mut().enumerate() {
        choice.is_clean = chance.percent(taste.clean);
        let other = chance.below(count);
        choice.becomes = (chance.percent(30) && other != place).then(|| option(other));
        if place > 0 && chance.percent(10) {
            choice.offered = SymptomSet::NONE.with(option(0));
        }
    }
    let kind = if is_many {
        let alone = chance.percent(60).then(|| option(count));
        options.extend(alone.map(|_| {
            let mut none = choice(count, 5000);
            (none.id, none.is_clean) = ("none".to_owned(), chance.percent(70));
            none
        }));
        AnswerKind::Many { alone }
    } else if is_money {
        options.iter_mut().for_each(|band| band.offered = SymptomSet::ALL);
        AnswerKind::Money(ratio(chance, at, count))
    } else {
        AnswerKind::One
    };
    let applies = match symptoms {
        2 if chance.percent(15) => SymptomSet::NONE.with(option(chance.below(2))),
        _ => SymptomSet::ALL,
    };
    Question {
        id: format!("question-{at}"),
        kind,
        named: chance.percent(20),
        effort: chance.pick(&[10, 15, 20]),
        applies,
        on_page,
        group: None,
        options,
    }
}

fn ratio(chance: &mut Chance, at: usize, bands: usize) -> Ratio {
    let below = (1..bands).map(|band| u32::try_from(band * 3000).ok()).chain([None]).collect();
    Ratio {
        fields: [format!("part-{at}"), format!("whole-{at}")],
        numerator: small(chance.below(2)),
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
fn screens(chance: &mut Chance, questions: &[Question]) -> Vec<Screen> {
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
        let count = if chance.percent(30) { 2.min(questions.len() - at) } else { 1 };
        let has_place = at == 1 && chance.percent(40);
        let form = if is_pair(at) && chance.percent(50) {
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

fn cause(
    chance: &mut Chance,
    taste: Taste,
    rulebook: &Rulebook,
    at: usize,
    causes: usize,
) -> Cause {
    let symptoms = rulebook.questions[0].options.len();
    let stops = at == 0 && chance.percent(taste.stops);
    let is_always_last = at + 1 == causes && chance.percent(30);
    let shown_on =
        if chance.percent(taste.unseen) { ShownOn::CleanAnswers } else { ShownOn::OwnAnswer };
    let tenths: &[i32] = match shown_on {
        ShownOn::OwnAnswer => &[-90, -60, -60, -45, -30],
        ShownOn::CleanAnswers => &[-45, -30, -20, -15],
    };
    let mut priors: Vec<Option<Decibans>> = (0..symptoms)
        .map(|_| {
            chance.percent(85).then(|| Decibans::from_tenths(chance.pick(tenths) / taste.divisor))
        })
        .collect();
    if priors.iter().all(Option::is_none) {
        priors[0] = Some(Decibans::from_tenths(-60));
    }
    let may_trigger = (0..causes)
        .filter(|other| *other != at && chance.percent(taste.links))
        .map(|other| CauseIx(small(other)))
        .collect();
    let mut cause = Cause {
        id: format!("cause-{at}"),
        shown_on,
        is_always_last,
        stops,
        may_trigger,
        priors,
        evidence: evidence(chance, taste, rulebook),
        hard_facts: Vec::new(),
        sources: Vec::new(),
    };
    sort(rulebook, &mut cause.evidence);
    let settles = if stops { 100 } else { taste.decides };
    for (effect, share) in [(Effect::Settles, settles), (Effect::RulesOut, taste.decides)] {
        while chance.percent(share) && cause.hard_facts.len() < 4 {
            cause.hard_facts.push(hard_fact(chance, taste, rulebook, effect));
            if chance.percent(70) {
                break;
            }
        }
    }
    cause
}

fn evidence(chance: &mut Chance, taste: Taste, rulebook: &Rulebook) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    for question in rulebook.question_places() {
        let share = if question == rulebook.symptom { 4 } else { taste.weighs };
        if !chance.percent(share) {
            continue;
        }
        for option in OptionIx::all(rulebook.question(question).options.len()) {
            if chance.percent(65) {
                evidence.extend(rows(chance, taste, question, option));
            }
        }
    }
    evidence
}

/// A weight, at times one that holds on other days only, or two that follow each other.
fn rows(
    chance: &mut Chance,
    taste: Taste,
    question: QuestionIx,
    option: OptionIx,
) -> Vec<Evidence> {
    let is_dated = chance.percent(8);
    let mut row = |valid: (Option<Date>, Option<Date>)| {
        let tenths = chance.pick(&[-120, -90, -60, -30, 30, 30, 60, 60, 90, 90, 120, 150]);
        let weight = Decibans::from_tenths(tenths / taste.divisor);
        let is_general = tenths > 0 && chance.percent(15);
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

fn hard_fact(chance: &mut Chance, taste: Taste, rulebook: &Rulebook, effect: Effect) -> HardFact {
    let on_page: Vec<QuestionIx> =
        rulebook.question_places().filter(|at| rulebook.question(*at).on_page).collect();
    let question = match on_page.first() {
        Some(page) if chance.percent(40) => *page,
        _ => QuestionIx(small(chance.between(1, rulebook.questions.len() - 1))),
    };
    let option = option(chance.below(rulebook.question(question).options.len()));
    let mut conditions = || -> Vec<Condition> {
        let count = usize::from(chance.percent(taste.conditions)) + usize::from(chance.percent(10));
        (0..count).map(|_| condition(chance, rulebook)).collect()
    };
    let (when, unless) = (conditions(), conditions());
    HardFact { effect, question, option, when, unless }
}

fn condition(chance: &mut Chance, rulebook: &Rulebook) -> Condition {
    let question = QuestionIx(small(chance.below(rulebook.questions.len())));
    let count = rulebook.question(question).options.len();
    let mut options = OptionSet::of(option(chance.below(count)));
    for other in OptionIx::all(count) {
        if chance.percent(25) {
            options = options.with(other);
        }
    }
    Condition { question, options }
}

/// A question that changes nothing is an error in the knowledge files.
fn give_every_question_a_weight(chance: &mut Chance, taste: Taste, rulebook: &mut Rulebook) {
    for question in QuestionIx::all(rulebook.questions.len()).skip(1) {
        if rulebook.causes.iter().any(|cause| cause.weighs(question)) {
            continue;
        }
        let at = chance.below(rulebook.causes.len());
        let mut evidence = rulebook.causes[at].evidence.clone();
        evidence.extend(rows(chance, taste, question, option(0)));
        sort(rulebook, &mut evidence);
        rulebook.causes[at].evidence = evidence;
    }
}

/// One to three remedies for each cause, some of them for other causes too; none comes after itself.
fn remedies(chance: &mut Chance, causes: usize) -> Vec<Remedy> {
    let mut remedies = Vec::new();
    for cause in 0..causes {
        for _ in 0..chance.between(1, 3) {
            let at = remedies.len();
            remedies.push(remedy(chance, at, cause, causes));
        }
    }
    let mut order: Vec<usize> = (0..remedies.len()).collect();
    for at in 0..order.len() {
        let other = chance.below(order.len());
        order.swap(at, other);
    }
    for at in 0..remedies.len() {
        for other in 0..remedies.len() {
            if order[other] < order[at] && chance.percent(15) {
                remedies[at].after.push(RemedyIx(small(other)));
            } else if other != at && chance.percent(6) {
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

/// Whether all that must come before the remedy is of that kind.
fn needs_only(remedies: &[Remedy], at: usize, own: &dyn Fn(&Remedy) -> bool) -> bool {
    let mut after = remedies[at].after.iter();
    after.all(|before| own(&remedies[before.at()]) && needs_only(remedies, before.at(), own))
}

fn remedy(chance: &mut Chance, at: usize, cause: usize, causes: usize) -> Remedy {
    let mut fixes = Vec::new();
    for other in 0..causes {
        if other == cause || chance.percent(25) {
            let likelihood = small(chance.pick(&[10, 20, 40, 40, 60, 80]));
            fixes.push(Fix { cause: CauseIx(small(other)), likelihood });
        }
    }
    Remedy {
        id: format!("remedy-{at}"),
        who: Who::Borrower,
        fixes,
        minutes: chance.pick(&[0, 5, 10, 20, 60]),
        yuan: chance.pick(&[0, 0, 0, 10, 50]),
        wait_days: chance.pick(&[0, 0, 1, 7, 30]),
        risk: chance.pick(&[Risk::None, Risk::None, Risk::None, Risk::Low, Risk::High]),
        annoyance: small(chance.below(4)),
        touches_credit: chance.percent(15),
        after: Vec::new(),
        conflicts: Vec::new(),
        is_general: at == 0 || chance.percent(15),
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
    let Some(Answer::Options(symptom)) = answers.get(rulebook.symptom) else {
        panic!("the symptom must be known")
    };
    let (held, denied, as_it_is) = match answers.get(at) {
        None => (OptionSet::EMPTY, OptionSet::EMPTY, Answer::Unsure),
        Some(Answer::Partly { held, denied }) => (held, denied, Answer::Partly { held, denied }),
        Some(_) => return Vec::new(),
    };
    if !question.applies.has(symptom.first()) {
        return Vec::new();
    }
    let left = question.offered(symptom.first()).minus(held).minus(denied);
    let mut ways: Vec<Answer> = match &question.kind {
        AnswerKind::One if left.len() == 1 && !denied.is_empty() => return Vec::new(),
        AnswerKind::One => {
            left.iter().map(|option| Answer::Options(OptionSet::of(option))).collect()
        }
        AnswerKind::Money(ratio) => left.iter().map(|band| amounts(ratio, band)).collect(),
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

/// Amounts whose ratio lies in the band: on its lower edge, which is in it.
pub(crate) fn amounts(ratio: &Ratio, band: OptionIx) -> Answer {
    let part = band.at().checked_sub(1).and_then(|below| ratio.below[below]).unwrap_or(0);
    let money = |amount: u32| {
        Money::read(&amount.to_string(), RULEBOOK.settings.most_amount).expect("an amount")
    };
    let (part, whole) = (Some(money(part)), Some(money(10_000)));
    Answer::Amounts(if ratio.numerator == 0 { [part, whole] } else { [whole, part] })
}

/// Answers at random: the symptom, and of the other questions about `share` in a hundred, some of them only in
/// part, as a closing list leaves them.
pub(crate) fn some_answers(rulebook: &Rulebook, seed: u64, share: usize) -> Answers {
    let mut chance = Chance::new(seed);
    let mut answers = Answers::new();
    let symptom = option(chance.below(rulebook.question(rulebook.symptom).options.len()));
    answers.choose(rulebook.symptom, symptom);
    for at in rulebook.question_places() {
        let ways = ways(rulebook, &answers, at);
        if !chance.percent(share) || ways.is_empty() {
            continue;
        }
        if chance.percent(25) {
            let offered = rulebook.question(at).offered(Some(symptom));
            answers.set_closing(at, closed(&mut chance, rulebook.question(at), offered));
        } else {
            answers.set(at, ways[chance.below(ways.len())]);
        }
    }
    answers
}

/// What a closing list with some of the options as rows makes of the question.
fn closed(chance: &mut Chance, question: &Question, offered: OptionSet) -> Answer {
    let rows =
        offered.iter().filter(|_| chance.percent(50)).fold(OptionSet::EMPTY, OptionSet::with);
    let rows = if rows.is_empty() { offered } else { rows };
    let ticked = rows.iter().filter(|_| chance.percent(35));
    let ticked = match question.kind {
        AnswerKind::Many { alone } => {
            let ticked = ticked.fold(OptionSet::EMPTY, OptionSet::with);
            match alone {
                Some(alone) if ticked.has(alone) => OptionSet::of(alone),
                _ => ticked,
            }
        }
        AnswerKind::One | AnswerKind::Money(_) => {
            ticked.take(1).fold(OptionSet::EMPTY, OptionSet::with)
        }
    };
    closing_answer(question, rows, ticked)
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
