// Where the program comes from: beside the script, or from where the caller says.
import { compiled } from "../program/compiled.js";

const isNode = () => typeof process === "object" && Boolean(process && process.versions && process.versions.node);

const isModule = (given) => Object.prototype.toString.call(given) === "[object WebAssembly.Module]";

const isBytes = (given) => ArrayBuffer.isView(given) || Object.prototype.toString.call(given) === "[object ArrayBuffer]";

/** Beside the script, in the form that bundlers know. */
function ownAddress() {
  const address = new URL("loan-checkup-engine.wasm", import.meta.url);
  // A cache must not mix the files of two builds.
  if (/^http/.test(address.protocol)) address.search = BUILD;
  return address;
}

async function fromDisk(address) {
  // Bundlers for browsers must not look for it.
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ ["node:fs", "promises"].join("/"));
  return WebAssembly.compile(await readFile(/^file:/.test(address) ? new URL(address) : address));
}

/** The program, compiled: given as such or as bytes, or read from an address (a URL, or in Node a path). */
export async function loadProgram(given) {
  if (isModule(given)) return given;
  if (isBytes(given)) return WebAssembly.compile(given);
  if (given !== undefined && typeof given !== "string" && !(given instanceof URL)) {
    throw new TypeError("init: expected a module, its bytes or an address");
  }
  const address = given === undefined ? ownAddress() : given;
  try {
    return await (isNode() && !/^https?:/.test(address) ? fromDisk(address) : fetch(address).then(compiled));
  } catch (error) {
    throw new Error(`cannot load ${address}: ${error.message}`);
  }
}
