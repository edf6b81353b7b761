// Makes the page that is one file out of a build's own files:
//   node single-file.mjs DIST PARTS LOCALES FILE
// DIST holds the release build, PARTS what page-parts made and the program as JavaScript; LOCALES are those in the
// file, with commas, the default first.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deflateRawSync } from "node:zlib";
import { bundledPlain } from "./plain-program.mjs";

const [dist, parts, wanted, file] = process.argv.slice(2);
const locales = wanted.split(",");
const first = locales[0];
const page = readFileSync(join(dist, "index.html"), "utf8");

const readyPage = (locale) => readFileSync(join(parts, "file", `${locale}.html`), "utf8");

function script(entry, ...options) {
  const words = [entry, "--bundle", "--format=iife", "--minify", "--log-level=error", ...options];
  const text = execFileSync("esbuild", words, { encoding: "utf8" }).trim();
  // The parser of HTML reads a script as text up to the first of these.
  if (/<\/script|<!--/i.test(text)) throw new Error(`${entry} cannot stand in a page`);
  return text;
}

const packed = (id, bytes) =>
  `<script type="text/plain" id="${id}">${deflateRawSync(bytes, { level: 9 }).toString("base64")}</script>`;

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function part(text, pattern) {
  const found = pattern.exec(text);
  if (!found) throw new Error(`no ${pattern} in the page`);
  return found[1];
}

// Every error in this page is its own.
const plain = bundledPlain("www/file/plain.js", join(parts, "plain-program.js"), "", "--format=iife");
const guard = script("www/file/guard.js", "--target=es5");
const main = script(
  "www/file/main.js",
  "--target=es2018",
  `--alias:program=${resolve(dist, "loan-checkup.js")}`,
  `--define:LOCALES=${JSON.stringify(locales)}`,
);
const style = part(page, /<style>([^]*?)<\/style>/);

// Nothing is fetched, and no script runs but these. The first of them puts a stricter word in place of 'unsafe-eval'
// where the engine knows it.
const policy = [
  "default-src 'none'",
  `script-src ${[guard, main, plain].map(hash).join(" ")} 'unsafe-eval'`,
  `style-src ${hash(style)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const kept = page.match(/<meta[^>]*name=(viewport|color-scheme|format-detection|referrer)[^>]*>/g).join("");
const icon = part(page, /(<link[^>]*rel=icon[^>]*>)/);
const ready = readyPage(first);

writeFileSync(
  file,
  [
    `<!doctype html><html lang="${first}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `${kept}${icon}${part(ready, /<head>([^]*)<\/head>/)}<style>${style}</style><script>${guard}</script></head>`,
    `<body class="page">${part(ready, /<body>([^]*)<\/body>/)}`,
    packed("program", readFileSync(join(dist, "loan-checkup_bg.wasm"))),
    packed("plain", plain),
    ...locales.map((locale) => packed(`wording-${locale}`, readFileSync(join(dist, "wording", `${locale}.txt`)))),
    ...locales.slice(1).map((locale) => packed(`page-${locale}`, readyPage(locale))),
    `<script>${main}</script></body></html>`,
  ].join("\n"),
);
