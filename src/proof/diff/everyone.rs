use crate::engine::{Answer, AnswerKind, Answers, CauseIx, OptionIx, OptionSet, QuestionIx, Ratio};
use crate::proof::Model;
use crate::proof::band::{Band, amounts};
use crate::proof::model::otherwise;

use super::mapping::Mapping;

/// Every borrower of a small rulebook: all complete answers, each with its exact weight under the model.
pub(super) struct Everyone {
    symptoms: Vec<OfSymptom>,
    count: u64,
}

/// The borrowers with one symptom.
struct OfSymptom {
    symptom: OptionIx,
    start: Answers,
    /// The weight of each set of causes that may be at work.
    hypotheses: Vec<f64>,
    questions: Vec<(QuestionIx, Vec<Way>)>,
}

/// One way to answer a question.
struct Way {
    answer: Answer,
    /// How likely it is under each hypothesis.
    chances: Vec<f64>,
}

impl Everyone {
    /// All borrowers, unless there are more than `most`, or amounts that no list of ratios can stand for.
    pub(super) fn new(model: &Model, mapping: &Mapping, most: u64) -> Option<Self> {
        let counts = model.symptoms().map(|symptom| count(model, mapping, symptom, most));
        let count = counts.sum::<Option<u64>>().filter(|count| *count <= most)?;
        let symptoms = model.symptoms().map(|symptom| of_symptom(model, mapping, symptom));
        Some(Self { symptoms: symptoms.collect(), count })
    }

    /// How many ways to answer are looked at; those that nobody would give are among them.
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// Goes through all of them, with their symptoms and weights; the weights sum to one.
    pub(super) fn for_each(&self, visit: &mut dyn FnMut(OptionIx, f64, &Answers)) {
        for of_symptom in &self.symptoms {
            let mut answers = of_symptom.start.clone();
            of_symptom.walk(0, &of_symptom.hypotheses, &mut answers, visit);
        }
    }
}

impl OfSymptom {
    fn walk(
        &self,
        depth: usize,
        weights: &[f64],
        answers: &mut Answers,
        visit: &mut dyn FnMut(OptionIx, f64, &Answers),
    ) {
        let Some((question, ways)) = self.questions.get(depth) else {
            visit(self.symptom, weights.iter().sum(), answers);
            return;
        };
        for way in ways {
            let weights: Vec<f64> =
                weights.iter().zip(&way.chances).map(|(weight, chance)| weight * chance).collect();
            if weights.iter().any(|weight| *weight > 0.0) {
                answers.set(*question, way.answer);
                self.walk(depth + 1, &weights, answers, visit);
            }
        }
    }
}

/// How many borrowers have the symptom; none where there are more than `most`.
fn count(model: &Model, mapping: &Mapping, symptom: OptionIx, most: u64) -> Option<u64> {
    let mut count = 1u64;
    for at in asked(model, symptom) {
        let question = model.rulebook().question(at);
        let offered = question.offered(Some(symptom)).len();
        let ways = match &question.kind {
            AnswerKind::One => offered + 1,
            AnswerKind::Many { .. } => 1usize.checked_shl(u32::try_from(offered).ok()?)? + 1,
            AnswerKind::Money(ratio) => offered + 1 + limits(mapping, ratio)?.len(),
        };
        count = count.checked_mul(u64::try_from(ways).ok()?).filter(|count| *count <= most)?;
    }
    Some(count)
}

fn asked<'a>(model: &'a Model, symptom: OptionIx) -> impl Iterator<Item = QuestionIx> + 'a {
    let rulebook = model.rulebook();
    let applies = move |at: &QuestionIx| rulebook.question(*at).applies.has(Some(symptom));
    rulebook.question_places().filter(move |at| *at != rulebook.symptom).filter(applies)
}

