// The device's storage: a place for the record, and one for what was set aside from it.
// Every function throws where the browser refuses its storage.
import { isFresh, read } from "./record.js";

const asideOf = (name) => `${name}.aside`;

export const put = (name, text) => localStorage.setItem(name, text);

const drop = (name) => localStorage.removeItem(name);

export function wipe(name) {
  drop(asideOf(name));
  drop(name);
}

/** Keeps a text that cannot be used, as it is, for as long as a record: behind the time. */
export const setAside = (name, text) => put(asideOf(name), `${Date.now()} ${text}`);

/**
 * The record, as `read` of record.js gives it, with its text; an empty object where there is none. What is too old goes,
 * and what cannot be used as it is is set aside.
 */
export function open(name, rulebook, days) {
  const now = Date.now();
  if (!isFresh(parseFloat(localStorage.getItem(asideOf(name))), now, days)) drop(asideOf(name));
  const text = localStorage.getItem(name);
  if (text === null) return {};
  const found = read(text, rulebook, now, days);
  if (found.notice) {
    drop(name); // first, so that there is room
    if (found.notice !== "expired") setAside(name, text);
  }
  return Object.assign(found, { text });
}
