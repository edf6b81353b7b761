// Makes the page that is one file out of a build's own files.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deflateRawSync } from "node:zlib";
import { inPage } from "./esbuild.mjs";
import { permissionOf } from "./files.mjs";
import { firstScript } from "./page.mjs";
import { bundledPlain } from "./plain-program.mjs";

/**
 * Dist holds the release build, parts what page-parts made and the program as JavaScript; the locales are those in the
 * file, with commas, the default first.
 */
export function makeSingleFile(dist, parts, wanted, file) {
  const locales = wanted.split(",");
  const [first, ...others] = locales;
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const readyPage = (locale) => readFileSync(join(parts, "file", `${locale}.html`), "utf8");
  const ready = readyPage(first);
  // Every error in this page is its own.
  const plain = bundledPlain("www/file/plain.js", join(parts, "plain-program.js"), "", "iife");
  const guard = inPage("www/file/guard.js", { target: "es5" });
  const opening = firstScript();
  const main = inPage("www/file/main.js", {
    alias: { program: resolve(dist, "loan-checkup.js") },
    define: { LOCALES: JSON.stringify(locales) },
  });
  const style = part(page, /<style>([^]*?)<\/style>/);
  const kept = page.match(/<meta[^>]*name=(viewport|color-scheme|format-detection|referrer)[^>]*>/g).join("");
  const icon = part(page, /(<link[^>]*rel=icon[^>]*>)/);
  const text = [
    `<!doctype html><html lang="${first}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy([guard, opening, main, plain], style)}">`,
    `${kept}${icon}${part(ready, /<head>([^]*)<\/head>/)}<style>${style}</style><script>${guard}</script></head>`,
    `<body class="page">${part(ready, /<body>([^]*)<\/body>/)}`,
    `<script>${opening}</script>`,
    packed("program", readFileSync(join(dist, "loan-checkup_bg.wasm"))),
    packed("plain", plain),
    ...locales.map((locale) => packed(`wording-${locale}`, readFileSync(join(dist, "wording", `${locale}.txt`)))),
    ...others.map((locale) => packed(`page-${locale}`, readyPage(locale))),
    `<script>${main}</script></body></html>`,
  ];
  writeFileSync(file, text.join("\n"));
}

// Nothing is fetched, and no script runs but these. The first of them puts a stricter word in place of 'unsafe-eval'
// where the engine knows it.
function policy(scripts, style) {
  const permitted = (text) => `'${permissionOf(text)}'`;
  return [
    "default-src 'none'",
    `script-src ${scripts.map(permitted).join(" ")} 'unsafe-eval'`,
    `style-src ${permitted(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const packed = (id, bytes) =>
  `<script type="text/plain" id="${id}">${deflateRawSync(bytes, { level: 9 }).toString("base64")}</script>`;

function part(text, pattern) {
  const found = pattern.exec(text);
  if (!found) throw new Error(`no ${pattern} in the page`);
  return found[1];
}
