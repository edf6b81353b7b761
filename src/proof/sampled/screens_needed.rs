use serde_json::json;

use crate::proof::sample::percent;
use crate::proof::{Line, Play, Sample, Verdict};

/// In how many screens half of the borrowers are done.
const MEDIAN: usize = 8;

/// In how many screens 95 of a hundred borrowers are done.
const NINETY_FIFTH: usize = 12;

/// How many screens an interview takes.
#[must_use]
pub fn screens_needed(sample: &Sample) -> Line {
    let most = usize::from(sample.model.rulebook().settings.most_screens);
    let (mut figures, mut examples) = (Vec::new(), Vec::new());
    for (symptom, plays) in sample.by_symptom() {
        let mut sorted: Vec<&Play> = Sample::without_warning(plays).collect();
        sorted.sort_by_key(|play| play.screens);
        let place = |percent: usize| (sorted.len() * percent).div_ceil(100).saturating_sub(1);
        let (Some(median), Some(late)) = (sorted.get(place(50)), sorted.get(place(95))) else {
            continue;
        };
        let within = sorted.iter().filter(|play| play.screens <= MEDIAN).count();
        let at_budget = sorted.iter().filter(|play| play.screens >= most).count();
        figures.push((
            symptom.to_owned(),
            json!({
                "median": median.screens,
                "95th percentile": late.screens,
                "% within 8": percent(within, sorted.len()),
                "% at the budget": percent(at_budget, sorted.len()),
                "% warned of fraud and left out": percent(plays.len() - sorted.len(), plays.len()),
            }),
        ));
        let too_late = match () {
            () if median.screens > MEDIAN => Some(median),
            () if late.screens > NINETY_FIFTH => Some(late),
            () => None,
        };
        if let Some(play) = too_late {
            let shows = format!("{symptom}: asked on {} screens", play.screens);
            examples.push(sample.example(shows, &play.answers));
        }
    }
    Line {
        id: "screens-needed",
        claim: "for every symptom half of the borrowers are done in 8 screens, 95 of a hundred in 12",
        method: sample.method(),
        verdict: if examples.is_empty() { Verdict::Holds } else { Verdict::Fails },
        figures,
        examples,
    }
}
