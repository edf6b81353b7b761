use serde_json::json;

use crate::engine::{Answers, CauseIx, Diagnosis, Grade, RemedyIx, diagnose};
use crate::proof::parallel::{Done, in_parallel};
use crate::proof::{Chance, Line, Method, Play, Sample, Verdict};

use super::completions::Completions;

/// How many completions of a stop are drawn at random.
const RANDOM: u64 = 24;

/// How many contradicted stops are printed.
const SHOWN: usize = 3;

/// What is said of a stop by its grade, on trial.
struct GradeTrial {
    grade: Grade,
    completions: usize,
    /// A completion that contradicts the grade; for an open stop the stop itself.
    contradiction: Option<Answers>,
}

/// Stops whose grade a completion contradicts.
#[must_use]
pub fn grades_contradicted(sample: &Sample, done: Done) -> Line {
    let trials = in_parallel(sample.plays.len(), |at| trial(sample, &sample.plays[at]), done);
    let mut figures = Vec::new();
    for grade in [Grade::Settled, Grade::FirstSettled, Grade::Steady, Grade::Open] {
        let of_grade: Vec<&GradeTrial> =
            trials.iter().filter(|trial| trial.grade == grade).collect();
        let contradicted = of_grade.iter().filter(|trial| trial.contradiction.is_some()).count();
        let completions: usize = of_grade.iter().map(|trial| trial.completions).sum();
        figures.push((
            grade.id().to_owned(),
            json!({ "stops": of_grade.len(), "contradicted": contradicted, "completions tried": completions }),
        ));
    }
    let contradictions = || {
        let both = sample.plays.iter().zip(&trials);
        both.filter_map(|(play, trial)| Some((play, trial.contradiction.as_ref()?)))
    };
    let examples = contradictions().take(SHOWN).flat_map(|(play, completion)| {
        let grade = play.grade.id();
        let stop = sample.example(format!("the stop is graded {grade}"), &play.answers);
        let after = format!("the same borrower, further answers: not {grade}");
        [stop, sample.example(after, completion)]
    });
    Line {
        id: "grades-contradicted",
        claim: "no further answers contradict the grade of a stop, and an open stop has a fact that changes its first reason",
        method: Method::Bounded(format!(
            "stops of {} borrowers a symptom; steady and open: every single option of every open question; \
             settled and first settled: the borrower's own answers, {RANDOM} random completions and two against each cause",
            sample.draws
        )),
        verdict: if contradictions().next().is_none() { Verdict::Holds } else { Verdict::Fails },
        examples: examples.collect(),
        figures,
    }
}

fn trial(sample: &Sample, play: &Play) -> GradeTrial {
    let (rulebook, day) = (sample.model.rulebook(), sample.model.day());
    let stop = diagnose(rulebook, &play.answers, day);
    let completions = Completions::new(rulebook, &play.answers, day);
    let mut tried = 0;
    let mut changes = |answers: &Answers, what: Grade| {
        tried += 1;
        said(what, &diagnose(rulebook, answers, day)) != said(what, &stop)
    };
    let single = completions.single().find(|answers| changes(answers, Grade::Steady));
    let contradiction = match (play.grade, single) {
        (Grade::Open, None) => Some(play.answers.clone()),
        (Grade::Open, Some(_)) => None,
        (_, Some(answers)) => Some(answers),
        (Grade::Steady, None) => None,
        (grade, None) => {
            let own = [play.full_answers(sample.model)];
            let of_borrower = Chance::new(play.number).about(sample.symptom_id(play.symptom));
            let random = (0..RANDOM).map(|number| completions.random(of_borrower.number(number)));
            let rivals = rulebook.cause_places().filter(|cause| Some(*cause) != stop.first());
            let adverse = rivals.flat_map(|rival| {
                [false, true].map(|open| completions.in_favour(rival, stop.first(), open))
            });
            own.into_iter().chain(adverse).chain(random).find(|answers| changes(answers, grade))
        }
    };
    GradeTrial { grade: play.grade, completions: tried, contradiction }
}

/// What a grade says stays as it is.
fn said(grade: Grade, diagnosis: &Diagnosis) -> (Vec<Vec<CauseIx>>, Option<RemedyIx>) {
    let step = diagnosis.plan.first().map(|step| step.remedy);
    let first = || vec![diagnosis.first().into_iter().collect::<Vec<CauseIx>>()];
    match grade {
        Grade::Open | Grade::Steady => (first(), None),
        Grade::FirstSettled => (first(), step),
        Grade::Settled => {
            (diagnosis.findings.iter().map(|finding| finding.causes().collect()).collect(), step)
        }
    }
}
