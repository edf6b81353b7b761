// What is told of an interview: by a custom element to its page, by a page of its own to the shell around it.

/** Follows an interview. `tell(type, details)` hears of `start`, `step` and `complete`: ids and counts, no answer. */
export function followProgress(tell) {
  let place;
  let isQuiet;
  let screens = 0;
  return {
    /** The next thing that is shown is not the borrower's doing. */
    hush(isAfresh) {
      isQuiet = true;
      if (isAfresh) screens = 0;
    },
    /** Tells of what is shown, if it is new; that the program is waited for is no part of the interview. */
    report(kind, screen, answered, remaining, outcome) {
      if (kind === "waiting") return;
      const isTold = place !== kind + screen && !isQuiet;
      place = kind + screen;
      isQuiet = false;
      if (!isTold) return;
      if (!screens) tell("start", {});
      screens += 1;
      tell("step", { kind, screen, answered, remaining, screens });
      if (outcome) tell("complete", { outcome, answered, screens });
    },
  };
}
