//! Drafts as they are kept on the device: a reload, two tabs, a full or closed storage, damaged entries.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::LazyLock;

use loan_checkup::lab::drafts::{
    Baseline, Draft, DraftId, DraftSubject, KeptState, NotDone, Shelf, ShelfRefused, Workbench,
    write_draft,
};

use crate::folder;

static BASELINE: LazyLock<Baseline> =
    LazyLock::new(|| Baseline::of(&folder::shipped()).expect("the shipped folder can be read"));

/// A storage in memory, which can be full or closed.
#[derive(Default)]
struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    refuses: Cell<Option<ShelfRefused>>,
}

impl Memory {
    fn is_open(&self) -> Result<(), ShelfRefused> {
        match self.refuses.get() {
            Some(ShelfRefused::Closed) => Err(ShelfRefused::Closed),
            _ => Ok(()),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.texts.borrow().contains_key(name)
    }

    fn all(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }
}

impl Shelf for Memory {
    fn names(&self) -> Result<Vec<String>, ShelfRefused> {
        self.is_open()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, name: &str) -> Result<Option<String>, ShelfRefused> {
        self.is_open()?;
        Ok(self.texts.borrow().get(name).cloned())
    }

    fn put(&self, name: &str, text: &str) -> Result<(), ShelfRefused> {
        if let Some(refused) = self.refuses.get() {
            return Err(refused);
        }
        self.texts.borrow_mut().insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), ShelfRefused> {
        self.is_open()?;
        self.texts.borrow_mut().remove(name);
        Ok(())
    }
}

fn open(shelf: &Memory) -> Workbench {
    Workbench::open(shelf, Rc::new(BASELINE.clone()), "New")
}

fn title() -> DraftSubject {
    DraftSubject::text("en", "cause.new-account.title")
}

fn write(bench: &mut Workbench, shelf: &Memory, text: &str) {
    bench.edit(shelf, |draft| draft.set(&BASELINE, &title(), Some(text)));
}

fn read(bench: &Workbench) -> Option<&str> {
    bench.draft().value(&BASELINE, &title())
}

fn id(bench: &Workbench) -> DraftId {
    bench.id().expect("it is kept").clone()
}

/// The names of the drafts on the shelf.
fn names(bench: &Workbench) -> Vec<&str> {
    bench.drafts().iter().map(|draft| draft.name.as_str()).collect()
}

fn named(name: &str) -> Draft {
    Draft::new(name.to_owned(), &BASELINE)
}

/// What another tab hears when something was written.
fn hear(bench: &mut Workbench, shelf: &Memory, id: &DraftId) {
    bench.heard(shelf, Some(&format!("loan-checkup-lab.draft.{id}")));
}

#[test]
fn work_survives_a_reload_with_its_steps() {
    let shelf = Memory::default();
    let mut bench = open(&shelf);
    assert!(shelf.all().is_empty(), "nothing is kept before anything is done");
    write(&mut bench, &shelf, "one");
    bench.edit(&shelf, |draft| {
        draft.close_step();
        draft.set(&BASELINE, &title(), Some("two"))
    });
    let mut again = open(&shelf);
    assert_eq!(read(&again), Some("two"));
    assert_eq!(again.id(), bench.id());
    again.edit(&shelf, |draft| draft.undo().is_some());
    assert_eq!(read(&open(&shelf)), Some("one"));
}

#[test]
fn several_drafts_lie_side_by_side_under_names_of_their_own() {
    let shelf = Memory::default();
    let mut bench = open(&shelf);
    write(&mut bench, &shelf, "one");
    let first = id(&bench);
    let copy = bench.draft().clone();
    assert_eq!(bench.add(&shelf, copy), Ok(()));
    assert_eq!(bench.add(&shelf, named("Other")), Ok(()));
    write(&mut bench, &shelf, "other");
    assert_eq!(names(&bench), ["New", "New 2", "Other"]);
    assert_eq!(bench.rename(&shelf, " New\n"), Ok(()));
    assert_eq!(bench.rename(&shelf, " "), Err(NotDone::Name));
    assert_eq!(names(&bench), ["New", "New 2", "New 3"]);
    assert_eq!(bench.choose(&shelf, &first), Ok(()));
    assert_eq!(read(&bench), Some("one"));
    let again = open(&shelf);
    assert_eq!(again.id(), Some(&first), "the one that was looked at last");
    assert_eq!(again.drafts(), bench.drafts());
    assert_eq!(again.drafts().iter().map(|each| each.changes).collect::<Vec<_>>(), [1, 1, 1]);
}

#[test]
fn a_long_name_stays_readable_when_it_gets_a_number() {
    let shelf = Memory::default();
    let mut bench = open(&shelf);
    for _ in 0..3 {
        assert_eq!(bench.add(&shelf, named(&"n".repeat(80))), Ok(()));
    }
    assert_eq!(open(&shelf).drafts().len(), 3);
}

#[test]
fn a_deleted_draft_can_be_taken_back_even_after_a_reload() {
    let shelf = Memory::default();
    let mut bench = open(&shelf);
    write(&mut bench, &shelf, "one");
    let gone = id(&bench);
    assert_eq!(bench.add(&shelf, named("Other")), Ok(()));
    assert_eq!(bench.delete(&shelf, &gone, "Fresh"), Ok(()));
    assert_eq!((names(&bench), bench.deleted()), (vec!["Other"], Some("New")));
    let last = id(&bench);
    assert_eq!(bench.delete(&shelf, &last, "Fresh"), Ok(()));
    assert_eq!((bench.draft().name(), bench.id()), ("Fresh", None));
    let mut again = open(&shelf);
    assert_eq!(again.deleted(), Some("Other"));
    assert_eq!(again.take_back(&shelf), Ok(()));
    assert_eq!((names(&again), again.deleted()), (vec!["Other"], None));
    assert!(id(&again) != gone && id(&again) != last, "a number is not used again");
    assert_eq!(again.take_back(&shelf), Err(NotDone::Gone));
}

#[test]
fn two_tabs_never_write_over_each_other() {
    let shelf = Memory::default();
    let mut one = open(&shelf);
    write(&mut one, &shelf, "start");
    let mut other = open(&shelf);
    write(&mut one, &shelf, "one");
    let kept = shelf.all();
    // The other tab has not heard of it when it writes.
    write(&mut other, &shelf, "other");
    assert_eq!(other.state(), KeptState::ChangedElsewhere);
    write(&mut other, &shelf, "other still");
    assert_eq!(shelf.all(), kept);
    assert_eq!(other.choose(&shelf, &id(&one)), Err(NotDone::Unkept));
    assert_eq!(other.add(&shelf, named("x")), Err(NotDone::Unkept));
    other.keep_mine(&shelf);
    assert_eq!((other.state(), read(&other)), (KeptState::Kept, Some("other still")));
    assert_eq!(names(&other), ["New", "New 2"]);
    write(&mut one, &shelf, "one still");
    assert_eq!(one.state(), KeptState::Kept);
    assert_eq!(one.drafts().len(), 1, "it has not heard of the other draft yet");
    hear(&mut one, &shelf, &id(&other));
    assert_eq!((one.state(), one.drafts().len()), (KeptState::Kept, 2));
}

#[test]
fn a_tab_hears_of_a_change_and_can_take_it() {
    let shelf = Memory::default();
    let mut one = open(&shelf);
    write(&mut one, &shelf, "start");
    let mut other = open(&shelf);
    let shared = id(&one);
    hear(&mut other, &shelf, &shared);
    assert_eq!(other.state(), KeptState::Kept, "nothing has changed yet");
    write(&mut one, &shelf, "one");
    hear(&mut other, &shelf, &shared);
    assert_eq!(other.state(), KeptState::ChangedElsewhere);
    other.take_theirs(&shelf, "Fresh");
    assert_eq!((other.state(), read(&other)), (KeptState::Kept, Some("one")));
    write(&mut other, &shelf, "both");
    assert_eq!(read(&open(&shelf)), Some("both"));
}

#[test]
fn a_tab_hears_that_its_draft_was_deleted_and_can_keep_it() {
    for wiped in [false, true] {
        let shelf = Memory::default();
        let mut one = open(&shelf);
        write(&mut one, &shelf, "start");
        let mut other = open(&shelf);
        let shared = id(&one);
        if wiped {
            shelf.texts.borrow_mut().clear();
            other.heard(&shelf, None);
        } else {
            assert_eq!(one.delete(&shelf, &shared, "Fresh"), Ok(()));
            write(&mut other, &shelf, "other");
        }
        assert_eq!(other.state(), KeptState::DeletedElsewhere);
        let mut third = other.clone();
        third.take_theirs(&shelf, "Fresh");
        assert_eq!((third.state(), third.id()), (KeptState::Kept, None));
        other.keep_mine(&shelf);
        assert_eq!((other.state(), names(&other)), (KeptState::Kept, vec!["New"]));
    }
}

#[test]
fn a_full_storage_is_told_and_the_next_change_tries_again() {
    let shelf = Memory::default();
    let mut bench = open(&shelf);
    write(&mut bench, &shelf, "one");
    let kept = shelf.all();
    shelf.refuses.set(Some(ShelfRefused::Full));
    write(&mut bench, &shelf, "two");
    assert_eq!(bench.state(), KeptState::Refused(ShelfRefused::Full));
    assert_eq!((shelf.all(), read(&bench)), (kept, Some("two")));
    assert_eq!(bench.add(&shelf, named("x")), Err(NotDone::Unkept));
    shelf.refuses.set(None);
    write(&mut bench, &shelf, "three");
    assert_eq!((bench.state(), read(&open(&shelf))), (KeptState::Kept, Some("three")));
}

#[test]
fn room_that_is_made_is_used_at_once() {
    let shelf = Memory::default();
    let mut bench = open(&shelf);
    write(&mut bench, &shelf, "one");
    let other = id(&bench);
    assert_eq!(bench.add(&shelf, named("Other")), Ok(()));
    shelf.refuses.set(Some(ShelfRefused::Full));
    write(&mut bench, &shelf, "two");
    let kept = shelf.all();
    let refused = Err(NotDone::Refused(ShelfRefused::Full));
    assert_eq!(bench.delete(&shelf, &other, "Fresh"), refused);
    shelf.refuses.set(None);
    shelf.texts.replace(kept);
    assert_eq!(bench.delete(&shelf, &other, "Fresh"), Ok(()));
    assert_eq!((bench.state(), read(&open(&shelf))), (KeptState::Kept, Some("two")));
}

#[test]
fn a_closed_storage_leaves_the_work_on_the_desk() {
    let shelf = Memory::default();
    shelf.refuses.set(Some(ShelfRefused::Closed));
    let mut bench = open(&shelf);
    assert_eq!(bench.state(), KeptState::Refused(ShelfRefused::Closed));
    write(&mut bench, &shelf, "one");
    assert_eq!(read(&bench), Some("one"));
    assert_eq!(bench.state(), KeptState::Refused(ShelfRefused::Closed));
    assert!(bench.drafts().is_empty());
}

#[test]
fn what_cannot_be_read_is_put_aside_and_never_lost() {
    let shelf = Memory::default();
    let later = "{\"format\":\"loan-checkup-lab.draft\",\"version\":7,\"revision\":1}";
    for (name, text) in [
        ("loan-checkup-lab.draft.1", "damaged"),
        ("loan-checkup-lab.draft.2", later),
        ("loan-checkup-lab.draft.3", &write_draft(&named("Good"))),
        ("loan-checkup-lab.draft.x", "of somebody else"),
        ("loan-checkup-lab.damaged.1", "damaged before"),
        ("loan-checkup-lab.drafts", "damaged too"),
        ("other", "other"),
    ] {
        shelf.put(name, text).expect("there is room");
    }
    let mut bench = open(&shelf);
    assert_eq!(names(&bench), ["Good"]);
    let aside: Vec<&str> = bench.damaged().iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(aside, ["damaged before", "damaged"]);
    assert!(!shelf.has("loan-checkup-lab.draft.1"));
    assert_eq!(shelf.get("loan-checkup-lab.draft.2"), Ok(Some(later.to_owned())));
    assert_eq!(bench.add(&shelf, named("x")), Ok(()));
    assert_eq!(id(&bench).to_string(), "4");
    assert!(shelf.has("loan-checkup-lab.draft.x") && shelf.has("other"));
}

#[test]
fn a_draft_that_is_spoiled_while_it_is_worked_on_is_put_aside_as_well() {
    let shelf = Memory::default();
    let mut bench = open(&shelf);
    write(&mut bench, &shelf, "one");
    shelf.put("loan-checkup-lab.draft.1", "spoiled").expect("there is room");
    write(&mut bench, &shelf, "two");
    assert_eq!((bench.state(), read(&open(&shelf))), (KeptState::Kept, Some("two")));
    assert_eq!(open(&shelf).damaged().len(), 1);
}

#[test]
fn nothing_is_let_go_of_for_what_cannot_be_read() {
    let later = "{\"format\":\"loan-checkup-lab.draft\",\"version\":7,\"revision\":9}";
    for (theirs, state) in [("spoiled", KeptState::Kept), (later, KeptState::ChangedElsewhere)] {
        let shelf = Memory::default();
        let mut bench = open(&shelf);
        write(&mut bench, &shelf, "mine");
        let shared = id(&bench);
        shelf.put("loan-checkup-lab.draft.1", theirs).expect("there is room");
        hear(&mut bench, &shelf, &shared);
        assert_eq!(bench.state(), state);
        bench.take_theirs(&shelf, "Fresh");
        assert_eq!((bench.state(), read(&bench)), (KeptState::Kept, Some("mine")));
        assert_eq!(read(&open(&shelf)), Some("mine"));
        assert!(shelf.all().values().any(|text| text == theirs), "what was there is still there");
    }
}
