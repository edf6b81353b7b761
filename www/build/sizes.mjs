// Sizes of a release build.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { filesBelow, integrityOf } from "./files.mjs";

const REPORT = "sizes.json";
const FIRST = "index.html";
const WORKER = "sw.js";
// Named by the page, but not what a borrower downloads in order to use it: the other pages, what comes after the page
// works, to keep and to install it, and what is loaded without WebAssembly only.
const ASIDE =
  /^(lab\.html|lab\/|loan-checkup\.html|loan-checkup-plain\.js|sw\.js|manifest\.webmanifest|icons\/|embed\/|engine\/|examples\/|themes\/|types\/|sizes\.json)/;
// What other sites serve, who may hold the files to these values (subresource integrity).
const FOR_OTHERS = /^(embed|engine)\//;
// What the element loads, besides the files that carry the name of a locale.
const ELEMENT = ["loan-checkup.css", "loan-checkup.js", "loan-checkup.wasm"].map((name) => `embed/${name}`);
// A file with another locale in its name is not for a zh-CN borrower.
const OTHER_LOCALE = /[-._/](en|zh-TW)\./;
const UNITS = ["raw", "gzip", "brotli"];

/** Measures every file and writes the report beside them. */
export function writeSizes(dist) {
  writeFileSync(join(dist, REPORT), JSON.stringify(measure(dist), null, 2) + "\n");
}

/** The report as tables. */
export function sizesAsText(dist) {
  const sizes = JSON.parse(readFileSync(join(dist, REPORT), "utf8"));
  return `${table(sizes)}\n\n${integrities(sizes)}`;
}

function measure(dist) {
  const names = filesBelow(dist).filter((name) => name !== REPORT);
  const files = names.map((name) => {
    const bytes = readFileSync(join(dist, name));
    const sizes = {
      file: name,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    };
    return FOR_OTHERS.test(name) ? { ...sizes, integrity: integrityOf(bytes) } : sizes;
  });
  const embed = localesOf(names).map((locale) => {
    const own = [`embed/shell/${locale}.html`, `embed/wording/${locale}.txt`];
    return [locale, summed(files, [...ELEMENT, ...own])];
  });
  const borrower = reached(dist, names);
  return {
    files,
    "zh-CN": summed(files, borrower),
    offline: summed(files, keptBesides(dist, names, borrower)),
    embed: Object.fromEntries(embed),
  };
}

// What is fetched in order to keep the page: the worker and what it names besides what the borrower has. That it asks
// for once more, but is sent it again only where the server cannot tell that it has not changed.
function keptBesides(dist, names, borrower) {
  const worker = readFileSync(join(dist, WORKER), "utf8");
  return names.filter((name) => name === WORKER || (!borrower.includes(name) && worker.includes(`"${name}`)));
}

const localesOf = (names) => names.flatMap((name) => /^embed\/wording\/(.*)\.txt$/.exec(name)?.[1] ?? []);

// The sizes of several files together; a file that is not there is an error.
function summed(files, wanted) {
  const sum = { files: wanted };
  for (const unit of UNITS) {
    sum[unit] = 0;
    for (const name of wanted) sum[unit] += files.find(({ file }) => file === name)[unit];
  }
  return sum;
}

// The files that the first page names, and those that they name in turn.
function reached(dist, names) {
  const found = new Set(names.includes(FIRST) ? [FIRST] : []);
  for (const from of found) {
    if (!/\.(html|m?js|css)$/.test(from)) continue;
    const text = readFileSync(join(dist, from), "utf8");
    names
      .filter((name) => !ASIDE.test(name) && !OTHER_LOCALE.test(name))
      .filter((name) => mentions(text, basename(name)))
      .forEach((name) => found.add(name));
  }
  return [...found].sort();
}

// Whether a text has this file name as a whole, not as the end of a longer one.
function mentions(text, name) {
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(^|[^\\w-])${pattern}($|[^\\w-])`).test(text);
}

function table({ files, "zh-CN": borrower, offline, embed }) {
  const sums = Object.entries(embed).map(([locale, sum]) => [`embed, ${locale} borrower`, sum]);
  const rows = [
    ...files,
    ...[["zh-CN borrower", borrower], ["kept for offline use besides", offline], ...sums].map(([who, sum]) => ({ file: `${who}, ${sum.files.length} files`, ...sum })),
  ].map((row) => [row.file, ...UNITS.map((unit) => String(row[unit]))]);
  rows.unshift(["bytes", ...UNITS]);
  return aligned(rows);
}

function integrities({ files }) {
  const rows = files.filter(({ integrity }) => integrity).map(({ file, integrity }) => [file, integrity]);
  return aligned([["subresource integrity", ""], ...rows]);
}

// The first cell of each row stands left, the others right.
function aligned(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ").trimEnd())
    .join("\n");
}
