use crate::engine::{
    AnswerKind, Cause, Condition, Effect, Evidence, Form, HardFact, OptionIx, OptionSet, Question,
    QuestionIx, Remedy, Risk, Rulebook, Screen, Settings, ShownOn, SourceIx, SymptomSet, Trust,
};

/// Everything that its authors set in a rulebook, by the names of the knowledge files.
pub(super) type Ledger = Vec<LedgerEntry>;

/// One thing of a rulebook with its settings.
pub(super) struct LedgerEntry {
    /// What it is: `question`, `option`, `screen`, `group`, `cause`, `remedy`, `source` or `rulebook`.
    pub(super) kind: &'static str,
    /// Its id; an option is named with its question.
    pub(super) id: String,
    /// The question of an option.
    pub(super) of: Option<String>,
    /// Name and value of each setting; a name occurs once.
    pub(super) settings: Vec<(String, String)>,
}

impl LedgerEntry {
    fn new(kind: &'static str, id: &str) -> Self {
        Self { kind, id: id.to_owned(), of: None, settings: Vec::new() }
    }

    fn set(&mut self, name: impl Into<String>, value: impl ToString) {
        self.settings.push((name.into(), value.to_string()));
    }
}

/// Writes a rulebook down; its hash is left out, since a comment changes it.
pub(super) fn ledger(rulebook: &Rulebook) -> Ledger {
    let mut ledger = vec![of_settings(rulebook)];
    for at in rulebook.question_places() {
        let question = rulebook.question(at);
        ledger.push(of_question(rulebook, question));
        ledger.extend(OptionIx::all(question.options.len()).map(|to| of_option(rulebook, at, to)));
    }
    ledger.extend(rulebook.screens.iter().map(|screen| of_screen(rulebook, screen)));
    ledger.extend(rulebook.groups.iter().map(|group| {
        let mut entry = LedgerEntry::new("group", &group.id);
        entry.set("cap", group.cap);
        entry
    }));
    ledger.extend(rulebook.causes.iter().map(|cause| of_cause(rulebook, cause)));
    ledger.extend(rulebook.remedies.iter().map(|remedy| of_remedy(rulebook, remedy)));
    ledger.extend(rulebook.sources.iter().map(|source| {
        let mut entry = LedgerEntry::new("source", &source.id);
        entry.set("publisher", &source.publisher);
        entry.set("title", &source.title);
        entry.set("date", &source.date);
        entry.set("trust", Trust::id(source.trust));
        entry.set("reviewed", source.reviewed);
        entry
    }));
    ledger
}

fn of_settings(rulebook: &Rulebook) -> LedgerEntry {
    let mut entry = LedgerEntry::new("rulebook", "rulebook");
    let Settings {
        threshold,
        moderate,
        strong,
        most_findings,
        contradiction,
        clean_weight,
        clean_cap,
        outside_weight,
        outside_cap,
        most_screens,
        least_gain,
        second_cause,
        row_effort,
        closing_rows,
        most_amount,
        most_steps,
        cost,
    } = &rulebook.settings;
    entry.set("version", &rulebook.version);
    entry.set("showing.threshold", threshold);
    entry.set("showing.moderate", moderate);
    entry.set("showing.strong", strong);
    entry.set("showing.most-findings", most_findings);
    entry.set("showing.contradiction", contradiction);
    entry.set("clean.weight", clean_weight);
    entry.set("clean.cap", clean_cap);
    entry.set("clean.outside-weight", outside_weight);
    entry.set("clean.outside-cap", outside_cap);
    entry.set("interview.most-screens", most_screens);
    entry.set("interview.least-gain", decimal(*least_gain, 6));
    entry.set("interview.second-cause", decimal(*second_cause, 2));
    entry.set("interview.row-effort", decimal(*row_effort, 2));
    entry.set("interview.closing-rows", closing_rows);
    entry.set("amounts.most", most_amount);
    entry.set("plan.most-steps", most_steps);
    for (name, tenths) in [
        ("plan.per-minute", cost.minute),
        ("plan.per-yuan", cost.yuan),
        ("plan.per-wait-day", cost.wait_day),
        ("plan.per-annoyance", cost.annoyance),
        ("plan.risk-low", cost.risk_low),
        ("plan.risk-high", cost.risk_high),
    ] {
        entry.set(name, decimal(u32::from(tenths), 1));
    }
    entry
}

