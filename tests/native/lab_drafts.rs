//! Drafts of the wording: steps and their way back, files that stay as they are but for what was changed, the patch,
//! and what is taken in from files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use loan_checkup::copy_rules::{CopyRules, FILE};
use loan_checkup::knowledge::{Folder, written_texts};
use loan_checkup::lab::drafts::{
    Baseline, Draft, DraftChange, DraftFault, DraftSubject, EditFault, GivenFile, ImportFaultKind,
    Imported, apply, changed_files, draft_name, import, patch, read_draft, write_draft,
};

use crate::folder;

static SHIPPED: LazyLock<Folder> = LazyLock::new(folder::shipped);
static BASELINE: LazyLock<Baseline> =
    LazyLock::new(|| Baseline::of(&SHIPPED).expect("the shipped folder can be read"));

/// A sentence that must be there, one that may be missing, and the file of both.
const TITLE: &str = "cause.new-account.title";
const HINT: &str = "question.symptom.hint";
const FILE_EN: &str = "wording/en.toml";

fn draft() -> Draft {
    Draft::new("A".to_owned(), &BASELINE)
}

fn title() -> DraftSubject {
    DraftSubject::text("en", TITLE)
}

fn set(draft: &mut Draft, subject: &DraftSubject, to: Option<&str>) -> bool {
    draft.set(&BASELINE, subject, to)
}

fn texts(folder: &Folder) -> BTreeMap<(String, String), String> {
    let texts = written_texts(folder).into_iter();
    texts.map(|text| ((text.locale, text.key), text.text)).collect()
}

static SHIPPED_TEXTS: LazyLock<BTreeMap<(String, String), String>> =
    LazyLock::new(|| texts(&SHIPPED));

/// A small folder, in another style than the shipped one.
fn small() -> Folder {
    let wording = "# First.\n\n[a.x] # about x\n  one = 'literal \"one\"' # kept\n\n\ntwo = \"two\"\n\n[b.x]\none = \"1\"\n\n[a.y]\none = \"1\"\n";
    let rules = "# Rules.\n\n[[rule]]\nid = \"r\"\nseverity = \"warning\"\nwhy = \"w\"\nlocales = [\"en\"]\ntest = { most-characters = 3 }\n\n# Of x.\n[[waiver]]\nrule = \"r\"\nlocale = \"en\"\nkey = \"a.x.one\"\nwhy = \"old\"\n";
    Folder::new([(FILE_EN.to_owned(), wording.to_owned()), (FILE.to_owned(), rules.to_owned())])
}

/// What becomes of a file of the small folder.
#[track_caller]
fn edited(file: &str, changes: &[(DraftSubject, Option<&str>)]) -> String {
    let change = |(subject, to): &(DraftSubject, Option<&str>)| DraftChange {
        subject: subject.clone(),
        from: None,
        to: to.map(str::to_owned),
    };
    let changes: Vec<DraftChange> = changes.iter().map(change).collect();
    let folder = apply(&small(), &changes).expect("it can be edited");
    folder.text(file).expect("the file is there").to_owned()
}

fn small_wording(from: &str, to: &str) -> String {
    let folder = small();
    let text = folder.text(FILE_EN).expect("the file is there");
    assert!(text.contains(from), "{from}");
    text.replace(from, to)
}

/// The shipped title with something behind it.
fn longer(more: &str) -> String {
    [BASELINE.value(&title()).expect("it is shipped"), more].concat()
}

#[test]
fn typing_in_one_sentence_is_one_step() {
    let mut draft = draft();
    for more in ["a", "ab", "abc"] {
        assert!(set(&mut draft, &title(), Some(&longer(more))));
    }
    assert!(!set(&mut draft, &title(), Some(&longer("abc"))));
    assert_eq!(draft.value(&BASELINE, &title()), Some(longer("abc").as_str()));
    assert_eq!(draft.undo(), Some(title()));
    assert_eq!(draft.changes(&BASELINE), []);
    assert!(!draft.can_undo());
    assert_eq!(draft.redo(), Some(title()));
    assert_eq!(draft.value(&BASELINE, &title()), Some(longer("abc").as_str()));
}

