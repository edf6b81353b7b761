// Makes the folder of the screenless program.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundled, OLD } from "./esbuild.mjs";
import { markOf } from "./files.mjs";
import { leaveLoadingOut, linkProgram } from "./program.mjs";

const NAME = "loan-checkup-engine";
const MADE = "target/engine";

/** Compiled is what the compiler made, parts what page-parts made; the folder is made anew. */
export function makeEngine(compiled, parts, folder) {
  linkProgram(compiled, MADE, NAME, ["--omit-default-module-path"]);
  leaveLoadingOut(join(MADE, `${NAME}.js`));
  const version = JSON.parse(readFileSync(join(parts, "version.json"), "utf8"));
  const program = readFileSync(join(MADE, `${NAME}_bg.wasm`));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${NAME}.wasm`), program);
  copyFileSync("www/engine.d.ts", join(folder, `${NAME}.d.ts`));
  // Not minified: that would take out the words to other bundlers, and it is read by those who look for a fault.
  const script = bundled("www/engine.js", {
    ...OLD,
    alias: { program: resolve(MADE, `${NAME}.js`) },
    define: { BUILD: JSON.stringify(markOf(program)), VERSION: JSON.stringify(version) },
  });
  writeFileSync(join(folder, `${NAME}.js`), script);
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(packageOf(version), null, 2)}\n`);
}

// Node takes the script for a module only if a package says so; and so the folder can be installed as one.
function packageOf(version) {
  return {
    name: NAME,
    version: version.program,
    private: true,
    type: "module",
    exports: { ".": { types: `./${NAME}.d.ts`, default: `./${NAME}.js` }, [`./${NAME}.wasm`]: `./${NAME}.wasm` },
  };
}
