// What the release build says of its own files.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST } from "./built.mjs";

const SIZES = JSON.parse(readFileSync(join(DIST, "sizes.json"), "utf8"));
const sizesOf = (name) => SIZES.files.find(({ file }) => file === name);

test("every file for other sites has its integrity, and no other", () => {
  const forOthers = ["embed", "engine"].flatMap((folder) =>
    readdirSync(join(DIST, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(DIST, "/").length)),
  );
  assert.ok(forOthers.length > 8);
  for (const name of forOthers) {
    const hash = createHash("sha384").update(readFileSync(join(DIST, name))).digest("base64");
    assert.equal(sizesOf(name).integrity, `sha384-${hash}`, name);
  }
  assert.equal(SIZES.files.filter(({ integrity }) => integrity).length, forOthers.length);
});

test("each locale has the sum of what its borrower downloads for the element", () => {
  const locales = readdirSync(join(DIST, "embed", "wording")).map((name) => name.replace(".txt", ""));
  assert.deepEqual(Object.keys(SIZES.embed).sort(), locales.sort());
  for (const [locale, { files, ...sums }] of Object.entries(SIZES.embed)) {
    for (const [unit, sum] of Object.entries(sums)) {
      assert.equal(sum, files.reduce((total, name) => total + sizesOf(name)[unit], 0), `${locale} ${unit}`);
    }
    const others = locales.filter((other) => other !== locale);
    assert.ok(files.every((name) => !others.some((other) => name.includes(other))), files.join());
    assert.equal(files.length, 5);
  }
});

test("a borrower of the page downloads nothing of the element and of the screenless program", () => {
  const { files } = SIZES["zh-CN"];
  assert.ok(files.includes("index.html"));
  assert.ok(files.every((name) => !/^(embed|engine|examples|themes)\//.test(name)), files.join());
});