#[test]
fn a_step_ends_when_typing_turns_into_deleting_or_goes_on_for_long() {
    let mut turned = draft();
    for more in ["ab", "abc", "ab", "a"] {
        set(&mut turned, &title(), Some(&longer(more)));
    }
    turned.undo();
    assert_eq!(turned.value(&BASELINE, &title()), Some(longer("abc").as_str()));
    let mut long = draft();
    for count in 1..=50 {
        set(&mut long, &title(), Some(&longer(&"x".repeat(count))));
    }
    long.undo();
    let left = long.value(&BASELINE, &title()).expect("it is there").len() - longer("").len();
    assert!((30..50).contains(&left), "{left}");
    while long.undo().is_some() {}
    assert_eq!(long.changes(&BASELINE), []);
}

#[test]
fn whatever_happens_in_between_ends_a_step() {
    let other = DraftSubject::text("en", HINT);
    type Interrupt = fn(&mut Draft);
    let interruptions: [(Interrupt, &str); 5] = [
        (|_| {}, ""),
        (Draft::close_step, "a"),
        (
            |draft| {
                draft.set(&BASELINE, &DraftSubject::text("zh-CN", HINT), None);
            },
            "a",
        ),
        (
            |draft| {
                draft.undo();
                draft.redo();
            },
            "a",
        ),
        (
            |draft| {
                draft.reset(&BASELINE, &DraftSubject::text("en", HINT));
            },
            "a",
        ),
    ];
    for (interrupt, left) in interruptions {
        let mut draft = draft();
        set(&mut draft, &other, Some("t"));
        set(&mut draft, &title(), Some(&longer("a")));
        interrupt(&mut draft);
        set(&mut draft, &title(), Some(&longer("ab")));
        assert_eq!(draft.undo(), Some(title()));
        assert_eq!(draft.value(&BASELINE, &title()), Some(longer(left).as_str()));
    }
}

#[test]
fn a_text_that_is_put_back_is_no_change() {
    let mut draft = draft();
    let shipped = BASELINE.value(&title()).expect("it is shipped");
    set(&mut draft, &title(), Some("x"));
    set(&mut draft, &DraftSubject::text("en", HINT), None);
    assert_eq!(draft.changes(&BASELINE).len(), 2);
    set(&mut draft, &title(), Some(shipped));
    draft.reset(&BASELINE, &DraftSubject::text("en", HINT));
    assert_eq!(draft.changes(&BASELINE), []);
    assert_eq!(apply(&SHIPPED, &draft.changes(&BASELINE)).as_ref(), Ok(&*SHIPPED));
    draft.undo();
    assert_eq!(draft.value(&BASELINE, &DraftSubject::text("en", HINT)), None);
}

#[test]
fn a_new_step_ends_what_could_be_made_again() {
    let mut draft = draft();
    set(&mut draft, &title(), Some("x"));
    draft.undo();
    assert!(draft.can_redo());
    set(&mut draft, &title(), Some("y"));
    assert!(!draft.can_redo());
    assert_eq!(draft.redo(), None);
}

#[test]
fn old_steps_stay_made_when_there_are_very_many() {
    let mut draft = draft();
    for number in 0..600 {
        set(&mut draft, &title(), Some(&number.to_string()));
        draft.close_step();
    }
    let mut count = 0;
    while draft.undo().is_some() {
        count += 1;
    }
    assert!((100..600).contains(&count), "{count}");
    assert_eq!(draft.value(&BASELINE, &title()), Some((599 - count).to_string().as_str()));
    assert_eq!(read_draft(&write_draft(&draft)).as_ref(), Ok(&draft));
}

