//! What the wording lab works with: drafts of the wording, what borrowers read of them, tests with readers.
//!
//! This module knows the knowledge folder and the widget's screens, and no page: it is tried natively.
//! It must not decide what a borrower sees, and nothing of it is in the program that a borrower downloads.
