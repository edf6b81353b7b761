// How the page feels on a slow phone, beside the floor: a page in one file, written by hand (floor.html).
//   CHROMIUM=program node felt.mjs DIST [FOLDER]     with FOLDER, a trace of each page's first walk is left there
// Both are walked through by the same fingers in the same run, by turns; the figures are medians. A walk is hurried, with
// every tap as soon as there is something to tap, or reads each of the first screens for a while, so that the program
// arrives and is compiled while it does.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const puppeteer = createRequire(import.meta.url)("puppeteer-core"); // ./dev installs it; NODE_PATH says where

const RUNS = 7;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }; // 1.6 Mbit/s
const SLOWED = 4; // times, the processor
const READY = 3; // screens that need no program
const READING = 800; // milliseconds on each of them, by whoever reads
const PATIENCE = 60_000;

// What the borrower says; to anything else that is asked "not sure", and no row of a list fits.
const SAYS = ["one-yuan-cap", "none", "no-message", "within-7-days", "week", "three-or-four", "many", "never", "over-6-months", "old"];

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".txt": "text/plain; charset=utf-8" };
const here = (name) => readFile(new URL(name, import.meta.url), "utf8");

/** The files of `dist`, and the floor in the same look, as any server would send them: compressed once. */
async function serve(dist) {
  const page = await readFile(join(dist, "index.html"), "utf8");
  const style = page.match(/<style>[^]*?<\/style>/)[0];
  const floor = (await here("floor.html")).replace("<style></style>", () => style);
  const sent = new Map([["/floor.html", brotliCompressSync(floor)]]);
  const server = createServer(async ({ url }, response) => {
    const path = url.split("?")[0].replace(/\/$/, "/index.html");
    try {
      if (!sent.has(path)) sent.set(path, brotliCompressSync(await readFile(join(dist, path))));
      response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream", "Content-Encoding": "br" });
      response.end(sent.get(path));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

/** What to tap on the screen that stands there, in this order: for each question the place of an answer; runs in the page. */
function answersOf(says) {
  const groups = Array.from(document.querySelectorAll("#checkup fieldset"));
  return groups.map((group) => {
    const values = Array.from(group.querySelectorAll("input"), ({ value }) => value);
    const at = values.findIndex((value) => says.includes(value));
    return at < 0 ? values.length - 1 : at;
  });
}

/** Whether it takes a button to go on; where every question has one answer, the tap that answers the last one does. */
const takesButton = () => document.querySelector("#checkup input[type=checkbox]") !== null;

/** Brings an answer to a question into sight, or the button; runs in the page. */
function place(question, answer) {
  const screen = document.querySelector("#checkup [data-screen]");
  const group = screen.querySelectorAll("fieldset")[question];
  const element = group ? group.querySelectorAll("label")[answer] : screen.querySelector(".button--main");
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = element.getBoundingClientRect();
  // Never twice at one place, which would be a double tap.
  return { x: left + width / (2 + question), y: top + height / 2 };
}

const isAnswered = (question, answer) => document.querySelectorAll("#checkup fieldset")[question].querySelectorAll("input")[answer].checked;

/** A page on a slow phone, with the probe in it. */
async function slowPhone(context, probe) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 360, height: 780, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await page.evaluateOnNewDocument(probe);
  const devtools = await page.createCDPSession();
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  return page;
}

/** The screens that were painted, as soon as there are so many. */
async function painted(page, least) {
  const isPainted = (least) => window.felt?.painted.length >= least;
  await page.waitForFunction(isPainted, { polling: 20 }, least).catch(async () => {
    throw new Error(`no ${least} screens: ${JSON.stringify(await page.evaluate(() => window.felt.painted))}`);
  });
  return page.evaluate(() => window.felt.painted);
}

/** Answers all that the screen asks, and goes on. */
async function answer(page) {
  const answers = await page.evaluate(answersOf, SAYS);
  if (await page.evaluate(takesButton)) answers.push(-1);
  for (const [question, answer] of answers.entries()) {
    const { x, y } = await page.evaluate(place, question, answer);
    await page.touchscreen.tap(x, y);
    const isLast = question === answers.length - 1;
    if (!isLast) await page.waitForFunction(isAnswered, { polling: 20 }, question, answer);
  }
}

/** Walks through a page; times in milliseconds. */
async function walk(browser, address, probe, { reads, trace }) {
  const context = await browser.createBrowserContext();
  try {
    const page = await slowPhone(context, probe);
    if (trace) await page.tracing.start({ path: trace, categories: ["devtools.timeline"] });
    await page.goto(address, { waitUntil: "domcontentloaded" });
    let screens = await painted(page, 1);
    const steps = [];
    while (!screens.at(-1).screen.startsWith("result")) {
      const isReady = steps.length < READY;
      if (isReady && reads) await new Promise((later) => setTimeout(later, READING));
      if (!isReady) await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
      await answer(page);
      screens = await painted(page, screens.length + 1);
      if (screens.at(-1).screen.startsWith("waiting")) screens = await painted(page, screens.length + 1);
      const lifted = await page.evaluate(() => window.felt.lifted.at(-1));
      steps.push({ to: screens.at(-1).screen, took: screens.at(-1).at - lifted });
    }
    if (trace) await page.tracing.stop();
    const { blocks, shift } = await page.evaluate(() => window.felt);
    const contentful = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
    return { screens, steps, blocks, shift, contentful };
  } finally {
    await context.close();
  }
}

const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];

/** What is told of a page's walks of one kind. */
function figures(walks) {
  const over = (figure) => median(walks.map(figure));
  const took = (some) => over(({ steps }) => median(some(steps).map(({ took }) => took)));
  const answered = ({ screens }) => screens[1].at;
  const blocking = ({ blocks }, until) => blocks.filter(([start]) => start < until).reduce((sum, [, length]) => sum + length - 50, 0);
  return {
    "first contentful paint": over(({ contentful }) => contentful),
    "first question painted": over(({ screens }) => screens[0].at),
    "first answer handled": over(answered),
    "blocking before it": over((one) => blocking(one, answered(one))),
    "a ready screen": took((steps) => steps.slice(0, READY - 1)),
    "the first screen after them": took((steps) => steps.slice(READY - 1, READY)),
    "a screen of the program": took((steps) => steps.slice(READY, -1)),
    "the result": took((steps) => steps.slice(-1)),
    "layout shift, thousandths": over(({ shift }) => shift * 1000),
  };
}

async function main(dist, traces) {
  const program = process.env.CHROMIUM;
  if (!program || !dist) throw new Error("usage: CHROMIUM=program node felt.mjs DIST [FOLDER]");
  const server = await serve(dist);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const probe = await here("probe.js");
  const browser = await puppeteer.launch({ executablePath: program, args: ["--no-sandbox", "--disable-dev-shm-usage"], pipe: true, protocolTimeout: PATIENCE });
  const kinds = [["hurried", false], ["reading", true]];
  const walks = { hurried: { page: [], floor: [] }, reading: { page: [], floor: [] } };
  try {
    for (let run = 0; run < RUNS; run++) {
      for (const [kind, reads] of kinds) {
        for (const [name, path] of [["floor", "/floor.html"], ["page", "/"]]) {
          const trace = traces && run === 0 ? join(traces, `${kind}-${name}.json`) : undefined;
          walks[kind][name].push(await walk(browser, origin + path, probe, { reads, trace }));
        }
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  console.log(`A slow phone: 150 ms a request, 1.6 Mbit/s, processor slowed ${SLOWED} times, ${RUNS} walks, medians in milliseconds`);
  for (const [kind] of kinds) {
    const [page, floor] = [figures(walks[kind].page), figures(walks[kind].floor)];
    console.log(`\n${kind.padEnd(30)}    page   floor   ratio`);
    for (const [name, value] of Object.entries(page)) {
      const cells = [value.toFixed(0), floor[name].toFixed(0), floor[name] > 0 ? (value / floor[name]).toFixed(2) : "-"];
      console.log(name.padEnd(30) + cells.map((cell) => cell.padStart(8)).join(""));
    }
  }
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
