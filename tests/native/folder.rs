//! The knowledge folder of this repository, as the tests use it.

use std::fs;
use std::path::{Path, PathBuf};

use loan_checkup::engine::Date;
use loan_checkup::knowledge::{self, Folder, Knowledge, Problem};

/// The day on which the tests play; the shipped sources were reviewed then.
pub(crate) const DAY: &str = "2026-11-21";

/// A path in this repository.
pub(crate) fn path(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

/// The day on which the tests play.
pub(crate) fn day() -> Date {
    Date::read(DAY).expect("the constant is a day")
}

/// The texts of the shipped folder.
pub(crate) fn shipped() -> Folder {
    Folder::read(&path("knowledge")).expect("the shipped folder can be read")
}

/// Everything that the shipped folder holds.
pub(crate) fn knowledge() -> Knowledge {
    knowledge::load(&shipped(), Some(day()))
        .unwrap_or_else(|problems| panic!("{}", listed(&problems)))
}

/// Problems as `loan-checkup check` prints them.
pub(crate) fn listed(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder is there") {
        let entry = entry.expect("it can be listed");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
