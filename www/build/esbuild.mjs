// esbuild as the build uses it. ./dev installs it; NODE_PATH says where, and where libraries for the page are.
import { createRequire } from "node:module";
import { delimiter } from "node:path";

const { buildSync } = createRequire(import.meta.url)("esbuild");
const nodePaths = (process.env.NODE_PATH ?? "").split(delimiter);

/** What browsers of the year 2018 read. */
export const OLD = { target: "es2018", supported: { "dynamic-import": true, "import-meta": true } };

/** The same, and small. */
export const SMALL = { ...OLD, minify: true };

/** The text that esbuild makes of a file, with esbuild's own options. */
export function made(file, options) {
  const common = { entryPoints: file && [file], logLevel: "error", nodePaths, write: false };
  return buildSync({ ...common, ...options }).outputFiles[0].text;
}

/** The same of a file with all that it imports, as a module unless the options say otherwise. */
export const bundled = (file, options) => made(file, { bundle: true, format: "esm", ...options });

/** The text of a script that stands in a page itself. */
export function inPage(entry, options) {
  const text = bundled(entry, { ...SMALL, format: "iife", ...options }).trim();
  // The parser of HTML reads a script as text up to the first of these.
  if (/<\/script|<!--/i.test(text)) throw new Error(`${entry} cannot stand in a page`);
  return text;
}
