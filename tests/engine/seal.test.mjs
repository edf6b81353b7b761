// Another rulebook is checked as the command line does, and packed for the element.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { DAY, DIST, engine, knowledge, ROOT, run } from "./built.mjs";

const { seal, version } = await engine();
const FILES = knowledge();
const LOCALES = Object.keys(FILES).flatMap((path) => /^wording\/(.*)\.toml$/.exec(path)?.[1] ?? []);

test("the shipped folder is sealed with the wording that is shipped, in every locale", () => {
  for (const locale of LOCALES) {
    const { sealed, text } = seal(FILES, locale);
    assert.ok(sealed instanceof Uint8Array && sealed.length > 1000);
    assert.equal(text, readFileSync(join(DIST, "embed", "wording", `${locale}.txt`), "utf8"));
  }
});

test("the seal says which build it is for, and no more than the rules are behind it", () => {
  const { sealed } = seal(FILES, LOCALES[0]);
  const mark = `${version.program} ${version.hash}`;
  assert.equal(Buffer.from(sealed.subarray(0, mark.length)).toString(), mark);
  const changed = { ...FILES, "rulebook.toml": FILES["rulebook.toml"].replace(/^version = .*$/m, 'version = "own"') };
  const other = seal(changed, LOCALES[0]);
  assert.equal(Buffer.from(other.sealed.subarray(0, mark.length)).toString(), mark);
  assert.notDeepEqual(other.sealed, sealed);
  assert.deepEqual(seal(FILES, LOCALES[1]).sealed, sealed);
});

test("each kind of error is found with its code and its place, and listed as the command line lists it", async () => {
  const folder = join(ROOT, "tests/native/bad");
  let refused = 0;
  for (const name of readdirSync(folder)) {
    const code = name.replace(".toml", "");
    const files = spoilt(readFileSync(join(folder, name), "utf8"));
    const { message, problems } = attempt(files);
    if (!problems) continue; // a warning
    refused += 1;
    if (refused % 6 === 0) assert.equal(message, await checked(files), code);
    for (const { severity, place, code, message: what, suggestion, hint } of problems) {
      const found = suggestion === null ? "" : `\n  did you mean \`${suggestion}\`?`;
      assert.ok(message.includes(`${place}: ${severity}[${code}]: ${what}${found}\n  hint: ${hint}`), message);
    }
    assert.ok(problems.some((problem) => problem.code === code), `${code} is not in: ${message}`);
  }
  assert.ok(refused >= 25, `only ${refused} kinds`);
});

test("a misspelt id comes with the right one", () => {
  const files = { ...FILES, "rulebook.toml": FILES["rulebook.toml"].replace('"new-account"', '"new-acount"') };
  const { problems } = attempt(files);
  assert.ok(problems.some(({ suggestion }) => suggestion === "new-account"));
});

test("a folder without files, and texts that are no TOML, are refused with their places", () => {
  for (const files of [
    {},
    { "rulebook.toml": "" },
    { ...FILES, "groups.toml": "[[group" },
    { ...FILES, "groups.toml": "\ud800\u0000" },
    { ...FILES, "groups.toml": `a = ${"[".repeat(100_000)}` },
    { ...FILES, "groups.toml": "a.".repeat(10_000) },
    { ...FILES, "causes/new-account.toml": "[a]\n".repeat(1000) },
    { ...FILES, "wording/zh-CN.toml": "{".repeat(100_000) },
    { ...FILES, "cases/only-the-symptom.toml": "x = 1" },
  ]) {
    const { problems } = attempt(files);
    assert.ok(problems.length > 0 && problems.every(({ place, code }) => place && code));
  }
  assert.ok(seal(FILES, LOCALES[0]).text, "the program goes on");
});

test("a locale that the folder has not is named with those that it has", () => {
  assert.throws(() => seal(FILES, "zh-CM"), (error) => {
    for (const locale of ["zh-CM", ...LOCALES]) assert.ok(error.message.includes(locale), error.message);
    return !error.problems;
  });
});

/** The error of a folder that cannot be used; an empty object where it can. */
function attempt(files) {
  try {
    seal(files, LOCALES[0]);
    return {};
  } catch (error) {
    assert.ok(error instanceof Error && !(error instanceof WebAssembly.RuntimeError), error.stack);
    return error;
  }
}

/** The shipped folder with the changes of a bad one, which tests/native/knowledge.rs describes. */
function spoilt(bad) {
  const files = { ...FILES };
  for (const lines of bad.split("[[change]]\n").slice(1)) {
    const { file, find, put = "", rename } = Object.fromEntries(
      [...lines.matchAll(/^(file|find|put|rename) = (?:'''\n([^]*?)'''|"(.*)")/gm)].map(
        ([, name, long, short]) => [name, long ?? short],
      ),
    );
    if (find !== undefined) {
      assert.ok(files[file].includes(find), `${file} has no ${find}`);
      files[file] = files[file].replace(find, () => put);
    } else {
      if (rename) files[rename] = files[file];
      delete files[file];
    }
  }
  return files;
}

/** What `loan-checkup check` prints of a folder, without the counts at the end; rules about texts are not for a seal. */
async function checked({ "copy-rules.toml": rules, ...files }) {
  const folder = mkdtempSync(join(tmpdir(), "loan-checkup-seal-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { printed } = await run(["check", "--as-of", DAY, folder]);
  rmSync(folder, { recursive: true });
  return printed.trimEnd().split("\n").slice(0, -1).join("\n");
}
