// Puts the wording lab together:
//   node lab.mjs MADE DIST
// MADE holds the program and its glue as wasm-bindgen wrote them. The lab has a folder of its own beside its page, so
// that nothing of it is among what a borrower downloads or a phone keeps.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const KNOWLEDGE = "knowledge";
const SOURCES = "www/lab";

const [made, dist] = process.argv.slice(2);
const lab = join(dist, "lab");

function filesBelow(folder, ending) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

rmSync(lab, { recursive: true, force: true });
mkdirSync(lab, { recursive: true });
copyFileSync(join(SOURCES, "lab.html"), join(dist, "lab.html"));
copyFileSync(join(SOURCES, "start.js"), join(lab, "start.js"));
copyFileSync(join(SOURCES, "frame.css"), join(lab, "frame.css"));
const styles = filesBelow(SOURCES, ".css").filter((path) => !path.endsWith("frame.css"));
writeFileSync(join(lab, "lab.css"), styles.map((path) => readFileSync(path, "utf8")).join("\n"));
copyFileSync(join(made, "lab_bg.wasm"), join(lab, "lab_bg.wasm"));
execFileSync("esbuild", [join(made, "lab.js"), "--bundle", "--format=esm", "--log-level=error", `--outfile=${join(lab, "lab.js")}`]);
const files = filesBelow(KNOWLEDGE, ".toml").map((path) => [
  relative(KNOWLEDGE, path).split(sep).join("/"),
  readFileSync(path, "utf8"),
]);
writeFileSync(join(lab, "knowledge.json"), JSON.stringify(Object.fromEntries(files)));