fn of_symptom(model: &Model, mapping: &Mapping, symptom: OptionIx) -> OfSymptom {
    let share = model.symptom_share(symptom);
    let (causes, mut hypotheses): (Vec<Vec<CauseIx>>, Vec<f64>) = model
        .hypotheses(symptom)
        .into_iter()
        .map(|(causes, chance)| (causes, chance * share))
        .unzip();
    let mut causes = causes;
    if causes.is_empty() {
        // Nothing is in question: the answers come by their base rates.
        (causes, hypotheses) = (vec![Vec::new()], vec![share]);
    }
    let mut start = Answers::new();
    start.choose(model.rulebook().symptom, symptom);
    let questions =
        asked(model, symptom).map(|at| (at, ways(model, mapping, symptom, at, &causes))).collect();
    OfSymptom { symptom, start, hypotheses, questions }
}

fn ways(
    model: &Model,
    mapping: &Mapping,
    symptom: OptionIx,
    at: QuestionIx,
    causes: &[Vec<CauseIx>],
) -> Vec<Way> {
    let question = model.rulebook().question(at);
    let offered = question.offered(Some(symptom));
    let way = |answer, options, factor: f64| {
        let chance =
            |causes: &Vec<CauseIx>| model.likelihood(symptom, at, options, causes) * factor;
        Way { answer, chances: causes.iter().map(chance).collect() }
    };
    let unsure = |factor| way(Answer::Unsure, OptionSet::EMPTY, factor);
    let base = |option| f64::from(model.rulebook().option(at, option).base_rate) / 10_000.0;
    let known = offered.iter().map(base).sum::<f64>().min(1.0);
    let mut ways = Vec::new();
    match &question.kind {
        AnswerKind::Many { .. } => {
            let sets = ticked(offered, otherwise(model.rulebook(), at)).into_iter();
            ways.extend(sets.map(|set| way(Answer::Options(set), set, 1.0)));
            ways.push(unsure(1.0));
        }
        _ if offered.is_empty() => ways.push(unsure(1.0)),
        AnswerKind::One => {
            for option in offered.iter().map(OptionSet::of) {
                ways.push(way(Answer::Options(option), option, known));
            }
            ways.push(unsure(1.0 - known));
        }
        AnswerKind::Money(ratio) => {
            let most = model.rulebook().settings.most_amount;
            for option in offered.iter() {
                for (share, part) in pieces(mapping, ratio, option) {
                    let answer = amounts(ratio, share, 1, most);
                    ways.push(way(answer, OptionSet::of(option), known * part));
                }
            }
            ways.push(unsure(1.0 - known));
        }
    }
    ways
}

/// Every set of options that may be ticked; the option that remains where none is ticked stands alone.
fn ticked(offered: OptionSet, otherwise: Option<OptionIx>) -> Vec<OptionSet> {
    let mut sets = vec![OptionSet::EMPTY];
    for option in offered.iter().filter(|option| otherwise != Some(*option)) {
        let with: Vec<OptionSet> = sets.iter().map(|set| set.with(option)).collect();
        sets.extend(with);
    }
    sets.remove(0);
    sets.extend(otherwise.map(OptionSet::of));
    sets
}

/// The limits of NEW for the same ratio; `None` where NEW makes another ratio of one of the amounts.
fn limits(mapping: &Mapping, ratio: &Ratio) -> Option<Vec<u32>> {
    let places = ratio.fields.each_ref().map(|field| mapping.field(field));
    let [Some((one, 0)), Some((other, 1))] = places else {
        return places.iter().all(Option::is_none).then(Vec::new);
    };
    match &mapping.after().question(one).kind {
        AnswerKind::Money(there) if one == other && there.numerator == ratio.numerator => {
            Some(there.below.iter().copied().flatten().collect())
        }
        _ => None,
    }
}

/// A ratio for each part of a band that the limits of NEW cut it into, and how much of the band it is.
fn pieces(mapping: &Mapping, ratio: &Ratio, option: OptionIx) -> Vec<(u32, f64)> {
    let band = Band::of(ratio, option);
    let end = band.least + band.width;
    let limits = limits(mapping, ratio).unwrap_or_default();
    let mut cuts: Vec<u32> =
        limits.into_iter().filter(|limit| (band.least + 1..end).contains(limit)).collect();
    cuts.extend([band.least, end]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|piece| (piece[0], f64::from(piece[1] - piece[0]) / f64::from(band.width)))
        .collect()
}
