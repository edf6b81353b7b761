// What is kept on the device: the answers, when they were given, and the rules that they were given to.
// Nothing here touches a page or a storage.

const FORMAT = 1;
const DAY = 24 * 60 * 60 * 1000; // milliseconds
/** By how much a clock may have been put right between two visits without a record becoming one of the future. */
const SLACK = DAY;
/** An id or an amount; whether there is such a thing, the program says. */
const WORD = /^[a-z0-9][a-z0-9.-]*$/;

/** Whether something was saved not longer ago than some days; times are in milliseconds. */
export const isFresh = (saved, now, days) => now - saved <= days * DAY;

/** A record as a text. `rulebook` has the version and the hash of the rules, `now` is in milliseconds. */
export const write = (answers, rulebook, now) => JSON.stringify({ format: FORMAT, rulebook, saved: now, answers });

/**
 * What a text of `write` says: the answers from which one can go on, and a notice where that is not all:
 * `damaged`; `expired`; `renewed` where other rules are in force by now. It never throws.
 */
export function read(text, rulebook, now, days) {
  try {
    const { format, rulebook: then, saved, answers } = JSON.parse(text);
    const isAnswer = (name) => [name].concat(answers[name]).every((word) => WORD.test(word));
    if (format === FORMAT && typeof saved === "number" && saved <= now + SLACK && Object.keys(answers).every(isAnswer)) {
      if (!isFresh(saved, now, days)) return { notice: "expired" };
      return { answers, notice: then.hash === rulebook.hash ? "" : "renewed" };
    }
  } catch (error) {
    // Not what is written here.
  }
  return { notice: "damaged" };
}
