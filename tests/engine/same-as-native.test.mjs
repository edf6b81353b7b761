// In JavaScript the same is said as natively.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, DAY, engine, explained } from "./built.mjs";

const { diagnose, nextQuestion, version } = await engine();

test("a diagnosis is what the command line prints, for every worked case", async () => {
  const worked = cases();
  assert.ok(worked.length >= 40, `only ${worked.length} cases`);
  for (const { name, day, answers } of worked) {
    assert.deepEqual(diagnose(answers, day), await explained(answers, day), name);
  }
});

test("so it is for no answers, for amounts as people type them, for the closing list, and on another day", async () => {
  const closing = [
    { question: "account-age", answer: "under-3-months", holds: false },
    { question: "device-or-place", answer: "vpn", holds: true },
    { question: "device-or-place", answer: "new-handset", holds: false },
    { question: "court-record", answer: "yes" },
  ];
  for (const answers of [
    {},
    { symptom: "limit-gone", "monthly-income": "¥8,000.50", "monthly-repayments": "３０００" },
    { symptom: "one-yuan-cap", "warning-signs": ["none"], "closing-list": closing },
  ]) {
    for (const day of [DAY, "2025-06-01"]) {
      assert.deepEqual(diagnose(answers, day), await explained(answers, day), JSON.stringify(answers));
    }
  }
});

test("a diagnosis is made of plain objects, lists, texts, numbers and truths", () => {
  const { answers, day } = cases().find(({ name }) => name.includes("number-and-handset"));
  const said = diagnose(answers, day);
  assert.deepEqual(said, JSON.parse(JSON.stringify(said)));
  assert.deepEqual(structuredClone(said), said);
});

test("an interview asks what the command line names, up to the same end", async () => {
  let closingLists = 0;
  const some = cases().filter((_, at) => at % 6 === 0);
  for (const { name, day, answers: known } of some) {
    const answers = {};
    for (let screens = 0; ; screens++) {
      const next = nextQuestion(answers, day);
      const said = await explained(answers, day);
      const place = `${name}, screen ${screens}`;
      assert.equal(next ? next.screen : null, said["next-screen"], place);
      if (!next) break;
      assert.ok(screens < 20, `${name} does not end`);
      assert.deepEqual(next.closing || [], said["closing-list"], place);
      closingLists += next.closing ? 1 : 0;
      for (const { id } of next.questions) assert.ok(said["open-questions"].includes(id), `${place}: ${id}`);
      answer(next, known, answers);
    }
  }
  assert.ok(closingLists >= 3, `only ${closingLists} closing lists`);
});

test("the version is that of the diagnosis", () => {
  const { rulebook } = diagnose({}, DAY);
  assert.deepEqual({ version: version.rulebook, hash: version.hash }, rulebook);
  assert.match(version.program, /^\d+\.\d+\.\d+$/);
});

test("without a day it is today's where the caller is", ({ mock }) => {
  process.env.TZ = "Asia/Shanghai";
  // Half past midnight there, and the day before by world time; the program names a day that is too early for it.
  mock.timers.enable({ apis: ["Date"], now: new Date("1999-03-01T00:30+08:00") });
  for (const ask of [diagnose, nextQuestion]) assert.throws(() => ask({}), /`1999-03-01`/);
  mock.timers.setTime(new Date("2026-12-31T23:30+08:00").getTime());
  assert.deepEqual(diagnose({}), diagnose({}, "2026-12-31"));
});

/** Says what is known of a screen; of the rows of a closing list one holds, one does not, one is not known. */
function answer({ questions, closing }, known, answers) {
  for (const { id, fields = [id] } of questions) {
    const names = fields.filter((field) => field in known);
    for (const name of names) answers[name] = known[name];
    if (names.length === 0) answers[id] = "unsure";
  }
  if (closing) answers["closing-list"] = closing.map((row, at) => ({ ...row, holds: [true, false, null][at % 3] }));
}
