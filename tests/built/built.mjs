// What the tests of the built files share: the files.
//
// DIST names the folder of a release build; wasm-opt, wasm2js and esbuild are on the path.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

if (!process.env.DIST) throw new Error("DIST is not set; ./dev test sets it");

export const DIST = process.env.DIST;

/** The paths of the files with this ending. */
export function filesOf(ending) {
  const all = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return all.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).filter((path) => path.endsWith(ending));
}

export const textOf = (path) => readFileSync(path, "utf8");

/** The scripts and the style that stand in a page. */
export const insideOf = (path, tag) =>
  [...textOf(path).matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))].map(([, text]) => text);
