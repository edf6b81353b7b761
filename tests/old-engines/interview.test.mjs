// The whole interview in real old browsers: the single file from the disk, the online page and the element.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { makeSingleFile } from "../../www/build/single-file.mjs";
import { DIST, folder, isPlain, onPage, screenOf, serve, VERSIONS, walk } from "./browser.mjs";

const FILE = `file://${join(DIST, "loan-checkup.html")}`;
const FINDINGS = {
  symptom: "one-yuan-cap",
  "warning-signs": "none",
  "phone-number-change": "within-7-days",
  "phone-number-match": "code-to-old-number",
};
const FRAUD = { symptom: "payout-failed", "warning-signs": "told-to-transfer" };

const made = folder();
const online = await serve(DIST);

function takeAway() {
  delete self.WebAssembly;
}

async function checkInterview(page) {
  const { screen, asked } = await walk(page, FINDINGS);
  assert.deepEqual([screen.kind, screen.outcome], ["result", "findings"]);
  assert.equal(screen.causes[0], "phone-number-changed");
  assert.ok(screen.remedies.length > 0);
  assert.ok(asked.length >= 3 && asked.length <= 12, asked.join(" "));
}

async function checkFraud(page) {
  const { screen } = await walk(page, FRAUD);
  assert.deepEqual([screen.kind, screen.outcome, screen.actions], ["stop-scam", "stop-scam", ["back"]]);
}

for (const version of VERSIONS) {
  test(`Chromium ${version} runs the single file from the disk, as WebAssembly, and asks for nothing`, async () => {
    await onPage(version, FILE, {}, async (page, requests) => {
      assert.match(await page.evaluate("navigator.userAgent"), new RegExp(`Chrome/${version}\\.`));
      await checkInterview(page);
      assert.equal(await isPlain(page), false);
      assert.deepEqual(requests.filter((address) => !address.startsWith("data:")), [FILE]);
    });
    await onPage(version, FILE, {}, checkFraud);
  });

  test(`Chromium ${version} runs the single file without WebAssembly`, async () => {
    for (const check of [checkInterview, checkFraud]) {
      await onPage(version, FILE, { before: takeAway }, async (page) => {
        await check(page);
        assert.equal(await isPlain(page), true);
      });
    }
  });

  test(`Chromium ${version} gives advice where the single file can run in neither way`, async () => {
    const file = join(made, `neither-${version}.html`);
    writeFileSync(file, readFileSync(new URL(FILE), "utf8").replace('id="plain">', 'id="gone">'));
    await onPage(version, `file://${file}`, { before: takeAway, mayComplain: true }, checkWithoutProgram);
  });

  test(`Chromium ${version} gives advice where it cannot read the script`, async () => {
    const file = join(made, `unreadable-${version}.html`);
    const text = readFileSync(new URL(FILE), "utf8").replace(/ content="default-src[^"]*"/, "");
    const main = text.lastIndexOf("<script>");
    writeFileSync(file, text.slice(0, main) + text.slice(main).replace("<script>", "<script>future syntax;"));
    await onPage(version, `file://${file}`, { mayComplain: true }, checkAdvice);
  });

  test(`Chromium ${version} says so where the program as JavaScript crashes`, async () => {
    const file = join(made, `crashing-${version}.html`);
    writeFileSync(file, withPlain((text) => `${text}(${makeBreakable})();`));
    await onPage(version, `file://${file}`, { before: takeAway, mayComplain: true }, async (page) => {
      assert.equal((await screenOf(page)).id, "symptom");
      await page.evaluate("self.isBroken = true; document.querySelector('[data-option=payout-failed]').click()");
      await page.waitForFunction("!document.getElementById('checkup-failure').hidden");
    });
  });

  test(`Chromium ${version} runs the online page, whose policy does not let it have WebAssembly`, async () => {
    await onPage(version, `${online}index.html`, { mayComplain: true }, async (page) => {
      await checkInterview(page);
      assert.equal(await isPlain(page), true);
    });
  });

  test(`Chromium ${version} runs the element, with WebAssembly and without`, async () => {
    for (const before of [undefined, takeAway]) {
      // The example's policy has words that this browser does not know.
      await onPage(version, `${online}examples/plain.html`, { before, mayComplain: true }, checkInterview);
    }
  });

  test(`Chromium ${version} finds the locale that the address or the reader asks for`, async () => {
    const file = join(made, `locales-${version}.html`);
    const parts = new URL("../../target/page-parts", import.meta.url).pathname;
    makeSingleFile(DIST, parts, "zh-CN,en", file);
    for (const [asked, wanted] of [["?locale=en", "en"], ["?locale=zh-CN", "zh-CN"], ["?locale=xx&more", "en"]]) {
      await onPage(version, `file://${file}${asked}`, { languages: "en-GB" }, async (page) => {
        assert.equal((await screenOf(page)).id, "symptom");
        const shown = "[document.documentElement.lang].concat([...document.querySelectorAll('.checkup')].map(({ lang }) => lang))";
        for (const lang of await page.evaluate(shown)) assert.equal(lang, wanted, asked);
        assert.match(await page.title(), wanted === "en" ? /^[ -~]+$/ : /[^ -~]/);
        await checkInterview(page);
      });
    }
  });
}

// Runs in the page, behind the program: from some time on, all that the program calls goes wrong.
function makeBreakable() {
  const { instantiate } = self.WebAssembly;
  const breakable = (call) => (...all) => {
    if (self.isBroken) throw new Error("broken");
    return call(...all);
  };
  self.WebAssembly.instantiate = (module, imports) => {
    for (const part of Object.values(imports)) {
      for (const name of Object.keys(part)) part[name] = breakable(part[name]);
    }
    return instantiate(module, imports);
  };
}

// The file with another program as JavaScript, which its policy lets run.
function withPlain(change) {
  const hash = (text) => createHash("sha256").update(text).digest("base64");
  const text = readFileSync(new URL(FILE), "utf8");
  const packed = /id="plain">([^<]*)</.exec(text)[1];
  const plain = inflateRawSync(Buffer.from(packed, "base64")).toString();
  const changed = change(plain);
  return text
    .replace(packed, deflateRawSync(changed).toString("base64"))
    .replace(hash(plain), hash(changed));
}

// The first screens can be answered; then there are steps, and another try.
async function checkWithoutProgram(page) {
  for (const touch of ["[data-option=payout-failed]", "[data-option=none]", "[data-action=next]", "[data-option=no-message]"]) {
    await page.waitForSelector(`#checkup ${touch}`);
    await page.evaluate((selector) => document.querySelector(selector).click(), `#checkup ${touch}`);
  }
  await page.waitForSelector("#checkup [data-screen=failure] [data-action=retry]");
  assert.ok((await page.$$("#checkup [data-screen=failure] [data-remedy]")).length > 0);
}

async function checkAdvice(page) {
  await page.waitForFunction("!document.getElementById('checkup-failure').hidden");
  const steps = "[...document.querySelectorAll('#checkup-failure [data-advice] [data-remedy]')].filter((each) => each.offsetHeight > 0).length";
  assert.ok((await page.evaluate(steps)) >= 3);
  assert.ok(await page.evaluate("document.getElementById('checkup').offsetHeight === 0"));
}