#[test]
fn a_draft_over_a_newer_folder_keeps_everything_and_tells_what_has_changed_below_it() {
    let mut draft = draft();
    let other = DraftSubject::text("en", HINT);
    set(&mut draft, &title(), Some("mine"));
    set(&mut draft, &other, Some("mine too"));
    let shipped = BASELINE.value(&title()).expect("it is shipped").to_owned();
    let newer = DraftChange { subject: title(), from: None, to: Some("theirs".to_owned()) };
    let newer = apply(&SHIPPED, &[newer]).expect("it can be edited");
    let newer = Baseline::of(&newer).expect("it can be read");
    assert_eq!(draft.stale(&BASELINE), []);
    let stale = DraftChange {
        subject: title(),
        from: Some(shipped.clone()),
        to: Some("theirs".to_owned()),
    };
    assert_eq!(draft.stale(&newer), [stale]);
    assert_eq!(draft.value(&newer, &title()), Some("mine"));
    // The old text, typed again, is a change now.
    draft.set(&newer, &title(), Some(&shipped));
    assert_eq!(draft.value(&newer, &title()), Some(shipped.as_str()));
    draft.keep_own(&newer, &title());
    assert_eq!(draft.stale(&newer), []);
    assert_eq!(draft.changes(&newer).len(), 2);
    draft.reset(&newer, &title());
    assert_eq!(draft.value(&newer, &title()), Some("theirs"));
}

#[test]
fn what_has_been_shipped_meanwhile_is_no_change_any_more() {
    let mut draft = draft();
    set(&mut draft, &title(), Some("mine"));
    let taken_over = apply(&SHIPPED, &draft.changes(&BASELINE)).expect("it can be edited");
    let newer = Baseline::of(&taken_over).expect("it can be read");
    assert_eq!(draft.changes(&newer), []);
    assert_eq!(draft.stale(&newer), []);
}

