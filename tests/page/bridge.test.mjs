// Messages of a native shell: what can be used is used, everything else is named and changes nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chance, oddObject, spoilt } from "./chance.mjs";
import { script } from "./source.mjs";

const GOOD = {
  symptom: ["", "one-yuan-cap", "limit-gone", "no-such-symptom"],
  productName: ["", "金条", "A product of 60 signs at most", "x".repeat(60), "tab\tin it", "\u202eturned", "{hotline}"],
  lenderName: ["", "某消费金融"],
  hotline: ["", "95xxx", "400-000-0000"],
  theme: ["auto", "light", "dark"],
  fontScale: [0.8, 1, 1.3, 2],
};
const BAD = {
  symptom: [null, 1, true, ["limit-gone"], {}, "x".repeat(61)],
  productName: [null, 1, ["a"], { toString: "x" }, "x".repeat(61)],
  lenderName: [false, 0, [], "y".repeat(1000)],
  hotline: [95000, null, {}, "1".repeat(61)],
  theme: ["", "Dark", null, 1, ["dark"], "black"],
  fontScale: [0, 0.79, 2.01, -1, "1", null, [1], 1e308],
};
const FIELDS = Object.keys(GOOD);

/** The page around the bridge, and what the shell hears. */
async function page(search, port) {
  const heard = [];
  const properties = new Map();
  const body = {
    dataset: {},
    style: {
      setProperty: (name, value) => properties.set(name, value),
      removeProperty: (name) => properties.delete(name),
      get length() {
        return properties.size;
      },
    },
  };
  const done = { set: 0, reset: 0, back: 0, canGoBack: true };
  Object.assign(globalThis, {
    document: { body },
    location: { search },
    getComputedStyle: () => ({ getPropertyValue: () => "106.25%" }),
    window: port ? port(heard) : { LoanCheckupHost: { postMessage: (text) => heard.push(JSON.parse(text)) } },
  });
  const { listen, settings } = await script("bridge/bridge.js");
  listen({
    set() {
      done.set += 1;
      if (done.isRefused) throw new Error("the program refuses");
    },
    reset: () => void (done.reset += 1),
    back: () => ((done.back += 1), done.canGoBack),
  });
  return { heard, body, properties, done, settings, receive: window.loanCheckup.receive };
}

const snapshot = ({ body, properties, done, settings }) => JSON.stringify([body.dataset, [...properties], done, settings()]);

function someMessage(draw) {
  const good = { version: 1, type: "set" };
  for (const name of FIELDS) if (draw.is(0.3)) good[name] = draw.pick(GOOD[name]);
  const bad = draw.pick(FIELDS);
  const odd = () => draw.pick(["__proto__", "constructor", "toString", "Symptom", "x".repeat(90), "", "answers"]);
  const withField = (name, value) => JSON.parse(`${JSON.stringify(good).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`);
  const made = [
    () => ({ message: good, is: true }),
    () => ({ message: good, is: true }),
    () => ({ message: { version: 1, type: draw.pick(["back", "reset"]) }, is: true }),
    () => ({ message: { ...good, [bad]: draw.pick(BAD[bad]) }, is: false, named: bad }),
    () => ({ message: { ...good, version: draw.pick([0, 2, "1", null, undefined, [1], 1.5]) }, is: false, named: "version" }),
    () => ({ message: { ...good, type: draw.pick(["Set", "", null, 1, ["set"], "toString", "__proto__", "close"]) }, is: false }),
    () => ({ message: { version: 1, type: draw.pick(["back", "reset"]), [bad]: GOOD[bad][0] }, is: false }),
    () => {
      const name = odd();
      return { message: withField(name, draw.pick([1, "x", null, [], {}])), is: false, named: name.slice(0, 60) };
    },
    () => ({ message: { ...good, symptom: "x".repeat(3000) }, is: false }),
    () => ({ message: draw.pick([null, 1, "text", [], [good], true, undefined, () => 1, Symbol("x"), 1n, NaN]), is: false }),
    () => ({ message: new Proxy({}, { ownKeys() { throw new Error("a proxy"); } }), is: false, isObject: true }),
    () => ({ message: Object.defineProperty({ ...good }, "theme", { enumerable: true, get() { throw new Error("a getter"); } }), is: false, isObject: true }),
    () => ({ message: oddObject(draw, 4) }),
    () => ({ message: spoilt(draw, JSON.stringify(good)), isText: true }),
  ];
  return draw.pick(made)();
}

