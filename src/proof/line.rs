use serde::{Serialize, Serializer};
use serde_json::Value;

/// One line of the certificate: a claim about the rulebook, how it was tried, and what came out.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Line {
    /// Id, stable for ever, as in `causes-never-shown`.
    pub id: &'static str,
    /// What is claimed, in one sentence without a full stop.
    pub claim: &'static str,
    /// How it was tried.
    pub method: Method,
    /// What came out.
    pub verdict: Verdict,
    /// The figures, by name, in the order in which they are printed.
    #[serde(serialize_with = "by_name")]
    pub figures: Vec<(String, Value)>,
    /// Borrowers who show why the line fails; or, for a line that only counts, the most telling ones.
    pub examples: Vec<Witness>,
}

/// How a line was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Every possibility is covered.
    Exact,
    /// So many possibilities were tried; the text says which.
    Bounded(String),
}

/// What came out of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The claim holds.
    Holds,
    /// The claim does not hold; the certificate is red.
    Fails,
    /// The line counts and claims nothing.
    Counted,
}

/// A borrower whose answers show something; the answers can be given to `explain`.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Witness {
    /// What these answers show, in one line.
    pub shows: String,
    /// The answers by name, as `explain` reads them; empty where no borrower can show it.
    pub answers: serde_json::Map<String, Value>,
}

fn by_name<S: Serializer>(figures: &[(String, Value)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(figures.iter().map(|(name, value)| (name, value)))
}
