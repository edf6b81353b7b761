use std::io::{self, IsTerminal, Write};

/// How far a certificate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being worked out.
    pub stage: &'static str,
    /// How much is done, in percent.
    pub percent: usize,
}

impl Progress {
    pub(super) fn new(stage: &'static str, from: usize, done: usize) -> Self {
        Self { stage, percent: (from + done).min(100) }
    }
}

/// Shows how far it is on standard error: a bar on a terminal, a line now and then elsewhere.
pub struct ProgressBar {
    is_terminal: bool,
    shown: Option<Progress>,
}

impl ProgressBar {
    /// A bar that shows nothing yet.
    #[must_use]
    pub fn on_stderr() -> Self {
        Self { is_terminal: io::stderr().is_terminal(), shown: None }
    }

    /// Shows how far it is.
    pub fn show(&mut self, progress: Progress) {
        let is_new_stage = self.shown.is_none_or(|shown| shown.stage != progress.stage);
        if self.shown == Some(progress) || !(self.is_terminal || is_new_stage) {
            return;
        }
        self.shown = Some(progress);
        let Progress { stage, percent } = progress;
        // Nobody is harmed by a bar that cannot be drawn.
        let _ = if self.is_terminal {
            let bar = "#".repeat(percent * 30 / 100);
            write!(io::stderr(), "\r[{bar:<30}] {percent:>3} % {stage:<16}")
        } else {
            writeln!(io::stderr(), "{percent:>3} % {stage}")
        };
    }

    /// Takes the bar away.
    pub fn finish(self) {
        if self.is_terminal {
            let _ = write!(io::stderr(), "\r{:60}\r", "");
        }
    }
}
