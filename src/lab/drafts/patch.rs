use similar::TextDiff;

use crate::knowledge::Folder;

/// Lines around a change that stay the same.
const CONTEXT: usize = 3;
/// Where the knowledge folder stands in the repository.
const ROOT: &str = "knowledge";
/// A file that is not there.
const NO_FILE: &str = "/dev/null";

/// The files of a folder that are not the same in another one, by path; nothing stands for a file that is not there.
#[must_use]
pub fn changed_files<'a>(
    from: &'a Folder,
    to: &'a Folder,
) -> Vec<(&'a str, Option<&'a str>, Option<&'a str>)> {
    let mut paths: Vec<&str> = from.paths().chain(to.paths()).collect();
    paths.sort_unstable();
    paths.dedup();
    let both = paths.into_iter().map(|path| (path, from.text(path), to.text(path)));
    both.filter(|(_, before, after)| before != after).collect()
}

/// What leads from one folder to another, as a unified diff of the files below `knowledge/`, which `git apply` and
/// `patch -p1` take in the root of the repository; empty where nothing differs.
#[must_use]
pub fn patch(from: &Folder, to: &Folder) -> String {
    changed_files(from, to)
        .into_iter()
        .map(|(path, before, after)| file(path, before, after))
        .collect()
}

fn file(path: &str, before: Option<&str>, after: Option<&str>) -> String {
    let name = |side: &str, text: Option<&str>| match text {
        Some(_) => [side, ROOT, path].join("/"),
        None => NO_FILE.to_owned(),
    };
    // Split here, because the library takes a lone carriage return for the end of a line and these tools do not.
    let old: Vec<&str> = before.unwrap_or_default().split_inclusive('\n').collect();
    let new: Vec<&str> = after.unwrap_or_default().split_inclusive('\n').collect();
    TextDiff::configure()
        .newline_terminated(true)
        .diff_slices(&old, &new)
        .unified_diff()
        .context_radius(CONTEXT)
        .header(&name("a", before), &name("b", after))
        .to_string()
}
