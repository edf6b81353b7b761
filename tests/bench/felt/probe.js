// Stands in each measured page before anything of its own: notes, by the page's clock in milliseconds, when a screen was
// painted, when a finger was lifted, what blocked and what moved.
{
  const felt = { painted: [], lifted: [], blocks: [], shift: 0 };
  window.felt = felt;
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("longtask", ({ startTime, duration }) => felt.blocks.push([startTime, duration]));
  watch("layout-shift", ({ hadRecentInput, value }) => {
    if (!hadRecentInput) felt.shift += value;
  });
  addEventListener("pointerup", ({ timeStamp }) => felt.lifted.push(timeStamp), { capture: true });

  // The first message after a frame comes once the frame is painted.
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => felt.painted.push({ screen: waiting.shift(), at: performance.now() });
  let last = "";
  requestAnimationFrame(function look() {
    requestAnimationFrame(look);
    const shown = document.querySelector("#checkup [data-screen]");
    if (!shown || !shown.querySelector("h1")) return;
    const now = `${shown.dataset.screen} ${shown.dataset.screenId || ""}`;
    if (now === last) return;
    last = now;
    waiting.push(now);
    port2.postMessage(0);
  });
}
