use super::packed::packed;
use super::{OptionIx, Packed, QuestionIx, Unpacker};

/// Questions that are asked together.
#[derive(Clone, Debug)]
pub struct Screen {
    /// Id, stable for ever.
    pub id: String,
    /// Fixed place in the interview, from 1; `None` is asked by expected gain.
    pub place: Option<u8>,
    /// How its questions are laid out.
    pub form: Form,
}

/// How the questions of a screen are laid out.
#[derive(Clone, Debug)]
pub enum Form {
    /// The questions with all their options, one below the other.
    Full(Vec<QuestionIx>),
    /// Yes-or-no facts, a check box each; at most eight.
    List(Vec<Row>),
}

/// One check box of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The question it belongs to.
    pub question: QuestionIx,
    /// The option that a tick stores.
    pub option: OptionIx,
    /// What is stored when none of the question's rows is ticked.
    pub otherwise: OptionIx,
}

impl Screen {
    /// The questions in the order of the screen, each once.
    pub fn questions(&self) -> impl Iterator<Item = QuestionIx> {
        let (full, rows): (&[QuestionIx], &[Row]) = match &self.form {
            Form::Full(questions) => (questions, &[]),
            Form::List(rows) => (&[], rows),
        };
        let is_first = |at: usize| at == 0 || rows[at - 1].question != rows[at].question;
        let of_rows = (0..rows.len()).filter(move |at| is_first(*at));
        full.iter().copied().chain(of_rows.map(|at| rows[at].question))
    }
}

packed!(struct Screen { id, place, form });
packed!(struct Row { question, option, otherwise });

impl Packed for Form {
    fn pack(&self, to: &mut Vec<u8>) {
        match self {
            Self::Full(questions) => {
                false.pack(to);
                questions.pack(to);
            }
            Self::List(rows) => {
                true.pack(to);
                rows.pack(to);
            }
        }
    }

    fn unpack(from: &mut Unpacker) -> Self {
        match bool::unpack(from) {
            false => Self::Full(Packed::unpack(from)),
            true => Self::List(Packed::unpack(from)),
        }
    }
}
