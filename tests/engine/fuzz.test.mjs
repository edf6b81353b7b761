// 10,000 objects of answers, most of them wrong: a result, or an error that names what is wrong, and the program goes on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chance, oddObject, oddValue, spoilt } from "../page/chance.mjs";
import { DAY, cases, engine } from "./built.mjs";

const { diagnose, nextQuestion } = await engine();
const CASES = cases().map(({ answers }) => answers);
const QUESTIONS = [...new Set(CASES.flatMap(Object.keys))];
const OPTIONS = [...new Set(CASES.flatMap((answers) => Object.values(answers).flat()))].filter((option) => typeof option === "string");

/** Answers, and what a message about them must name where that is known; `isGood` where they can be used. */
function someAnswers(draw) {
  const base = { ...draw.pick(CASES) };
  const question = draw.pick(QUESTIONS);
  const made = [
    () => ({ answers: base, isGood: true }),
    () => ({ answers: { ...base, ...draw.pick(CASES) }, isGood: true }),
    () => ({ answers: { ...base, [question]: draw.pick(OPTIONS) } }),
    () => ({ answers: { ...base, [question]: draw.times(5, () => draw.pick(OPTIONS)) } }),
    () => ({ answers: { ...base, [question]: oddValue(draw) } }),
    () => ({ answers: { ...base, [question]: draw.pick([null, 1, true, { a: "b" }, [["x"]], 1n, Symbol("x")]) }, named: question }),
    () => ({ answers: { ...base, [question]: spoilt(draw, draw.pick(OPTIONS)) } }),
    () => ({ answers: { ...base, [`${question}-x`]: "none" }, named: `${question}-x` }),
    () => ({ answers: { ...base, "closing-list": oddValue(draw) } }),
    () => ({ answers: { ...base, "closing-list": [{ question, answer: draw.pick(OPTIONS), holds: draw.is(0.5) }] } }),
    () => ({ answers: oddObject(draw, 4) }),
    () => ({ answers: draw.pick([null, [], "symptom", 1, new Map(Object.entries(base))]), named: "answers" }),
  ];
  return draw.pick(made)();
}

test("each of 10,000 objects of answers has a result or an error that names what is wrong", () => {
  const draw = chance(20261123);
  const first = JSON.stringify(diagnose(CASES[0], DAY));
  let used = 0;
  for (let count = 0; count < 10_000; count += 1) {
    const { answers, isGood, named } = someAnswers(draw);
    const copy = shown(answers);
    const said = draw.is(0.7) ? attempt(() => diagnose(answers, DAY)) : attempt(() => nextQuestion(answers, DAY));
    if (isGood) assert.ok(said.error === undefined, `${copy}: ${said.error}`);
    if (named) assert.ok(said.error?.includes(named), `${copy}: ${said.error}`);
    if (said.error !== undefined) assert.ok(said.error.length > 10, `${copy}: ${said.error}`);
    else used += 1;
    assert.equal(shown(answers), copy, "what was handed in is changed");
    // After a crash nothing would be the same any more.
    if (count % 100 === 0) assert.equal(JSON.stringify(diagnose(CASES[0], DAY)), first, copy);
  }
  assert.equal(JSON.stringify(diagnose(CASES[0], DAY)), first);
  assert.ok(used > 1500 && used < 8000, `${used} could be used`);
  assert.equal({}.answers, undefined, "the prototype of all objects is changed");
});

const shown = (answers) => JSON.stringify(answers, (_, value) => (["bigint", "symbol"].includes(typeof value) ? String(value) : value));

function attempt(act) {
  try {
    return { result: act() };
  } catch (error) {
    assert.ok(!(error instanceof WebAssembly.RuntimeError), `a crash: ${error}`);
    return { error: error.message };
  }
}
