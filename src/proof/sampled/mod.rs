//! The lines of the certificate that rest on simulated borrowers.

mod both_causes;
mod completions;
mod drawn_causes;
mod first_steps;
mod full_interview;
mod grade_shares;
mod grades_contradicted;
mod noisy_or;
mod questions_asked;
mod screens_needed;
mod ties;

pub use both_causes::both_causes;
pub use drawn_causes::drawn_causes;
pub use first_steps::first_steps;
pub use full_interview::full_interview;
pub use grade_shares::grade_shares;
pub use grades_contradicted::grades_contradicted;
pub use noisy_or::noisy_or;
pub use questions_asked::questions_asked;
pub use screens_needed::screens_needed;
pub use ties::ties;
