// A page of its own for the widget, online or as one file. The first screens stand in it already, and are answered while
// the program arrives.
import { listen, settings } from "../bridge/bridge.js";
import { tell } from "../bridge/tell.js";
import { openKeeping } from "../keeping/keeping.js";
import { line, lines, today } from "../settings/lines.js";

const page = self.loanCheckupPage; // what the page's own script has opened
let widget; // kept: what is not referred to is taken away

const nextTask = () => new Promise((next) => setTimeout(next));

function complain(code, reason) {
  console.error("loan-checkup:", reason);
  tell("error", { code });
}

/**
 * Starts the widget. `load` brings the program's `mount` and the packed wording, and tells how much of them there is, from
 * 0 to 1; where it fails, the borrower may try again.
 */
export async function start(load) {
  const told = () => line("today", today()) + settings();
  let wording;
  let lastTold;
  let keeping;
  const { ready, progress } = page;
  const [root, failure] = ["checkup", "checkup-failure"].map((id) => document.getElementById(id));

  // Instead of a dead page. The answers are gone with the program that held them, but for those that are kept.
  function crash(reason) {
    if (root.hidden) return;
    complain("crash", reason);
    root.hidden = true;
    failure.hidden = false;
    failure.querySelector("h1").focus();
  }

  listen({
    back: () => !root.hidden && page.back(),
    set() {
      if (!widget || lastTold === told()) return;
      widget.update(wording, told());
      lastTold = told();
      progress.hush();
    },
    reset() {
      if (!widget) return;
      progress.hush(true);
      widget.reset();
    },
  });

  async function run() {
    const loaded = await load((share) => ready.load(share));
    wording = loaded.wording;
    // In three tasks, so that a tap is handled between them: the program is made, what is kept is read, the program draws.
    await nextTask();
    keeping = keeping || openKeeping(document.getElementById("keeping"), "loan-checkup");
    await nextTask();
    await ready.still();
    const { answered, did, restore } = ready.handOver();
    if (!did) progress.hush();
    const host = {
      show(kind, screen, answered, remaining, outcome, canGoBack) {
        // The screen stands there by then.
        Promise.resolve().then(() => {
          keeping.follow(kind, () => JSON.parse(widget.answers()));
          page.show({ kind, screen, answered, remaining, outcome, canGoBack });
        });
      },
      refuse: (question) => tell("error", { code: "answers", message: question }),
    };
    lastTold = told();
    const all = lastTold + lines("kept", keeping.begin(answered)) + did;
    widget = loaded.mount(root, wording, all, new Uint8Array(), host);
    ready.close();
    page.back = () => widget.back();
    // What goes wrong inside the program from now on shows as an error of this kind.
    addEventListener("error", (event) => {
      if (event.error instanceof WebAssembly.RuntimeError) crash(event.error);
    });
    Promise.resolve().then(restore);
    tell("ready");
  }

  page.retry = () =>
    run().catch((error) => {
      complain("program", error);
      page.hasFailed = true;
      ready.fail();
    });
  return page.retry();
}
