#[cfg(not(target_arch = "wasm32"))]
use std::sync::atomic::{AtomicUsize, Ordering};

#[cfg(not(target_arch = "wasm32"))]
use rayon::prelude::*;

/// Hears how many are done; from any thread, so that a lower number may come after a higher one.
pub type Done<'a> = &'a (dyn Fn(usize) + Sync);

/// Works out `make(0)`, `make(1)` and so on up to `count` on all cores; the result does not depend on how many there are.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn in_parallel<T: Send>(
    count: usize,
    make: impl Fn(usize) -> T + Sync,
    done: Done,
) -> Vec<T> {
    let made = AtomicUsize::new(0);
    let one = |at| {
        let one = make(at);
        done(made.fetch_add(1, Ordering::Relaxed) + 1);
        one
    };
    (0..count).into_par_iter().map(one).collect()
}

/// The same one after the other: a page has no threads.
#[cfg(target_arch = "wasm32")]
pub(super) fn in_parallel<T: Send>(
    count: usize,
    make: impl Fn(usize) -> T + Sync,
    done: Done,
) -> Vec<T> {
    let one = |at| {
        let made = make(at);
        done(at + 1);
        made
    };
    (0..count).map(one).collect()
}
