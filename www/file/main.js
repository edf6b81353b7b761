// Starts the page that is one file: everything is in it, packed, and nothing is loaded.
//
// The build puts in `program`, which is the glue of the program, and the constants LOCALES, the default first, and
// PLAIN, whether the program as JavaScript is in the file.
import init, { mount } from "program";
import { start } from "../page/start.js";
import { chosenLocale, wear } from "./locale.js";
import { textOf, unpacked } from "./packed.js";

// The text of this script stands in the page's policy by its hash, so that it runs and nothing else does.
function addPlainProgram() {
  const script = document.createElement("script");
  script.text = textOf("plain");
  document.head.appendChild(script);
}

async function startProgram() {
  try {
    await init(unpacked("program"));
  } catch (error) {
    // There is no WebAssembly, or something here forbids it.
    addPlainProgram();
    await init();
  }
}

const locale = chosenLocale();
if (wear(locale)) self.loanCheckupPage.open();
start(async () => {
  const wording = textOf(`wording-${locale}`);
  await startProgram();
  return { mount, wording };
});
