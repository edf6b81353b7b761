// Makes the custom element out of a build's own files:
//   node embed.mjs DIST PARTS MODE
// DIST holds the program, its glue and the packed wordings, PARTS what page-parts made; MODE is release or debug.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const FIRST_LOCALE = "zh-CN";

const [dist, parts, mode] = process.argv.slice(2);
const embed = join(dist, "embed");
const isRelease = mode === "release";
const looks = isRelease ? ["--minify", "--target=es2018", "--supported:import-meta=true", "--supported:dynamic-import=true"] : [];

// The last argument may be options of the process, as for what is read from standard input.
function esbuild(...words) {
  const options = typeof words[words.length - 1] === "object" ? words.pop() : {};
  return execFileSync("esbuild", ["--log-level=error", ...words], { encoding: "utf8", ...options });
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

// One hash of everything that the element loads: a cache cannot mix two builds.
function buildOf(folder) {
  const hash = createHash("sha256");
  for (const file of filesBelow(folder)) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 8);
}

// The glue as a function of what runs the program, which is WebAssembly or what stands in for it: each call makes a
// copy with variables of its own, so that elements share nothing.
function makeProgram() {
  // What it would warn of concerns ways of starting that the element does not go.
  const glue = esbuild("--bundle", "--format=esm", "--drop:console", ...looks, {
    input: `export { default as init, mount } from ${JSON.stringify(resolve(dist, "loan-checkup.js"))};`,
  });
  const [exports, names] = /export\s*\{([^}]*)\};?\s*$/.exec(glue);
  const members = names.replace(/([\w$]+) as (\w+)/g, "$2: $1");
  const program = join(parts, "program.js");
  writeFileSync(program, `export default (WebAssembly) => {\n${glue.replace(exports, `return {${members}};`)}\n};\n`);
  return program;
}

rmSync(embed, { recursive: true, force: true });
mkdirSync(embed, { recursive: true });
copyFileSync(join(dist, "loan-checkup_bg.wasm"), join(embed, "loan-checkup.wasm"));
if (isRelease) copyFileSync(join(dist, "loan-checkup-plain.js"), join(embed, "loan-checkup-plain.js"));
cpSync(join(dist, "wording"), join(embed, "wording"), { recursive: true });
cpSync(join(parts, "shell"), join(embed, "shell"), { recursive: true });
cpSync(join(parts, "keeping"), join(embed, "keeping"), { recursive: true });
const keeping = esbuild("www/element/keeping.js", "--bundle", "--format=esm", ...looks);
writeFileSync(join(embed, "keeping.js"), keeping);
writeFileSync(join(embed, "loan-checkup.css"), esbuild("www/checkup.css", ...looks));
writeFileSync(join(embed, "loan-checkup-old.css"), esbuild(join(parts, "checkup.css"), ...looks));

const locales = readdirSync(join(embed, "wording")).map((name) => name.replace(".txt", ""));
locales.sort((a, b) => (b === FIRST_LOCALE) - (a === FIRST_LOCALE));
const element = esbuild(
  "www/element.js",
  "--bundle",
  "--format=esm",
  `--alias:program=${resolve(makeProgram())}`,
  `--define:BUILD=${JSON.stringify(buildOf(embed))}`,
  `--define:LOCALES=${JSON.stringify(locales)}`,
  `--define:VERSION=${readFileSync(join(parts, "version.json"), "utf8")}`,
  ...looks,
  ...(isRelease ? ["--mangle-props=^_[a-z]"] : []),
);
writeFileSync(join(embed, "loan-checkup.js"), element);

// For editors and compilers; no borrower loads it.
mkdirSync(join(dist, "types"), { recursive: true });
copyFileSync("www/element.d.ts", join(dist, "types", "loan-checkup.d.ts"));
copyFileSync("www/custom-elements.json", join(dist, "types", "custom-elements.json"));

// What stands beside it: pages to copy from and looks to copy.
for (const folder of ["examples", "themes"]) {
  cpSync(join("www", folder), join(dist, folder), { recursive: true });
}
