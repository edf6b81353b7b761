// Lets an element keep answers; loaded only where the page has set `save`.
import { openKeeping } from "../keeping/keeping.js";

/**
 * Opens what is kept for an element and puts the control below the checkup. `words` brings the packed wording, which
 * names the rules; `load` brings a ready part of a page.
 */
export async function open(element, locale, words, load) {
  const [{ text }, ready] = await Promise.all([words, load(`keeping/${locale}.html`, "[data-days]")]);
  const root = element.shadowRoot;
  const area = Object.assign(document.createElement("div"), { className: "frame" });
  area.appendChild(document.importNode(ready.body.firstElementChild, true));
  root.insertBefore(area, root.querySelector("slot[name=footer]"));
  const name = ["loan-checkup", element.id].filter(Boolean).join(".");
  const off = `${name}.off`;
  const [hash] = /\S+$/m.exec(text); // the first line ends with it
  const { dataset } = area.querySelector("[data-days]");
  if (dataset.hash !== hash) delete dataset.version; // the page's own rulebook
  dataset.hash = hash;
  const isByItself = element.getAttribute("save") !== "ask";
  const keeping = openKeeping(area, name, isByItself && !isThere(off), (on) => {
    if (on || !isByItself) localStorage.removeItem(off);
    else localStorage.setItem(off, "");
  });
  return Object.assign(keeping, {
    end() {
      keeping.close();
      area.remove();
    },
  });
}

/** Whether the borrower has turned it off; what cannot be read is dealt with where it is written. */
function isThere(name) {
  try {
    return localStorage.getItem(name) !== null;
  } catch (error) {
    return false;
  }
}
