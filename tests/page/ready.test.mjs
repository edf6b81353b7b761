// The script of the ready screens shows what the program shows after the same touches, which `tests/native/ready.rs` has
// written down.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ROOT, script } from "./source.mjs";

const { readyInterview } = await script("ready/interview.js");

const [rules, ...interviews] = readFileSync(process.env.READY || `${ROOT}/target/tmp/ready.jsonl`, "utf8")
  .trim()
  .split("\n")
  .map((text) => JSON.parse(text));

const SCREENS = rules.screens.concat([[rules.after.screen, [rules.after.question]]]);

const DOES = {
  next: (interview) => interview.goOn(),
  back: (interview) => interview.goBack(),
  review: (interview) => interview.leave("review"),
  continue: (interview) => interview.leave("continue"),
  finish: (interview) => interview.leave("finish"),
  choose: (interview, about) => interview.choose(...about),
  toggle: (interview, about) => interview.toggle(...about),
  // What is not shown cannot be tapped.
  tap(interview, [question, option]) {
    const [, questions] = SCREENS.find(([id]) => id === interview.shown().screen) || ["", []];
    if (!questions.includes(question)) return;
    interview.choose(question, option);
    interview.goOn();
  },
};

// As the program is asked for it.
function told(interview) {
  const { kind, screen, warning, answered, remaining, canGoBack, canBeDoubted } = interview.shown();
  if (kind === "waiting") return kind;
  return { kind, screen, answered, remaining, canGoBack, canBeDoubted, steps: rules.plans[warning] || [] };
}

test("what the script shows is what the program shows, after every touch of every interview", () => {
  let compared = 0;
  for (const { known, steps } of interviews) {
    const interview = readyInterview(rules, known);
    const done = [];
    for (const [expected, word, about] of steps) {
      if (word) {
        done.push([word].concat(about || []).join(" "));
        DOES[word](interview, about);
      }
      const shown = told(interview);
      assert.deepEqual(shown, expected, `with ${JSON.stringify(known)}, after ${done.join(", ")}`);
      compared += 1;
    }
  }
  assert.ok(compared > 30000, `${compared} screens`);
});
