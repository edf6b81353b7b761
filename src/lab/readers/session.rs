use super::{Due, ReaderCode, Taken, TestPlan, assignment};

/// What one reader did, from the first screen on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Who; a code, never a name.
    pub reader: ReaderCode,
    /// The place of the version in the plan.
    pub version: usize,
    /// What was done, in order; all steps for a reader who finished, fewer for one who stopped.
    pub taken: Vec<Taken>,
}

impl Session {
    /// The session of a reader who begins.
    #[must_use]
    pub fn new(plan: &TestPlan, reader: ReaderCode) -> Self {
        let version = assignment(plan, reader).version;
        Self { reader, version, taken: Vec::new() }
    }

    /// What comes next; `None` at the end.
    #[must_use]
    pub fn next<'a>(&self, plan: &'a TestPlan) -> Option<Due<'a>> {
        steps(plan, self.reader).get(self.taken.len()).copied()
    }

    /// How many steps there are in all.
    #[must_use]
    pub fn length(&self, plan: &TestPlan) -> usize {
        steps(plan, self.reader).len()
    }

    /// Whether the reader has answered everything.
    #[must_use]
    pub fn is_complete(&self, plan: &TestPlan) -> bool {
        self.next(plan).is_none()
    }

    /// The reader has read the result of this case and goes on; nothing happens where another step is due, as after a
    /// second click on one button.
    #[must_use]
    pub fn read(mut self, plan: &TestPlan, case: usize, milliseconds: u32) -> Self {
        if matches!(self.next(plan), Some(Due::Read(due)) if due == case) {
            let milliseconds = milliseconds.min(Taken::LONGEST);
            self.taken.push(Taken::Read { case, milliseconds });
        }
        self
    }

    /// The reader has answered the question at this place of the sheet; nothing happens where another step is due or
    /// the choice is not offered.
    #[must_use]
    pub fn answered(mut self, plan: &TestPlan, at: usize, choice: &str, milliseconds: u32) -> Self {
        let is_offered = |offered: &[String]| offered.iter().any(|one| one == choice);
        match self.next(plan) {
            Some(Due::Answer(due, asked)) if due == at && is_offered(&asked.choices) => {
                let (choice, milliseconds) = (choice.to_owned(), milliseconds.min(Taken::LONGEST));
                self.taken.push(Taken::Answered { asked: at, choice, milliseconds });
            }
            _ => {}
        }
        self
    }

    /// The answers with their places in the plan's sheet, in the order in which they were given.
    pub fn answers(&self) -> impl Iterator<Item = (usize, &str, u32)> {
        self.taken.iter().filter_map(|taken| match taken {
            Taken::Read { .. } => None,
            Taken::Answered { asked, choice, milliseconds } => {
                Some((*asked, choice.as_str(), *milliseconds))
            }
        })
    }

    /// The first step that this reader cannot have taken under the plan, counted from 0; `None` where all is well.
    #[must_use]
    pub fn first_wrong_step(&self, plan: &TestPlan) -> Option<usize> {
        let steps = steps(plan, self.reader);
        let is_due = |at: usize, taken: &Taken| match (steps.get(at), taken) {
            (Some(Due::Read(due)), Taken::Read { case, .. }) => due == case,
            (Some(Due::Answer(due, sheet)), Taken::Answered { asked, choice, .. }) => {
                due == asked && sheet.choices.contains(choice)
            }
            _ => false,
        };
        self.taken.iter().enumerate().find_map(|(at, taken)| (!is_due(at, taken)).then_some(at))
    }
}

/// All that a reader does: for each case the screen, then its questions.
fn steps(plan: &TestPlan, reader: ReaderCode) -> Vec<Due<'_>> {
    let mut steps = Vec::new();
    for case in assignment(plan, reader).cases {
        steps.push(Due::Read(case));
        let asked = plan.sheet.iter().enumerate().filter(|(_, asked)| asked.case == case);
        steps.extend(asked.map(|(at, asked)| Due::Answer(at, asked)));
    }
    steps
}
