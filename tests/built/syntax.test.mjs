// Every script and style that is built can be read by Chromium 71 and Safari 12. What they can do is another matter:
// tests/old-engines runs a real Chromium 71.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { filesOf, insideOf, textOf } from "./built.mjs";

// What the build asks esbuild for, so that nothing that stands in a file as it is slips through.
const OLD = ["--target=es2018", "--supported:dynamic-import=true", "--supported:import-meta=true"];

// What begins a rule, or stands in the list of its selectors, that old engines throw away as a whole.
const LATER_SELECTOR = /:has\(|:is\(|:where\(|:focus-visible/;
const LATER_RULE = /@(layer|container|scope|starting-style|property)\b/;

const printed = (text, ...options) =>
  execFileSync("esbuild", ["--loader=js", "--log-level=error", ...options], { input: text, encoding: "utf8", maxBuffer: 2 ** 26 });

/** Whether nothing has to be put in other words for old engines. */
const isReadable = (text) => printed(text, ...OLD) === printed(text, "--target=esnext") && !/\(\?<[=!]/.test(text);

const pages = filesOf(".html");
const scripts = filesOf(".js").map((path) => [path, textOf(path)]);
const inPages = pages.flatMap((path) => insideOf(path, "script").map((text) => [path, text]));
const styles = filesOf(".css").map((path) => [path, textOf(path)]);
const inHeads = pages.flatMap((path) => insideOf(path, "style").map((text) => [path, text]));

test("every script is of words that old engines know", () => {
  assert.ok(scripts.length >= 5 && inPages.length >= 2, `${scripts.length} ${inPages.length}`);
  for (const [path, text] of [...scripts, ...inPages]) assert.ok(isReadable(text), path);
});

test("the check would find words that are later", () => {
  for (const text of ["a ?? b", "a?.b", "class A { b = 1 }", "a ||= b", "try { a() } catch { b() }", "/(?<=a)b/"]) {
    assert.ok(!isReadable(text), text);
  }
});

test("no style has a layer or a query of containers, and a later selector stands alone", () => {
  assert.ok(styles.length >= 1 && inHeads.length >= 2, `${styles.length} ${inHeads.length}`);
  for (const [path, text] of [...styles, ...inHeads]) {
    assert.deepEqual(text.match(LATER_RULE), null, path);
    for (const [, selectors] of text.replace(/\/\*[^]*?\*\//g, "").matchAll(/([^{};]+)\{/g)) {
      const isList = selectors.replace(/\([^)]*\)/g, "").includes(",");
      assert.ok(!isList || !LATER_SELECTOR.test(selectors), `${path}: ${selectors}`);
    }
  }
});
