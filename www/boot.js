// Starts the stand-alone page: loads the program and the wording side by side.
import { keep } from "./page/installed.js";
import { compiled } from "./program/compiled.js";
import { counted } from "./program/counted.js";
import { start } from "./page/start.js";

const { js, wasm, wording, bytes } = document.querySelector("script[data-wasm]").dataset;
let tries = 0;

// An engine may remember that a module could not be had.
const addressOf = (module) => (tries > 1 ? `${module}${module.includes("?") ? "&" : "?"}${tries}` : module);

// Nor is what arrived spoilt asked of a cache again.
const get = (address) => fetch(address, tries > 1 ? { cache: "reload" } : {});

async function loadText(address) {
  const response = await get(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

start(async (tell) => {
  tries += 1;
  const [glue, module, text] = await Promise.all([
    import(addressOf(js)),
    get(wasm)
      .then((response) => compiled(counted(response, bytes, tell)))
      .catch(() => undefined),
    loadText(wording),
  ]);
  try {
    await glue.default(module);
  } catch (error) {
    // There is no WebAssembly, it is forbidden, or its file is spoilt: the same program as JavaScript.
    self.WebAssembly = (await import(addressOf("./loan-checkup-plain.js"))).default;
    await glue.default();
  }
  return { mount: glue.mount, wording: text };
}).then(keep);
