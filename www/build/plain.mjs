// Makes the program as JavaScript out of a build's program:
//   node plain.mjs DIST PARTS
// DIST holds the program and gets the file, PARTS what the single file is made of.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundledPlain, makePlainProgram } from "./plain-program.mjs";

const NAME = "loan-checkup-plain";

const [dist, parts] = process.argv.slice(2);
const made = join(parts, "plain-program.js");
makePlainProgram(join(dist, "loan-checkup_bg.wasm"), made);
writeFileSync(join(dist, `${NAME}.js`), bundledPlain("www/plain/program.js", made, NAME, "--format=esm"));