#[test]
fn only_the_sentence_itself_is_replaced_in_its_file() {
    let one = DraftSubject::text("en", "a.x.one");
    assert_eq!(
        edited(FILE_EN, &[(one.clone(), Some("say \"1\" \\ {x}"))]),
        small_wording(r#"'literal "one"'"#, r#""say \"1\" \\ {x}""#)
    );
    assert_eq!(edited(FILE_EN, &[(one, Some("literal \"one\""))]), small_wording("", ""));
}

#[test]
fn a_new_sentence_is_put_behind_the_others_of_its_table() {
    let new = DraftSubject::text("en", "a.x.three");
    assert_eq!(
        edited(FILE_EN, &[(new, Some("3"))]),
        small_wording("two = \"two\"\n", "two = \"two\"\nthree = \"3\"\n")
    );
}

#[test]
fn a_new_table_is_put_behind_the_others_of_its_kind() {
    let new = |key| (DraftSubject::text("en", key), Some("n"));
    assert_eq!(
        edited(FILE_EN, &[new("b.z.p"), new("b.z.q"), new("c.z.p")]),
        small_wording(
            "[b.x]\none = \"1\"\n",
            "[b.x]\none = \"1\"\n\n[b.z]\np = \"n\"\nq = \"n\"\n"
        ) + "\n[c.z]\np = \"n\"\n"
    );
}

#[test]
fn a_sentence_goes_with_its_line_and_the_last_one_with_its_header() {
    let gone = |key| (DraftSubject::text("en", key), None);
    assert_eq!(edited(FILE_EN, &[gone("a.x.two")]), small_wording("two = \"two\"\n", ""));
    assert_eq!(edited(FILE_EN, &[gone("b.x.one")]), small_wording("\n[b.x]\none = \"1\"\n", ""));
    assert_eq!(edited(FILE_EN, &[gone("b.x.none")]), small_wording("", ""));
}

#[test]
fn the_ends_of_lines_stay_as_they_are() {
    let windows = |text: &str| text.replace('\n', "\r\n");
    let folder = Folder::new([(FILE_EN.to_owned(), windows("[a.x]\none = \"1\"\n"))]);
    let new = |key: &str| DraftChange {
        subject: DraftSubject::text("en", key),
        from: None,
        to: Some("2".to_owned()),
    };
    let edited = apply(&folder, &[new("a.x.two"), new("a.y.one")]).expect("it can be");
    let wanted = windows("[a.x]\none = \"1\"\ntwo = \"2\"\n\n[a.y]\none = \"2\"\n");
    assert_eq!(edited.text(FILE_EN), Some(wanted.as_str()));
    let folder = Folder::new([(FILE_EN.to_owned(), "[a.x]\none = \"1\"".to_owned())]);
    let edited = apply(&folder, &[new("a.x.two")]).expect("it can be");
    assert_eq!(edited.text(FILE_EN), Some("[a.x]\none = \"1\"\ntwo = \"2\""));
}

/// The shipped files as other systems, some editors and a hurried hand would leave them: everything is changed and
/// changed back, and one sentence is taken out.
#[test]
fn every_file_keeps_its_bytes_however_its_lines_end() {
    let windows = |text: &str| text.replace('\n', "\r\n");
    let mixed = |text: &str| text.replace("\n\n", "\r\n\n");
    let writings: [&dyn Fn(&str) -> String; 5] =
        [&str::to_owned, &windows, &mixed, &|text| ["\u{feff}", text].concat(), &|text| {
            text.trim_end().to_owned()
        }];
    for (number, written) in writings.iter().enumerate() {
        let file = |path: &str| (path.to_owned(), written(SHIPPED.text(path).unwrap_or_default()));
        let folder = Folder::new(SHIPPED.paths().map(file));
        let baseline = Baseline::of(&folder).expect("it can be read");
        assert!(BASELINE.iter().eq(baseline.iter()), "{number}");
        assert_eq!(apply(&folder, &[]).as_ref(), Ok(&folder), "{number}");
        let other = |(subject, text): (&DraftSubject, &str)| DraftChange {
            subject: subject.clone(),
            from: Some(text.to_owned()),
            to: Some(format!("{text} \"\u{2026}\"\\")),
        };
        let there: Vec<DraftChange> = baseline.iter().map(other).collect();
        let edited = apply(&folder, &there).expect("it can be edited");
        let all = Baseline::of(&edited).expect("it can be read");
        assert!(there.iter().all(|one| all.value(&one.subject) == one.to.as_deref()), "{number}");
        let back = there.into_iter().map(|DraftChange { subject, from, to }| DraftChange {
            subject,
            from: to,
            to: from,
        });
        let back: Vec<DraftChange> = back.collect();
        assert!(apply(&edited, &back).as_ref() == Ok(&folder), "{number}");
        let gone = DraftChange { subject: DraftSubject::text("en", HINT), from: None, to: None };
        let edited = apply(&folder, &[gone]).expect("it can be edited");
        let [before, after] = [&folder, &edited].map(|folder| {
            let text = folder.text(FILE_EN).expect("it is there");
            text.split_inclusive('\n').collect::<Vec<_>>()
        });
        let at = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
        assert!(before[at].starts_with("hint = "), "{number}: {}", before[at]);
        assert_eq!([&before[..at], &before[at + 1..]].concat(), after, "{number}");
    }
}

#[test]
fn waivers_are_added_behind_everything_changed_and_taken_out() {
    let rules = small().text(FILE).expect("the file is there").to_owned();
    let new = DraftSubject::waiver("r", "en", "a.x.two");
    let added = edited(FILE, &[(new, Some("it is \"short\""))]);
    let lines = "\n[[waiver]]\nrule = \"r\"\nlocale = \"en\"\nkey = \"a.x.two\"\nwhy = \"it is \\\"short\\\"\"\n";
    assert_eq!(added, [rules.as_str(), lines].concat());
    assert_eq!(CopyRules::read(&added).map(|rules| rules.waivers.len()), Ok(2));
    let old = DraftSubject::waiver("r", "en", "a.x.one");
    let changed = edited(FILE, &[(old.clone(), Some("new"))]);
    assert_eq!(changed, rules.replace("\"old\"", "\"new\""));
    let gone = edited(FILE, &[(old, None)]);
    assert!(rules.starts_with(&gone) && gone.ends_with("# Of x.\n"), "{gone}");
}

#[test]
fn a_file_that_cannot_be_edited_so_is_named() {
    let with = |text: &str| Folder::new([(FILE_EN.to_owned(), text.to_owned())]);
    let change = |locale: &str, key: &str, to: Option<&str>| DraftChange {
        subject: DraftSubject::text(locale, key),
        from: None,
        to: to.map(str::to_owned),
    };
    let fault = |folder: &Folder, change: DraftChange| {
        apply(folder, &[change]).expect_err("it cannot be edited")
    };
    let inline = with("a = { x = { one = \"1\", two = \"2\" } }\n");
    let is_layout = |fault| matches!(fault, EditFault::Layout { .. });
    assert!(is_layout(fault(&inline, change("en", "a.x.two", None))));
    assert!(is_layout(fault(&inline, change("en", "a.x.three", Some("3")))));
    assert!(is_layout(fault(&inline, change("en", "a.y.one", Some("3")))));
    let edited = apply(&inline, &[change("en", "a.x.two", Some("3"))]);
    let wanted = with("a = { x = { one = \"1\", two = \"3\" } }\n");
    assert_eq!(edited, Ok(wanted));
    let no_file = EditFault::NoFile { file: "wording/fr.toml".to_owned() };
    assert_eq!(fault(&inline, change("fr", "a.x.one", Some("1"))), no_file);
    for (broken, at) in [("\n[a.x\n", 2), ("[a.x]\none = 1\n", 2), ("[a]\nx = \"1\"\n", 2)] {
        let fault = fault(&with(broken), change("en", "a.x.one", Some("1")));
        assert!(matches!(fault, EditFault::Unreadable { line, .. } if line == at), "{fault}");
    }
}

/// A change of a sentence of the shipped folder, by its place among them.
fn any_change() -> impl Strategy<Value = (usize, Option<String>)> {
    (any::<prop::sample::Index>(), prop::option::weighted(0.9, "\\PC{0,12}[\"\\\\\t#\u{e000}]?"))
        .prop_map(|(place, to)| (place.index(SENTENCES.len()), to))
}

static SENTENCES: LazyLock<Vec<DraftSubject>> = LazyLock::new(|| {
    let texts = BASELINE.iter().map(|(subject, _)| subject.clone());
    let of_texts: Vec<DraftSubject> = texts.filter(|subject| subject.rule().is_none()).collect();
    let new = ["zh-CN", "en"].map(|locale| DraftSubject::text(locale, "screen.none-such.title"));
    of_texts.into_iter().chain(new).collect()
});

proptest! {
    #![proptest_config(Config {
        cases: 24, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_122), ..Config::default()
    })]

    #[test]
    fn all_but_the_changed_lines_stays_and_the_files_say_what_is_wanted(
        changes in prop::collection::vec(any_change(), 0..12),
        added in "\\PC{1,9}",
    ) {
        let mut draft = draft();
        for (place, to) in &changes {
            set(&mut draft, &SENTENCES[*place], to.as_deref());
        }
        set(&mut draft, &DraftSubject::waiver("promise", "en", TITLE), Some(&added));
        let edited = apply(&SHIPPED, &draft.changes(&BASELINE)).expect("the shipped folder can be edited");
        let mut wanted = SHIPPED_TEXTS.clone();
        let mut new_lines = 0;
        for change in draft.changes(&BASELINE) {
            if let DraftSubject::Text { locale, key } = change.subject {
                new_lines += usize::from(change.to.is_some());
                match change.to {
                    Some(text) => wanted.insert((locale, key), text),
                    None => wanted.remove(&(locale, key)),
                };
            }
        }
        prop_assert_eq!(texts(&edited), wanted);
        for (path, before, after) in changed_files(&SHIPPED, &edited) {
            prop_assert!(path == FILE || path.starts_with("wording/"), "{}", path);
            let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
            let old: BTreeSet<&str> = before.split_inclusive('\n').collect();
            let others = after.split_inclusive('\n').filter(|line| !old.contains(*line)).count();
            prop_assert!(path == FILE || others <= new_lines + 1, "{} lines of {}", others, path);
        }
        // The way back, from the edited folder.
        let over = Baseline::of(&edited).expect("it can be read");
        let removed = draft.changes(&BASELINE).iter().any(|change| change.to.is_none());
        let back = draft.changes(&BASELINE).into_iter().map(|DraftChange { subject, from, to }| DraftChange {
            subject, from: to, to: from,
        });
        let back: Vec<DraftChange> = back.collect();
        prop_assert!(back.iter().all(|change| over.value(&change.subject) == change.from.as_deref()));
        let back = apply(&edited, &back).expect("it can be edited");
        // What was taken out comes back behind the others; all else comes back byte for byte.
        prop_assert!(back == *SHIPPED || removed && texts(&back) == *SHIPPED_TEXTS);
        while draft.undo().is_some() {}
        prop_assert!(apply(&SHIPPED, &draft.changes(&BASELINE)).is_ok_and(|folder| folder == *SHIPPED));
    }

    #[test]
    fn a_draft_survives_being_written_and_read(
        changes in prop::collection::vec((any_change(), any::<bool>(), any::<bool>()), 0..20),
    ) {
        let mut draft = draft();
        for ((place, to), closes, undoes) in &changes {
            set(&mut draft, &SENTENCES[*place], to.as_deref());
            if *closes { draft.close_step(); }
            if *undoes { draft.undo(); }
        }
        draft.close_step();
        let mut read = read_draft(&write_draft(&draft)).expect("it was just written");
        prop_assert_eq!(&read, &draft);
        while draft.undo().is_some() { read.undo(); }
        prop_assert_eq!(&read, &draft);
        prop_assert_eq!(read.changes(&BASELINE), []);
    }

    #[test]
    fn a_spoiled_draft_is_read_or_refused(place in any::<prop::sample::Index>(), with in "\\PC{0,3}") {
        let mut draft = draft();
        set(&mut draft, &title(), Some("x"));
        set(&mut draft, &DraftSubject::waiver("r", "en", TITLE), Some("why"));
        draft.undo();
        let text = write_draft(&draft);
        let at = place.index(text.len());
        let spoiled = [&text[..at], &with, &text[at + 1..]].concat();
        if let Ok(read) = read_draft(&spoiled) {
            prop_assert_eq!(read_draft(&write_draft(&read)), Ok(read));
        }
        let file = GivenFile { name: "draft.json".to_owned(), bytes: spoiled.into_bytes() };
        let _ = take_in(&[file]);
    }
}

