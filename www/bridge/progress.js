// What the shell hears of the interview: what a page hears of the custom element.
import { tell } from "./tell.js";

let place;
let isQuiet;
let screens = 0;

/** The next thing that is shown is not the borrower's doing. */
export function hush(isAfresh) {
  isQuiet = true;
  if (isAfresh) screens = 0;
}

/** Tells of what is shown, if it is new. */
export function report(kind, screen, answered, remaining, outcome) {
  const isNew = place !== kind + screen;
  const isTold = isNew && !isQuiet;
  place = kind + screen;
  isQuiet = false;
  if (!isTold) return;
  if (!screens) tell("start");
  screens += 1;
  tell("step", { kind, screen, answered, remaining, screens });
  if (outcome) tell("complete", { outcome, answered, screens });
}
