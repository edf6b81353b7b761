//! The picture sheet, made of the draft in the browser.

mod made;
mod making;
mod tab;
mod wanted;
mod wanted_form;

pub(super) use tab::SheetTab;
