// Makes what is published, out of what the compilers have made. ./dev calls it, with the tools on the path.
//   node build.mjs page                        finishes the page that Trunk has built; Trunk's hook
//   node build.mjs rest COMPILED LOCALES       all of dist/ that is beside the page, of the programs in a folder of
//                                              cargo's; the single file has these locales, the first by default
//   node build.mjs link PROGRAM FOLDER NAME    a program and its glue, as small as the page's
//   node build.mjs worker FOLDER VERSION       the worker of a built page, with another folder's version.json
//   node build.mjs sizes                       the sizes of the files in dist/, as tables
import { join } from "node:path";
import { makeEngine } from "./engine.mjs";
import { makeLab } from "./lab.mjs";
import { finishPage } from "./page.mjs";
import { linkProgram } from "./program.mjs";
import { makeSingleFile } from "./single-file.mjs";
import { sizesAsText, writeSizes } from "./sizes.mjs";
import { makeWorker } from "./worker.mjs";

const DIST = "dist";
const PARTS = "target/page-parts"; // what is made of the knowledge, by the program of that name

const COMMANDS = {
  page: () => finishPage(process.env.TRUNK_STAGING_DIR, PARTS, process.env.TRUNK_PROFILE === "release"),
  rest(compiled, locales) {
    makeEngine(join(compiled, "release", "engine.wasm"), PARTS, join(DIST, "engine"));
    makeLab(join(compiled, "lab", "lab.wasm"), DIST);
    makeSingleFile(DIST, PARTS, locales, join(DIST, "loan-checkup.html"));
    writeSizes(DIST);
  },
  link: linkProgram,
  worker: makeWorker,
  sizes: () => console.log(sizesAsText(DIST)),
};

const [command, ...words] = process.argv.slice(2);
COMMANDS[command](...words);
