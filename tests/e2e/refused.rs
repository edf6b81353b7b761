//! What a browser refuses, or a page around it, costs nothing but what it is for.

use crate::ability::Ability;
use crate::borrower::Borrower;
use crate::setup::Setup;

/// As in a frame without an origin, or on a page that has put its own functions there.
const REFUSING: &str = "
    const refuse = () => { throw new DOMException('refused', 'SecurityError'); };
    history.pushState = refuse;
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: refuse, configurable: true });";

/// For the test itself, which looks for a worker in the end.
const MISSING: &str =
    "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });";

#[test]
fn without_history_and_worker_the_whole_interview_works() {
    Setup::new().needs(Ability::DevTools).run(async |page| {
        page.run_before_all(REFUSING).await;
        page.open().await;
        let mut borrower = Borrower::who_says(&[("symptom", "application-refused")]);
        let result = borrower.walk(page).await;
        borrower.check_same_natively(page, &result).await;
        page.run(MISSING, Vec::new()).await;
    });
}
