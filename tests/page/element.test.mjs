// The custom element is described as it is: the manifest and the tables are made of the code and its comments, and what
// the comments name is what the code knows. UPDATE_EXPECT=1 writes the manifest and the tables.
import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { manifest } from "./manifest.mjs";
import { callsOf, dark, nodesOf, numberOf, styleOf, textOf, textsIn, treeOf, ts } from "./reading.mjs";
import { ROOT, script } from "./source.mjs";
import { withTables } from "./tables.mjs";

const MANIFEST = "www/custom-elements.json";
const PAGES = ["www/README.md", "www/README.zh-CN.md"]; // English, Chinese
const STYLE = "www/checkup.css";
const LOCALES = "knowledge/wording";

/** What every page can set on every element. */
const OF_ALL = ["class", "hidden", "id", "lang", "slot"];

/** What counts as said where an attribute is set to something that the code asks for nowhere. */
const ELSE = { save: "on" };

const made = manifest();
const [element] = made.modules[0].declarations;
const code = treeOf("www/element.js");
const parts = readdirSync(`${ROOT}/www/element`).map((file) => treeOf(`www/element/${file}`));
const hosts = styleOf(STYLE)
  .nodes.flatMap(({ selectors = [] }) => selectors)
  .filter((selector) => selector.startsWith(":host("));

test("the manifest is that of the element", () => {
  expect(MANIFEST, `${JSON.stringify(made, null, 2)}\n`);
});

test("the tables of the pages are those of the manifest", () => {
  PAGES.forEach((page, language) => expect(page, withTables(textOf(page), element, language)));
});

test("everything is described in both languages", () => {
  const lists = ["attributes", "members", "events", "errorCodes", "slots", "cssParts", "cssProperties"];
  for (const each of lists.flatMap((list) => element[list])) {
    assert.ok(each.description && each.descriptionZh, `${each.name} is not described in both languages`);
  }
});

test("the attributes are those that the code reads and the style looks at", async () => {
  const { NAME_ATTRIBUTES } = await script("element/settings.js");
  const asked = [code, ...parts].flatMap((tree) => [...callsOf(tree, "getAttribute"), ...callsOf(tree, "hasAttribute")]);
  const [observed] = nodesOf(code, (node) => ts.isGetAccessor(node) && node.name.text === "observedAttributes");
  const known = new Set([...asked.flatMap(([first]) => textsIn(first)), ...textsIn(observed), ...NAME_ATTRIBUTES]);
  for (const selector of hosts) for (const [, name] of selector.matchAll(/\[([\w-]+)/g)) known.add(name);
  for (const name of OF_ALL) known.delete(name);
  same(names("attributes"), known);
});

test("the values of attributes are those that the code knows", () => {
  const known = {
    locale: readdirSync(`${ROOT}/${LOCALES}`).flatMap((file) => /^(.*)\.toml$/.exec(file)?.[1] ?? []),
    theme: hosts.flatMap((selector) => [...selector.matchAll(/\[theme="(.*?)"\]/g)].map(([, value]) => value)),
    ...compared(),
  };
  for (const { name, type, default: usual } of element.attributes.filter(({ type }) => type.text.includes('"'))) {
    const values = [...(known[name] || []), usual || ELSE[name] || []].flat();
    same([...type.text.matchAll(/"(.*?)"/g)].map(([, value]) => value), values, name);
  }
  const timeout = element.attributes.find(({ name }) => name === "timeout");
  assert.equal(Number(timeout.default), numberOf(code, "PATIENCE"));
});

/** The texts that the code compares with an attribute, by its name. */
function compared() {
  const found = {};
  const equal = [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken];
  const isTest = (node) => ts.isBinaryExpression(node) && equal.includes(node.operatorToken.kind);
  for (const { left, right } of [code, ...parts].flatMap((tree) => nodesOf(tree, isTest))) {
    for (const [[name]] of [callsOf(left, "getAttribute")].filter(({ length }) => length > 0)) {
      (found[name.text] = found[name.text] || []).push(...textsIn(right));
    }
  }
  return found;
}

test("the events are those that the code tells", () => {
  const told = [...callsOf(code, "_tell"), ...callsOf(treeOf("www/progress.js"), "tell")];
  same(names("events"), told.flatMap(([name]) => textsIn(name)).map((name) => `checkup-${name}`));
});

test("the codes of errors are those that the code gives", () => {
  const given = [...callsOf(code, "_fail"), ...callsOf(code, "_complain")].flatMap(([first]) => textsIn(first));
  const isNamed = (name) => name.text === "code";
  const begun = nodesOf(code, (node) => ts.isVariableDeclaration(node) && isNamed(node.name)).map((node) => node.initializer);
  const isSet = (node) => ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  const set = nodesOf(code, (node) => isSet(node) && isNamed(node.left)).map(({ right }) => right);
  same(names("errorCodes"), [...given, ...[...begun, ...set].flatMap(textsIn)]);
});

test("the slots are those that the element has", () => {
  const slots = callsOf(code, "add").filter(([tag]) => tag.text === "slot");
  same(names("slots"), slots.map(([, properties]) => textsIn(properties)[0] || ""));
});

test("what is dark by the system is dark by the attribute", () => {
  const themes = readdirSync(`${ROOT}/www/themes`).map((file) => `www/themes/${file}`);
  assert.ok(themes.length >= 2, `${themes.length} themes`);
  for (const path of [STYLE, ...themes]) {
    const { bySystem, byAttribute } = dark(styleOf(path));
    assert.ok(bySystem.length > 0, `${path} has no dark values`);
    assert.deepEqual(bySystem, byAttribute, path);
  }
});

const names = (list) => element[list].map(({ name }) => name);

function same(one, other, message) {
  assert.deepEqual([...new Set(one)].sort(), [...new Set(other)].sort(), message);
}

/** The file has this text; with UPDATE_EXPECT=1 it gets it. */
function expect(path, text) {
  if (process.env.UPDATE_EXPECT) writeFileSync(`${ROOT}/${path}`, text);
  const lines = textOf(path).split("\n");
  const stale = text.split("\n").findIndex((line, at) => line !== lines[at]);
  assert.ok(textOf(path) === text, `${path}:${stale + 1} is stale: UPDATE_EXPECT=1 writes it`);
}
