// What the element loads, each file once for all elements of a page, and again after a failure.
// The build puts in the constant BUILD, so that files of two builds are never mixed by a cache.
import { compiled } from "../program/compiled.js";

export const FOLDER = new URL(".", import.meta.url).href;

const kept = {};

function keep(name, load) {
  kept[name] = kept[name] || load().catch((error) => {
    delete kept[name];
    throw error;
  });
  return kept[name];
}

const address = (name) => `${FOLDER}${name}?${BUILD}`;

async function get(name) {
  const response = await fetch(address(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

/** The program, compiled; each element makes an independent copy of it. */
export const loadProgram = () =>
  keep("program", () => fetch(address("loan-checkup.wasm")).then(compiled));

/** What runs the program as JavaScript, in place of WebAssembly. */
export const loadPlain = async () => (await import(address("loan-checkup-plain.js"))).default;

/** The packed wording of a locale. */
export const loadWording = (locale) =>
  keep(`wording ${locale}`, async () => (await get(`wording/${locale}.txt`)).text());

/** The ready first question and the failure screen: a document, because a page may forbid to make markup of text. */
export const loadShell = (locale) =>
  keep(
    `shell ${locale}`,
    () =>
      new Promise((done, fail) => {
        const request = new XMLHttpRequest();
        request.open("GET", address(`shell/${locale}.html`));
        request.responseType = "document";
        request.onload = () => {
          const shell = request.response;
          if (shell && shell.querySelector("[data-screen=failure]")) done(shell);
          else fail(request.status);
        };
        request.onerror = fail;
        request.send();
      }),
  );

/** The look; one for all elements. */
export const loadLook = () =>
  keep("look", async () => {
    const look = new CSSStyleSheet();
    look.replaceSync(await (await get("loan-checkup.css")).text());
    return look;
  });

/** A link to the look, for engines without style sheets of their own making. */
export function linkToLook() {
  return Object.assign(document.createElement("link"), { rel: "stylesheet", href: address("loan-checkup.css") });
}
