// What is asked next is told in full, so that anybody can draw it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY, engine, knowledge, tables } from "./built.mjs";

const { diagnose, nextQuestion } = await engine();
const FILES = knowledge();
const QUESTIONS = tables(FILES["questions.toml"], "question");
const SYMPTOMS = optionsOf("symptom").map(({ id }) => id);

test("the first screen asks for the symptom", () => {
  const { screen, questions, remaining, ...rest } = nextQuestion({}, DAY);
  assert.equal(screen, "symptom");
  assert.deepEqual(questions, [{ id: "symptom", kind: "one", options: [...SYMPTOMS, "unsure"] }]);
  assert.ok(remaining > 1);
  assert.deepEqual(rest, {});
});

test("every symptom's interviews ask each question once, with what is offered under the symptom", () => {
  const seen = new Set(["symptom"]);
  let hidden = 0;
  for (const symptom of SYMPTOMS) {
    for (let seed = 1; seed <= 60; seed++) {
      const answers = { symptom };
      for (const next of screens(answers, seed)) {
        seen.add(next.screen);
        for (const question of next.questions) {
          assert.ok(!(question.id in answers), `${question.id} is asked twice`);
          const own = optionsOf(question.id);
          const offered = own.filter(({ symptoms }) => !symptoms || symptoms.includes(symptom));
          hidden += own.length - offered.length;
          checkQuestion(question, offered.map(({ id }) => id));
        }
      }
      assert.equal(nextQuestion(answers, DAY), null);
    }
  }
  assert.ok(hidden > 0, "no option was left out");
  const ids = tables(FILES["screens.toml"], "screen").map(({ id }) => id);
  for (const id of seen) assert.ok(ids.includes(id) || id === "closing-list", `${id} is no screen`);
  assert.ok(seen.size >= 15 && seen.has("closing-list"), [...seen].join());
});

test("a list also comes as rows, of its own questions", () => {
  let lists = 0;
  for (const symptom of SYMPTOMS) {
    for (const { questions, rows } of screens({ symptom }, 0)) {
      if (!rows) continue;
      lists += 1;
      for (const { question, answer, otherwise } of rows) {
        const { options } = questions.find(({ id }) => id === question);
        assert.ok(options.includes(answer) && options.includes(otherwise), `${question} ${answer}`);
      }
    }
  }
  assert.ok(lists > 0, "no list");
});

test("a screen that comes counts among those to come, and after a warning none comes", () => {
  for (const { remaining } of screens({ symptom: "one-yuan-cap" }, 0)) assert.ok(remaining >= 1);
  const warned = { symptom: "one-yuan-cap", "warning-signs": ["asked-to-pay"] };
  assert.equal(nextQuestion(warned, DAY), null);
  assert.equal(diagnose(warned, DAY).outcome, "stop-scam");
});

test("a closing list that was answered is not asked again", () => {
  for (const holds of [true, false, null, undefined]) {
    const kinds = [...screens({ symptom: "limit-gone" }, 0, holds)].map(({ closing }) => Boolean(closing));
    assert.equal(kinds.filter(Boolean).length, 1, "the list comes once");
  }
});

test("a row that was ticked says what its question would have said, an empty one that it does not hold", () => {
  const answers = { symptom: "one-yuan-cap", "warning-signs": ["none"] };
  const row = { question: "court-record", answer: "yes", holds: true };
  const ticked = diagnose({ ...answers, "closing-list": [row] }, DAY);
  assert.deepEqual(ticked.findings, diagnose({ ...answers, "court-record": "yes" }, DAY).findings);
  const empty = diagnose({ ...answers, "closing-list": [{ ...row, holds: false }] }, DAY);
  assert.notDeepEqual(ticked.findings, empty.findings);
  assert.ok(diagnose(answers, DAY)["open-questions"].includes("court-record"));
  assert.ok(!empty["open-questions"].includes("court-record"));
});

test("an answer by the name of its question replaces what the closing list says of it", () => {
  const row = { question: "court-record", answer: "yes", holds: false };
  const both = { symptom: "one-yuan-cap", "closing-list": [row], "court-record": "yes" };
  const { findings } = diagnose(both, DAY);
  assert.deepEqual(findings, diagnose({ symptom: "one-yuan-cap", "court-record": "yes" }, DAY).findings);
  assert.ok(findings.length > 0);
});

/** The options of a question, each with its symptoms where it has not all. */
function optionsOf(id) {
  const { lines } = QUESTIONS.find((question) => question.id === id);
  return tables(lines, "question.option").map((option) => {
    const symptoms = /^symptoms = (.*)$/m.exec(option.lines);
    return { id: option.id, symptoms: symptoms && JSON.parse(symptoms[1]) };
  });
}

/** Goes through an interview: says "unsure" to everything, or with a seed this and that, but nothing of fraud. */
function* screens(answers, seed, holds = seed % 2 === 0) {
  let state = seed;
  const draw = (count) => (state = (state * 48271) % 2147483647) % count;
  for (let next; (next = nextQuestion(answers, DAY)); ) {
    yield next;
    for (const { id, kind, options, alone, fields } of next.questions) {
      const chosen = id === "warning-signs" ? alone : options.at(seed ? draw(options.length) : -1);
      if (fields && seed) for (const field of fields) answers[field] = String(1000 + draw(9000));
      else answers[id] = kind === "many" ? [chosen] : chosen;
    }
    if (next.closing) answers["closing-list"] = next.closing.map((row) => ({ ...row, holds }));
  }
}

function checkQuestion({ id, kind, options, alone, fields }, offered) {
  if (kind === "amounts") {
    assert.deepEqual(options, ["unsure"], id);
    assert.equal(fields.length, 2, id);
    return;
  }
  assert.deepEqual(options, [...offered, "unsure"], id);
  assert.equal(fields, undefined, id);
  assert.ok(alone === undefined || (kind === "many" && options.includes(alone)), id);
}
