// The custom elements manifest: what the analyzer reads in the code of the element and its comments, the types of
// element.d.ts and the custom properties of the style.
import { create, dark, styleOf, treeOf, ts } from "./reading.mjs";

const CLASS = "LoanCheckup";
const FILE = "loan-checkup.js"; // as the build names it

/** The manifest as it is shipped. It has more than the schema knows: `descriptionZh`, `errorCodes`, `dark`, `fields`. */
export function manifest() {
  const made = create({ modules: [treeOf("www/element.js"), treeOf("www/element.d.ts")], plugins: [ours()] });
  return { schemaVersion: made.schemaVersion, modules: made.modules.slice(0, 1) };
}

/** What the analyzer does not do by itself. */
function ours() {
  const fields = {};
  const codes = [];
  return {
    name: "loan-checkup",
    collectPhase({ node }) {
      if (!ts.isInterfaceDeclaration(node)) return;
      fields[node.name.text] = node.members.filter(ts.isPropertySignature).map(({ name }) => name.text);
    },
    analyzePhase({ node }) {
      if (!ts.isClassDeclaration(node)) return;
      for (const { tagName, comment } of ts.getJSDocTags(node)) {
        if (tagName.text !== "errorcode") continue;
        const [, name, description] = /^(\S+) - ([^]*)$/.exec(comment);
        codes.push({ name, description });
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const [made, typed] = modules.map(({ declarations }) => declarations.find(({ name }) => name === CLASS));
      const types = new Map(typed.members.map(({ name, type }) => [name, type]));
      made.members = made.members
        .filter(({ name }) => !name.startsWith("_"))
        .map((member) => (member.kind === "field" ? { ...member, type: types.get(member.name) } : member));
      made.events = made.events
        .filter(({ name }) => name) // the place in the code that sends them all
        .map(({ type, ...event }) => ({ ...event, type: { text: `CustomEvent<${type.text}>` }, fields: fields[type.text] }));
      made.errorCodes = codes;
      made.cssProperties = customProperties();
      inTwoLanguages(made);
      modules[0].path = FILE;
      for (const { declaration } of modules[0].exports) declaration.module = FILE;
    },
  };
}

/** Takes the Chinese out of each description. */
function inTwoLanguages(made) {
  const described = [made, ...Object.values(made).flat()].filter(({ description }) => description);
  for (const each of described) {
    const [english, chinese] = each.description.trim().replace(/\s+/g, " ").split(/ ?\bzh: /);
    each.description = english;
    if (chinese) each.descriptionZh = chinese;
  }
}

/** The custom properties that the style's first rule sets, each with its comment: `English | Chinese`. */
function customProperties() {
  const style = styleOf("www/checkup.css");
  const inDark = new Map(dark(style).byAttribute);
  const first = style.nodes.find(({ type }) => type === "rule");
  return first.nodes
    .filter(({ type }) => type === "decl")
    .map((declaration) => {
      const [english, chinese] = declaration.next().text.split(" | ");
      const { prop: name, value } = declaration;
      return { name, default: value, dark: inDark.get(name), description: `${english} zh: ${chinese}` };
    });
}