test("each of 10,000 messages is used, or is named and changes nothing", async () => {
  const draw = chance(20261122);
  const shell = await page("");
  let used = 0;
  for (let count = 0; count < 10_000; count += 1) {
    const { message, is, named, isObject, isText } = someMessage(draw);
    let shown;
    try {
      shown = String(JSON.stringify(message)).slice(0, 200);
    } catch (error) {
      shown = "what has no JSON";
    }
    const asText = isText || (!isObject && draw.is(0.5));
    let raw = message;
    if (asText && !isText) raw = typeof message === "bigint" || typeof message === "symbol" ? String(message) : JSON.stringify(message);
    shell.heard.length = 0;
    shell.done.canGoBack = draw.is(0.5);
    const before = snapshot(shell);
    const result = shell.receive(raw);
    assert.equal(typeof result, "boolean", shown);
    const [answer] = shell.heard;
    const isRefused = answer?.type === "error";
    if (is !== undefined) assert.equal(!isRefused, is, shown);
    assert.ok(shell.heard.length <= 1, shown);
    if (isRefused) {
      assert.equal(result, false, shown);
      assert.deepEqual(Object.keys(answer), ["version", "type", "code", "message"], shown);
      assert.equal(answer.code, "message", shown);
      assert.ok(answer.message.length > 0 && answer.message.length < 300, `${shown}: ${answer.message}`);
      if (named !== undefined) assert.ok(answer.message.includes(named), `${shown}: ${answer.message}`);
      assert.equal(snapshot(shell), before, shown);
    } else {
      used += 1;
    }
    for (const line of shell.settings().split("\n").slice(0, -1)) {
      assert.match(line, /^(name (product|lender|hotline)|answer symptom)\t\P{C}{1,60}$/u, shown);
    }
    assert.ok(["auto", "light", "dark"].includes(shell.body.dataset.theme ?? "auto"), shown);
  }
  assert.ok(used > 1500, `only ${used} could be used`);
  assert.equal({}.symptom ?? {}.theme ?? {}.polluted, undefined, "the prototype of all objects is changed");
});

test("what a message sets is what the program is told, and stays until it is set anew", async () => {
  const shell = await page("");
  assert.equal(shell.settings(), "");
  assert.ok(shell.receive({ version: 1, type: "set", symptom: "limit-gone", productName: "one\ttwo", theme: "dark", fontScale: 1.5 }));
  assert.equal(shell.settings(), "name product\tonetwo\nanswer symptom\tlimit-gone\n");
  assert.equal(shell.body.dataset.theme, "dark");
  assert.equal(shell.properties.get("--checkup-size"), "calc(106.25% * 1.5)");
  assert.ok(shell.receive('{"version":1,"type":"set","hotline":"95xxx","productName":""}'));
  assert.equal(shell.settings(), "name hotline\t95xxx\nanswer symptom\tlimit-gone\n");
  assert.equal(shell.body.dataset.theme, "dark");
});

test("what the program refuses is not set", async () => {
  const shell = await page("");
  shell.done.isRefused = true;
  assert.equal(shell.receive({ version: 1, type: "set", hotline: "95xxx", theme: "dark" }), false);
  assert.equal(shell.heard[0].message, "the program refuses");
  assert.equal(shell.settings(), "");
  assert.equal(shell.body.dataset.theme, undefined);
});

test("where there is nothing to go back to, the shell is to close", async () => {
  const shell = await page("");
  assert.equal(shell.receive({ version: 1, type: "back" }), true);
  assert.deepEqual(shell.heard, []);
  shell.done.canGoBack = false;
  assert.equal(shell.receive({ version: 1, type: "back" }), false);
  assert.deepEqual(shell.heard, [{ version: 1, type: "close" }]);
});

test("the address sets what anybody may set, and no number to call", async () => {
  for (const [search, settings, refused] of [
    ["?symptom=one-yuan-cap&product-name=%E9%87%91%E6%9D%A1&theme=dark&font-scale=1.3", "name product\t金条\nanswer symptom\tone-yuan-cap\n"],
    ["?hotline=12345678901&lender-name=Somebody&other=1", ""],
    ["?product-name=call+138+0013+8000", "", "product-name"],
    ["?product-name=%3Cb%3Ebold", "", "product-name"],
    ["?product-name=https://example.com", "", "product-name"],
    ["?symptom=limit-gone&theme=black", "", "theme"],
    ["?font-scale=9", "", "fontScale"],
    ["?font-scale=large", "", "fontScale"],
    [`?symptom=${"x".repeat(61)}`, "", "symptom"],
    [`?symptom=${"x".repeat(5000)}`, "", "too long"],
    ["?%", ""],
  ]) {
    const { heard, settings: told } = await page(search);
    assert.equal(told(), settings, search);
    assert.equal(heard.length, refused ? 1 : 0, search);
    if (refused) assert.ok(heard[0].message.includes(refused), `${search}: ${heard[0].message}`);
  }
});

test("every kind of shell hears, and one that fails does no harm", async () => {
  const { tell } = await script("bridge/tell.js");
  const heard = [];
  const hear = (message) => heard.push(message);
  const fail = () => {
    throw new Error("the shell");
  };
  const ios = (postMessage) => ({ webkit: { messageHandlers: { loanCheckup: { postMessage } } } });
  for (const shell of [ios(hear), { LoanCheckupHost: { postMessage: (text) => hear(JSON.parse(text)) } }]) {
    globalThis.window = shell;
    tell("ready");
    assert.deepEqual(heard.splice(0), [{ version: 1, type: "ready" }]);
  }
  for (const shell of [{}, { webkit: {} }, { webkit: null, LoanCheckupHost: null }, ios(fail), { LoanCheckupHost: { postMessage: fail } }, { LoanCheckupHost: 1 }]) {
    globalThis.window = shell;
    assert.doesNotThrow(() => tell("step", { screens: 1 }));
  }
});
