use serde::Deserialize;

use super::Date;
use super::packed::packed;

/// A public text that a rule rests on, as far as a borrower is shown it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Id, stable for ever.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Its date, as precise as known; empty if not known.
    pub date: String,
    /// How far it can be trusted.
    pub trust: Trust,
    /// When it was last looked at.
    pub reviewed: Date,
}

/// How far a source can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// Law, regulation, or a regulator's text.
    Regulation,
    /// A statement by a company, an authority or the police.
    Official,
    /// News.
    News,
    /// A collection of real questions to customer services.
    Corpus,
    /// One article's opinion.
    Article,
    /// The judgement of the rulebook's authors.
    Judgement,
}

impl Trust {
    /// The id, as in the knowledge files and the wording.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Regulation => "regulation",
            Self::Official => "official",
            Self::News => "news",
            Self::Corpus => "corpus",
            Self::Article => "article",
            Self::Judgement => "judgement",
        }
    }
}

packed!(struct Source { id, publisher, title, date, trust, reviewed });
packed!(
    enum Trust {
        Regulation,
        Official,
        News,
        Corpus,
        Article,
        Judgement,
    }
);
