// Unpacks the old browsers out of their packages:
//   node unpack.mjs FOLDER     the folder in which the packages were installed
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const PACKED = { "chromium-71": "chromium-71.0.3563.0.br", "chromium-92": "chromium.br" };

const [folder] = process.argv.slice(2);
for (const [name, file] of Object.entries(PACKED)) {
  const packed = readFileSync(join(folder, "node_modules", name, "bin", file));
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "chromium"), brotliDecompressSync(packed), { mode: 0o755 });
}
