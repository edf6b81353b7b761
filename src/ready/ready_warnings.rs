use std::collections::{BTreeMap, BTreeSet};

use crate::engine::{
    Answer, Answers, CauseIx, Date, Diagnosis, Effect, Finding, Interview, OptionIx, OptionSet,
    Outcome, QuestionIx, RemedyIx, Rulebook, Said, diagnose,
};

/// The most signs that a table can have a row for each set of.
const MOST_SIGNS: usize = 12;

/// Which warning is shown for which answers to the ready screens.
///
/// # Design
///
/// A warning may depend on which signs of fraud hold, and on nothing else; then a script without any rule finds it in a
/// table. That this is so is tried for every symptom and every other answer.
#[derive(Clone, Debug)]
pub struct ReadyWarnings {
    /// The answers that alone lead to a warning; each is a bit of a set of signs, the first the lowest.
    pub signs: Vec<Said>,
    /// For each set of signs the place of its warning; `None` where nothing warns, or the signs exclude each other.
    pub of_signs: Vec<Option<usize>>,
    /// The warnings.
    pub warnings: Vec<ReadyWarning>,
    /// What is not asked on the ready screens and yet could change a warning, or tell the symptom: who has answered it
    /// already cannot be shown them.
    pub also_depend_on: Vec<QuestionIx>,
}

/// One warning.
#[derive(Clone, Debug)]
pub struct ReadyWarning {
    /// The fewest signs that lead to it.
    pub signs: Vec<Said>,
    /// The symptoms for which a question could take it back.
    pub may_be_doubted_for: Vec<OptionIx>,
    /// Whether one could where the symptom is not known, and no other answer tells it.
    pub may_be_doubted_for_unsure: bool,
}

/// What is shown of a warning: reasons, steps, and for which symptoms a question could take it back.
type Shown = (Vec<CauseIx>, Vec<RemedyIx>, Vec<OptionIx>);

impl ReadyWarnings {
    /// The warnings of the questions on the ready screens.
    ///
    /// # Errors
    ///
    /// A sentence that says what the table cannot say.
    pub fn new(rulebook: &Rulebook, questions: &[QuestionIx]) -> Result<Self, String> {
        let signs = signs(rulebook, questions);
        if signs.len() > MOST_SIGNS {
            return Err(format!("{} answers warn, at most {MOST_SIGNS} can", signs.len()));
        }
        let mut ready =
            Self { signs, of_signs: Vec::new(), warnings: Vec::new(), also_depend_on: Vec::new() };
        let mut known: BTreeMap<Shown, usize> = BTreeMap::new();
        let mut sets: Vec<usize> = (0..1 << ready.signs.len()).collect();
        ready.of_signs = vec![None; sets.len()];
        // A warning is drawn from the fewest signs, and not from one that only follows a warning.
        let follows = |set: usize| {
            ready
                .held(set)
                .iter()
                .any(|sign| rulebook.question(sign.question).after_warning.is_some())
        };
        sets.sort_by_key(|set| (follows(*set), set.count_ones()));
        for set in sets {
            let Some(answers) = ready.answers(rulebook, &ready.held(set)) else { continue };
            let Some(shown) = shown(rulebook, &answers) else { continue };
            let warning = ReadyWarning {
                signs: ready.held(set),
                may_be_doubted_for: shown.2.clone(),
                may_be_doubted_for_unsure: doubt(rulebook, &answers).is_some(),
            };
            let next = known.len();
            let place = *known.entry(shown).or_insert_with(|| {
                ready.warnings.push(warning);
                next
            });
            ready.of_signs[set] = Some(place);
        }
        ready.check(rulebook, questions, &known)?;
        ready.check_alike(rulebook)?;
        let others = rulebook.question_places().filter(|question| !questions.contains(question));
        ready.also_depend_on =
            others.filter(|question| ready.depends_on(rulebook, *question)).collect();
        Ok(ready)
    }

    /// Whether an answer to the question tells the symptom, warns, or changes a warning.
    fn depends_on(&self, rulebook: &Rulebook, question: QuestionIx) -> bool {
        OptionIx::all(rulebook.question(question).options.len()).any(|option| {
            let mut answers = Answers::new();
            answers.choose(question, option);
            let alone = diagnose(rulebook, &answers, Date::FIRST);
            let is_changed = |warning: &ReadyWarning| {
                let Some(before) = self.answers(rulebook, &warning.signs) else { return false };
                let mut after = before.clone();
                after.choose(question, option);
                shown(rulebook, &before) != shown(rulebook, &after)
            };
            alone.facts.symptom().is_some()
                || alone.outcome == Outcome::StopScam
                || self.warnings.iter().any(is_changed)
        })
    }

    /// What is found of the signs of a warning.
    pub(super) fn diagnosis(&self, rulebook: &Rulebook, warning: &ReadyWarning) -> Diagnosis {
        let answers = self.answers(rulebook, &warning.signs).unwrap_or_default();
        diagnose(rulebook, &answers, Date::FIRST)
    }

    /// The signs of a set.
    fn held(&self, set: usize) -> Vec<Said> {
        let is_held = move |(at, _): &(usize, &Said)| set >> at & 1 == 1;
        self.signs.iter().enumerate().filter(is_held).map(|(_, said)| *said).collect()
    }

