use crate::wording::Catalogue;

/// The catalogue whose texts are their own keys, each followed by the values that were put into it, behind tabs: `key`, or
/// `key<tab>count=7`. Markup drawn with it says which text stands where.
#[must_use]
pub fn key_catalogue(catalogue: &Catalogue) -> Catalogue {
    let text_of = |key: &str, text: &str| {
        let is_name =
            |place: &&str| catalogue.find(&["placeholder.", place, ".default"].concat()).is_some();
        let places = text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        let values = places.filter(|place| !is_name(place));
        values.fold(key.to_owned(), |text, place| format!("{text}\t{place}={{{place}}}"))
    };
    let texts = catalogue.iter().map(|(key, text)| (key.to_owned(), text_of(key, text)));
    Catalogue::new(catalogue.locale(), texts.collect::<Vec<_>>())
}
