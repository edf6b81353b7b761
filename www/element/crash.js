// A crash of a program shows as an error that nobody caught. It is put down to the element that was touched last.
import { FOLDER } from "./files.js";

const running = new Map();
let touched;

function onError({ error }) {
  const isOurs = error instanceof WebAssembly.RuntimeError && String(error.stack).includes(FOLDER);
  if (isOurs && running.has(touched)) running.get(touched)(error);
}

/** From now on this element is the one that is being used. */
export function touch(element) {
  touched = element;
}

/** Calls back when the element's program crashes; without a callback, no more. */
export function watch(element, onCrash) {
  if (onCrash) running.set(element, onCrash);
  else running.delete(element);
  if (touched === element) touched = undefined;
  if (running.size > 0) addEventListener("error", onError);
  else removeEventListener("error", onError);
}
