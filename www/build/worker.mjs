// Makes the worker that keeps the stand-alone page, out of a finished build. The page comes to name its files together
// with the hash of their build, so that a cache on the way cannot mix two builds.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { made, SMALL } from "./esbuild.mjs";
import { filesBelow, integrityOf, markOf } from "./files.mjs";

const PAGE = "index.html";
const WORKER = "sw.js";
const SOURCE = "www/service-worker.js";
// What the page needs, besides itself.
const KEPT = [
  /^(?!sw\.|loan-checkup-plain\.)[\w-]+\.(js|wasm)$/, // the large one is fetched where WebAssembly is missing
  /^wording\/zh-CN\.txt$/,
  /^manifest\.webmanifest$/,
  /^icons\/[\w-]+\.png$/,
];
// Of these, what browsers look for by themselves: named by nothing but their names.
const BY_NAME = /^(manifest|icons)\b/;

/** Dist holds the page, parts the file that says which rulebook it has. */
export function makeWorker(dist, parts) {
  const names = filesBelow(dist).filter((name) => KEPT.some((pattern) => pattern.test(name)));
  const integrities = names.map((name) => integrityOf(readFileSync(join(dist, name))));
  const build = markOf(integrities.join());
  const page = pageOf(readFileSync(join(dist, PAGE), "utf8"), names, build);
  writeFileSync(join(dist, PAGE), page);
  const addresses = names.map((name) => (BY_NAME.test(name) ? name : `${name}?${build}`));
  // Under the address of the folder, because some servers send whoever asks for index.html there.
  const files = [["./", integrityOf(page)], ...addresses.map((address, at) => [address, integrities[at]])];
  const worker = made(SOURCE, {
    ...SMALL,
    define: {
      FILES: JSON.stringify(files),
      RULEBOOK: JSON.stringify(JSON.parse(readFileSync(join(parts, "version.json"), "utf8")).hash),
      // Another worker keeps its files under another name.
      BUILD: JSON.stringify(markOf(JSON.stringify(files) + readFileSync(SOURCE), 16)),
    },
  });
  // In a block, so that no first part of it is a script that could be run.
  writeFileSync(join(dist, WORKER), `{${worker.trimEnd()}}\n`);
}

// The page with the hash of the build behind the names of its files, whatever stood there before.
function pageOf(page, names, build) {
  return names
    .filter((name) => !BY_NAME.test(name))
    .reduce((text, name) => {
      const pattern = new RegExp(`(["'=/])${name.replace(/[.]/g, "\\.")}(\\?\\w+)?(?=["'> ])`, "g");
      return text.replace(pattern, `$1${name}?${build}`);
    }, page);
}
