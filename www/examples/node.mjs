// Walks through an interview in Node with a made borrower, and prints what was asked and the first reason:
//   node node.mjs
import init, { diagnose, nextQuestion } from "../engine/loan-checkup-engine.js";

// What the borrower knows; to everything else the answer is "unsure".
const borrower = {
  symptom: "one-yuan-cap",
  "warning-signs": ["none"],
  "page-message": "no-message",
  "phone-number-change": "within-7-days",
  "phone-number-match": ["code-to-old-number"],
  "overdue-history": "never",
  "monthly-income": "8,000",
};

await init();
/** @type {import("../engine/loan-checkup-engine.js").Answers} */
const answers = {};
for (let next; (next = nextQuestion(answers)); ) {
  const asked = next.closing ? next.closing.map((row) => row.question) : next.questions.map(({ id }) => id);
  console.log(`${next.screen}: ${asked.join(", ")} (about ${next.remaining} to come)`);
  // A row of the closing list that is not ticked says "not this one".
  if (next.closing) answers["closing-list"] = next.closing.map((row) => ({ ...row, holds: false }));
  for (const { id, fields = [id] } of next.questions) {
    const known = fields.filter((name) => name in borrower);
    for (const name of known) answers[name] = borrower[name];
    if (known.length === 0) answers[id] = "unsure";
  }
}

const { outcome, grade, findings, plan } = diagnose(answers);
console.log(`outcome: ${outcome}, ${grade}`);
if (findings.length > 0) console.log(`first reason: ${findings[0].cause} (${findings[0].strength})`);
if (plan.length > 0) console.log(`first step: ${plan[0].remedy}`);
