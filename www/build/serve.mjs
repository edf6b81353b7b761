// Serves a folder on this machine alone:
//   node serve.mjs FOLDER PORT
// For looking at what was built; for borrowers any server does.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A server of the files below a folder, not yet listening. */
export function serve(folder) {
  return createServer(async (request, response) => {
    const answer = (status, type, body) => {
      response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-cache" });
      response.end(body);
    };
    try {
      const { pathname } = new URL(request.url, "http://localhost");
      const path = normalize(join(folder, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname)));
      if (!path.startsWith(normalize(folder + sep))) throw new Error("outside");
      answer(200, TYPES[extname(path)] ?? "application/octet-stream", await readFile(path));
    } catch {
      answer(404, TYPES[".txt"], "not found\n");
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port] = process.argv.slice(2);
  serve(folder).listen(Number(port), "127.0.0.1");
}