fn of_question(rulebook: &Rulebook, question: &Question) -> LedgerEntry {
    let mut entry = LedgerEntry::new("question", &question.id);
    let kind = match question.kind {
        AnswerKind::One => "one",
        AnswerKind::Many { .. } => "many",
        AnswerKind::Money(_) => "money",
    };
    entry.set("kind", kind);
    if let AnswerKind::Money(ratio) = &question.kind {
        entry.set("fields", ratio.fields.join(", "));
        entry.set("ratio.of", &ratio.fields[usize::from(ratio.numerator.min(1))]);
    }
    if let Some(alone) = question.alone() {
        entry.set("stands alone", &question.options[alone.at()].id);
    }
    entry.set("named", question.named);
    entry.set("effort", decimal(u32::from(question.effort), 1));
    entry.set("asked for", symptoms(rulebook, question.applies));
    entry.set("on-page", question.on_page);
    if let Some(group) = question.group {
        entry.set("group", &rulebook.groups[group.at()].id);
    }
    entry
}

fn of_option(rulebook: &Rulebook, at: QuestionIx, to: OptionIx) -> LedgerEntry {
    let (question, choice) = (rulebook.question(at), rulebook.option(at, to));
    let mut entry = LedgerEntry::new("option", &said(rulebook, at, to));
    entry.of = Some(question.id.clone());
    entry.set("base-rate", decimal(u32::from(choice.base_rate), 4));
    entry.set("clean", choice.is_clean);
    entry.set("offered for", symptoms(rulebook, choice.offered));
    if let Some(becomes) = choice.becomes {
        entry.set("becomes", &question.options[becomes.at()].id);
    }
    if let AnswerKind::Money(ratio) = &question.kind
        && let Some(below) = ratio.below.get(to.at()).copied().flatten()
    {
        entry.set("below", decimal(below, 4));
    }
    entry
}

fn of_screen(rulebook: &Rulebook, screen: &Screen) -> LedgerEntry {
    let mut entry = LedgerEntry::new("screen", &screen.id);
    if let Some(place) = screen.place {
        entry.set("place", place);
    }
    match &screen.form {
        Form::Full(questions) => {
            let ids = questions.iter().map(|at| rulebook.question(*at).id.clone());
            entry.set("questions", ids.collect::<Vec<_>>().join(", "));
        }
        Form::List(rows) => {
            let rows = rows.iter().map(|row| {
                let otherwise = &rulebook.option(row.question, row.otherwise).id;
                format!("{} (otherwise {otherwise})", said(rulebook, row.question, row.option))
            });
            entry.set("rows", rows.collect::<Vec<_>>().join(", "));
        }
    }
    entry
}

fn of_cause(rulebook: &Rulebook, cause: &Cause) -> LedgerEntry {
    let mut entry = LedgerEntry::new("cause", &cause.id);
    let shown_on = match cause.shown_on {
        ShownOn::OwnAnswer => "own-answer",
        ShownOn::CleanAnswers => "clean-answers",
    };
    entry.set("shown-on", shown_on);
    entry.set("always-last", cause.is_always_last);
    entry.set("stops", cause.stops);
    let triggers = cause.may_trigger.iter().map(|at| rulebook.cause(*at).id.clone());
    set_list(&mut entry, "may-trigger", triggers.collect());
    for (symptom, prior) in rulebook.question(rulebook.symptom).options.iter().zip(&cause.priors) {
        if let Some(prior) = prior {
            entry.set(format!("prior for {}", symptom.id), prior);
        }
    }
    for evidence in &cause.evidence {
        let name = format!("weight of {}", said(rulebook, evidence.question, evidence.option));
        let general = if evidence.is_general { ", general" } else { "" };
        entry.set(name + &days(evidence), format!("{}{general}", evidence.weight));
    }
    for (place, fact) in cause.hard_facts.iter().enumerate() {
        let effect = match fact.effect {
            Effect::Settles => "settled by",
            Effect::RulesOut => "ruled out by",
        };
        let name = format!("{effect} {}", said(rulebook, fact.question, fact.option));
        let before = &cause.hard_facts[..place];
        let again = before.iter().filter(|one| is_same_answer(one, fact)).count();
        let name = if again == 0 { name } else { format!("{name} ({})", again + 1) };
        entry.set(name, conditions(rulebook, fact));
    }
    set_list(&mut entry, "source", sources(rulebook, &cause.sources));
    entry
}

