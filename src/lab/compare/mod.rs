//! Two versions of the wording held against each other: what was changed, where it stands, and who would read it.
//!
//! This module knows the screens of the widget and the model of borrowers.
//! It must not judge which version is better.

mod audience;
mod audience_count;
mod changed;
mod marks;
mod words;

pub use audience::{Audience, Readership, Sighting};
pub use audience_count::AudienceCount;
pub use changed::{Changed, changed, literals};
pub use marks::{Mark, Piece, marks};
pub use words::words;
