// Whether something is being pressed: a tap ends with a click, which finds its target only while that still stands there.

const DOWN = ["mousedown", "touchstart", "keydown"];
const UP = ["mouseup", "touchend", "touchcancel", "keyup", "click"];
const LONG_PRESS = 1000; // milliseconds: no tap any more, and its end may never be told
const CLICK_FOLLOWS = 100; // milliseconds: after a finger is lifted, where a click follows at all

/** Follows what is pressed in an element. */
export function nothingPressed(root) {
  const waiting = [];
  let isPressed = false;
  let timer;
  function down({ type }) {
    isPressed = true;
    clearTimeout(timer);
    if (type === "touchstart") timer = setTimeout(release, LONG_PRESS);
  }
  function up({ type }) {
    clearTimeout(timer);
    timer = setTimeout(release, type === "click" ? 0 : CLICK_FOLLOWS);
  }
  function release() {
    isPressed = false;
    for (const go of waiting.splice(0)) go();
  }
  for (const type of DOWN) root.addEventListener(type, down);
  for (const type of UP) addEventListener(type, up, true);
  return {
    /** Resolves at once, or when what is pressed is let go. */
    still: () => (isPressed ? new Promise((go) => waiting.push(go)) : Promise.resolve()),
    end() {
      for (const type of DOWN) root.removeEventListener(type, down);
      for (const type of UP) removeEventListener(type, up, true);
    },
  };
}
