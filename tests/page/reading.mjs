// Scripts and styles as trees, so that a test says what stands in them and not how it is written.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { ROOT } from "./source.mjs";

const require = createRequire(import.meta.url); // ./dev installs the packages; NODE_PATH says where
export const { create, ts } = await import(pathToFileURL(require.resolve("@custom-elements-manifest/analyzer")));
const postcss = require("postcss");

export const textOf = (path) => readFileSync(`${ROOT}/${path}`, "utf8");

/** A script of the repository as TypeScript reads it. */
export const treeOf = (path) => ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2022, true);

/** A style sheet as PostCSS reads it. */
export const parsedStyle = (text) => postcss.parse(text);

/** A style sheet of the repository, likewise. */
export const styleOf = (path) => parsedStyle(textOf(path));

/** Every node of a tree for which a test holds. */
export function nodesOf(tree, test) {
  const found = [];
  const visit = (node) => {
    if (test(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The arguments of every call of a function or method. */
export function callsOf(tree, name) {
  const isCall = (node) => ts.isCallExpression(node) && (node.expression.name || node.expression).text === name;
  return nodesOf(tree, isCall).map((call) => [...call.arguments]);
}

/** The plain texts in a tree. */
export const textsIn = (tree) => nodesOf(tree, ts.isStringLiteral).map(({ text }) => text);

/** The value that a constant of a script begins with, a number. */
export function numberOf(tree, name) {
  const [constant] = nodesOf(tree, (node) => ts.isVariableDeclaration(node) && node.name.text === name);
  return Number(constant.initializer.text);
}

/** The custom properties that a style sets in dark: where the system is dark, and where the page says so. */
export function dark(style) {
  const found = { bySystem: [], byAttribute: [] };
  style.walkDecls(/^--/, ({ prop, value, parent }) => {
    const isBySystem = parent.parent.name === "media" && parent.parent.params.includes("prefers-color-scheme: dark");
    const isByAttribute = parent.selectors.some((selector) => selector.includes('[theme="dark"]'));
    if (isBySystem) found.bySystem.push([prop, value]);
    else if (isByAttribute) found.byAttribute.push([prop, value]);
  });
  return found;
}
