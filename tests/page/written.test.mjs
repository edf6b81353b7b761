// What the pages for other people's engineers and the examples write can be written: attributes, parts, custom
// properties, events and permissions that there are. What the scripts of the examples use is tried in types.test.mjs.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { complaints } from "./compiling.mjs";
import { manifest } from "./manifest.mjs";
import { parsedStyle, textOf } from "./reading.mjs";
import { ROOT } from "./source.mjs";

const PAGE = "www/README.md"; // a test in tests/native/ holds its Chinese twin to the same code
const POLICY = "Content-Security-Policy";

/** What every page can set on every element. */
const OF_ALL = ["class", "hidden", "id", "lang", "slot"];

const { path: SCRIPT, declarations } = manifest().modules[0];
const [element] = declarations;
const names = (list) => element[list].map(({ name }) => name);

const filesIn = (folder, ending) =>
  readdirSync(`${ROOT}/${folder}`)
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`);

test("the page shows HTML, style, a policy and events that there are", () => {
  const blocks = [...textOf(PAGE).matchAll(/^```(\w+)\n([^]*?)^```$/gm)];
  const seen = new Set();
  for (const [, language, text] of blocks) {
    ({ html: checkHtml, css: checkStyle, http: checkPolicy, text: checkEvents })[language](text);
    seen.add(language);
  }
  assert.deepEqual([...seen].sort(), ["css", "html", "http", "text"]);
});

test("the examples set attributes and styles that there are", () => {
  const pages = filesIn("www/examples", ".html");
  assert.ok(pages.length >= 6, `${pages.length} pages`);
  for (const page of pages) checkHtml(textOf(page));
  for (const style of filesIn("www/examples", ".css")) checkStyle(textOf(style));
});

test("a theme uses documented names only and touches nothing else", () => {
  for (const path of filesIn("www/themes", ".css")) {
    checkStyle(textOf(path));
    parsedStyle(textOf(path)).walkRules(({ selectors }) => {
      for (const selector of selectors) assert.match(selector, /^loan-checkup\b/, `${path} is about something else`);
    });
  }
});

/** Elements have attributes that there are, and scripts are the examples' own or the build's. */
function checkHtml(text) {
  for (const [tag] of text.matchAll(/<loan-checkup\b[^>]*/g)) {
    const set = [...tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)].filter(([, name]) => !OF_ALL.includes(name));
    for (const [, name, value] of set) {
      const attribute = element.attributes.find((each) => each.name === name);
      assert.ok(attribute, `no attribute ${name}`);
      const isFree = !attribute.type.text.includes('"');
      assert.ok(isFree || attribute.type.text.includes(`"${value}"`), `no value "${value}" of ${name}`);
    }
  }
  const own = readdirSync(`${ROOT}/www/examples`);
  for (const [, script] of text.matchAll(/<script\b[^>]*\ssrc="([^"]*)"/g)) {
    assert.ok([SCRIPT, ...own].includes(script.split("/").pop()), `the build makes no script ${script}`);
  }
}

/** Custom properties with our prefix, and parts, are described. */
function checkStyle(text) {
  const style = parsedStyle(text);
  const isKnown = (name) => assert.ok(names("cssProperties").includes(name), `no custom property ${name}`);
  style.walkDecls(({ prop, value }) => {
    for (const [name] of `${prop} ${value}`.matchAll(/--checkup-[\w-]+/g)) isKnown(name);
  });
  style.walkRules(({ selector }) => {
    for (const [, part] of selector.matchAll(/::part\(([^)]*)\)/g)) {
      for (const name of part.trim().split(/\s+/)) assert.ok(names("cssParts").includes(name), `no part ${name}`);
    }
  });
}

/** The policy that is asked for is no wider than that of the example, which the end-to-end tests open. */
function checkPolicy(text) {
  const rules = (line) => line.split(";").map((rule) => rule.trim()).filter(Boolean);
  const [, tried] = new RegExp(`${POLICY}" content="([^"]*)"`).exec(textOf("www/examples/plain.html"));
  const [, asked] = new RegExp(`^${POLICY}: (.*)$`, "m").exec(text);
  for (const rule of rules(asked)) assert.ok(rules(tried).includes(rule), `the example does not have ${rule}`);
}

/** Each event is printed once, with a detail of its type. */
function checkEvents(text) {
  const lines = text.trim().split("\n").map((line) => /^(\S+) (.*)$/.exec(line));
  assert.deepEqual(lines.map(([, name]) => name).sort(), names("events").sort());
  const shown = lines.map(([, name, detail], at) => `const detail${at}: LoanCheckupEventMap["${name}"]["detail"] = ${detail};`);
  const imports = `import type { LoanCheckupEventMap } from "./element.js";`;
  assert.deepEqual(complaints([], { "www/page.ts": [imports, ...shown].join("\n") }), []);
}
