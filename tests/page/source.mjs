// The page's own scripts as the build makes them, and what stands in for the browser around them.
import { join } from "node:path";
import { bundled, OLD } from "../../www/build/esbuild.mjs";

export const ROOT = new URL("../..", import.meta.url).pathname;

let count = 0;

/** A fresh copy of a script below www/ with all that it imports. */
export function script(path) {
  const text = bundled(join(ROOT, "www", path), OLD);
  count += 1;
  return import(`data:text/javascript;base64,${Buffer.from(`${text}\n// ${count}`).toString("base64")}`);
}

/** A storage as the browser has it, with room for so many characters. */
export class Storage {
  constructor(room = Infinity) {
    this.kept = new Map();
    this.room = room;
  }
  getItem(name) {
    return this.kept.has(name) ? this.kept.get(name) : null;
  }
  setItem(name, text) {
    const others = [...this.kept].filter(([other]) => other !== name);
    const length = others.reduce((sum, [, other]) => sum + other.length, String(text).length);
    if (length > this.room) throw new Error("no room");
    this.kept.set(name, String(text));
  }
  removeItem(name) {
    this.kept.delete(name);
  }
}