#[test]
fn a_text_that_is_no_draft_is_refused_by_kind() {
    let mut one = draft();
    set(&mut one, &title(), Some("x"));
    let text = write_draft(&one);
    for none in
        ["", "{}", "[]", "null", "\u{0}", &"[".repeat(100_000), "{\"format\":\"x\",\"version\":1}"]
    {
        assert_eq!(read_draft(none), Err(DraftFault::NotADraft), "{none:.40}");
    }
    let later = text.replace("\"version\":1", "\"version\":2");
    assert_eq!(read_draft(&later), Err(DraftFault::OtherVersion(2)));
    let name = format!("\"name\":\"{}\"", "n".repeat(81));
    for (from, to) in [
        ("\"name\":\"A\"", "\"name\":\" A\""),
        ("\"name\":\"A\"", "\"name\":\"\""),
        ("\"name\":\"A\"", name.as_str()),
        ("\"name\":\"A\"", "\"nom\":\"A\""),
        ("\"name\":\"A\"", "\"name\":\"A\",\"more\":1"),
        ("\"en\"", "\"../en\""),
        (TITLE, "cause.title"),
        (TITLE, "cause.new account.title"),
        (
            "\"done\":[{",
            "\"done\":[{\"subject\":{\"text\":{\"locale\":\"en\",\"key\":\"a.b.c\"}},\"from\":\"gone\",\"to\":\"gone\"},{",
        ),
        ("\"to\":{\"text\":\"x\"}", "\"to\":\"gone\""),
    ] {
        assert!(text.contains(from), "{from} is not in {text}");
        let spoiled = read_draft(&text.replace(from, to));
        assert!(matches!(spoiled, Err(DraftFault::Damaged(_))), "{from} as {to}: {spoiled:?}");
    }
}