    /// The answers of somebody with these signs, if they can hold together.
    fn answers(&self, rulebook: &Rulebook, signs: &[Said]) -> Option<Answers> {
        let mut held: BTreeMap<QuestionIx, OptionSet> = BTreeMap::new();
        for said in signs {
            let of_question = held.entry(said.question).or_insert(OptionSet::EMPTY);
            *of_question = of_question.with(said.option);
        }
        let mut answers = Answers::new();
        for (question, options) in held {
            if !rulebook.question(question).possible_answers(options).contains(&options) {
                return None;
            }
            answers.set(question, Answer::Options(options));
        }
        Some(answers)
    }

    /// Tries every other answer beside every set of signs.
    fn check(
        &self,
        rulebook: &Rulebook,
        questions: &[QuestionIx],
        known: &BTreeMap<Shown, usize>,
    ) -> Result<(), String> {
        for set in 0..self.of_signs.len() {
            let Some(answers) = self.answers(rulebook, &self.held(set)) else { continue };
            for question in questions.iter().filter(|question| !answers.has(**question)) {
                let options = OptionIx::all(rulebook.question(*question).options.len());
                // A sign that the symptom does not offer is none, and the script leaves it out.
                let is_offered = |option: &OptionIx| {
                    let symptom = (*question == rulebook.symptom).then_some(*option);
                    self.held(set).iter().all(|sign| {
                        rulebook.option(sign.question, sign.option).offered.has(symptom)
                    })
                };
                let others = options.filter(|option| !self.is_sign(*question, *option));
                for option in others.filter(is_offered) {
                    let mut answers = answers.clone();
                    answers.choose(*question, option);
                    let place = shown(rulebook, &answers).map(|shown| known.get(&shown).copied());
                    if place != self.of_signs[set].map(Some) {
                        let name = |said: Said| {
                            let question = rulebook.question(said.question);
                            format!(
                                "`{}` = `{}`",
                                question.id,
                                question.options[said.option.at()].id
                            )
                        };
                        let signs: Vec<String> = self.held(set).into_iter().map(name).collect();
                        let other = name(Said { question: *question, option });
                        return Err(format!(
                            "beside {other} the warning of {} is another one",
                            signs.join(", ")
                        ));
                    }
                }
            }
        }
        Ok(())
    }

    /// All warnings stand ready as one, so they must share the numbers to call and the question that takes one back.
    fn check_alike(&self, rulebook: &Rulebook) -> Result<(), String> {
        let (mut numbers, mut doubts) = (BTreeSet::new(), BTreeSet::new());
        for warning in &self.warnings {
            let plan = self.diagnosis(rulebook, warning).plan;
            let called = plan.iter().flat_map(|step| &rulebook.remedy(step.remedy).call);
            numbers.insert(called.collect::<BTreeSet<_>>());
            let answers = self.answers(rulebook, &warning.signs).unwrap_or_default();
            let of_symptom = |symptom: &OptionIx| {
                let mut answers = answers.clone();
                answers.choose(rulebook.symptom, *symptom);
                doubt(rulebook, &answers)
            };
            doubts.extend(warning.may_be_doubted_for.iter().filter_map(of_symptom));
        }
        match (numbers.len(), doubts.len()) {
            (0 | 1, 0 | 1) => Ok(()),
            (0 | 1, _) => Err("more than one question can take a warning back".to_owned()),
            _ => Err("the warnings name different numbers to call".to_owned()),
        }
    }

    fn is_sign(&self, question: QuestionIx, option: OptionIx) -> bool {
        self.signs.contains(&Said { question, option })
    }
}

/// The answers to these questions that settle what ends the interview.
fn signs(rulebook: &Rulebook, questions: &[QuestionIx]) -> Vec<Said> {
    let mut signs = Vec::new();
    for cause in rulebook.causes.iter().filter(|cause| cause.stops) {
        for fact in cause.hard_facts.iter().filter(|fact| fact.effect == Effect::Settles) {
            let said = Said { question: fact.question, option: fact.option };
            if questions.contains(&fact.question) && !signs.contains(&said) {
                signs.push(said);
            }
        }
    }
    signs
}

/// The warning after these answers, if there is one, under every symptom.
fn shown(rulebook: &Rulebook, answers: &Answers) -> Option<Shown> {
    let diagnosis = diagnose(rulebook, answers, Date::FIRST);
    let causes = diagnosis.findings.iter().flat_map(Finding::causes).collect();
    let steps = diagnosis.plan.iter().map(|step| step.remedy).collect();
    let symptoms = OptionIx::all(rulebook.question(rulebook.symptom).options.len());
    let doubted = symptoms.filter(|symptom| {
        let mut answers = answers.clone();
        answers.choose(rulebook.symptom, *symptom);
        doubt(rulebook, &answers).is_some()
    });
    (diagnosis.outcome == Outcome::StopScam).then(|| (causes, steps, doubted.collect()))
}

/// The question that could take the warning after these answers back.
fn doubt(rulebook: &Rulebook, answers: &Answers) -> Option<QuestionIx> {
    let diagnosis = diagnose(rulebook, answers, Date::FIRST);
    Interview::new(rulebook, answers, &diagnosis).doubt()
}
