use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The texts of a knowledge folder by their path in it, as in `causes/new-account.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder(BTreeMap<String, String>);

impl Folder {
    /// Makes a folder of texts.
    #[must_use]
    pub fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(files.into_iter().collect())
    }

    /// Reads every `.toml` file below a directory.
    ///
    /// # Errors
    ///
    /// Whatever the file system reports; a file that is not UTF-8 is one such error.
    pub fn read(directory: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        read_below(directory, "", &mut files)?;
        Ok(Self(files))
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// Puts a text in place of a file.
    pub fn set(&mut self, path: &str, text: String) {
        self.0.insert(path.to_owned(), text);
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// The paths of all files, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The files below a subfolder, by name without its ending, sorted.
    pub fn below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
        self.0.iter().filter_map(move |(path, text)| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".toml")?;
            Some((path.as_str(), name, text.as_str()))
        })
    }
}

fn read_below(
    directory: &Path,
    prefix: &str,
    files: &mut BTreeMap<String, String>,
) -> io::Result<()> {
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read_below(&entry.path(), &format!("{name}/"), files)?;
        } else if name.ends_with(".toml") {
            let text = std::fs::read_to_string(entry.path())
                .map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?;
            files.insert(name, text);
        }
    }
    Ok(())
}
