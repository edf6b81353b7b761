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

/** Ready markup, in which a selector finds something: a document, because a page may forbid to make markup of text. */
export const loadMarkup = (name, selector) =>
  keep(
    name,
    () =>
      new Promise((done, fail) => {
        const request = new XMLHttpRequest();
        request.open("GET", address(name));
        request.responseType = "document";
        request.onload = () => {
          const markup = request.response;
          if (markup && markup.querySelector(selector)) done(markup);
          else fail(request.status);
        };
        request.onerror = fail;
        request.send();
      }),
  );

/** The ready screens and the failure screen. */
export const loadShell = (locale) => loadMarkup(`shell/${locale}.html`, "[data-screen=failure]");

/** The same with a page's own texts; most pages have none. */
export async function loadTexts(shell, texts) {
  const [{ withTexts }, ...markup] = await Promise.all([import(address("texts.js")), shell, loadShell("keys")]);
  return withTexts(...markup, texts);
}

/** What keeps answers; most pages do without. */
export const loadKeeping = () => import(address("keeping.js"));

// One that does not know this needs more rules.
const LOOK = CSS.supports("inset", "0") ? "loan-checkup.css" : "loan-checkup-old.css";

/** The look; one for all elements. */
export const loadLook = () =>
  keep("look", async () => {
    const look = new CSSStyleSheet();
    look.replaceSync(await (await get(LOOK)).text());
    return look;
  });

/** A link to the look, for engines without style sheets of their own making. */
export function linkToLook() {
  return Object.assign(document.createElement("link"), { rel: "stylesheet", href: address(LOOK) });
}
