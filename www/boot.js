// Starts the stand-alone page: loads the program and the wording side by side.
import { keep } from "./page/installed.js";
import { compiled } from "./program/compiled.js";
import { start } from "./page/start.js";

const { js, wasm, wording } = document.querySelector("script[data-wasm]").dataset;

async function loadText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

start(async () => {
  const [glue, module, text] = await Promise.all([
    import(js),
    fetch(wasm).then(compiled).catch(() => undefined),
    loadText(wording),
  ]);
  try {
    await glue.default(module);
  } catch (error) {
    // There is no WebAssembly, it is forbidden, or its file is spoilt: the same program as JavaScript.
    self.WebAssembly = (await import("./loan-checkup-plain.js")).default;
    await glue.default();
  }
  return { mount: glue.mount, wording: text };
}).then(keep);
