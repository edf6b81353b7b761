// A crash of a program shows as an error that nobody caught. It is put down to the element that was touched last.
import { FOLDER } from "./files.js";

const running = new Map();
let touched;

function onError({ error }) {
  const [Crash, onCrash] = running.get(touched) || [];
  if (onCrash && error instanceof Crash && String(error.stack).includes(FOLDER)) onCrash(error);
}

/** From now on this element is the one that is being used. */
export function touch(element) {
  touched = element;
}

/** Calls back when the element's program crashes, which shows as this kind of error; without a callback, no more. */
export function watch(element, Crash, onCrash) {
  if (onCrash) running.set(element, [Crash, onCrash]);
  else running.delete(element);
  if (touched === element) touched = undefined;
  if (running.size > 0) addEventListener("error", onError);
  else removeEventListener("error", onError);
}
