// A copy of the program for one element.
//
// The build puts in `program`, which is the glue of the program as a function of what runs it.
import program from "program";
import { loadPlain, loadProgram } from "./files.js";

async function made(runner, module) {
  const copy = program(runner);
  await copy.init(module);
  return [copy, runner.RuntimeError];
}

/**
 * A copy of the program, and the kind of error that it crashes with. Where WebAssembly is missing or forbidden or its
 * file is spoilt, the same program runs as JavaScript.
 */
export const copyProgram = () =>
  loadProgram()
    .then((module) => made(WebAssembly, module))
    .catch(async () => made(await loadPlain()));
