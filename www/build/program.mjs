// Programs: the glue that wasm-bindgen writes for one, and the program as small as wasm-opt makes it.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { markOf } from "./files.mjs";

// What makes a program small that borrowers download. Functions stand in the order of their names, which puts like
// beside like and does not change with every change of the sources; no more is asked for than the first version of
// WebAssembly with globals that can change. The last gives short names to all that glue and program call each other by:
// long ones carry hashes, which no compression can shorten.
const PASSES = [
  "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "-ocimfs", "40", "--skip-pass=local-cse", "--low-memory-unused",
  "--reorder-functions-by-name", "--strip-producers", "--strip-target-features", "--mvp-features",
  "--enable-mutable-globals", "--minify-imports-and-exports-and-modules",
];

// The module that all imports are from after that.
const MODULE = "a";

// The part of the glue that has the many ways in which it could load the program, and what stands in its place.
const FIRST = "async function __wbg_load(";
const LAST = "export { initSync, __wbg_init as default };";
const START = `export default async function (module) {
  const made = await WebAssembly.instantiate(module, __wbg_get_imports());
  __wbg_finalize_init(made.instance || made);
}`;

/** Makes the glue and the program, both small, of what the compiler made; the options are wasm-bindgen's. */
export function linkProgram(compiled, folder, name, options = []) {
  const words = ["--target=web", "--no-typescript", `--out-dir=${folder}`, `--out-name=${name}`, ...options, compiled];
  execFileSync("wasm-bindgen", words, { stdio: "inherit" });
  shrinkProgram(join(folder, name));
}

/** Leaves out of the glue all ways of loading the program: every caller compiles it. Its default export takes that. */
export function leaveLoadingOut(path) {
  const glue = readFileSync(path, "utf8");
  const [from, to] = [glue.indexOf(FIRST), glue.indexOf(LAST)];
  if (from < 0 || to < from) throw new Error(`${path}: this version of wasm-bindgen starts the program in another way`);
  writeFileSync(path, glue.slice(0, from) + START + glue.slice(to + LAST.length));
}

/**
 * Makes a program small, with short names between it and its glue. One import is from a module that is named for the
 * program: a glue and a program of two builds, whose short names would mean other things, do not link.
 */
export function shrinkProgram(path) {
  const [gluePath, programPath] = [`${path}.js`, `${path}_bg.wasm`];
  const names = execFileSync("wasm-opt", [`--output=${programPath}`, ...PASSES, programPath], { encoding: "utf8" });
  const program = readFileSync(programPath);
  const mark = `$${markOf(program, 6)}`;
  writeFileSync(programPath, withMark(program, mark));
  writeFileSync(gluePath, withNames(readFileSync(gluePath, "utf8"), JSON.parse(names), mark));
}

// The glue with the names that wasm-opt gave.
function withNames(glue, { imports, exports }, mark) {
  const [own] = imports[0];
  const given = new Map(imports.map(([, name, short]) => [name, short]));
  const called = new Map(exports);
  const renamed = glue
    .replace(/^( +)(__wb\w+): function/gm, (all, indent, name) => (given.has(name) ? `${indent}"${given.get(name)}": function` : all))
    .replace(/\bwasm\.(\w+)/g, (_, name) => `wasm.${called.get(name)}`)
    .replace(`"${own}": import0`, `"${MODULE}": import0, "${mark}": import0`);
  const isWhole = renamed.includes(mark) && !/\bwasm\.undefined\b/.test(renamed) && imports.every(([, name]) => !renamed.includes(`${name}:`));
  if (!isWhole) throw new Error("this version of wasm-bindgen writes another glue");
  return renamed;
}

const HEADER = 8; // bytes: the mark and the version of the format
const IMPORTS = 2;

// The program with another name for the module of its first import.
function withMark(program, mark) {
  for (let at = HEADER; at < program.length; ) {
    const [length, start] = numberAt(program, at + 1);
    const end = start + length;
    if (program[at] === IMPORTS) {
      const [, first] = numberAt(program, start); // behind how many there are
      const name = Buffer.from(MODULE);
      if (!program.subarray(first, first + 2).equals(named(name))) break;
      const section = Buffer.concat([program.subarray(start, first), named(Buffer.from(mark)), program.subarray(first + 2, end)]);
      return Buffer.concat([program.subarray(0, at + 1), numbered(section.length), section, program.subarray(end)]);
    }
    at = end;
  }
  throw new Error("wasm-opt names the module of the imports in another way");
}

// A number in the program's own form, and where it ends.
function numberAt(program, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = program[at++];
    value += (byte & 0x7f) << shift;
    if (byte < 0x80) return [value, at];
  }
}

function numbered(value) {
  const bytes = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

const named = (text) => Buffer.concat([numbered(text.length), text]);
