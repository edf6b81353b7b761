// Whatever is handed in: what cannot be used is named, and the program goes on.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { DAY, engine } from "./built.mjs";

const { diagnose, nextQuestion, seal } = await engine();
const before = JSON.stringify(diagnose({ symptom: "limit-gone" }, DAY));

const bare = Object.assign(Object.create(null), { symptom: "limit-gone" });
const nested = {};
nested.symptom = nested;
const gone = Proxy.revocable({}, {});
gone.revoke();
const throwing = {
  get symptom() {
    throw "no error at all";
  },
};
const trap = () => {
  throw new TypeError("a proxy");
};

/** What is handed in as answers, and what the message names. */
const WRONG_ANSWERS = [
  [undefined, "answers"],
  [null, "answers"],
  [true, "answers"],
  [1, "answers"],
  [1n, "answers"],
  ["symptom", "answers"],
  [Symbol("symptom"), "answers"],
  [() => ({}), "answers"],
  [[], "answers"],
  [[["symptom", "limit-gone"]], "answers"],
  [new Map([["symptom", "limit-gone"]]), "answers"],
  [new Date(), "answers"],
  [gone.proxy, "answers"],
  [new Proxy({}, { ownKeys: trap }), "answers"],
  [new Proxy({ symptom: 1 }, { get: trap }), "answers"],
  [throwing, "symptom"],
  [nested, "symptom"],
  [{ symptom: null }, "symptom"],
  [{ symptom: 3 }, "symptom"],
  [{ symptom: false }, "symptom"],
  [{ symptom: Symbol("x") }, "symptom"],
  [{ symptom: Object.create(null) }, "symptom"],
  [{ symptom: { toString: trap } }, "symptom"],
  [{ symptom: { one: "limit-gone" } }, "symptom"],
  [{ symptom: [["limit-gone"]] }, "symptom"],
  [{ symptom: [, "limit-gone"] }, "symptom"],
  [{ symptom: new Array(1e9) }, "symptom"],
  [{ symptom: gone.proxy }, "symptom"],
  [{ symptom: "" }, "symptom"],
  [{ symptom: [] }, "symptom"],
  [{ symptom: ["limit-gone", "one-yuan-cap"] }, "symptom"],
  [{ symptom: "one-yuan-cup" }, "`one-yuan-cap`"],
  [{ symptom: "\ud800 \u0000" }, "symptom"],
  [{ symptom: "x".repeat(1e6) }, "symptom"],
  [{ symptm: "one-yuan-cap" }, "`symptom`"],
  [{ "": "one-yuan-cap" }, "question"],
  [JSON.parse('{"__proto__": "none"}'), "`__proto__`"],
  [{ toString: "none" }, "`toString`"],
  [{ "warning-signs": ["none", "asked-to-pay"] }, "`none`"],
  [{ "warning-signs": ["unsure", "asked-to-pay"] }, "`unsure`"],
  [{ "monthly-income": "much" }, "`monthly-income`"],
  [{ "monthly-income": "much" }, "`much`"],
  [{ "monthly-income": 8000 }, "monthly-income"],
  [{ "monthly-income": "-5" }, "monthly-income"],
  [{ "monthly-income": "9".repeat(1000) }, "monthly-income"],
  [{ "monthly-income": ["8000"] }, "monthly-income"],
  [{ "repayment-burden": "under-30-percent" }, "`monthly-repayments`"],
  [{ "closing-list": "court-record" }, "closing-list"],
  [{ "closing-list": [] }, "closing-list"],
  [{ "closing-list": ["court-record"] }, "closing-list"],
  [{ "closing-list": [null] }, "closing-list"],
  [{ "closing-list": [{}] }, "closing-list"],
  [{ "closing-list": [{ question: "court-record", answer: "yes", holds: "yes" }] }, "holds"],
  [{ "closing-list": [{ question: "court-recrod", answer: "yes", holds: true }] }, "`court-record`"],
  [{ "closing-list": [{ question: "court-record", answer: "yess", holds: true }] }, "`yes`"],
  [{ "closing-list": [{ question: "court-record", answer: ["yes"], holds: true }] }, "closing-list"],
  [{ "court-record": [{ question: "court-record", answer: "yes" }] }, "court-record"],
];

for (const [name, ask] of Object.entries({ diagnose, nextQuestion })) {
  test(`${name} names what is wrong with the answers`, () => {
    for (const [answers, named] of WRONG_ANSWERS) check(() => ask(answers, DAY), named);
  });

  test(`${name} names a day that is none`, () => {
    for (const day of ["2026-02-30", "tomorrow", "", "2026-1-1", "1999-12-31", "2026-11-21T00:00"]) {
      check(() => ask({}, day), `\`${day}\``);
    }
    for (const day of [null, 20261121, new Date(), ["2026-11-21"], Symbol("day"), gone.proxy]) {
      check(() => ask({}, day), day === gone.proxy ? "" : "today");
    }
  });

  test(`${name} names everything that is wrong at once`, () => {
    const kinds = { symptom: 1, "account-age": {}, "monthly-income": 8000 };
    for (const id of Object.keys(kinds)) check(() => ask(kinds, DAY), id);
    const ids = { symptm: "x", "account-age": "old", "monthly-income": "much" };
    for (const named of ["`symptm`", "`old`", "`monthly-income`"]) check(() => ask(ids, DAY), named);
  });
}

test("an object without a prototype, and what was left undefined, can be used", () => {
  assert.equal(JSON.stringify(diagnose(bare, DAY)), before);
  assert.equal(JSON.stringify(diagnose({ symptom: "limit-gone", "account-age": undefined }, DAY)), before);
});

test("what was handed in stays as it was", () => {
  const answers = Object.freeze({ symptom: "limit-gone", "warning-signs": Object.freeze(["none"]) });
  assert.doesNotThrow(() => nextQuestion(answers, DAY));
});

test("files and locales of every wrong kind are named", () => {
  for (const files of [undefined, null, 1, "text", [], new Map(), gone.proxy, new Proxy({}, { ownKeys: trap })]) {
    check(() => seal(files, "zh-CN"), "files");
  }
  for (const text of [null, 1, ["text"], {}, new Uint8Array(2), Symbol("text")]) {
    check(() => seal({ "rulebook.toml": text }, "zh-CN"), "rulebook.toml");
  }
  for (const locale of [undefined, null, 1, ["zh-CN"], Symbol("zh-CN")]) check(() => seal({}, locale), "locale");
});

after(() => assert.equal(JSON.stringify(diagnose({ symptom: "limit-gone" }, DAY)), before));

/** It throws an error of the right kind that names this. */
function check(call, named) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof Error, `${String(error)} is no error`);
    assert.ok(!(error instanceof WebAssembly.RuntimeError), `the program crashed: ${error.stack}`);
    assert.ok(error.message.includes(named), `\`${named}\` is not in: ${error.message.slice(0, 500)}`);
    return true;
  });
}
