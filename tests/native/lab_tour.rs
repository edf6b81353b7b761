//! The screens that a borrower goes through, as the wording lab and the picture sheet show them.

use loan_checkup::engine::{Answers, firmness};
use loan_checkup::knowledge::Knowledge;
use loan_checkup::lab::{Stop, tour};
use loan_checkup::proof::{Model, Play};
use loan_checkup::widget::{Kit, ScreenKind};

use crate::folder;

fn kit(knowledge: &Knowledge) -> Kit {
    let catalogue = knowledge.catalogues[0].clone().with_names(&[]).expect("no name is given");
    Kit::new(knowledge.rulebook.clone(), catalogue, folder::day())
}

#[test]
fn a_tour_shows_the_screens_and_the_end_of_the_interview() {
    let knowledge = folder::knowledge();
    let kit = kit(&knowledge);
    let model = Model::new(&kit.rulebook, kit.day);
    for symptom in model.symptoms() {
        for number in 0..12 {
            let borrower = model.borrower(symptom, number);
            let play = Play::new(&model, &borrower, &firmness);
            let stops = tour(&kit, &borrower.says);
            let asked = |stop: &&Stop| {
                matches!(stop.kind(), ScreenKind::Question | ScreenKind::ClosingList)
            };
            assert_eq!(stops.iter().filter(asked).count(), play.screens);
            let end = stops.iter().find(|stop| !asked(stop)).expect("a tour has an end");
            let kind =
                if play.stop.is_warning() { ScreenKind::StopScam } else { ScreenKind::Result };
            assert_eq!(end.kind(), kind);
            assert_eq!(end.answers(), &play.answers);
            assert_eq!(end.number(), play.stop.first().map_or(0, |cause| cause.at() + 1));
        }
    }
}

#[test]
fn a_stop_says_which_texts_stand_on_it() {
    let knowledge = folder::knowledge();
    let kit = kit(&knowledge);
    for case in &knowledge.cases {
        for stop in tour(&kit, &case.answers) {
            let keys = stop.keys(&kit);
            let shows = |key: String| assert!(keys.contains(&key), "{}: no {key}", case.name);
            match stop.kind() {
                ScreenKind::Question => shows("ui.button.next".to_owned()),
                ScreenKind::Result if stop.number() > 0 => {
                    let first = &kit.rulebook.causes[stop.number() - 1].id;
                    shows(format!("cause.{first}.title"));
                    shows(format!("cause.{first}.summary"));
                }
                ScreenKind::StopScam => {
                    shows("ui.scam.title".to_owned());
                    // Of a fee it can be asked who took it.
                    let of_fee = |key: &String| key.starts_with("question.fee-taken.");
                    assert!(!keys.iter().any(|key| key.starts_with("question.") && !of_fee(key)));
                }
                _ => {}
            }
        }
    }
}

#[test]
fn who_says_nothing_is_led_to_an_end_as_well() {
    let knowledge = folder::knowledge();
    let stops = tour(&kit(&knowledge), &Answers::new());
    assert_eq!(stops.last().map(Stop::kind), Some(ScreenKind::Review));
}
