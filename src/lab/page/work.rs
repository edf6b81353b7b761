//! Long work: it begins when it is wanted, leaves the page alive, and ends early when nobody wants it any more.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use yew::platform::spawn_local;
use yew::prelude::*;

/// How long the page may be kept busy at once, in milliseconds: short enough for typing to stay smooth.
const SLICE: f64 = 12.0;

/// Whether somebody still wants what is being worked on.
#[derive(Clone)]
pub(super) struct StillWanted(Rc<Cell<bool>>);

impl StillWanted {
    pub(super) fn is_so(&self) -> bool {
        self.0.get()
    }
}

/// Begins the work when something is wanted, and again when that is another thing.
#[hook]
pub(super) fn use_work<T: Clone + PartialEq + 'static, F: Future<Output = ()> + 'static>(
    wanted: Option<T>,
    work: impl FnOnce(T, StillWanted) -> F + 'static,
) {
    use_effect_with(wanted, move |wanted| {
        let is_wanted = StillWanted(Rc::new(Cell::new(true)));
        if let Some(wanted) = wanted.clone() {
            spawn_local(work(wanted, is_wanted.clone()));
        }
        move || is_wanted.0.set(false)
    });
}

/// Does long work in slices. `step` does a little and says how much of how much is done, `tell` hears that after each
/// slice. Whether it came to its end.
pub(super) async fn in_slices(
    is_wanted: &StillWanted,
    mut step: impl AsyncFnMut() -> (usize, usize),
    mut tell: impl FnMut(usize, usize),
) -> bool {
    loop {
        let end = later(now());
        let (done, total) = loop {
            let (done, total) = step().await;
            if done >= total || now() >= end {
                break (done, total);
            }
        };
        if !is_wanted.is_so() {
            return false;
        }
        tell(done, total);
        if done >= total {
            return true;
        }
        TimeoutFuture::new(0).await;
    }
}

#[expect(clippy::float_arithmetic, reason = "a clock of the browser")]
fn later(start: f64) -> f64 {
    start + SLICE
}

/// Milliseconds on the page's clock.
pub(super) fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}
