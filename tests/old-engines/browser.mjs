// What the tests in old browsers share: the browsers, a server, and a borrower who walks through the page.
//
// OLD_ENGINES names the folder in which ./dev installed them, DIST that of a release build.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { serve as serverOf } from "../../www/build/serve.mjs";

function given(name) {
  if (!process.env[name]) throw new Error(`${name} is not set; ./dev test sets it`);
  return process.env[name];
}

export const DIST = given("DIST");
const ENGINES = given("OLD_ENGINES");
const puppeteer = createRequire(join(ENGINES, "package.json"))("puppeteer-core");

// These builds are for machines without a screen and without what a sandbox needs. In one process the compositor may ask
// for the GPU before it hears that there is none, and then asks for ever, unless it is told by a flag.
const FLAGS = [
  ...["--headless", "--no-sandbox", "--single-process", "--no-zygote"],
  ...["--disable-gpu", "--disable-gpu-compositing", "--hide-scrollbars"],
];
const PHONE = { width: 360, height: 780 };

/** The old browsers, by what their packages are called here. */
export const VERSIONS = ["71", "92"];

/** A folder that is gone after the tests. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "loan-checkup-"));
  after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Serves a folder until the tests are over: the address of its files. */
export async function serve(root) {
  const server = serverOf(root);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => server.close());
  return `http://127.0.0.1:${server.address().port}/`;
}

/**
 * Opens an address in an old browser with an empty profile and runs a test on the page; then nothing may have been
 * complained of. `before` runs in the page before its own scripts.
 */
export async function onPage(version, address, { before, mayComplain, languages } = {}, test) {
  const browser = await puppeteer.launch({
    executablePath: join(ENGINES, `chromium-${version}`, "chromium"),
    args: FLAGS.concat(languages ? [`--lang=${languages}`] : []),
  });
  try {
    const page = await browser.newPage();
    const complaints = [];
    const requests = [];
    page.on("console", (line) => ["error", "warning"].includes(line.type()) && complaints.push(line.text()));
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("request", (request) => requests.push(request.url()));
    await page.setViewport(PHONE);
    if (before) await page.evaluateOnNewDocument(before);
    await page.goto(address);
    await test(page, requests);
    if (!mayComplain && complaints.length > 0) throw new Error(`the console says:\n${complaints.join("\n")}`);
  } finally {
    await browser.close();
  }
}

// Runs in the page: what is shown, read by its hooks; null while it is not drawn by the program.
function readScreen() {
  const element = document.querySelector("loan-checkup");
  const root = (element && element.shadowRoot) || document;
  const isDrawn = (node) => Boolean(node && ("__yew_subtree_id" in node || isDrawn(node.parentElement)));
  const section = [...root.querySelectorAll("[data-screen]")].find((each) => !each.closest("[hidden]"));
  if (!section || (section.dataset.screen === "question" && !isDrawn(section))) return null;
  const all = (name) => [...section.querySelectorAll(`[data-${name}]`)].map((each) => each.dataset[name]);
  const { screen, screenId, outcome } = section.dataset;
  const [causes, remedies, actions] = ["cause", "remedy", "action"].map(all);
  return { kind: screen, id: screenId, outcome, causes, remedies, actions };
}

// Runs in the page: answers what is asked; all that is not said is the last that is offered.
function answer(says) {
  const element = document.querySelector("loan-checkup");
  const root = (element && element.shadowRoot) || document;
  const find = (selector) => [...root.querySelectorAll(selector)].find((each) => !each.closest("[hidden]"));
  const section = find("[data-screen=question]");
  const id = section.dataset.screenId;
  for (const question of [...section.querySelectorAll("[data-question]")]) {
    const options = [...question.querySelectorAll("[data-option]")];
    const said = options.find(({ dataset }) => dataset.option === says[question.dataset.question]);
    if (said) said.click();
    else if (options.length > 0 && options[0].type === "radio") options[options.length - 1].click();
  }
  // One tap on a single choice goes on by itself.
  const isSame = () => (find("[data-screen]") || section).dataset.screenId === id;
  if (isSame() && find("[data-action=next]")) find("[data-action=next]").click();
}

/** What is shown, once the program has drawn it. */
export async function screenOf(page) {
  return (await page.waitForFunction(readScreen)).jsonValue();
}

/** Walks on, saying this, to what is shown when nothing more is asked: that, and the screens that were asked. */
export async function walk(page, says) {
  const asked = [];
  for (let screen = await screenOf(page); ; ) {
    if (screen.kind !== "question") return { screen, asked };
    if (asked.includes(screen.id)) throw new Error(`${screen.id} is asked again, after ${asked}`);
    asked.push(screen.id);
    await page.evaluate(answer, says);
    const isOther = `(${readScreen})() && (${readScreen})().id !== ${JSON.stringify(screen.id)}`;
    await page.waitForFunction(isOther);
    screen = await screenOf(page);
  }
}

/** Whether the program runs as JavaScript; what stands in for WebAssembly there has no memory to make. */
export const isPlain = (page) => page.evaluate("!self.WebAssembly || !WebAssembly.Memory");
