// What is built names no folder of the machine that built it, the lab included: it would tell who built it, and two
// machines would build two different things.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { DIST } from "./built.mjs";

const FOLDERS = [`${resolve(".")}/`, `${process.env.CARGO_HOME ?? join(homedir(), ".cargo")}/`, "registry/src"];

test("no file names a folder of this machine", () => {
  const entries = readdirSync(DIST, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  assert.ok(files.length > 50, `${files.length} files`);
  for (const file of files) {
    const bytes = readFileSync(file);
    for (const folder of FOLDERS) assert.ok(!bytes.includes(folder), `${file} names ${folder}`);
  }
});
