// Opens the wording lab: loads the program and the knowledge files, and says what is wrong where that fails.
import init, { startLab } from "./lab.js";

function fail(error) {
  const failure = document.getElementById("lab-failure");
  failure.hidden = false;
  failure.querySelector("pre").textContent = String((error && error.message) || error);
  document.getElementById("lab").hidden = true;
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function textOf(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

// What breaks the program later is said as well: what was written is kept at every change.
window.addEventListener("error", (event) => fail(event.error || event.message));

try {
  const [files, widget, marks] = await Promise.all([
    textOf("lab/knowledge.json"),
    textOf("embed/loan-checkup.css"),
    textOf("lab/frame.css"),
    init(),
  ]);
  // The frames of the previews share one copy, so that nothing is asked for later.
  const style = URL.createObjectURL(new Blob([widget, marks], { type: "text/css" }));
  const root = document.getElementById("lab");
  root.textContent = "";
  startLab(root, files, today(), navigator.language, style);
} catch (error) {
  fail(error);
}
