use super::{Merged, ReaderCode, Session, TestPlan, TestResults};

/// What a device keeps of a test: the plan, its own letter, all sessions, and the one that is running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bench {
    /// The test.
    pub plan: TestPlan,
    /// The letter of this device.
    pub device: char,
    /// What is finished or stopped, from here and from other devices.
    pub results: TestResults,
    /// The reader who is at it.
    pub running: Option<Session>,
}

/// Why something cannot be done at the bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BenchFault {
    /// A reader is at it.
    Running,
    /// The device has had all the readers that it can have.
    Full,
    /// The letter is none of A to Z.
    Device,
}

impl Bench {
    /// A test on a device where nobody has read yet.
    ///
    /// # Errors
    ///
    /// The letter is none of A to Z.
    pub fn new(plan: TestPlan, device: char) -> Result<Self, BenchFault> {
        let is_device = ReaderCode::DEVICES.contains(&device);
        let bench = Self { plan, device, results: TestResults::default(), running: None };
        is_device.then_some(bench).ok_or(BenchFault::Device)
    }

    /// Changes the letter, from the next reader on.
    ///
    /// # Errors
    ///
    /// A reader is at it, or the letter is none of A to Z.
    pub fn with_device(mut self, device: char) -> Result<Self, BenchFault> {
        if self.running.is_some() {
            return Err(BenchFault::Running);
        }
        if !ReaderCode::DEVICES.contains(&device) {
            return Err(BenchFault::Device);
        }
        self.device = device;
        Ok(self)
    }

    /// The code of the reader who comes next on this device.
    #[must_use]
    pub fn next_reader(&self) -> Option<ReaderCode> {
        ReaderCode::new(self.device, self.results.next_number(self.device))
    }

    /// The next reader begins.
    ///
    /// # Errors
    ///
    /// A reader is at it, or the device has had all the readers that it can have.
    pub fn begun(mut self) -> Result<Self, BenchFault> {
        if self.running.is_some() {
            return Err(BenchFault::Running);
        }
        let reader = self.next_reader().ok_or(BenchFault::Full)?;
        self.running = Some(Session::new(&self.plan, reader));
        Ok(self)
    }

    /// The reader has read the result of this case and goes on.
    #[must_use]
    pub fn read(mut self, case: usize, milliseconds: u32) -> Self {
        self.running = self.running.map(|session| session.read(&self.plan, case, milliseconds));
        self
    }

    /// The reader has answered the question at this place of the sheet.
    #[must_use]
    pub fn answered(mut self, at: usize, choice: &str, milliseconds: u32) -> Self {
        let answered = |session: Session| session.answered(&self.plan, at, choice, milliseconds);
        self.running = self.running.map(answered);
        self
    }

    /// The reader is done or stops; what was answered stays.
    ///
    /// # Design
    ///
    /// A reader who stopped before doing anything leaves no session, so that the code and the version go to the next.
    #[must_use]
    pub fn ended(mut self) -> Self {
        if let Some(session) = self.running.take().filter(|session| !session.taken.is_empty()) {
            self.results.add(session, &mut Merged::default());
        }
        self
    }
}
