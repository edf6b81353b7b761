// Counts what happens, for the statistics of a help centre. The events hold ids of screens and numbers only: what
// the borrower answers is in none of them.
const counts = {};

function count(what) {
  counts[what] = (counts[what] || 0) + 1;
  const lines = Object.keys(counts).map((name) => `${name}: ${counts[name]}`);
  document.getElementById("counts").textContent = lines.join("\n");
}

addEventListener("checkup-start", () => count("start"));
addEventListener("checkup-step", ({ detail }) => count(`step ${detail.kind}`));
addEventListener("checkup-complete", ({ detail }) => count(`complete ${detail.outcome}`));
addEventListener("checkup-error", ({ detail }) => count(`error ${detail.code}`));
