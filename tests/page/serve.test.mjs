// What serves the built files on a desk: the files below the folder, and nothing else of the machine.
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../www/build/serve.mjs";

const outside = mkdtempSync(join(tmpdir(), "serve-"));
const folder = join(outside, "dist");
const server = serve(folder);

before(async () => {
  mkdirSync(join(folder, "lab"), { recursive: true });
  writeFileSync(join(outside, "secret.txt"), "secret");
  writeFileSync(join(outside, "dist-2.txt"), "secret");
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "lab", "lab_bg.wasm"), "\0asm");
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

after(() => {
  server.close();
  rmSync(outside, { recursive: true });
});

/** Status and text of a path that is sent as it stands. */
async function get(path) {
  const socket = connect(server.address().port, "127.0.0.1");
  socket.setEncoding("utf8").write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  let text = "";
  for await (const part of socket) text += part;
  return text;
}

test("files come with their types, a folder with its page", async () => {
  assert.match(await get("/"), /^HTTP\/1\.1 200 [^]*text\/html[^]*<!doctype html>/);
  assert.match(await get("/index.html?lang=en"), /^HTTP\/1\.1 200 /);
  assert.match(await get("/lab/lab_bg.wasm"), /^HTTP\/1\.1 200 [^]*application\/wasm/);
});

test("what is missing, and what lies outside, is not found", async () => {
  const paths = ["/no.html", "/lab", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/lab/..%2f..%2fsecret.txt",
    "/..%2fdist-2.txt", "/%", "/%00", "//127.0.0.1/secret.txt"];
  for (const path of paths) {
    const answer = await get(path);
    assert.match(answer, /^HTTP\/1\.1 404 /, path);
    assert.doesNotMatch(answer, /secret/, path);
  }
});
