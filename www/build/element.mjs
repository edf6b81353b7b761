// Makes the custom element out of a build's own files.
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundled, made, SMALL } from "./esbuild.mjs";
import { filesBelow, markOf } from "./files.mjs";

const FIRST_LOCALE = "zh-CN";

/** Dist holds the program, its glue and the packed wordings, parts what page-parts made. */
export function makeElement(dist, parts, isRelease) {
  const embed = join(dist, "embed");
  const looks = isRelease ? SMALL : {};
  rmSync(embed, { recursive: true, force: true });
  mkdirSync(embed, { recursive: true });
  copyFileSync(join(dist, "loan-checkup_bg.wasm"), join(embed, "loan-checkup.wasm"));
  if (isRelease) copyFileSync(join(dist, "loan-checkup-plain.js"), join(embed, "loan-checkup-plain.js"));
  cpSync(join(dist, "wording"), join(embed, "wording"), { recursive: true });
  cpSync(join(parts, "shell"), join(embed, "shell"), { recursive: true });
  cpSync(join(parts, "keeping"), join(embed, "keeping"), { recursive: true });
  for (const name of ["keeping.js", "texts.js"]) {
    writeFileSync(join(embed, name), bundled(join("www/element", name), looks));
  }
  writeFileSync(join(embed, "loan-checkup.css"), made("www/checkup.css", looks));
  writeFileSync(join(embed, "loan-checkup-old.css"), made(join(parts, "checkup.css"), looks));
  // After all that it loads.
  writeFileSync(join(embed, "loan-checkup.js"), elementScript(dist, parts, embed, looks, isRelease));

  // For editors and compilers; no borrower loads it.
  mkdirSync(join(dist, "types"), { recursive: true });
  copyFileSync("www/element.d.ts", join(dist, "types", "loan-checkup.d.ts"));
  copyFileSync("www/custom-elements.json", join(dist, "types", "custom-elements.json"));
}

function elementScript(dist, parts, embed, looks, isRelease) {
  const locales = readdirSync(join(embed, "wording")).map((name) => name.replace(".txt", ""));
  locales.sort((a, b) => (b === FIRST_LOCALE) - (a === FIRST_LOCALE));
  return bundled("www/element.js", {
    ...looks,
    alias: { program: resolve(makeProgram(dist, parts, looks)) },
    define: {
      BUILD: JSON.stringify(buildOf(embed)),
      LOCALES: JSON.stringify(locales),
      VERSION: readFileSync(join(parts, "version.json"), "utf8"),
    },
    ...(isRelease && { mangleProps: /^_[a-z]{2}/ }), // those of two signs are between program and glue
  });
}

// One hash of everything that the element loads: a cache cannot mix two builds.
function buildOf(folder) {
  return markOf(Buffer.concat(filesBelow(folder).map((name) => readFileSync(join(folder, name)))));
}

// The glue as a function of what runs the program, which is WebAssembly or what stands in for it: each call makes a
// copy with variables of its own, so that elements share nothing.
function makeProgram(dist, parts, looks) {
  const contents = `export { default as init, mount } from ${JSON.stringify(resolve(dist, "loan-checkup.js"))};`;
  // What it would warn of concerns ways of starting that the element does not go.
  const glue = bundled(undefined, { ...looks, stdin: { contents, resolveDir: "." }, drop: ["console"] });
  const [exports, names] = /export\s*\{([^}]*)\};?\s*$/.exec(glue);
  const members = names.replace(/([\w$]+) as (\w+)/g, "$2: $1");
  const program = join(parts, "program.js");
  writeFileSync(program, `export default (WebAssembly) => {\n${glue.replace(exports, `return {${members}};`)}\n};\n`);
  return program;
}
