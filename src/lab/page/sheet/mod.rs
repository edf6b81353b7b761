//! The picture sheet, made of the draft in the browser.

mod made_sheet;
mod making;
mod sheet_state;
mod tab;
mod wanted_form;
mod wanted_sheet;

pub(super) use sheet_state::{SheetAction, SheetState};
pub(super) use tab::SheetTab;
