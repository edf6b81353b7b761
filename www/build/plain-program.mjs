// The program as JavaScript, for where there is no WebAssembly.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { bundled, SMALL } from "./esbuild.mjs";

// Each of these must be there: what wasm2js writes may be another thing in its next version.
const CHANGES = [
  // The imports are handed in, so that there can be several copies.
  [/^import \* as .*$/gm, ""],
  [/^var retasmFunc = [^]*$/m, "export default asmFunc;\n"],
  // Views of the memory as it was before it grew notice by this that it has.
  [/^( +)buffer = newBuffer;$/m, "$1detach(buffer);\n$&"],
];

/** Writes what wasm2js makes of a program, as a module whose default is a function of the imports. */
export function makePlainProgram(wasm, path) {
  let text = execFileSync("wasm2js", ["-Oz", wasm], { encoding: "utf8", maxBuffer: 2 ** 26 });
  for (const [what, instead] of CHANGES) {
    const changed = text.replace(what, instead);
    if (changed === text) throw new Error(`wasm2js writes no ${what}`);
    text = changed;
  }
  writeFileSync(path, `import { detach } from ${JSON.stringify(resolve("www/plain/detach.js"))};\n${text}`);
}

/** What wasm2js made, with the part of WebAssembly's interface that the glue uses, as one script. */
export function bundledPlain(entry, path, mark, format) {
  const [alias, define] = [{ program: resolve(path) }, { MARK: JSON.stringify(mark) }];
  return bundled(entry, { ...SMALL, format, alias, define }).trim();
}
