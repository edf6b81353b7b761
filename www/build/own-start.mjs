// Leaves out of the glue the many ways in which it could load the program: every caller compiles it by itself.
//   node own-start.mjs glue.js     changes the file; its default export takes the program, compiled or as bytes
import { readFileSync, writeFileSync } from "node:fs";

const FIRST = "async function __wbg_load(";
const LAST = "export { initSync, __wbg_init as default };";
const START = `export default async function (module) {
  const made = await WebAssembly.instantiate(module, __wbg_get_imports());
  __wbg_finalize_init(made.instance || made);
}`;

const [path] = process.argv.slice(2);
const glue = readFileSync(path, "utf8");
const [from, to] = [glue.indexOf(FIRST), glue.indexOf(LAST)];
if (from < 0 || to < from) throw new Error(`${path}: this version of wasm-bindgen starts the program in another way`);
writeFileSync(path, glue.slice(0, from) + START + glue.slice(to + LAST.length));