#[test]
fn names_of_drafts_are_tidied_up() {
    assert_eq!(draft_name(" a\tb \n").as_deref(), Some("a b"));
    assert_eq!(draft_name(" \u{7} "), None);
    assert_eq!(draft_name(&"x".repeat(80)).map(|name| name.len()), Some(80));
    assert_eq!(draft_name(&"x".repeat(81)), None);
}

/// A folder of a test, empty; it goes with the value.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }

    #[track_caller]
    fn run(&self, program: &str, arguments: &[&str]) {
        let mut command = Command::new(program);
        let output = command.args(arguments).current_dir(&self.0).output();
        let output = output.expect("the program is there");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program} {arguments:?}: {said}");
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_patch_makes_the_very_same_files_with_the_tools_that_people_have() {
    let mut draft = draft();
    set(&mut draft, &title(), Some("Another \"title\""));
    set(&mut draft, &DraftSubject::text("zh-CN", HINT), None);
    set(&mut draft, &DraftSubject::text("zh-TW", "screen.none-such.title"), Some("\u{65b0}"));
    set(&mut draft, &DraftSubject::waiver("promise", "en", TITLE), Some("because"));
    let edited = apply(&SHIPPED, &draft.changes(&BASELINE)).expect("it can be edited");
    let patch = patch(&SHIPPED, &edited);
    for (name, program, arguments) in [
        ("lab-git", "git", &["apply", "--whitespace=error-all", "lab.patch"][..]),
        ("lab-patch", "patch", &["-p1", "--fuzz=0", "--silent", "--input=lab.patch"][..]),
    ] {
        let scratch = Scratch::new(name);
        folder::copy(&folder::path("knowledge"), &scratch.0.join("knowledge"));
        fs::write(scratch.0.join("lab.patch"), &patch).expect("a file can be written");
        if program == "git" {
            scratch.run("git", &["init", "--quiet"]);
        }
        scratch.run(program, arguments);
        let made = Folder::read(&scratch.0.join("knowledge")).expect("it can be read");
        assert_eq!(made, edited, "{program}");
    }
}

