//! How a test opens a page.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::time::Duration;
use std::{io, thread};

use crate::ability::Ability;
use crate::browser::RUNTIME;
use crate::engine::ENGINE;
use crate::page::Page;
use crate::server::Fault;
use crate::system::System;

/// Longer than any test takes with all that it waits for.
const LONGEST: Duration = Duration::from_secs(1200);

/// Whether the console may complain, as it does about a file that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Console {
    IsSilent,
    MayComplain,
}

/// Which page is opened and what is special about it; without anything the stand-alone page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setup<'a> {
    pub(crate) path: &'a str,
    /// The page of one file, opened from the disk, instead of a page of the server.
    pub(crate) file: Option<&'a Path>,
    /// A content policy that the server sends with every file.
    pub(crate) policy: Option<&'a str>,
    pub(crate) widget: &'a str,
    pub(crate) files: &'a [(&'a str, &'a str)],
    pub(crate) faults: &'a [(&'static str, Fault)],
    pub(crate) system: System,
    console: Console,
    needs: Option<Ability>,
}

impl<'a> Setup<'a> {
    /// The stand-alone page.
    pub(crate) fn new() -> Self {
        Self {
            path: "",
            file: None,
            policy: None,
            widget: "loan-checkup",
            files: &[],
            faults: &[],
            system: System::default(),
            console: Console::IsSilent,
            needs: None,
        }
    }

    /// The page at this path below the server.
    pub(crate) fn at(self, path: &'a str) -> Self {
        Self { path, ..self }
    }

    /// A page of one file, opened from the disk.
    pub(crate) fn file(self, file: &'a Path) -> Self {
        Self { file: Some(file), ..self }
    }

    /// The server sends this content policy with every file.
    pub(crate) fn policy(self, policy: &'a str) -> Self {
        Self { policy: Some(policy), ..self }
    }

    /// The widget whose element a selector finds, where the page has several.
    pub(crate) fn widget(self, widget: &'a str) -> Self {
        Self { widget, ..self }
    }

    /// The server has these files as well, by path and text.
    pub(crate) fn files(self, files: &'a [(&'a str, &'a str)]) -> Self {
        Self { files, ..self }
    }

    /// These files are spoilt.
    pub(crate) fn faults(self, faults: &'a [(&'static str, Fault)]) -> Self {
        Self { faults, ..self }
    }

    /// The borrower has set this on the phone.
    pub(crate) fn system(self, system: System) -> Self {
        Self { system, ..self }
    }

    pub(crate) fn console(self, console: Console) -> Self {
        Self { console, ..self }
    }

    /// The test is skipped, and says so, in an engine that cannot do this.
    pub(crate) fn needs(self, ability: Ability) -> Self {
        Self { needs: Some(ability), ..self }
    }

    /// Runs a test on the page, which is not yet loaded; in the end nothing may have gone wrong on the way.
    pub(crate) fn run(self, test: impl AsyncFnOnce(&Page)) {
        if self.needs.is_some_and(is_skipped) {
            return;
        }
        let page = RUNTIME.block_on(in_time(Page::new(&self)));
        let tested = catch_unwind(AssertUnwindSafe(|| {
            RUNTIME.block_on(in_time(async {
                test(&page).await;
                page.check_calm(self.console).await;
            }));
        }));
        RUNTIME.block_on(page.end(tested.is_ok()));
        if let Err(panic) = tested {
            resume_unwind(panic);
        }
    }
}

/// What a test does, ended with a word where a driver does not answer.
async fn in_time<T>(work: impl Future<Output = T>) -> T {
    let done = tokio::time::timeout(LONGEST, work).await;
    done.unwrap_or_else(|_| {
        panic!("the driver of {} does not answer in {LONGEST:?}", ENGINE.name())
    })
}

/// Runs a test on the stand-alone page, loaded and ready.
pub(crate) fn on_page(test: impl AsyncFnOnce(&Page)) {
    on_page_at("", test);
}

/// Runs a test on the page at this path below the server, loaded and ready.
pub(crate) fn on_page_at(path: &str, test: impl AsyncFnOnce(&Page)) {
    Setup::new().at(path).run(async |page| {
        page.open().await;
        test(page).await;
    });
}

/// Runs a test on the stand-alone page, not yet loaded, with faults.
pub(crate) fn on_spoilt_page(
    faults: &[(&'static str, Fault)],
    console: Console,
    test: impl AsyncFnOnce(&Page),
) {
    Setup::new().faults(faults).console(console).run(test);
}

/// Whether a test is skipped because the engine cannot do this; says so past the capture of the test runner, and
/// `./dev test` counts these lines.
pub(crate) fn is_skipped(ability: Ability) -> bool {
    if ENGINE.can(ability) {
        return false;
    }
    let thread = thread::current();
    let test = thread.name().unwrap_or("a test");
    let line = format!("skipped in {}: {test}: needs {}\n", ENGINE.name(), ability.name());
    // Nobody can be told when even this cannot be written.
    let _ = io::stderr().write_all(line.as_bytes());
    true
}
