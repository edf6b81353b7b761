// The program is loaded once, from wherever it is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DAY, ENGINE, fresh } from "./built.mjs";

const FILE = join(ENGINE, "loan-checkup-engine.wasm");
const BYTES = readFileSync(FILE);

/** What a server answers: a status, a type, and the bytes. */
const SERVED = {
  "/right.wasm": [200, "application/wasm", BYTES],
  "/wrong-type.wasm": [200, "text/plain", BYTES],
  "/no-type.wasm": [200, undefined, BYTES],
  "/cut.wasm": [200, "application/wasm", BYTES.subarray(0, 5000)],
  "/page.wasm": [200, "text/html", Buffer.from("<!doctype html>")],
};
const server = createServer(({ url }, response) => {
  const [status, type, bytes] = SERVED[url] || [404, "text/plain", ""];
  response.writeHead(status, type ? { "content-type": type } : {}).end(bytes);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const at = (path) => `http://127.0.0.1:${server.address().port}${path}`;
after(() => server.close());

let copies = 0;
/** A copy of the program that was never loaded. */
const copy = () => fresh(`copy-${++copies}`);

function check({ diagnose }) {
  assert.equal(diagnose({}, DAY).outcome, "not-enough-known");
}

test("before it is loaded everything says so", async () => {
  const { diagnose, nextQuestion, seal, version } = await copy();
  for (const call of [() => diagnose({}), () => nextQuestion({}), () => seal({}, "zh-CN")]) {
    assert.throws(call, /init/);
  }
  assert.ok(version.hash && Object.isFrozen(version));
});

test("it is loaded once", async () => {
  const module = await copy();
  const first = module.default();
  assert.equal(module.default(), first);
  assert.equal(await first, undefined);
  assert.equal(module.default("elsewhere.wasm"), first);
  check(module);
});

test("it comes from beside the script, from a path, an address, a server, as bytes and compiled", async () => {
  for (const source of [
    undefined,
    FILE,
    pathToFileURL(FILE),
    pathToFileURL(FILE).href,
    at("/right.wasm"),
    new URL(at("/right.wasm")),
    at("/wrong-type.wasm"),
    at("/no-type.wasm"),
    BYTES,
    new Uint8Array(BYTES).buffer,
    await WebAssembly.compile(BYTES),
  ]) {
    const module = await copy();
    await module.default(source);
    check(module);
  }
});

test("what cannot be loaded is named, and another try can succeed", async () => {
  for (const path of ["/missing.wasm", "/cut.wasm", "/page.wasm"]) {
    const module = await copy();
    await assert.rejects(module.default(at(path)), (error) => error.message.includes(at(path)));
    assert.throws(() => module.diagnose({}), /init/);
    await module.default();
    check(module);
  }
  const missing = join(ENGINE, "missing.wasm");
  await assert.rejects((await copy()).default(missing), (error) => error.message.includes(missing));
  for (const source of [null, 1, {}, Symbol("x"), BYTES.subarray(0, 5000)]) {
    await assert.rejects((await copy()).default(source), Error);
  }
});

test("two copies of the script share nothing", async () => {
  const [one, other] = [await copy(), await copy()];
  await one.default();
  assert.throws(() => other.diagnose({}), /init/);
});
