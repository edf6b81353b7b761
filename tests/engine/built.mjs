// What the tests of the screenless program share: the built program, the native command line, the worked cases.
//
// DIST names the folder of a release build, LOAN_CHECKUP the native command line.
import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const ROOT = new URL("../..", import.meta.url).pathname;

/** The day on which the tests play. */
export const DAY = "2026-11-21";

function given(name) {
  if (!process.env[name]) throw new Error(`${name} is not set; ./dev test sets it`);
  return process.env[name];
}

export const DIST = given("DIST");
export const ENGINE = join(DIST, "engine");

/** The program, loaded. */
export async function engine() {
  const module = await fresh("");
  await module.default();
  return module;
}

/** The program, not loaded; by another name an independent one. */
export const fresh = (name) => import(`${pathToFileURL(join(ENGINE, "loan-checkup-engine.js"))}?${name}`);

/** Runs the command line with a text on its standard input: what it printed, and its exit code. */
export function run(words, input = "") {
  return new Promise((done) => {
    const child = execFile(given("LOAN_CHECKUP"), words, { maxBuffer: 1e8 }, (error, printed) =>
      done({ printed, code: error ? error.code : 0 }),
    );
    child.stdin.on("error", () => {}); // it may end before it has read everything; its exit code says how
    child.stdin.end(input);
  });
}

/** What `loan-checkup explain --json` prints. */
export async function explained(answers, day) {
  const { printed, code } = await run(["explain", "--json", "-"], JSON.stringify({ answers, "as-of": day }));
  if (code !== 0) throw new Error(`explain ends with ${code} for ${JSON.stringify(answers)}`);
  return JSON.parse(printed);
}

/** The texts of the knowledge folder by path. */
export function knowledge() {
  const folder = join(ROOT, "knowledge");
  const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".toml"));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Name, day and answers of the worked cases. In these files each value of a table stands on one line, as in JSON. */
export function cases() {
  return Object.entries(knowledge())
    .filter(([path]) => path.startsWith("cases/"))
    .map(([name, text]) => {
      const lines = text.split("[answers]\n")[1].split("\n\n")[0].trim().split("\n");
      const answers = lines.map((line) => /^([a-z-]+) = (.*)$/.exec(line).slice(1));
      return {
        name,
        day: /^as-of = (.*)$/m.exec(text)[1],
        answers: Object.fromEntries(answers.map(([question, value]) => [question, JSON.parse(value)])),
      };
    });
}

/** The tables of a list in a knowledge file, as the ids in them with their lines. */
export function tables(text, list) {
  return text
    .split(`[[${list}]]\n`)
    .slice(1)
    .map((lines) => ({ id: /^id = "(.*)"$/m.exec(lines)[1], lines }));
}
