// Which locale of those in the file is shown.
import { DEFAULT, localeFor } from "../element/locale.js";
import { textOf } from "./packed.js";

/** What the address asks for with `?locale=`, else what the reader's languages ask for first, else the default. */
export function chosenLocale() {
  const asked = /[?&]locale=([\w-]+)/.exec(location.search);
  for (const tag of (asked ? [asked[1]] : []).concat(navigator.languages || [])) {
    const locale = localeFor(tag);
    if (locale) return locale;
  }
  return DEFAULT;
}

/** Puts the ready markup of a locale in place of the default's; whether it is another one. */
export function wear(locale) {
  if (locale === DEFAULT) return false;
  const ready = new DOMParser().parseFromString(textOf(`page-${locale}`), "text/html");
  document.documentElement.lang = locale;
  document.title = ready.title;
  for (const id of ["checkup", "checkup-ready", "checkup-failure", "keeping"]) {
    const place = document.getElementById(id);
    place.parentNode.replaceChild(document.importNode(ready.getElementById(id), true), place);
  }
  return true;
}
