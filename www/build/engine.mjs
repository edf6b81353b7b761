// Makes the folder of the screenless program:
//   node engine.mjs MADE PARTS FOLDER
// MADE holds the program and its glue, PARTS what page-parts made; FOLDER is made anew.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const NAME = "loan-checkup-engine";

const [made, parts, folder] = process.argv.slice(2);
const version = JSON.parse(readFileSync(join(parts, "version.json"), "utf8"));
const program = readFileSync(join(made, `${NAME}_bg.wasm`));
const build = createHash("sha256").update(program).digest("hex").slice(0, 8);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, `${NAME}.wasm`), program);
copyFileSync("www/engine.d.ts", join(folder, `${NAME}.d.ts`));
// Not minified: that would take out the words to other bundlers, and it is read by those who look for a fault.
execFileSync("esbuild", [
  "www/engine.js",
  "--bundle",
  "--format=esm",
  "--target=es2018",
  "--supported:import-meta=true",
  "--supported:dynamic-import=true",
  "--log-level=error",
  `--alias:program=${resolve(made, `${NAME}.js`)}`,
  `--define:BUILD=${JSON.stringify(build)}`,
  `--define:VERSION=${JSON.stringify(version)}`,
  `--outfile=${join(folder, `${NAME}.js`)}`,
]);

// Node takes the script for a module only if a package says so; and so the folder can be installed as one.
const about = {
  name: NAME,
  version: version.program,
  private: true,
  type: "module",
  exports: { ".": { types: `./${NAME}.d.ts`, default: `./${NAME}.js` }, [`./${NAME}.wasm`]: `./${NAME}.wasm` },
};
writeFileSync(join(folder, "package.json"), `${JSON.stringify(about, null, 2)}\n`);
