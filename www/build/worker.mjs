// Makes the worker that keeps the stand-alone page, out of a finished build:
//   node worker.mjs DIST PARTS
// DIST holds the page, PARTS the file that says which rulebook it has. The page comes to name its files together with
// the hash of their build, so that a cache on the way cannot mix two builds.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = "index.html";
const WORKER = "sw.js";
// What the page needs, besides itself.
const KEPT = [
  /^(?!sw\.|loan-checkup-plain\.)[\w-]+\.(js|wasm)$/, // the large one is fetched where WebAssembly is missing
  /^wording\/zh-CN\.txt$/,
  /^manifest\.webmanifest$/,
  /^icons\/[\w-]+\.png$/,
];
// Of these, what browsers look for by themselves: named by nothing but their names.
const BY_NAME = /^(manifest|icons)\b/;

const [dist, parts] = process.argv.slice(2);
const read = (name) => readFileSync(join(dist, name));
const hashOf = (kind, form, bytes) => createHash(kind).update(bytes).digest(form);
const integrityOf = (bytes) => `sha384-${hashOf("sha384", "base64", bytes)}`;

function filesOfPage() {
  return readdirSync(dist, { recursive: true })
    .filter((name) => KEPT.some((pattern) => pattern.test(name)))
    .sort();
}

// The page with the hash of the build behind the names of its files, whatever stood there before.
function pageOf(build, names) {
  return names
    .filter((name) => !BY_NAME.test(name))
    .reduce((page, name) => {
      const pattern = new RegExp(`(["'=/])${name.replace(/[.]/g, "\\.")}(\\?\\w+)?(?=["'> ])`, "g");
      return page.replace(pattern, `$1${name}?${build}`);
    }, read(PAGE).toString());
}

const names = filesOfPage();
const integrities = names.map((name) => integrityOf(read(name)));
const build = hashOf("sha256", "hex", integrities.join()).slice(0, 8);
const page = pageOf(build, names);
writeFileSync(join(dist, PAGE), page);

const addresses = names.map((name) => (BY_NAME.test(name) ? name : `${name}?${build}`));
// Under the address of the folder, because some servers send whoever asks for index.html there.
const files = [["./", integrityOf(page)], ...addresses.map((address, at) => [address, integrities[at]])];
const source = readFileSync("www/service-worker.js");
const { hash } = JSON.parse(readFileSync(join(parts, "version.json"), "utf8"));
const worker = execFileSync(
  "esbuild",
  [
    "www/service-worker.js",
    "--minify",
    "--target=es2018",
    "--log-level=error",
    `--define:FILES=${JSON.stringify(files)}`,
    `--define:RULEBOOK=${JSON.stringify(hash)}`,
    // Another worker keeps its files under another name.
    `--define:BUILD=${JSON.stringify(hashOf("sha256", "hex", JSON.stringify(files) + source).slice(0, 16))}`,
  ],
  { encoding: "utf8" },
);
// In a block, so that no first part of it is a script that could be run.
writeFileSync(join(dist, WORKER), `{${worker.trimEnd()}}\n`);
