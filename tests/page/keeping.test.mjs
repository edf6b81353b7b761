// What was kept on the device: whatever stands there, it is used, set aside or too old, and never lost otherwise.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chance, oddValue, spoilt } from "./chance.mjs";
import { ROOT, Storage, script } from "./source.mjs";

const { isFresh, read, write } = await script("keeping/record.js");
const { open, put, setAside, wipe } = await script("keeping/store.js");

const NAME = "loan-checkup";
const ASIDE = "loan-checkup.aside";
const DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;
const RULES = { version: "2026.11.22", hash: "0123456789abcdef" };
const FIELDS = ["format", "rulebook", "saved", "answers"];

/** Some questions with their options, as the knowledge has them. */
const QUESTIONS = readFileSync(`${ROOT}/knowledge/questions.toml`, "utf8")
  .split("[[question]]\n")
  .slice(1)
  .map((text) => [...text.matchAll(/\bid = "([^"]+)"/g)].map((found) => found[1]));

function someAnswers(draw) {
  const answers = {};
  for (const [question, ...options] of draw.times(12, () => draw.pick(QUESTIONS))) {
    const option = () => (options.length ? draw.pick(options) : "unsure");
    answers[question] = draw.is(0.3) ? [option(), option()] : option();
  }
  if (draw.is(0.3)) answers["monthly-income"] = draw.pick(["8000", "0", "12000.5"]);
  return answers;
}

/** A stored text, and what must come of it where that is known. */
function someState(draw, now) {
  const answers = someAnswers(draw);
  const record = JSON.parse(write(answers, RULES, now - draw.below(6 * DAY)));
  const text = (change) => JSON.stringify(Object.assign(record, change));
  const made = [
    () => ({ text: text(), notice: "", answers }),
    () => ({ text: text({ rulebook: { version: "1", hash: draw.pick(["", "old", "fedcba9876543210"]) } }), notice: "renewed", answers }),
    () => ({ text: text({ saved: now - 7 * DAY - 1 - draw.below(300) * DAY }), notice: "expired" }),
    () => ({ text: text({ saved: now + 2 * DAY + draw.below(300) * DAY }), notice: "damaged" }),
    () => ({ text: text({ saved: draw.pick([null, "1", [now], {}, true, String(now)]) }), notice: "damaged" }),
    () => ({ text: text({ format: draw.pick([0, 2, "1", null, [1], undefined]) }), notice: "damaged" }),
    () => ({ text: text({ answers: draw.pick([null, undefined, { A: "b" }, { a: { b: "c" } }, { a: "b\tc" }, { a: ["b", "c\nd"] }, { "a\tb": "c" }]) }), notice: "damaged" }),
    () => ({ text: text({ rulebook: draw.pick([null, undefined]) }), notice: "damaged" }),
    () => ({ text: text({ [draw.pick(FIELDS)]: oddValue(draw) }) }),
    () => ({ text: text({ answers: { ...answers, [draw.pick(["symptom", "a", "A B"])]: oddValue(draw) } }) }),
    () => ({ text: spoilt(draw, text()) }),
    () => ({ text: spoilt(draw, text()) }),
    () => ({ text: JSON.stringify(oddValue(draw, 5)) }),
    () => ({ text: draw.pick(["", "{", "[".repeat(9000), "1e999", "off ", '{"format":1}', '{"__proto__":{"format":1}}', "x".repeat(60000)]) }),
  ];
  return draw.pick(made)();
}

test("each of 10,000 stored states is used, set aside or too old", () => {
  const draw = chance(20261121);
  const met = {};
  for (let count = 0; count < 10_000; count += 1) {
    const now = Date.now();
    const state = someState(draw, now);
    globalThis.localStorage = new Storage();
    localStorage.setItem(NAME, state.text);
    const found = open(NAME, RULES, DAYS);
    const shown = JSON.stringify(state.text).slice(0, 300);
    const aside = localStorage.getItem(ASIDE);
    if (found.notice === "") {
      assert.equal(localStorage.getItem(NAME), state.text, shown);
      assert.equal(aside, null, shown);
    } else {
      assert.ok(["damaged", "expired", "renewed"].includes(found.notice), shown);
      assert.equal(localStorage.getItem(NAME), null, shown);
      if (found.notice === "expired") assert.ok(now - JSON.parse(state.text).saved > DAYS * DAY, shown);
      else assert.ok(aside.endsWith(` ${state.text}`), shown);
    }
    if (found.answers) checkLines(found.answers, shown);
    if (state.notice !== undefined) assert.equal(found.notice, state.notice, shown);
    if (state.answers) assert.deepEqual(found.answers, state.answers, shown);
    met[found.notice] = (met[found.notice] ?? 0) + 1;
  }
  for (const notice of ["", "damaged", "expired", "renewed"]) assert.ok(met[notice] > 200, `${notice}: ${JSON.stringify(met)}`);
  assert.equal({}.format, undefined, "the prototype of all objects is changed");
});

/** Nothing in them can break out of its line on the way into the program. */
function checkLines(answers, shown) {
  for (const name of Object.keys(answers)) {
    for (const word of [name].concat(answers[name])) assert.match(String(word), /^[a-z0-9.-]+$/, shown);
  }
}

test("what is set aside goes after the same time and not before", () => {
  const past = (days) => `${Date.now() - days * DAY} broken`;
  for (const [text, isKept] of [[past(6), true], [past(8), false], ["no time", false], ["", false]]) {
    globalThis.localStorage = new Storage();
    localStorage.setItem(ASIDE, text);
    open(NAME, RULES, DAYS);
    assert.equal(localStorage.getItem(ASIDE) !== null, isKept, text);
  }
});

test("wiping leaves nothing", () => {
  globalThis.localStorage = new Storage();
  put(NAME, "one");
  setAside(NAME, "two");
  wipe(NAME);
  assert.equal(localStorage.kept.size, 0);
  assert.deepEqual(open(NAME, RULES, DAYS), {});
});

test("a record is fresh to the end of its last day", () => {
  assert.ok(isFresh(0, 7 * DAY, 7));
  assert.ok(!isFresh(0, 7 * DAY + 1, 7));
  assert.ok(!isFresh(NaN, 0, 7));
});

test("what is written can be read, and the rules stand beside it", () => {
  const answers = { symptom: "limit-gone", "warning-signs": ["none"], "monthly-income": "8000" };
  const text = write(answers, RULES, 1000);
  assert.deepEqual(JSON.parse(text).rulebook, RULES);
  assert.deepEqual(read(text, RULES, 2000, DAYS), { answers, notice: "" });
});
