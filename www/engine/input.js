// Copies what a caller hands in before the program sees it: a value may be of any kind and may throw while it is
// read. What is copied is texts, lists of texts and rows; whether the names in them are right, the program says.
import { today } from "../settings/lines.js";

const CLOSING_LIST = "closing-list";

class WrongInput extends TypeError {}

/** Names a value without converting it, because that may throw as well. */
function kindOf(value) {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function wrong(place, expected, value) {
  return new WrongInput(`${place}: expected ${expected}, found ${kindOf(value)}`);
}

export function textOf(value, place, expected) {
  if (typeof value !== "string") throw wrong(place, expected, value);
  return value;
}

/** Runs what reads a value of the caller; whatever that throws becomes an error that names the place. */
function reading(place, read) {
  try {
    return read();
  } catch (error) {
    throw error instanceof WrongInput ? error : new WrongInput(`${place}: it cannot be read`);
  }
}

/** Names and values of an object, each value copied; one error names everything that is wrong. */
function entriesOf(given, place, expected, copyOf) {
  const isObject = reading(place, () => Object.prototype.toString.call(given) === "[object Object]");
  if (!isObject) throw wrong(place, expected, given);
  const entries = [];
  const faults = [];
  for (const name of reading(place, () => Object.keys(given))) {
    const inside = `${place}: \`${name}\``;
    try {
      const value = reading(inside, () => given[name]);
      if (value !== undefined) entries.push([name, reading(inside, () => copyOf(value, inside, name))]);
    } catch (error) {
      faults.push(error.message);
    }
  }
  if (faults.length > 0) throw new WrongInput(faults.join("; "));
  return entries;
}

function rowOf(row, place) {
  const { question, answer, holds = null } = Object(row);
  if (holds !== null && typeof holds !== "boolean") throw wrong(`${place}, holds`, "true, false or nothing", holds);
  return {
    question: textOf(question, `${place}, question`, "an id"),
    answer: textOf(answer, `${place}, answer`, "an id"),
    holds,
  };
}

function answerOf(value, place) {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) throw wrong(place, "an option or an amount in quotes, or a list of options", value);
  // Not with `map`, which leaves holes out.
  return Array.from(value, (one) => textOf(one, place, "options"));
}

function rowsOf(value, place) {
  if (!Array.isArray(value)) throw wrong(place, "a list of rows", value);
  return Array.from(value, (row) => rowOf(row, place));
}

/** The answers by name, as pairs. */
export const answersOf = (answers) =>
  entriesOf(answers, "answers", "an object of answers by question", (value, place, name) =>
    name === CLOSING_LIST ? rowsOf(value, place) : answerOf(value, place),
  );

/** The texts of a knowledge folder by path, as pairs. */
export const filesOf = (files) =>
  entriesOf(files, "files", "an object of TOML texts by path", (value, place) => textOf(value, place, "a text"));

/** A day as a text; without one, today where the caller is. */
export const dayOf = (day) => (day === undefined ? today() : textOf(day, "today", "a day such as 2026-11-21"));
