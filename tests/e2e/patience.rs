//! Waiting for what comes sooner or later, with a word about it where it does not.

use std::panic::Location;
use std::time::{Duration, Instant};

/// How long anything may take that a borrower would wait for: far more than it takes on a machine with other work.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// How long work may take that thousands of borrowers are drawn for.
pub(crate) const LONG_PATIENCE: Duration = Duration::from_secs(600);

/// How often it is looked for.
const PERIOD: Duration = Duration::from_millis(10);

/// Looks again and again until something is there. `look` gives it, or says what is there instead; `place` is the line
/// of the test that waits.
pub(crate) async fn wait<T>(
    patience: Duration,
    place: &Location<'_>,
    mut look: impl AsyncFnMut() -> Result<T, String>,
) -> T {
    let start = Instant::now();
    loop {
        match look().await {
            Ok(found) => return found,
            Err(instead) if start.elapsed() > patience => {
                panic!("what {place} waits for does not come in {patience:?}; {instead}")
            }
            Err(_) => tokio::time::sleep(PERIOD).await,
        }
    }
}
