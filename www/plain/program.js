// Stands in for WebAssembly where there is none or a page forbids it: the same program as JavaScript, with the part
// of the interface that the glue uses. Loaded only then.
//
// The build puts in `program`, which is the function that wasm2js makes of the program, and the constant MARK, which
// stands in the stack of an error of this file.
import program from "program";

// Whatever goes wrong in the program has stopped it in the middle, as an error of this kind does in WebAssembly.
class RuntimeError extends Error {
  static [Symbol.hasInstance](error) {
    return error instanceof Error && String(error.stack).includes(MARK);
  }
}

/** In place of the global `WebAssembly`; each call of `instantiate` makes an independent copy of the program. */
export default {
  instantiate: async (module, imports) => ({ exports: program(imports) }),
  RuntimeError,
};
