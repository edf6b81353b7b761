// The memory of the program has grown: what still looks at the old one must notice, as with WebAssembly's memory.

/** Empties a buffer for whoever still has it. */
export function detach(buffer) {
  new MessageChannel().port1.postMessage(null, [buffer]);
}
