// Gives the private names between the glue and the program one or two letters: each carries a hash that
// no compression can shorten, and stands in both files. The module that the program imports from is named for
// the program: a glue and a program of two builds, whose short names would mean other things, do not link.
//   node short-names.mjs glue.js program.wasm     changes both files
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const IMPORTS = 2;
const EXPORTS = 7;
const HEADER = 8; // bytes: the mark and the version of the format
const PRIVATE = /^(__wb|wasm_bindgen_)/;
const MODULE = /^\.\/.*_bg\.js$/;

const [gluePath, programPath] = process.argv.slice(2);
const program = readFileSync(programPath);
let glue = readFileSync(gluePath, "utf8");
const short = new Map();
const tag = `$${createHash("sha256").update(program).digest("hex").slice(0, 6)}`;
let at = HEADER;

function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = program[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
}

function bytesOf(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return [...bytes, value];
}

function name() {
  const length = number();
  at += length;
  return program.toString("utf8", at - length, at);
}

function named(text) {
  const bytes = Buffer.from(text);
  return [...bytesOf(bytes.length), ...bytes];
}

const whole = (text) => new RegExp(`(?<![\\w$])${text}(?![\\w$])`);

// A name that the glue does not use is left alone.
function shortened(text) {
  if (!PRIVATE.test(text) || !whole(text).test(glue)) return text;
  if (!short.has(text)) short.set(text, `$${short.size.toString(36)}`);
  return short.get(text);
}

function renamedModule(text) {
  if (!MODULE.test(text)) return text;
  glue = glue.split(`"${text}"`).join(`"${tag}"`);
  if (!glue.includes(`"${tag}"`)) throw new Error(`the glue does not name ${text}`);
  return tag;
}

// What stands behind the name of an import: its kind and its type.
function importType() {
  const start = at;
  const kind = program[at++];
  if (kind === 1 || kind === 3) at++; // the type of a table's elements; whether a global can change
  const hasMaximum = kind === 1 || kind === 2 ? number() : 0;
  number();
  if (hasMaximum) number();
  return program.subarray(start, at);
}

function renamedImports() {
  const count = number();
  const out = bytesOf(count);
  for (let i = 0; i < count; i++) out.push(...named(renamedModule(name())), ...named(shortened(name())), ...importType());
  return out;
}

function renamedExports() {
  const count = number();
  const out = bytesOf(count);
  for (let i = 0; i < count; i++) {
    out.push(...named(shortened(name())), program[at++], ...bytesOf(number()));
  }
  return out;
}

function renamedProgram() {
  const parts = [program.subarray(0, HEADER)];
  while (at < program.length) {
    const start = at;
    const section = program[at++];
    const length = number();
    const end = at + length;
    const change = { [IMPORTS]: renamedImports, [EXPORTS]: renamedExports }[section];
    if (change) {
      const body = Buffer.from(change());
      parts.push(Buffer.from([section, ...bytesOf(body.length)]), body);
    } else {
      parts.push(program.subarray(start, end));
    }
    at = end;
  }
  return Buffer.concat(parts);
}

const renamed = renamedProgram();
for (const [long, brief] of short) glue = glue.split(whole(long)).join(brief);
writeFileSync(gluePath, glue);
writeFileSync(programPath, renamed);
