// A page of its own for the widget, online or as one file. The first question stands in it already: a tap on it
// before this runs is kept, because it is a real radio button that the widget reads.
import { line, today } from "../settings/lines.js";

const root = document.getElementById("checkup");
const failure = document.getElementById("checkup-failure");
let widget; // kept: what is not referred to is taken away

// Instead of a blank or dead page. The answers are gone with the program that held them.
function fail(reason) {
  if (root.hidden) return;
  console.error("loan-checkup:", reason);
  root.hidden = true;
  failure.hidden = false;
  failure.querySelector("h1").focus();
}

// The system's back button goes back in the interview instead of leaving the page with all answers lost: one
// empty entry of the history stands guard while there is something to go back to.
let isGuarded = false;
function guardHistory(canGoBack) {
  if (!canGoBack || isGuarded) return;
  isGuarded = true;
  history.pushState(null, "");
}

function show(kind, screen, answered, remaining, outcome, canGoBack) {
  guardHistory(canGoBack);
}

/** Starts the widget. `load` brings the program's `mount` and the packed wording. */
export async function start(load) {
  try {
    const { mount, wording } = await load();
    // What goes wrong inside the program later shows as an error of this kind.
    addEventListener("error", (event) => {
      if (event.error instanceof WebAssembly.RuntimeError) fail(event.error);
    });
    widget = mount(root, wording, line("today", today()), new Uint8Array(), { show, refuse() {} });
    addEventListener("popstate", () => {
      isGuarded = false;
      widget.back();
    });
  } catch (error) {
    fail(error);
  }
}