#[test]
fn a_patch_shows_files_that_come_and_go_and_last_lines_without_an_end() {
    let before = Folder::new([
        ("wording/en.toml".to_owned(), "a\nb\r\nc".to_owned()),
        ("gone.toml".to_owned(), "x\n".to_owned()),
    ]);
    let after = Folder::new([
        ("wording/en.toml".to_owned(), "a\nb\r\nd".to_owned()),
        ("new.toml".to_owned(), "y\n".to_owned()),
    ]);
    assert_eq!(patch(&before, &before), "");
    let scratch = Scratch::new("lab-new-files");
    for path in before.paths() {
        let target = scratch.0.join("knowledge").join(path);
        fs::create_dir_all(target.parent().expect("it is in a folder")).expect("it can be made");
        fs::write(target, before.text(path).unwrap_or_default()).expect("it can be written");
    }
    fs::write(scratch.0.join("lab.patch"), patch(&before, &after)).expect("it can be written");
    scratch.run("git", &["init", "--quiet"]);
    scratch.run("git", &["apply", "lab.patch"]);
    let made = Folder::read(&scratch.0.join("knowledge")).expect("it can be read");
    assert_eq!(made, after);
}

fn given(name: &str, text: &str) -> GivenFile {
    GivenFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn take_in(files: &[GivenFile]) -> Result<Imported, Vec<ImportFaultKind>> {
    let rulebook = loan_checkup::shipped::rulebook();
    import(&SHIPPED, &rulebook, files)
        .map_err(|faults| faults.into_iter().map(|fault| fault.kind).collect())
}

fn shipped(path: &str) -> &'static str {
    SHIPPED.text(path).expect("it is shipped")
}

