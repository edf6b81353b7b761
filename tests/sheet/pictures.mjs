// Takes the pictures of a picture sheet with a browser that nobody sees: one of each shot, and contact sheets.
// usage: node pictures.mjs FOLDER; it reads FOLDER/shots.json, which it removes, and puts heights into FOLDER/index.html.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layout } from "../../www/lab/sheet.js";

// A browser cannot make a picture that is taller.
const TALLEST = 16000;

/** A browser that is spoken to through pipes. */
class Browser {
  #next = 1;
  #waiting = new Map();
  #heard = "";

  static async start(program, profile) {
    const options = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
      `--user-data-dir=${profile}`,
    ];
    const browser = new Browser();
    browser.process = spawn(program, options, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    browser.process.stdio[4].setEncoding("utf8").on("data", (text) => browser.#hear(text));
    browser.process.on("error", (error) => browser.#fail(error));
    browser.process.on("exit", (code) => browser.#fail(new Error(`the browser has ended (${code})`)));
    const { targetId } = await browser.ask("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await browser.ask("Target.attachToTarget", { targetId, flatten: true });
    browser.session = sessionId;
    const { frameTree } = await browser.ask("Page.getFrameTree");
    browser.frame = frameTree.frame.id;
    return browser;
  }

  ask(method, params = {}) {
    const id = this.#next++;
    const message = JSON.stringify({ id, method, params, sessionId: this.session });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.process.stdio[3].write(`${message}\0`);
    });
  }

  async end() {
    await this.ask("Browser.close").catch(() => {});
    if (this.process.exitCode === null) await new Promise((ended) => this.process.once("exit", ended));
  }

  #hear(text) {
    const messages = (this.#heard + text).split("\0");
    this.#heard = messages.pop();
    for (const message of messages) {
      const { id, error, result } = JSON.parse(message);
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
      else waiting?.resolve(result);
    }
  }

  #fail(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** A picture of a whole page of that width, as base64, and how tall the page is. */
async function picture(browser, html, width, scheme = "light") {
  await browser.ask("Emulation.setDeviceMetricsOverride", { width, height: 800, deviceScaleFactor: 1, mobile: false });
  await browser.ask("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
  await browser.ask("Page.setDocumentContent", { frameId: browser.frame, html });
  const expression = `Promise.all([document.fonts.ready, ...[...document.images].map((one) => one.decode())])
    .then(() => Math.ceil(document.documentElement.getBoundingClientRect().height))`;
  const { result, exceptionDetails } = await browser.ask("Runtime.evaluate", { expression, awaitPromise: true });
  if (exceptionDetails) throw new Error(`a page cannot be measured: ${exceptionDetails.text}`);
  const height = Math.min(Math.max(result.value, 1), TALLEST);
  const clip = { x: 0, y: 0, width, height, scale: 1 };
  const { data } = await browser.ask("Page.captureScreenshot", { clip, captureBeyondViewport: true });
  return { data, height };
}

/** The screens of one look with their codes, as a page. */
function contactSheet(shots, title) {
  const { width, height, tiles, colours } = layout(shots);
  const figures = tiles.map((tile, at) => `<figure style="left: ${tile.left}px; top: ${tile.top}px">
    <figcaption style="block-size: ${tile.caption}px">${tile.code}</figcaption>
    <img width="${tile.width}" height="${tile.height}" src="data:image/png;base64,${shots[at].data}"></figure>`);
  const html = `<!doctype html><meta charset="utf-8"><style>
    html { block-size: ${height}px; background: ${colours.surface}; color: ${colours.ink}; }
    body, figure { margin: 0; font: 700 16px system-ui, sans-serif; }
    h1 { margin: 12px 24px; font-size: 20px; } figure { position: absolute; } img { display: block; }
    </style><h1>${title}</h1>${figures.join("")}`;
  return { html, width };
}

async function main(folder) {
  const program = process.env.CHROMIUM;
  if (!program || !folder) throw new Error("usage: CHROMIUM=program node pictures.mjs FOLDER");
  const shots = JSON.parse(await readFile(join(folder, "shots.json"), "utf8"));
  const profile = await mkdtemp(join(tmpdir(), "loan-checkup-sheet-"));
  const browser = await Browser.start(program, profile);
  try {
    for (const [done, shot] of shots.entries()) {
      Object.assign(shot, await picture(browser, shot.document, shot.width, shot.scheme));
      await writeFile(join(folder, `${shot.name}.png`), shot.data, "base64");
      if (process.stderr.isTTY) process.stderr.write(`\r${done + 1} of ${shots.length} pictures `);
    }
    const looks = [...new Set(shots.map((shot) => shot.look))];
    for (const look of looks) {
      const { html, width } = contactSheet(shots.filter((shot) => shot.look === look), look);
      const sheet = await picture(browser, html, width);
      await writeFile(join(folder, `contact-${look}.png`), sheet.data, "base64");
    }
    const heights = new Map(shots.map((shot) => [shot.name, shot.height]));
    const page = await readFile(join(folder, "index.html"), "utf8");
    const measured = page.replace(/(data-shot="([^"]+)" width="\d+" height=")\d+/g, (_, before, name) => before + heights.get(name));
    await writeFile(join(folder, "index.html"), measured);
    console.log(`${shots.length} pictures, ${looks.length} contact sheets and index.html in ${folder}`);
  } finally {
    await browser.end();
    await rm(profile, { recursive: true, force: true });
  }
  await rm(join(folder, "shots.json"));
}

main(process.argv[2]).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
