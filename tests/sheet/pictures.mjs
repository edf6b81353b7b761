// Takes the pictures of a picture sheet with a browser that nobody sees: one of each shot, and contact sheets.
// usage: node pictures.mjs FOLDER; it reads FOLDER/shots.json, which it removes, and puts heights into FOLDER/index.html.
import { readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { layout } from "../../www/lab/sheet.js";

const puppeteer = createRequire(import.meta.url)("puppeteer-core"); // ./dev installs it; NODE_PATH says where

// A browser cannot make a picture that is taller.
const TALLEST = 16000;

// How long the browser may take for one thing, in milliseconds: a page of some hundred pictures is a large one.
const PATIENCE = 180_000;

/** A picture of a whole page of that width, as base64, and how tall the page is. */
async function picture(page, html, width, scheme = "light") {
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setContent(html, { timeout: PATIENCE });
  const tall = await page.evaluate(async () => {
    await Promise.all([document.fonts.ready, ...[...document.images].map((one) => one.decode())]);
    return Math.ceil(document.documentElement.getBoundingClientRect().height);
  });
  const height = Math.min(Math.max(tall, 1), TALLEST);
  const data = await page.screenshot({ clip: { x: 0, y: 0, width, height }, encoding: "base64" });
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
  // Nothing but our own pages is opened; without its sandbox it can start as root and in most containers.
  const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"];
  const browser = await puppeteer.launch({ executablePath: program, args, pipe: true, protocolTimeout: PATIENCE });
  try {
    const page = await browser.newPage();
    for (const [done, shot] of shots.entries()) {
      Object.assign(shot, await picture(page, shot.document, shot.width, shot.scheme));
      await writeFile(join(folder, `${shot.name}.png`), shot.data, "base64");
      if (process.stderr.isTTY) process.stderr.write(`\r${done + 1} of ${shots.length} pictures `);
    }
    const looks = [...new Set(shots.map((shot) => shot.look))];
    for (const look of looks) {
      const { html, width } = contactSheet(shots.filter((shot) => shot.look === look), look);
      const { data } = await picture(page, html, width);
      await writeFile(join(folder, `contact-${look}.png`), data, "base64");
    }
    const heights = new Map(shots.map((shot) => [shot.name, shot.height]));
    const sheet = await readFile(join(folder, "index.html"), "utf8");
    const measured = sheet.replace(/(data-shot="([^"]+)" width="\d+" height=")\d+/g, (_, before, name) => before + heights.get(name));
    await writeFile(join(folder, "index.html"), measured);
    console.log(`${shots.length} pictures, ${looks.length} contact sheets and index.html in ${folder}`);
  } finally {
    await browser.close();
  }
  await rm(join(folder, "shots.json"));
}

main(process.argv[2]).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
