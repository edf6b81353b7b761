use std::collections::BTreeMap;

use crate::engine::{
    CLOSING_LIST, CauseIx, Condition, GroupIx, OptionIx, OptionSet, QuestionIx, RemedyIx, SourceIx,
    SymptomSet,
};

use super::problems::Problems;
use super::raw::{Placed, Raw, RawCondition, RawQuestion};
use super::{Place, ProblemCode};

/// The id of the question whose options are the symptoms; a contract.
const SYMPTOM: &str = "symptom";

/// The option that every question has without naming it.
const UNSURE: &str = "unsure";

/// Which id stands at which place; finds duplicate and malformed ids while it is made.
#[derive(Debug, Default)]
pub(super) struct Names {
    questions: BTreeMap<String, (QuestionIx, Vec<String>)>,
    causes: BTreeMap<String, CauseIx>,
    remedies: BTreeMap<String, RemedyIx>,
    sources: BTreeMap<String, SourceIx>,
    groups: BTreeMap<String, GroupIx>,
}

impl Names {
    /// Gathers all ids; causes stand in the order of `rulebook.toml`, the rest in the order of the files.
    pub(super) fn new(raw: &Raw, problems: &mut Problems) -> Self {
        let mut names = Self::default();
        // What is answered is told by the name of the question or of the field, and the closing list has a name as well.
        let mut answered = BTreeMap::from([(CLOSING_LIST.to_owned(), ())]);
        for (at, question) in QuestionIx::all(raw.questions.len()).zip(&raw.questions) {
            let (id, place) = (&question.value.id, &question.place);
            let options = option_names(question, problems);
            insert(&mut names.questions, id, (at, options), "question", place, problems);
            let fields = question.value.fields.iter().flatten().map(|field| (field, "field"));
            for (name, kind) in [(id, "question")].into_iter().chain(fields) {
                insert(&mut answered, name, (), kind, place, problems);
            }
        }
        let mut screens = BTreeMap::from([(CLOSING_LIST.to_owned(), ())]);
        for screen in &raw.screens {
            insert(&mut screens, &screen.value.id, (), "screen", &screen.place, problems);
        }
        for cause in &raw.causes {
            let known = names.causes.len();
            let last = CauseIx(u8::try_from(known).unwrap_or(u8::MAX));
            insert(&mut names.causes, &cause.value.id, last, "cause", &cause.place, problems);
        }
        names.order_causes(raw, problems);
        for (at, remedy) in RemedyIx::all(raw.remedies.len()).zip(&raw.remedies) {
            insert(&mut names.remedies, &remedy.value.id, at, "remedy", &remedy.place, problems);
        }
        for (at, source) in SourceIx::all(raw.sources.len()).zip(&raw.sources) {
            insert(&mut names.sources, &source.value.id, at, "source", &source.place, problems);
        }
        for (at, group) in GroupIx::all(raw.groups.len()).zip(&raw.groups) {
            insert(&mut names.groups, &group.value.id, at, "group", &group.place, problems);
        }
        names
    }

    fn order_causes(&mut self, raw: &Raw, problems: &mut Problems) {
        let place = &raw.rulebook.place;
        let order = &raw.rulebook.value.order;
        for id in order {
            if !self.causes.contains_key(id) {
                problems.unknown(place, "cause", id, self.causes.keys().map(String::as_str));
            }
        }
        for id in self.causes.keys().filter(|id| order.iter().filter(|o| o == id).count() != 1) {
            let message = format!("cause `{id}` is not listed exactly once in `order`");
            problems.add(ProblemCode::CauseNotInOrder, place, message);
        }
        let mut ids: Vec<String> = self.causes.keys().cloned().collect();
        ids.sort_by_key(|id| order.iter().position(|o| o == id).unwrap_or(usize::MAX));
        self.causes = ids.into_iter().zip(CauseIx::all(usize::from(u8::MAX))).collect();
    }

    /// The symptoms, in the order of their question.
    pub(super) fn symptoms(&self) -> &[String] {
        self.questions.get(SYMPTOM).map_or(&[], |(_, options)| options)
    }

