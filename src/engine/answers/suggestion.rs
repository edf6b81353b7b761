/// The candidate nearest to a misspelt id, if one is near enough to be worth a suggestion.
#[must_use]
pub fn nearest<'a>(given: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = given.chars().count();
    let most = (length / 3).max(1);
    candidates
        // Cheap to see and right for most of them; the distance itself is dear.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= most)
        .map(|candidate| (strsim::osa_distance(given, candidate), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min()
        .map(|(_, candidate)| candidate)
}
