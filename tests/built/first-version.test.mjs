// Every program is of the first version of WebAssembly with globals that can change, whatever the compiler's defaults.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { filesOf } from "./built.mjs";

const FIRST = ["--mvp-features", "--enable-mutable-globals", "--quiet"];

// One program for each of what compilers have begun to use since.
const LATER = {
  "a sign extension": "(func (param i32) (result i32) (i32.extend8_s (local.get 0)))",
  "a conversion that saturates": "(func (param f32) (result i32) (i32.trunc_sat_f32_s (local.get 0)))",
  "a copy of memory": "(memory 1) (func (memory.copy (i32.const 0) (i32.const 1) (i32.const 2)))",
  "a reference": "(func (param externref))",
  "two results": "(func (result i32 i32) (i32.const 1) (i32.const 2))",
  "a vector": "(func (result v128) (v128.const i32x4 0 0 0 0))",
};

const made = mkdtempSync(join(tmpdir(), "loan-checkup-"));
after(() => rmSync(made, { recursive: true, force: true }));

const HEADER = 8; // bytes: the mark and the version of the format
const CUSTOM = 0;

// The program without what it says of itself, because wasm-opt takes a program's word for what it may use.
function bare(program) {
  const parts = [program.subarray(0, HEADER)];
  for (let at = HEADER; at < program.length; ) {
    const start = at++;
    let length = 0;
    for (let shift = 0, byte = 0x80; byte >= 0x80; shift += 7) {
      byte = program[at++];
      length += (byte & 0x7f) * 2 ** shift;
    }
    at += length;
    if (program[start] !== CUSTOM) parts.push(program.subarray(start, at));
  }
  return Buffer.concat(parts);
}

function isFirst(path) {
  const [program, out] = ["bare.wasm", "out.wasm"].map((name) => join(made, name));
  writeFileSync(program, bare(readFileSync(path)));
  return spawnSync("wasm-opt", [...FIRST, program, "--output", out]).status === 0;
}

test("every built program is valid without anything later", () => {
  const programs = filesOf(".wasm");
  assert.ok(programs.length >= 3, programs.join());
  for (const path of programs) assert.ok(isFirst(path), `${path} asks for a later version`);
});

test("the check would find what is later", () => {
  for (const [what, text] of Object.entries(LATER)) {
    const [source, program] = ["later.wat", "later.wasm"].map((name) => join(made, name));
    writeFileSync(source, `(module ${text})`);
    execFileSync("wasm-as", ["--all-features", source, "--output", program]);
    // What a program says of itself must not count.
    execFileSync("wasm-opt", ["--all-features", "--emit-target-features", program, "--output", program]);
    assert.ok(!isFirst(program), what);
  }
});
