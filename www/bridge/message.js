// What comes in from a native shell, or with the address of the page: read, checked, never trusted.
import { VERSION } from "./tell.js";

/** Characters of a whole message, and of a text in it. */
const LONGEST = 2000;
const LONGEST_TEXT = 60;
/** Controls, and signs that turn the direction of a text. */
const UNSEEN = /\p{C}/gu;
/** Whoever makes a link chooses what is in it: a few words, no number to call. */
const HARMLESS = /^(?!(.*\p{N}){5})[\p{L}\p{N} ·-]{1,24}$/u;

const isText = (value) => typeof value === "string" && value.length <= LONGEST_TEXT;
const oneOf = (...values) => (value) => values.includes(value);

const CHECKS = {
  __proto__: null,
  version: oneOf(VERSION),
  type: oneOf("set", "back", "reset"),
  symptom: isText,
  productName: isText,
  lenderName: isText,
  hotline: isText,
  theme: oneOf("auto", "light", "dark"),
  fontScale: (value) => typeof value === "number" && value >= 0.8 && value <= 2,
};

/**
 * A message of a shell, as JSON or as an object: a plain object whose fields can all be used.
 *
 * @throws {Error} that names the field that cannot be used
 */
export function readMessage(raw) {
  // An object may be anything; what its JSON says is plain.
  const json = typeof raw === "string" ? raw : JSON.stringify(raw) || "";
  if (json.length > LONGEST) throw Error("too long");
  const message = Object(JSON.parse(json));
  const names = Object.keys(message);
  for (const name of ["version", "type"].concat(names)) {
    const isGood = CHECKS[name];
    const isOdd = message.type !== "set" && names.length > 2;
    if (!isGood || !isGood(message[name]) || isOdd) throw Error(`cannot use ${name.slice(0, LONGEST_TEXT)}`);
    if (isGood === isText) message[name] = message[name].replace(UNSEEN, "");
  }
  return message;
}

/**
 * What the address of the page sets, as in `?symptom=one-yuan-cap&product-name=…&theme=dark&font-scale=1.3`, as a
 * message. Lender and hotline are not among it: whoever makes a link could put in a number of theirs.
 *
 * @throws {Error} that names what cannot be used
 */
export function readAddress(search) {
  const query = new URLSearchParams(search);
  const [symptom, productName, theme, scale] = ["symptom", "product-name", "theme", "font-scale"].map((name) => query.get(name) || undefined);
  if (productName && !HARMLESS.test(productName)) throw Error("cannot use product-name");
  const fontScale = scale && Number(scale);
  return readMessage({ version: VERSION, type: "set", symptom, productName, theme, fontScale });
}
