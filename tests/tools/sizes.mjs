// Sizes of a release build.
//   node sizes.mjs write dist     measures every file and writes dist/sizes.json
//   node sizes.mjs print dist     prints dist/sizes.json as a table
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const FIRST = "index.html";
// Named by the page, but not what a borrower downloads in order to use it: the other pages, and the
// worker, which names every file once more in order to keep it.
const ASIDE = /^(lab\.html|loan-checkup\.html|sw\.js|embed\/|sizes\.json)/;
// A file with another locale in its name is not for a zh-CN borrower.
const OTHER_LOCALE = /[-._/](en|zh-TW)\./;
const UNITS = ["raw", "gzip", "brotli"];

function measure(dist) {
  const names = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(dist, "/").length))
    .filter((name) => name !== "sizes.json")
    .sort();
  const files = names.map((name) => {
    const bytes = readFileSync(join(dist, name));
    return {
      file: name,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    };
  });
  const wanted = reached(dist, names);
  const borrower = { files: wanted };
  for (const unit of UNITS) {
    borrower[unit] = files
      .filter(({ file }) => wanted.includes(file))
      .reduce((sum, sizes) => sum + sizes[unit], 0);
  }
  return { files, "zh-CN": borrower };
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

function table({ files, "zh-CN": borrower }) {
  const rows = [
    ...files,
    { file: `zh-CN borrower, ${borrower.files.length} files`, ...borrower },
  ].map((row) => [row.file, ...UNITS.map((unit) => String(row[unit]))]);
  rows.unshift(["bytes", ...UNITS]);
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  return rows
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "),
    )
    .join("\n");
}

const [action, dist] = process.argv.slice(2);
const report = join(dist, "sizes.json");
if (action === "write") {
  writeFileSync(report, JSON.stringify(measure(dist), null, 2) + "\n");
} else {
  console.log(table(JSON.parse(readFileSync(report, "utf8"))));
}
