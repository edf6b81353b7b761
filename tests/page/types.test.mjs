// The types of the element are those of its code and of what it says; whoever writes TypeScript can rely on them.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { complaints } from "./compiling.mjs";
import { manifest } from "./manifest.mjs";
import { numberOf, textOf, treeOf } from "./reading.mjs";
import { ROOT } from "./source.mjs";

const PAGE = "www/page.ts"; // somebody's own, beside element.d.ts
const SAID = JSON.parse(textOf("tests/e2e/said.json"));
const IDS = JSON.parse(textOf("tests/native/said_ids.json"));

const [element] = manifest().modules[0].declarations;
const fields = element.members.filter(({ kind }) => kind === "field");

const IMPORTS = `import type * as Typed from "./element.js";
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;
const element = document.createElement("loan-checkup");
`;

/** A program that uses the element compiles. */
function compiles(...lines) {
  assert.deepEqual(complaints([], { [PAGE]: IMPORTS + lines.flat().join("\n") }), []);
}

/** The line is wrong; that it is right would be an error. */
const isWrong = (line) => `// @ts-expect-error\n${line}`;

const union = (names) => names.map((name) => JSON.stringify(name)).join(" | ");

test("the types can be used, and what is wrong is said", () => {
  compiles(
    `element.answers = { symptom: "limit-gone", "warning-signs": ["none"] };`,
    `element.addEventListener("checkup-step", ({ detail }) => detail.remaining.toFixed());`,
    isWrong(`element.addEventListener("checkup-step", ({ detail }) => detail.answer);`),
    isWrong(`element.addEventListener("checkup-stop", ({ detail }) => detail);`),
    isWrong(`element.wording = { "ui.button.next": 1 };`),
  );
});

test("the screenless program's types stand by themselves", () => {
  assert.deepEqual(complaints(["www/engine.d.ts"]), []);
});

test("the examples use the element and the screenless program as they are typed", () => {
  const scripts = readdirSync(`${ROOT}/www/examples`).filter((file) => /\.m?js$/.test(file));
  assert.ok(scripts.length >= 5, `${scripts.length} scripts`);
  // They are read by people who write no types.
  assert.deepEqual(complaints(scripts.map((file) => `www/examples/${file}`), {}, { strict: false }), []);
});

test("the members are those of the code, and what the code only gets is read only", () => {
  const names = element.members.map(({ name }) => name);
  compiles(
    `type Own = Exclude<keyof Typed.LoanCheckup, keyof HTMLElement> | "focus";`, // every element has focus
    `const members: Same<Own, ${union(names)}> = true;`,
    fields.map(({ name, readonly }) => (readonly ? isWrong : String)(`element.${name} = element.${name};`)),
    element.members.filter(({ kind }) => kind === "method").map(({ name }) => `element.${name}();`),
  );
});

test("the events and their details are those that are described", () => {
  const types = element.events.map(({ name, type }) => `"${name}": ${type.text.replace("<", "<Typed.")}`);
  compiles(
    `const events: Same<Typed.LoanCheckupEventMap, { ${types.join("; ")} }> = true;`,
    `const codes: Same<Typed.ErrorCode, ${union(element.errorCodes.map(({ name }) => name))}> = true;`,
  );
});

// tests/e2e/ holds what is recorded there against what the element says in a browser.
test("what the element says has its type and no other field", () => {
  const typeOf = Object.fromEntries(element.events.map(({ name, type }) => [name, /<(\w+)>/.exec(type.text)[1]]));
  const types = { answers: "Answers", diagnosis: "Diagnosis", version: "Version", ...typeOf };
  assert.deepEqual(Object.keys(SAID).sort(), Object.keys(types).sort());
  compiles(
    Object.entries(SAID).map(([name, said], at) => `const said${at}: Typed.${types[name]} = ${JSON.stringify(said)};`),
  );
  assert.equal(SAID.version.api, numberOf(treeOf("www/element.js"), "API_VERSION"));
});

// tests/native/element.rs and tests/e2e/ hold what is recorded there against the program.
test("the ids of a type are those that the program has", () => {
  compiles(Object.entries(IDS).map(([type, ids]) => `const of${type}: Same<Typed.${type}, ${union(ids)}> = true;`));
});
