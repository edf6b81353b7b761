use crate::lab::readers::Setup;

use super::file_button::BroughtFile;

/// What happened in a test with readers, or while it was set up.
#[derive(Clone)]
pub(in crate::lab::page) enum ReadersAction {
    /// The form was changed.
    Edit(Setup),
    /// The test is to be made.
    Make,
    /// A test file was brought.
    Bring(Vec<BroughtFile>),
    /// Files of results were brought.
    BringResults(Vec<BroughtFile>),
    /// The device got another letter.
    Device(char),
    /// The page is handed to the next reader, or to the one who waits.
    HandOver,
    /// The reader has read the result of a case, for so many milliseconds.
    Read(usize, u32),
    /// The reader has chosen at a place of the sheet, after so many milliseconds.
    Answered(usize, String, u32),
    /// The reader is done or stops, and the page is the team's again.
    End,
    /// The test is taken off this device.
    Drop,
    /// The device keeps nothing.
    NotKept,
    /// Another window has kept this; `None` for nothing any more.
    Elsewhere(Option<String>),
    /// Another window has kept this as the form.
    FormElsewhere(String),
}
