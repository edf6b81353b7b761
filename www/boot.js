// Starts the widget on the stand-alone page. The first question stands in the page already:
// a tap on it before this runs is kept, because it is a real radio button that the widget reads.

const script = document.querySelector("script[data-wasm]");
const root = document.getElementById("checkup");
let widget; // kept: what is not referred to is taken away
const failure = document.getElementById("checkup-failure");

// Instead of a blank or dead page. The answers are gone with the program that held them.
function fail(reason) {
  if (root.hidden) return;
  console.error("loan-checkup:", reason);
  root.hidden = true;
  failure.hidden = false;
  failure.querySelector("h1").focus();
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function loadText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

async function start() {
  const [glue, wording] = await Promise.all([
    import(script.dataset.js),
    loadText("wording/zh-CN.txt"),
  ]);
  await glue.default({ module_or_path: script.dataset.wasm });
  // What goes wrong inside the program later shows as an error of this kind.
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) fail(event.error);
  });
  widget = glue.mount(root, wording, `today\t${today()}`, new Uint8Array(), { show, refuse() {} });
  addEventListener("popstate", () => {
    isGuarded = false;
    widget.back();
  });
}

// The system's back button goes back in the interview instead of leaving the page with all answers lost: one
// empty entry of the history stands guard while there is something to go back to.
let isGuarded = false;
function show(kind, id, answered, remaining, outcome, canGoBack) {
  if (!canGoBack || isGuarded) return;
  isGuarded = true;
  history.pushState(null, "");
}

start().catch(fail);
