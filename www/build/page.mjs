// Finishes the page that Trunk has built, before Trunk puts it into its place.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeElement } from "./element.mjs";
import { bundled, inPage, made, SMALL } from "./esbuild.mjs";
import { permissionOf } from "./files.mjs";
import { bundledPlain, makePlainProgram } from "./plain-program.mjs";
import { leaveLoadingOut, shrinkProgram } from "./program.mjs";
import { makeWorker } from "./worker.mjs";

const NAME = "loan-checkup";
const PLAIN = `${NAME}-plain`;

// What stands in the policy for the hashes of the page's own style and script.
const [STYLE, SCRIPT] = ["sha256-STYLE", "sha256-SCRIPT"];

/** Staging is where Trunk has built, parts what page-parts made. */
export function finishPage(staging, parts, isRelease) {
  const [page, glue] = [join(staging, "index.html"), join(staging, `${NAME}.js`)];
  leaveLoadingOut(glue);
  if (isRelease) {
    shrinkProgram(join(staging, NAME));
    // Trunk's own minifier cannot read the glue of wasm-bindgen.
    writeFileSync(glue, made(glue, { ...SMALL, format: "esm" }));
    const plain = join(parts, "plain-program.js");
    makePlainProgram(join(staging, `${NAME}_bg.wasm`), plain);
    writeFileSync(join(staging, `${PLAIN}.js`), bundledPlain("www/plain/program.js", plain, PLAIN, "esm"));
  }
  const first = firstScript();
  change(page, (text) => withScript(withSize(text, join(staging, `${NAME}_bg.wasm`)), first));
  change(page, isRelease ? (text) => withPolicy(text, first) : withoutPolicy);
  writeFileSync(join(staging, "boot.js"), bootScript(isRelease));
  makeElement(staging, parts, isRelease);
  // Last, because it names every file with its hash.
  if (isRelease) makeWorker(staging, parts);
}

function change(path, how) {
  writeFileSync(path, how(readFileSync(path, "utf8")));
}

/** The script that stands in the page behind its ready screens. */
export const firstScript = () => inPage("www/page/first.js");

// Where the ready screens end.
const READY = "</template>";

function withScript(page, script) {
  if (page.split(READY).length !== 2) throw new Error("the page has no ready screens");
  return page.replace(READY, () => `${READY}<script>${script}</script>`);
}

// How many bytes there are to load, for a bar that is true.
const withSize = (page, program) => page.replace(/ data-wasm=/, ` data-bytes="${statSync(program).size}" data-wasm=`);

function withPolicy(page, script) {
  const style = /<style[^>]*>([^]*?)<\/style>/.exec(page);
  if (!style || !page.includes(STYLE)) throw new Error(`the page has no style, or no \`${STYLE}\` in its policy`);
  return page.replace(STYLE, permissionOf(style[1])).replace(SCRIPT, permissionOf(script));
}

// `serve` adds a script of its own to the page, which the policy would stop.
const withoutPolicy = (page) => page.replace(/^.*http-equiv="Content-Security-Policy".*\n/m, "");

function bootScript(isRelease) {
  const worker = isRelease ? "sw.js" : null; // no worker on a page that is being worked on
  return bundled("www/boot.js", { ...SMALL, external: [`./${PLAIN}.js`], define: { WORKER: JSON.stringify(worker) } });
}
