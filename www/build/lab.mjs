// Puts the wording lab together. It has a folder of its own beside its page, so that nothing of it is among what a
// borrower downloads or a phone keeps.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundled } from "./esbuild.mjs";
import { filesBelow } from "./files.mjs";

const KNOWLEDGE = "knowledge";
const SOURCES = "www/lab";
const MADE = "target/lab";

// Its standard library is the ready-made one: it runs on a desk, in a browser of today.
const PASSES = [
  "-O2", "--enable-bulk-memory", "--enable-multivalue", "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-sign-ext",
];

/** Compiled is what the compiler made. */
export function makeLab(compiled, dist) {
  const lab = join(dist, "lab");
  rmSync(lab, { recursive: true, force: true });
  mkdirSync(lab, { recursive: true });
  execFileSync("wasm-bindgen", ["--target=web", "--no-typescript", `--out-dir=${MADE}`, "--out-name=lab", compiled]);
  execFileSync("wasm-opt", [`--output=${join(lab, "lab_bg.wasm")}`, ...PASSES, join(MADE, "lab_bg.wasm")]);
  writeFileSync(join(lab, "lab.js"), bundled(join(MADE, "lab.js")));
  copyFileSync(join(SOURCES, "lab.html"), join(dist, "lab.html"));
  copyFileSync(join(SOURCES, "start.js"), join(lab, "start.js"));
  copyFileSync(join(SOURCES, "frame.css"), join(lab, "frame.css"));
  const styles = filesBelow(SOURCES).filter((name) => name.endsWith(".css") && name !== "frame.css");
  writeFileSync(join(lab, "lab.css"), styles.map((name) => read(SOURCES, name)).join("\n"));
  const files = filesBelow(KNOWLEDGE).filter((name) => name.endsWith(".toml"));
  const texts = files.map((name) => [name, read(KNOWLEDGE, name)]);
  writeFileSync(join(lab, "knowledge.json"), JSON.stringify(Object.fromEntries(texts)));
}

const read = (folder, name) => readFileSync(join(folder, name), "utf8");
