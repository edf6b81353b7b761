//! What the tests are given from outside.

use std::env;
use std::path::PathBuf;

/// The file or folder that a variable of the environment names.
pub(crate) fn path(variable: &str) -> PathBuf {
    let Some(value) = env::var_os(variable) else {
        panic!("{variable} is not set: `./dev test` sets it, tests/e2e/main.rs says what it names");
    };
    let path = PathBuf::from(value);
    assert!(path.exists(), "{variable} names {}, which is not there", path.display());
    path
}

/// The text of a file that a variable of the environment names, or of one inside such a folder.
pub(crate) fn text(variable: &str, inside: &str) -> String {
    let path = if inside.is_empty() { path(variable) } else { path(variable).join(inside) };
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()))
}