    /// The place of the question whose options are the symptoms.
    pub(super) fn symptom(&self, place: &Place, problems: &mut Problems) -> Option<QuestionIx> {
        self.question(SYMPTOM, place, problems)
    }

    pub(super) fn question(
        &self,
        id: &str,
        place: &Place,
        problems: &mut Problems,
    ) -> Option<QuestionIx> {
        find(&self.questions, "question", id, place, problems).map(|(at, _)| *at)
    }

    pub(super) fn option(
        &self,
        question: &str,
        option: &str,
        place: &Place,
        problems: &mut Problems,
    ) -> Option<(QuestionIx, OptionIx)> {
        let (at, options) = find(&self.questions, "question", question, place, problems)?;
        let found = position(options, option);
        if found.is_none() {
            let kind = format!("option of question `{question}`");
            problems.unknown(place, &kind, option, options.iter().map(String::as_str));
        }
        Some((*at, found?))
    }

    pub(super) fn condition(
        &self,
        raw: &RawCondition,
        place: &Place,
        problems: &mut Problems,
    ) -> Option<Condition> {
        let question = self.question(&raw.question, place, problems)?;
        let mut options = OptionSet::EMPTY;
        for id in &raw.options {
            if let Some((_, option)) = self.option(&raw.question, id, place, problems) {
                options = options.with(option);
            }
        }
        Some(Condition { question, options })
    }

    pub(super) fn symptom_set(
        &self,
        ids: Option<&Vec<String>>,
        place: &Place,
        problems: &mut Problems,
    ) -> SymptomSet {
        let Some(ids) = ids else { return SymptomSet::ALL };
        let mut set = SymptomSet::NONE;
        for id in ids {
            if let Some((_, symptom)) = self.option(SYMPTOM, id, place, problems) {
                set = set.with(symptom);
            }
        }
        set
    }

    pub(super) fn cause(
        &self,
        id: &str,
        place: &Place,
        problems: &mut Problems,
    ) -> Option<CauseIx> {
        find(&self.causes, "cause", id, place, problems).copied()
    }

    pub(super) fn remedy(
        &self,
        id: &str,
        place: &Place,
        problems: &mut Problems,
    ) -> Option<RemedyIx> {
        find(&self.remedies, "remedy", id, place, problems).copied()
    }

    pub(super) fn sources(
        &self,
        ids: &[String],
        place: &Place,
        problems: &mut Problems,
    ) -> Vec<SourceIx> {
        ids.iter()
            .filter_map(|id| find(&self.sources, "source", id, place, problems).copied())
            .collect()
    }
}

fn option_names(question: &Placed<RawQuestion>, problems: &mut Problems) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for option in &question.value.option {
        let what = format!("option of question `{}`", question.value.id);
        check_form(&option.id, &what, &question.place, problems);
        if names.contains(&option.id) || option.id == UNSURE {
            let message = format!("{what} `{}` stands twice", option.id);
            problems.add(ProblemCode::DuplicateId, &question.place, message);
        }
        names.push(option.id.clone());
    }
    names
}

fn position(options: &[String], id: &str) -> Option<OptionIx> {
    OptionIx::all(options.len()).find(|at| options[at.at()] == id)
}

fn insert<T>(
    map: &mut BTreeMap<String, T>,
    id: &str,
    value: T,
    kind: &str,
    place: &Place,
    problems: &mut Problems,
) {
    check_form(id, kind, place, problems);
    if map.contains_key(id) {
        let message = format!("{kind} `{id}` stands twice");
        problems.add(ProblemCode::DuplicateId, place, message);
        return;
    }
    map.insert(id.to_owned(), value);
}

fn check_form(id: &str, kind: &str, place: &Place, problems: &mut Problems) {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if !id.split('-').all(is_word) {
        problems.add(ProblemCode::MalformedId, place, format!("malformed id of a {kind}: `{id}`"));
    }
}

fn find<'a, T>(
    map: &'a BTreeMap<String, T>,
    kind: &str,
    id: &str,
    place: &Place,
    problems: &mut Problems,
) -> Option<&'a T> {
    let found = map.get(id);
    if found.is_none() {
        problems.unknown(place, kind, id, map.keys().map(String::as_str));
    }
    found
}
