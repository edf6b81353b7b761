#[cfg(not(target_arch = "wasm32"))]
use std::{
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

/// Works out `make(0)`, `make(1)` and so on up to `count` on all cores; the result does not depend on how many there are.
///
/// A thread takes `at_once` of them together; `done` hears each time how many are done.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn in_parallel<T: Send>(
    count: usize,
    at_once: usize,
    make: impl Fn(usize) -> T + Sync,
    done: &mut dyn FnMut(usize),
) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut chunks: Vec<(usize, Vec<T>)> = Vec::new();
    thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, make, next) = (sender.clone(), &make, &next);
            scope.spawn(move || {
                loop {
                    let start = next.fetch_add(at_once, Ordering::Relaxed);
                    let chunk = start..count.min(start.saturating_add(at_once));
                    if chunk.is_empty() {
                        break;
                    }
                    let made: Vec<T> = chunk.map(make).collect();
                    if sender.send((start, made)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut made = 0;
        for (start, chunk) in receiver {
            made += chunk.len();
            chunks.push((start, chunk));
            done(made);
        }
    });
    chunks.sort_by_key(|(start, _)| *start);
    chunks.into_iter().flat_map(|(_, chunk)| chunk).collect()
}

/// The same one after the other: a page has no threads.
#[cfg(target_arch = "wasm32")]
pub(super) fn in_parallel<T: Send>(
    count: usize,
    _: usize,
    make: impl Fn(usize) -> T + Sync,
    done: &mut dyn FnMut(usize),
) -> Vec<T> {
    let one = |at| {
        let made = make(at);
        done(at + 1);
        made
    };
    (0..count).map(one).collect()
}
