// How an element gets its look. A shared style sheet stays when an element is moved; a link would load again.
import { linkToLook, loadLook } from "./files.js";

/** Gives a shadow root its look, once. */
export async function dress(root) {
  if (root.adoptedStyleSheets) {
    root.adoptedStyleSheets = [await loadLook()];
  } else if (!root.querySelector("link")) {
    const link = linkToLook();
    root.insertBefore(link, root.firstChild);
    await new Promise((done) => (link.onload = link.onerror = done));
  }
}
