use gloo::timers::future::TimeoutFuture;

/// How long the page may be kept busy at once, in milliseconds: short enough for typing to stay smooth.
const SLICE: f64 = 12.0;

/// Does long work in slices, so that the page stays alive. `step` does a little and says whether there is more;
/// `pause` hears after each slice and says whether to go on.
pub(super) async fn in_slices(mut step: impl FnMut() -> bool, mut pause: impl FnMut() -> bool) {
    loop {
        let end = later(now());
        let mut has_more = true;
        while has_more && now() < end {
            has_more = step();
        }
        if !pause() || !has_more {
            return;
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