fn is_same_answer(one: &HardFact, other: &HardFact) -> bool {
    one.effect == other.effect && one.said() == other.said()
}

fn of_remedy(rulebook: &Rulebook, remedy: &Remedy) -> LedgerEntry {
    let mut entry = LedgerEntry::new("remedy", &remedy.id);
    let risk = match remedy.risk {
        Risk::None => "none",
        Risk::Low => "low",
        Risk::High => "high",
    };
    entry.set("who", remedy.who.id());
    for fix in &remedy.fixes {
        let name = format!("likelihood for {}", rulebook.cause(fix.cause).id);
        entry.set(name, decimal(u32::from(fix.likelihood), 2));
    }
    entry.set("minutes", remedy.minutes);
    entry.set("yuan", remedy.yuan);
    entry.set("wait-days", remedy.wait_days);
    entry.set("risk", risk);
    entry.set("annoyance", remedy.annoyance);
    entry.set("touches-credit", remedy.touches_credit);
    entry.set("general", remedy.is_general);
    entry.set("reviewed", remedy.reviewed);
    let ids = |places: &[_]| places.iter().map(|at| rulebook.remedy(*at).id.clone()).collect();
    set_list(&mut entry, "after", ids(&remedy.after));
    set_list(&mut entry, "conflicts", ids(&remedy.conflicts));
    set_list(&mut entry, "call", remedy.call.clone());
    set_list(&mut entry, "source", sources(rulebook, &remedy.sources));
    entry
}

fn set_list(entry: &mut LedgerEntry, name: &str, values: Vec<String>) {
    if !values.is_empty() {
        entry.set(name, values.join(", "));
    }
}

fn sources(rulebook: &Rulebook, sources: &[SourceIx]) -> Vec<String> {
    sources.iter().map(|at| rulebook.source(*at).id.clone()).collect()
}

/// An answer by name.
pub(super) fn said(rulebook: &Rulebook, question: QuestionIx, option: OptionIx) -> String {
    format!("{} = {}", rulebook.question(question).id, rulebook.option(question, option).id)
}

fn symptoms(rulebook: &Rulebook, set: SymptomSet) -> String {
    let symptoms = &rulebook.question(rulebook.symptom).options;
    let has = |at: &OptionIx| set.has(Some(*at));
    let named = OptionIx::all(symptoms.len()).filter(has).map(|at| symptoms[at.at()].id.clone());
    named.collect::<Vec<_>>().join(", ")
}

fn days(evidence: &Evidence) -> String {
    let from = evidence.valid.0.map(|day| format!(" from {day}"));
    let until = evidence.valid.1.map(|day| format!(" until {day}"));
    from.into_iter().chain(until).collect()
}

fn conditions(rulebook: &Rulebook, fact: &HardFact) -> String {
    let one = |word: &str, condition: &Condition| {
        let names = options(rulebook, condition.question, condition.options);
        format!("{word} {} = {names}", rulebook.question(condition.question).id)
    };
    let when = fact.when.iter().map(|condition| one("when", condition));
    let unless = fact.unless.iter().map(|condition| one("unless", condition));
    let all: Vec<String> = when.chain(unless).collect();
    if all.is_empty() { "always".to_owned() } else { all.join(", ") }
}

fn options(rulebook: &Rulebook, question: QuestionIx, set: OptionSet) -> String {
    let names = set.iter().map(|option| rulebook.option(question, option).id.clone());
    names.collect::<Vec<_>>().join(" or ")
}

/// A number of so many decimal places, as in `0.04`, without zeros behind.
fn decimal(parts: u32, places: u32) -> String {
    let one = 10u32.pow(places);
    let fraction = format!("{:0width$}", parts % one, width = places as usize);
    match fraction.trim_end_matches('0') {
        "" => (parts / one).to_string(),
        fraction => format!("{}.{fraction}", parts / one),
    }
}
