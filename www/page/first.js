// Stands in the page itself, behind its ready screens: a borrower reads and answers them before anything else is loaded.
import { tell } from "../bridge/tell.js";
import { followProgress } from "../progress.js";
import { openReady } from "../ready/ready.js";

// The system's back button goes back in the interview instead of leaving the page with all answers lost: one
// empty entry of the history stands guard while there is something to go back to.
let isGuarded = false;
function guardHistory() {
  if (isGuarded) return;
  isGuarded = true;
  try {
    history.pushState(null, "");
  } catch (error) {
    // The page around forbids it: back leaves the page, and all else works.
  }
}

/** What the page has before its program: the script that starts that takes it over by this name. */
const page = (self.loanCheckupPage = {
  progress: followProgress(tell),
  ready: null,
  /** Whether loading has failed, whatever came after. */
  hasFailed: false,

  /** To be called with what is shown: its place is told, and the system's back button leads back. */
  show({ kind, screen, answered, remaining, outcome, canGoBack }) {
    page.progress.report(kind, screen, answered, remaining, outcome);
    if (canGoBack) guardHistory();
  },

  /** Tries to load once more; it is the starting script's. */
  retry() {},

  /** Opens the ready screens that stand in the page. */
  open() {
    page.progress.hush(true);
    page.ready = openReady(document.getElementById("checkup"), document.getElementById("checkup-ready"), {}, {
      shown: page.show,
      retry: () => page.retry(),
    });
  },

  /** Back to the screen before; whether there is one. */
  back: () => Boolean(page.ready) && page.ready.back(),
});

addEventListener("popstate", () => {
  isGuarded = false;
  page.back();
});
page.open();
