// The example that people copy runs as it is built.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, knowledge } from "./built.mjs";

const EXAMPLE = join(DIST, "examples", "node.mjs");

test("the example walks through an interview and prints the first reason", () => {
  const printed = execFileSync(process.execPath, [EXAMPLE], { encoding: "utf8" });
  const [, cause] = /^first reason: ([a-z-]+) /m.exec(printed) || [];
  assert.ok(knowledge()[`causes/${cause}.toml`], printed);
  assert.ok(printed.split("\n").length > 6, printed);
});

test("it is short", () => {
  const lines = readFileSync(EXAMPLE, "utf8").trimEnd().split("\n").length;
  assert.ok(lines <= 40, `${lines} lines`);
});
