use super::problems::Problems;
use super::{Folder, Place, raw};

/// A sentence as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenText {
    /// The locale of its file.
    pub locale: String,
    /// Its key, `<kind>.<id>.<slot>`.
    pub key: String,
    /// Where it stands.
    pub place: Place,
    /// The sentence.
    pub text: String,
}

/// Every sentence of a folder, in the order of files and lines; files that cannot be read are left out.
#[must_use]
pub fn written_texts(folder: &Folder) -> Vec<WrittenText> {
    let mut texts = Vec::new();
    for wording in raw::wordings(folder, &mut Problems::default()) {
        for (key, raw) in wording.texts {
            let locale = wording.locale.clone();
            texts.push(WrittenText { locale, key, place: raw.place, text: raw.text });
        }
    }
    texts.sort_by(|one, other| one.place.cmp(&other.place));
    texts
}
