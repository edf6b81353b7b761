use super::{CauseIx, Decibans, GroupIx, OptionIx, QuestionIx, Said, Settings, ShownOn};

/// How one cause stands: the record that decided it, from which everything shown is rendered.
///
/// `prior + sum of rows + sum of capped = support`, exactly.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The cause.
    pub cause: CauseIx,
    /// The prior; `None` where the cause is out of question for the symptom.
    pub prior: Option<Decibans>,
    /// The answers with a weight, in the order of the questions.
    pub rows: Vec<EvidenceRow>,
    /// What the caps took away or gave back, for each group that reached its cap.
    pub capped: Vec<(Capped, Decibans)>,
    /// The sum of everything above.
    pub support: Decibans,
    /// The part of the support that comes from clean answers to other questions, after its cap.
    pub clean_bonus: Decibans,
    /// The answer that settles it.
    pub settled_by: Option<Said>,
    /// The answer that rules it out.
    pub ruled_out_by: Option<Said>,
    /// The answer that contradicts what settled it or ruled it out.
    pub contradicted_by: Option<Said>,
}

/// One answer's pull on one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidenceRow {
    /// The question.
    pub question: QuestionIx,
    /// The answer.
    pub option: OptionIx,
    /// Its weight; positive speaks for the cause.
    pub weight: Decibans,
    /// How it weighs.
    pub weighs: Weighs,
}

impl EvidenceRow {
    /// The answer that it is about.
    #[must_use]
    pub fn said(&self) -> Said {
        Said { question: self.question, option: self.option }
    }
}

/// How an answer weighs on a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighs {
    /// As an answer of the cause's own.
    Own,
    /// As an answer that raises a whole group of causes.
    General,
    /// As a clean answer to a question that does not touch the cause.
    Clean,
}

/// What was capped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capped {
    /// An evidence group.
    Group(GroupIx),
    /// The clean answers.
    Clean,
}

impl Assessment {
    /// Whether an answer speaks for it that is good enough to show it: one of its own,
    /// or a clean one where the cause cannot be seen from outside.
    #[must_use]
    pub fn speaks_for_itself(&self, shown_on: ShownOn) -> bool {
        self.rows.iter().any(|row| {
            let counts = match row.weighs {
                Weighs::Own => true,
                Weighs::General => false,
                Weighs::Clean => shown_on == ShownOn::CleanAnswers,
            };
            counts && row.weight > Decibans::ZERO
        })
    }

    /// Support without the clean bonus, from which the strength word is taken.
    #[must_use]
    pub fn firm_support(&self) -> Decibans {
        self.support - self.clean_bonus
    }

    /// The answers that speak against it.
    pub fn against(&self) -> impl Iterator<Item = &EvidenceRow> {
        self.rows.iter().filter(|row| row.weight < Decibans::ZERO)
    }

    /// The first answer at or below the rulebook's bound of contradiction.
    pub(super) fn strongest_objection(&self, settings: &Settings) -> Option<Said> {
        self.rows
            .iter()
            .filter(|row| row.weight <= settings.contradiction)
            .map(EvidenceRow::said)
            .next()
    }
}
