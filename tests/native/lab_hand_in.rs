//! What is said of a draft before it is handed in, and that what passes is what the command line passes.

use std::sync::LazyLock;

use loan_checkup::copy_rules::{self, CopyRules, FILE};
use loan_checkup::knowledge::{self, ProblemCode, Severity};
use loan_checkup::lab::drafts::{DraftChange, DraftSubject, apply};
use loan_checkup::lab::{Base, Edited, HandIn, Hurdle, hand_in};

use crate::folder;

const SUMMARY: &str = "cause.new-account.summary";
const HINT: &str = "question.page-message.hint";
const PROMISE: &str = "After that you will be able to borrow.";

thread_local! {
    static BASE: LazyLock<Base> = LazyLock::new(|| {
        Base::read(folder::shipped(), folder::day()).expect("the shipped folder has no error")
    });
}

/// What is said of some changes of the shipped folder.
fn said(changes: &[(DraftSubject, Option<&str>)]) -> HandIn {
    BASE.with(|base| {
        let changes: Vec<DraftChange> = changes
            .iter()
            .map(|(subject, to)| DraftChange {
                subject: subject.clone(),
                from: None,
                to: to.map(str::to_owned),
            })
            .collect();
        let made = apply(&base.folder, &changes).expect("it can be edited");
        let rules = CopyRules::read(made.text(FILE).unwrap_or_default()).expect("they can be read");
        let texts = changes.iter().filter(|change| change.subject.rule().is_none());
        let texts = texts
            .map(|change| (change.subject.locale(), change.subject.key(), change.to.as_deref()));
        let edited = Edited::new(base).with(texts, rules);
        hand_in(base, &edited, &changes)
    })
}

fn english(key: &str) -> DraftSubject {
    DraftSubject::text("en", key)
}

#[test]
fn what_passes_is_loaded_and_checked_as_on_the_command_line() {
    let found = said(&[(english(SUMMARY), Some("A short and quiet sentence."))]);
    assert_eq!((&found.errors, &found.warnings), (&vec![], &vec![]));
    let made = found.folder.expect("nothing speaks against it");
    assert!(knowledge::load(&made, Some(folder::day())).is_ok());
    let is_error = |code: ProblemCode| code.severity() == Severity::Error;
    assert!(!copy_rules::check(&made).iter().any(|problem| is_error(problem.code)));
}

#[test]
fn an_error_of_a_sentence_is_said_once_and_blocks_until_the_rule_is_waived() {
    let promise = (english(SUMMARY), Some(PROMISE));
    let found = said(std::slice::from_ref(&promise));
    assert!(found.folder.is_none());
    assert!(
        matches!(&found.errors[..], [Hurdle::Sentence { key, .. }] if key == SUMMARY),
        "{found:#?}"
    );
    let waived = (DraftSubject::waiver("promise", "en", SUMMARY), Some("a test"));
    let found = said(&[promise, waived]);
    assert_eq!(found.errors, []);
    assert!(found.folder.is_some());
}

#[test]
fn a_waiver_that_does_nothing_is_a_warning() {
    let found = said(&[(DraftSubject::waiver("promise", "en", SUMMARY), Some("a test"))]);
    assert!(found.folder.is_some());
    assert!(
        matches!(&found.warnings[..], [Hurdle::Problem(problem)] if problem.code == ProblemCode::IdleWaiver),
        "{found:#?}"
    );
}

#[test]
fn a_sentence_that_stands_in_one_locale_only_blocks() {
    let has_hint = BASE.with(|base| Edited::new(base).text("zh-CN", HINT).is_some());
    let change = if has_hint {
        (english(HINT), None)
    } else {
        (DraftSubject::text("zh-CN", HINT), Some("\u{770b}\u{622a}\u{56fe}\u{3002}"))
    };
    let found = said(&[change]);
    assert!(found.folder.is_none());
    let is_beside =
        |hurdle: &Hurdle| matches!(hurdle, Hurdle::MissingBeside { key, .. } if key == HINT);
    assert!(!found.errors.is_empty() && found.errors.iter().all(is_beside), "{found:#?}");
}

#[test]
fn a_sentence_that_nothing_uses_any_more_blocks_by_what_the_files_say() {
    let found = said(&[(english("cause.gone-by-now.title"), Some("Gone"))]);
    assert!(found.folder.is_none());
    assert!(
        matches!(&found.errors[..], [Hurdle::Problem(problem)] if problem.code == ProblemCode::UnusedWording),
        "{found:#?}"
    );
}

#[test]
fn a_sentence_that_must_be_there_and_says_nothing_blocks() {
    for to in [Some(""), None] {
        let found = said(&[(english(SUMMARY), to)]);
        assert!(found.folder.is_none());
        assert!(matches!(&found.errors[..], [Hurdle::Sentence { .. }]), "{found:#?}");
    }
}
