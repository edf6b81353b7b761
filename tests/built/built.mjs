// What the tests of the built files share: the files.
//
// DIST names the folder of a release build; wasm-opt, wasm2js and esbuild are on the path.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

if (!process.env.DIST) throw new Error("DIST is not set; ./dev test sets it");

export const DIST = process.env.DIST;

// The wording lab runs on a desk, in a browser of today.
const LAB = /^lab([/\\]|\.html$)/;

/** The paths of the files with this ending that are for borrowers or for pages around them. */
export function filesOf(ending) {
  const all = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = all.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return paths.filter((path) => path.endsWith(ending) && !LAB.test(relative(DIST, path)));
}

export const textOf = (path) => readFileSync(path, "utf8");

/** The scripts and the style that stand in a page. */
export const insideOf = (path, tag) =>
  [...textOf(path).matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))].map(([, text]) => text);
