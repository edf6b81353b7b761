use crate::lab::page::same::Same;

use super::made_sheet::MadeSheet;
use super::wanted_sheet::WantedSheet;

/// What happened where the picture sheet is made.
#[derive(Clone)]
pub(in crate::lab::page) enum SheetAction {
    Want(WantedSheet),
    /// The lab has found a few cases that show every kind of screen.
    Suggest(Vec<String>),
    Make,
    SavePictures,
    /// So much of what is going on is done, of so much.
    Progress(usize, usize),
    /// The sheet is made, or its pictures are saved.
    Made(Same<MadeSheet>),
    /// The browser does not let a page draw.
    Refused(Same<MadeSheet>),
}

/// How far the sheet is.
#[derive(Clone)]
pub(super) enum SheetWork {
    /// Nothing has been asked for.
    None,
    /// So much of so much is drawn.
    Drawing(usize, usize),
    /// It can be downloaded.
    Done(Same<MadeSheet>),
    /// So many of so many pictures are saved.
    Saving(Same<MadeSheet>, usize, usize),
    /// The browser does not let a page draw; the page can still be downloaded.
    Refused(Same<MadeSheet>),
}

/// Whether the lab looks for good cases.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Suggesting {
    NotYet,
    Now,
    Done,
}

/// What the sheet is to show, and how far it is.
#[derive(Clone)]
pub(in crate::lab::page) struct SheetState {
    pub(super) wanted: WantedSheet,
    pub(super) suggesting: Suggesting,
    pub(super) work: SheetWork,
}

impl SheetState {
    pub(in crate::lab::page) fn new(locale: &str) -> Self {
        let (wanted, suggesting) = (WantedSheet::new(locale), Suggesting::NotYet);
        Self { wanted, suggesting, work: SheetWork::None }
    }

    /// The part is opened. Only the first time cases are suggested: who takes every case away wants to choose.
    pub(in crate::lab::page) fn open(&mut self) {
        if self.suggesting == Suggesting::NotYet {
            self.suggesting = Suggesting::Now;
        }
    }

    /// What was made of other texts is no longer what is asked for.
    pub(in crate::lab::page) fn clear(&mut self) {
        self.work = SheetWork::None;
    }

    /// Does what happened.
    pub(in crate::lab::page) fn act(&mut self, action: SheetAction) {
        match (action, &self.work) {
            (SheetAction::Want(wanted), _) => {
                self.wanted = wanted;
                self.clear();
            }
            (SheetAction::Suggest(cases), _) => {
                self.suggesting = Suggesting::Done;
                // What somebody has chosen meanwhile stays.
                if self.wanted.cases.is_empty() {
                    self.wanted.cases = cases;
                }
            }
            (SheetAction::Make, _) => self.work = SheetWork::Drawing(0, 1),
            (SheetAction::SavePictures, SheetWork::Done(made) | SheetWork::Refused(made)) => {
                self.work = SheetWork::Saving(made.clone(), 0, 1);
            }
            (SheetAction::Progress(done, total), SheetWork::Drawing(..)) => {
                self.work = SheetWork::Drawing(done, total);
            }
            (SheetAction::Progress(done, total), SheetWork::Saving(made, ..)) => {
                self.work = SheetWork::Saving(made.clone(), done, total);
            }
            (SheetAction::Made(made), SheetWork::Drawing(..) | SheetWork::Saving(..)) => {
                self.work = SheetWork::Done(made);
            }
            (SheetAction::Refused(made), SheetWork::Saving(..)) => {
                self.work = SheetWork::Refused(made);
            }
            // Nobody wants it any more.
            _ => {}
        }
    }
}
