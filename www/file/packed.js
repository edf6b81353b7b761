// What is packed in the page: deflated, in base64, in script elements of a type that no browser runs.
import { inflateSync } from "fflate";

/** The bytes in the element with this id. */
export function unpacked(id) {
  const text = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return inflateSync(bytes);
}

/** The text in the element with this id. */
export const textOf = (id) => new TextDecoder().decode(unpacked(id));
