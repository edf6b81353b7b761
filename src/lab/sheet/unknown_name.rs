use core::fmt;

/// A name that was chosen for a sheet and that nothing has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    /// Of what it should be the name, as in `case`.
    pub what: &'static str,
    /// What was given.
    pub name: String,
    /// The name that is most like it, if one is.
    pub near: Option<String>,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no {} `{}`", self.what, self.name)?;
        self.near.iter().try_for_each(|near| write!(f, ": did you mean `{near}`?"))
    }
}
