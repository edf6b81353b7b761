// The program as JavaScript says what WebAssembly says: a thousand interviews at random, step by step. It is the
// screenless program, which has the same reasoning and is made by the same calls of wasm2js and esbuild.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { bundledPlain, makePlainProgram } from "../../www/build/plain-program.mjs";
import { DIST } from "./built.mjs";

const INTERVIEWS = 1000;
const DAY = "2026-11-21";
const AMOUNTS = ["0", "1", "800", "3000.50", "8,000", "１２０００", "250000"];

const made = mkdtempSync(join(tmpdir(), "loan-checkup-"));
after(() => rmSync(made, { recursive: true, force: true }));

const NAME = "loan-checkup-engine";
const load = (name) => import(`${pathToFileURL(join(DIST, "engine", `${NAME}.js`))}?${name}`);

async function engineAsWebAssembly() {
  const engine = await load("wasm");
  await engine.default();
  return engine;
}

async function engineAsJavaScript() {
  const [program, bundle] = ["program.js", "plain.mjs"].map((name) => join(made, name));
  makePlainProgram(join(DIST, "engine", `${NAME}.wasm`), program);
  writeFileSync(bundle, bundledPlain("www/plain/program.js", program, "plain", "esm"));
  const { default: plain } = await import(pathToFileURL(bundle));
  const engine = await load("plain");
  const kept = globalThis.WebAssembly;
  globalThis.WebAssembly = plain;
  // What the glue is given as a module is nothing that this one looks at.
  await engine.default({ [Symbol.toStringTag]: "WebAssembly.Module" });
  globalThis.WebAssembly = kept;
  return engine;
}

// Numbers from 0 to 1, the same in every run.
function* drawn(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function answer({ questions, closing }, answers, pick) {
  for (const { id, fields, options } of questions) {
    if (fields && pick([true, false])) for (const field of fields) answers[field] = pick(AMOUNTS);
    else answers[id] = pick(options);
  }
  if (closing) answers["closing-list"] = closing.map((row) => ({ ...row, holds: pick([true, false, null]) }));
}

test("a thousand interviews at random are the same as JavaScript", async () => {
  const [wasm, plain] = [await engineAsWebAssembly(), await engineAsJavaScript()];
  const numbers = drawn(20261121);
  const pick = (list) => list[Math.floor(numbers.next().value * list.length)];
  const outcomes = new Set();
  let screens = 0;
  // Now and then somebody is sure of nothing.
  const unsure = (list) => list.find((answer) => [null, "unsure"].includes(answer));
  for (let round = 0; round < INTERVIEWS; round++) {
    const answers = {};
    for (;;) {
      const next = wasm.nextQuestion(answers, DAY);
      assert.deepEqual(plain.nextQuestion(answers, DAY), next);
      if (!next) break;
      answer(next, answers, round % 50 ? pick : unsure);
      screens += 1;
    }
    const said = wasm.diagnose(answers, DAY);
    assert.deepEqual(plain.diagnose(answers, DAY), said);
    outcomes.add(said.outcome);
  }
  assert.equal(outcomes.size, 3, [...outcomes].join());
  assert.ok(screens > INTERVIEWS * 2, `${screens} screens`);
});
