// The types say what there is: every field that ever comes, and every id where the ids are few.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cases, DAY, ENGINE, engine, knowledge, tables } from "./built.mjs";

const program = await engine();
const TYPES = readFileSync(join(ENGINE, "loan-checkup-engine.d.ts"), "utf8");
const FILES = knowledge();

test("every export has a type, and every typed value is exported", () => {
  const typed = [...TYPES.matchAll(/^export (?:default )?(?:function|const) (\w+)/gm)].map(([, name]) => name);
  const exported = Object.keys(program).map((name) => (name === "default" ? "init" : name));
  assert.deepEqual(typed.sort(), exported.sort());
});

test("the ids of a type are those that come over the worked cases", () => {
  const come = { Outcome: [], Grade: [], Strength: [], WhyNot: [], Who: [] };
  for (const { answers, day } of cases()) {
    const { outcome, grade, findings, plan, "not-shown": others } = program.diagnose(answers, day);
    come.Outcome.push(outcome);
    come.Grade.push(grade);
    come.Strength.push(...findings.map(({ strength }) => strength));
    come.WhyNot.push(...others.map(({ reason }) => reason));
    come.Who.push(...plan.map(({ who }) => who));
  }
  for (const [type, ids] of Object.entries(come)) same(idsOf(type), new Set(ids), type);
});

test("the symptoms and the screens are those of the knowledge", () => {
  const questions = tables(FILES["questions.toml"], "question");
  const symptom = questions.find(({ id }) => id === "symptom");
  same(idsOf("Symptom"), tables(symptom.lines, "question.option").map(({ id }) => id), "Symptom");
  same(idsOf("Screen"), tables(FILES["screens.toml"], "screen").map(({ id }) => id), "Screen");
});

test("what comes has the fields of its type, and every field comes", () => {
  const seen = {};
  for (const { answers, day } of cases()) {
    note(seen, "Diagnosis", program.diagnose(answers, day));
    const { symptom } = answers;
    walk(symptom, answers, (next) => note(seen, next.closing ? "ClosingScreen" : "QuestionScreen", next));
  }
  try {
    program.seal({ ...FILES, "rulebook.toml": "" }, "zh-CN");
  } catch ({ problems }) {
    for (const problem of problems) note(seen, "Problem", problem);
  }
  note(seen, "Sealed", program.seal(FILES, "zh-CN"));
  for (const type of [
    "Diagnosis", "Finding", "Evidence", "Cap", "Fact", "Step", "NotShown", "WhatIf", "QuestionScreen", "ClosingScreen",
    "OneQuestion", "ManyQuestion", "AmountsQuestion", "Row", "Problem", "Sealed",
  ]) {
    const fields = fieldsOf(type);
    assert.ok(seen[type], `no ${type} ever came`);
    same(fields.map(({ name }) => name), [...seen[type].all], type);
    for (const { name, isOptional } of fields) {
      assert.equal(seen[type].always.has(name), !isOptional, `${type}.${name} is ${isOptional ? "always" : "not always"} there`);
    }
  }
});

/** Where objects of other types stand in an object of a type. */
const INSIDE = {
  Diagnosis: { findings: "Finding", plan: "Step", "not-shown": "NotShown", "what-if": "WhatIf", "closing-list": "Fact" },
  Finding: { evidence: "Evidence", capped: "Cap", "settled-by": "Fact", "contradicted-by": "Fact" },
  NotShown: { against: "Evidence", "ruled-out-by": "Fact" },
  QuestionScreen: { questions: ({ kind }) => ({ one: "OneQuestion", many: "ManyQuestion", amounts: "AmountsQuestion" })[kind], rows: "Row" },
  ClosingScreen: { closing: "Fact" },
};

function note(seen, type, object) {
  const names = Object.keys(object);
  const fields = (seen[type] = seen[type] || { all: new Set(), always: new Set(names) });
  for (const name of names) fields.all.add(name);
  for (const name of fields.always) if (!names.includes(name)) fields.always.delete(name);
  for (const [name, inner] of Object.entries(INSIDE[type] || {})) {
    const values = Array.isArray(object[name]) ? object[name] : [object[name]];
    for (const value of values) if (value) note(seen, typeof inner === "string" ? inner : inner(value), value);
  }
}

function walk(symptom, known, tell) {
  const answers = { symptom };
  for (let next; (next = program.nextQuestion(answers, DAY)); ) {
    tell(next);
    for (const { id } of next.questions) answers[id] = known[id] || "unsure";
    if (next.closing) answers["closing-list"] = next.closing;
  }
}

function idsOf(type) {
  return [...new RegExp(`^export type ${type} =([^;]*);`, "m").exec(TYPES)[1].matchAll(/"([a-z-]+)"/g)].map(([, id]) => id);
}

/** The fields of an interface, those that it extends included; not those that are never there. */
function fieldsOf(type) {
  const [, parent, body] = new RegExp(`^export interface ${type} (?:extends (\\w+) )?\\{\\n([^]*?)^\\}`, "m").exec(TYPES);
  const fields = body.matchAll(/^ {2}"?([\w-]+)"?(\?)?: (?!undefined;)/gm);
  const own = Array.from(fields, ([, name, mark]) => ({ name, isOptional: mark === "?" }));
  return parent ? [...fieldsOf(parent), ...own] : own;
}

function same(one, other, message) {
  assert.deepEqual([...one].sort(), [...other].sort(), message);
}
