// The program takes over when nothing is pressed, so that no tap is lost.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { script } from "./source.mjs";

const page = new EventTarget();
globalThis.addEventListener = page.addEventListener.bind(page);
globalThis.removeEventListener = page.removeEventListener.bind(page);
const { nothingPressed } = await script("ready/pressed.js");

/** Whether it is still after these events, each with the milliseconds that pass after it. */
async function isStill(...events) {
  mock.timers.enable({ apis: ["setTimeout"] });
  const root = new EventTarget();
  const pressed = nothingPressed(root);
  for (const [type, milliseconds] of events) {
    const event = new Event(type);
    root.dispatchEvent(event);
    page.dispatchEvent(new Event(type));
    mock.timers.tick(milliseconds);
  }
  let isDone = false;
  pressed.still().then(() => (isDone = true));
  for (let turn = 0; turn < 5; turn += 1) await null;
  pressed.end();
  mock.timers.reset();
  return isDone;
}

for (const [what, expected, ...events] of [
  ["nothing was touched", true],
  ["a finger is down", false, ["touchstart", 900]],
  ["a finger was lifted, and its click may follow", false, ["touchstart", 50], ["touchend", 50]],
  ["a finger was lifted and clicked", true, ["touchstart", 50], ["touchend", 10], ["mousedown", 0], ["mouseup", 0], ["click", 1]],
  ["a finger was lifted and no click followed", true, ["touchstart", 50], ["touchend", 101]],
  ["a finger is down too long for a tap", true, ["touchstart", 1001]],
  ["a swipe has ended", true, ["touchstart", 300], ["touchcancel", 101]],
  ["a mouse button is down", false, ["mousedown", 5000]],
  ["a mouse button was clicked", true, ["mousedown", 80], ["mouseup", 0], ["click", 1]],
  ["a key is down", false, ["keydown", 5000]],
  ["a key was let go", true, ["keydown", 50], ["keyup", 101]],
  ["a second finger came down at once", false, ["touchstart", 50], ["touchend", 50], ["touchstart", 60]],
]) {
  test(`${what}: ${expected ? "still" : "not still"}`, async () => assert.equal(await isStill(...events), expected));
}
