use core::fmt;

/// A reader's code: the letter of the device and the reader's number there, as in `B07`; never a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReaderCode {
    device: char,
    number: u32,
}

impl ReaderCode {
    /// The letters that devices can have.
    pub const DEVICES: core::ops::RangeInclusive<char> = 'A'..='Z';

    /// The most readers on one device.
    pub const MOST: u32 = 9_999;

    /// The code of a device's reader; `None` unless the letter is A to Z and the number 1 to 9,999.
    #[must_use]
    pub fn new(device: char, number: u32) -> Option<Self> {
        let is_code = Self::DEVICES.contains(&device) && (1..=Self::MOST).contains(&number);
        is_code.then_some(Self { device, number })
    }

    /// Reads a code as it is written; only that very form.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let device = text.chars().next()?;
        let code = Self::new(device, text.get(1..)?.parse().ok()?)?;
        (code.to_string() == text).then_some(code)
    }

    /// The device's letter.
    #[must_use]
    pub fn device(self) -> char {
        self.device
    }

    /// The reader's number on the device, from 1.
    #[must_use]
    pub fn number(self) -> u32 {
        self.number
    }
}

impl fmt::Display for ReaderCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:02}", self.device, self.number)
    }
}
