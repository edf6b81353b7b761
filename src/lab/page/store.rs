use std::cell::RefCell;
use std::collections::BTreeMap;

use web_sys::Storage;

use crate::lab::drafts::{Shelf, ShelfRefused};

/// A name under which the device is tried out.
const TRIAL: &str = "loan-checkup-lab.trial";

/// Where the lab keeps things: the browser's local storage, or for as long as the page is open its memory, where the
/// browser refuses.
#[derive(Debug)]
pub(super) enum Store {
    Device(Storage),
    Memory(RefCell<BTreeMap<String, String>>),
}

impl Store {
    /// Opens the device's storage.
    pub(super) fn open() -> Self {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        // Some browsers hand out a storage that takes nothing. One that is full is a storage: it says so when it is used.
        let usable = storage
            .filter(|storage| storage.length().is_ok_and(|length| length > 0) || works(storage));
        usable.map_or_else(|| Self::Memory(RefCell::default()), Self::Device)
    }

    /// Whether what is kept is still there when the page is opened again.
    pub(super) fn is_lasting(&self) -> bool {
        matches!(self, Self::Device(_))
    }
}

fn works(storage: &Storage) -> bool {
    storage.set_item(TRIAL, "").and_then(|()| storage.remove_item(TRIAL)).is_ok()
}

impl Shelf for Store {
    fn names(&self) -> Result<Vec<String>, ShelfRefused> {
        match self {
            Self::Device(storage) => {
                let length = storage.length().map_err(|_| ShelfRefused::Closed)?;
                let names = (0..length).filter_map(|at| storage.key(at).ok().flatten());
                Ok(names.collect())
            }
            Self::Memory(texts) => Ok(texts.borrow().keys().cloned().collect()),
        }
    }

    fn get(&self, name: &str) -> Result<Option<String>, ShelfRefused> {
        match self {
            Self::Device(storage) => storage.get_item(name).map_err(|_| ShelfRefused::Closed),
            Self::Memory(texts) => Ok(texts.borrow().get(name).cloned()),
        }
    }

    fn put(&self, name: &str, text: &str) -> Result<(), ShelfRefused> {
        match self {
            // It could be opened: what it refuses by now, it has no room for.
            Self::Device(storage) => storage.set_item(name, text).map_err(|_| ShelfRefused::Full),
            Self::Memory(texts) => {
                texts.borrow_mut().insert(name.to_owned(), text.to_owned());
                Ok(())
            }
        }
    }

    fn remove(&self, name: &str) -> Result<(), ShelfRefused> {
        match self {
            Self::Device(storage) => storage.remove_item(name).map_err(|_| ShelfRefused::Closed),
            Self::Memory(texts) => {
                texts.borrow_mut().remove(name);
                Ok(())
            }
        }
    }
}
