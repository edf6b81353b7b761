// Measures the program in the page. Times are in milliseconds. A clock of a browser is coarse, so
// whatever is measured is repeated until it has taken long enough.
import init, { Measured } from "./loan-checkup.js";

await init();

// The mean time of `work(times)` for one time, over a span of at least so long.
function mean(work, span) {
  for (let times = 1; ; ) {
    const start = performance.now();
    work(times);
    const took = performance.now() - start;
    if (took >= span) return took / times;
    times = Math.ceil(times * Math.min(8, Math.max(1.25, (1.25 * span) / Math.max(took, 0.1))));
  }
}

export function start(lines) {
  const measured = new Measured(lines);
  window.stopwatch = {
    said: () => [measured.diagnose_all(1), measured.ask_all(1)],
    // `work` is "diagnose_all" or "ask_all".
    all: (work, span) => mean((times) => measured[work](times), span),
    // `work` is "ask" or "grade".
    each: (work, places, span) =>
      places.map((place) => mean((times) => measured[work](place, times), span)),
    // What a borrower meets, who does everything for the first time.
    once: (places) =>
      places.map((place) => {
        const start = performance.now();
        measured.ask(place, 1);
        return performance.now() - start;
      }),
  };
}
