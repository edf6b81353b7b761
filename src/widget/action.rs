use std::rc::Rc;

use yew::AttrValue;

use crate::engine::{Answers, OptionIx, QuestionIx, Row, ScreenIx};

use super::Kit;

/// What happened on the page.
#[derive(Clone, PartialEq)]
pub enum Action {
    /// An option of a single choice was moved to.
    Chose {
        /// The question.
        question: QuestionIx,
        /// What was chosen; `None` is "not sure".
        option: Option<OptionIx>,
    },
    /// An option of a single choice was tapped: chosen, and on if nothing else is open there.
    Tapped {
        /// The screen on which it was tapped.
        screen: ScreenIx,
        /// The question.
        question: QuestionIx,
        /// What was chosen; `None` is "not sure".
        option: Option<OptionIx>,
    },
    /// A check box was ticked or unticked.
    Toggled {
        /// The question.
        question: QuestionIx,
        /// What was chosen; `None` is "not sure".
        option: Option<OptionIx>,
    },
    /// A row of a list was ticked or unticked.
    RowToggled(Row),
    /// "Not sure about one of these" was ticked or unticked.
    ListUnsureToggled,
    /// A text was typed into a money field.
    Typed {
        /// The question.
        question: QuestionIx,
        /// The field, from 0.
        field: usize,
        /// All that stands in the field now.
        text: AttrValue,
    },
    /// On to the next screen.
    WentOn,
    /// Back to the screen before.
    WentBack,
    /// To the result, whatever is still open.
    Finished,
    /// To the list of answers.
    OpenedReview,
    /// To one answer, to change it.
    OpenedAnswer(QuestionIx),
    /// On with the asking after the result.
    Continued,
    /// All over again.
    Restarted,
    /// The page set its words and answers anew.
    Given(Kit, Rc<Answers>),
}
