// A page of its own for the widget, online or as one file. The first question stands in it already: a tap on it
// before this runs is kept, because it is a real radio button that the widget reads.
import { listen, settings } from "../bridge/bridge.js";
import { tell } from "../bridge/tell.js";
import { openKeeping } from "../keeping/keeping.js";
import { followProgress } from "../progress.js";
import { line, lines, today } from "../settings/lines.js";

const root = document.getElementById("checkup");
const failure = document.getElementById("checkup-failure");
let widget; // kept: what is not referred to is taken away
const progress = followProgress(tell);

// Instead of a blank or dead page. The answers are gone with the program that held them, but for those that are kept.
function fail(code, reason) {
  if (root.hidden) return;
  console.error("loan-checkup:", reason);
  tell("error", { code });
  root.hidden = true;
  failure.hidden = false;
  failure.querySelector("h1").focus();
}

// The system's back button goes back in the interview instead of leaving the page with all answers lost: one
// empty entry of the history stands guard while there is something to go back to.
let isGuarded = false;
function guardHistory() {
  if (isGuarded) return;
  isGuarded = true;
  history.pushState(null, "");
}

// Back to the screen before; whether there is one.
const back = () => !root.hidden && Boolean(widget) && widget.back();

/** Starts the widget. `load` brings the program's `mount` and the packed wording. */
export async function start(load) {
  const told = () => line("today", today()) + settings();
  let wording;
  let lastTold;
  listen({
    back,
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
  try {
    const loaded = await load();
    wording = loaded.wording;
    // What goes wrong inside the program later shows as an error of this kind.
    addEventListener("error", (event) => {
      if (event.error instanceof WebAssembly.RuntimeError) fail("crash", event.error);
    });
    const keeping = openKeeping(document.getElementById("keeping"), "loan-checkup");
    if (!root.querySelector("input:checked")) progress.hush();
    const host = {
      show(kind, screen, answered, remaining, outcome, canGoBack) {
        // The screen stands there by then.
        Promise.resolve().then(() => {
          keeping.follow(kind, JSON.parse(widget.answers()));
          progress.report(kind, screen, answered, remaining, outcome);
          if (canGoBack) guardHistory();
        });
      },
      refuse: (question) => tell("error", { code: "answers", message: question }),
    };
    lastTold = told();
    const all = lastTold + lines("kept", keeping.begin(root));
    widget = loaded.mount(root, wording, all, new Uint8Array(), host);
    addEventListener("popstate", () => {
      isGuarded = false;
      back();
    });
    tell("ready");
  } catch (error) {
    fail("program", error);
  }
}