#[test]
fn exported_files_make_the_draft_again_that_they_were_made_of() {
    let mut draft = draft();
    set(&mut draft, &title(), Some("Another title"));
    set(&mut draft, &DraftSubject::text("en", HINT), None);
    set(&mut draft, &DraftSubject::waiver("promise", "en", TITLE), Some("because"));
    let edited = apply(&SHIPPED, &draft.changes(&BASELINE)).expect("it can be edited");
    let text = |path| edited.text(path).expect("it is there");
    let files = [
        given("en (2).toml", text(FILE_EN)),
        given("C:\\team\\copy-rules(1).toml", &text(FILE).replace('\n', "\r\n")),
        given("knowledge/wording/zh-CN.toml", shipped("wording/zh-CN.toml")),
    ];
    let imported = take_in(&files).expect("they can be taken in");
    let mut changes = imported.changes.clone();
    changes.sort_by(|one, other| one.subject.cmp(&other.subject));
    assert_eq!(changes, draft.changes(&BASELINE));
    assert_eq!((imported.wording_files, imported.more_than_texts.len()), (3, 0));
    let draft_file = given("team.json", &write_draft(&draft));
    draft.close_step();
    assert_eq!(take_in(&[draft_file]).map(|imported| imported.drafts), Ok(vec![draft]));
}

#[test]
fn what_is_more_than_sentences_is_told() {
    let commented = ["# More.\n", shipped(FILE_EN)].concat();
    let imported = take_in(&[given("en.toml", &commented)]).expect("it can be taken in");
    assert_eq!(imported.changes, []);
    assert_eq!(imported.more_than_texts, ["en.toml"]);
}

#[test]
fn files_that_cannot_be_taken_in_are_named_and_nothing_is_taken() {
    type Check = fn(&ImportFaultKind) -> bool;
    let english = shipped(FILE_EN);
    let without = english.replacen("title = ", "titel = ", 1);
    let line = english.lines().find(|line| line.starts_with("short = ")).expect("there is one");
    let shorter = english.replacen(&[line, "\n"].concat(), "", 1);
    let rules = shipped(FILE).replacen("\"error\"", "\"warning\"", 1);
    let no_rules = shipped(FILE).replacen("patterns = [", "patterns = [\"(\",", 1);
    let wrong: [(&str, &[u8], Check); 11] = [
        (
            "copy-rules.toml",
            no_rules.as_bytes(),
            |kind| matches!(kind, ImportFaultKind::Unreadable(EditFault::Unreadable { line, .. }) if *line > 0),
        ),
        ("questions.toml", b"", |kind| *kind == ImportFaultKind::Unknown),
        ("fr.toml", english.as_bytes(), |kind| *kind == ImportFaultKind::Unknown),
        ("wording.patch", b"--- a/x\n", |kind| *kind == ImportFaultKind::Unknown),
        ("en.toml", b"\xff\xfe[", |kind| *kind == ImportFaultKind::NoText),
        ("en.toml", &[b' '; 5_000_000], |kind| *kind == ImportFaultKind::TooLarge),
        ("en.toml", b"[a", |kind| matches!(kind, ImportFaultKind::Unreadable(_))),
        ("en.toml", without.as_bytes(), |kind| matches!(kind, ImportFaultKind::OtherKeys(_))),
        ("en.toml", shorter.as_bytes(), |kind| matches!(kind, ImportFaultKind::MissingKeys(_))),
        ("copy-rules.toml", rules.as_bytes(), |kind| *kind == ImportFaultKind::OtherRules),
        ("a.json", b"{\"format\":\"loan-checkup-lab.draft\",\"version\":9}", |kind| {
            matches!(kind, ImportFaultKind::OtherVersion(9))
        }),
    ];
    let good = given("zh-CN.toml", shipped("wording/zh-CN.toml"));
    for (name, bytes, is_right) in wrong {
        let file = GivenFile { name: name.to_owned(), bytes: bytes.to_vec() };
        let faults = take_in(&[good.clone(), file]).expect_err(name);
        assert!(matches!(&faults[..], [kind] if is_right(kind)), "{name}: {faults:?}");
    }
    assert_eq!(take_in(&[good.clone(), good]), Err(vec![ImportFaultKind::Twice]));
}
