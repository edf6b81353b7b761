/// A place that keeps texts by name, such as a browser's local storage.
pub trait Shelf {
    /// The names of all texts.
    ///
    /// # Errors
    ///
    /// Where the place cannot be reached.
    fn names(&self) -> Result<Vec<String>, ShelfRefused>;

    /// A text; nothing where there is none of the name.
    ///
    /// # Errors
    ///
    /// Where the place cannot be reached.
    fn get(&self, name: &str) -> Result<Option<String>, ShelfRefused>;

    /// Keeps a text, in place of an older one of the name.
    ///
    /// # Errors
    ///
    /// Where the place cannot be reached or is full; the older text is still there then.
    fn put(&self, name: &str, text: &str) -> Result<(), ShelfRefused>;

    /// Takes a text away.
    ///
    /// # Errors
    ///
    /// Where the place cannot be reached.
    fn remove(&self, name: &str) -> Result<(), ShelfRefused>;
}

/// Why nothing can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfRefused {
    /// The place cannot be reached, as in a window that keeps nothing.
    Closed,
    /// There is no room left.
    Full,
}
