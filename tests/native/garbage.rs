//! Input that nobody meant: it is refused with its place, or it works; nothing panics.

use std::sync::LazyLock;

use loan_checkup::engine::{GivenAnswer, read_answers};
use loan_checkup::knowledge::{self, Folder};
use proptest::prelude::*;

use crate::borrower::diagnosis;
use crate::folder;
use crate::interview::check_interview;
use crate::properties::check_result;
use crate::strategy::{RULEBOOK, config};

static FOLDER: LazyLock<Folder> = LazyLock::new(folder::shipped);

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn answers_by_any_name_are_read_or_refused(
        name in "\\PC{0,12}|symptom|warning-signs|monthly-income|repayment-burden|page-mesage",
        texts in prop::collection::vec("\\PC{0,12}|none|unsure|8000|one-yuan-cap|payout-failde", 0..4),
        as_one in any::<bool>(),
    ) {
        let given = match texts.first() {
            Some(text) if as_one => GivenAnswer::One(text.clone()),
            _ => GivenAnswer::Many(texts),
        };
        match read_answers(&RULEBOOK, [(name, given)]) {
            Ok(answers) => check_result(&RULEBOOK, &diagnosis(&RULEBOOK, &answers))?,
            Err(errors) => prop_assert!(errors.iter().all(|error| !error.to_string().is_empty())),
        }
    }
}

proptest! {
    #![proptest_config(config(48))]

    /// A line of one file is lost, doubled, cut or gets another line's end; whatever still loads can still be used.
    #[test]
    fn a_mutated_folder_is_refused_with_places_or_works(
        file in any::<prop::sample::Index>(), line in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(), how in 0..5_u8, number in any::<u64>(),
    ) {
        let mut folder = FOLDER.clone();
        mutate(&mut folder, &file, &line, &other, how);
        match knowledge::load(&folder, Some(folder::day())) {
            Ok(known) => check_interview(&known.rulebook, number)?,
            Err(problems) => {
                prop_assert!(problems.iter().all(|problem| !problem.place.file.is_empty()));
            }
        }
    }
}

fn mutate(
    folder: &mut Folder,
    file: &prop::sample::Index,
    line: &prop::sample::Index,
    other: &prop::sample::Index,
    how: u8,
) {
    let paths: Vec<String> = ["", "causes", "wording", "cases"]
        .iter()
        .flat_map(|below| match *below {
            "" => ["rulebook", "questions", "screens", "groups", "remedies", "sources"]
                .map(|name| format!("{name}.toml"))
                .to_vec(),
            _ => folder.below(below).map(|(path, _, _)| path.to_owned()).collect(),
        })
        .collect();
    let path = file.get(&paths);
    let text = folder.text(path).expect("the path is the folder's").to_owned();
    let mut lines: Vec<&str> = text.lines().collect();
    let at = line.index(lines.len());
    let cut = other.index(lines[at].chars().count() + 1);
    let cut = lines[at].char_indices().nth(cut).map_or(lines[at].len(), |(byte, _)| byte);
    let longer;
    match how {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at]),
        2 => lines[at] = &lines[at][..cut],
        3 => lines[at] = lines[other.index(lines.len())],
        _ => {
            longer = lines[at].replacen('"', "\"9", 1);
            lines[at] = &longer;
        }
    }
    let text = lines.join("\n");
    folder.set(path, text);
}
