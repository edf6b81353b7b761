// The reasoning without any screen: for teams that draw their own, and for their tests; in a browser and in Node.
// www/engine.d.ts has the types.
//
// The build puts in `program`, which is the glue of the program, and the constants BUILD and VERSION.
import start, { diagnose as explain, nextQuestion as ask, seal as pack } from "program";
import { answersOf, dayOf, filesOf, textOf } from "./engine/input.js";
import { loadProgram } from "./engine/load.js";

let loading;
let isLoaded = false;

/** Which program and which rulebook this is; known before anything is loaded. */
export const version = Object.freeze(VERSION);

/** Loads the program, once; after a failure another call tries again. */
export default function init(moduleOrPath) {
  loading =
    loading ||
    loadProgram(moduleOrPath)
      .then(start)
      .then(() => void (isLoaded = true))
      .catch((error) => {
        loading = undefined;
        throw error;
      });
  return loading;
}

function mustBeLoaded() {
  if (!isLoaded) throw new Error("the program is not loaded: `await init()` comes first");
}

/** What `loan-checkup explain --json` prints for these answers on this day. */
export function diagnose(answers, today) {
  mustBeLoaded();
  return explain(answersOf(answers), dayOf(today));
}

/** What is asked next, or null. */
export function nextQuestion(answers, today) {
  mustBeLoaded();
  return ask(answersOf(answers), dayOf(today));
}

/** Checks another rulebook, and packs it with its wording of one locale for the element. */
export function seal(files, locale) {
  mustBeLoaded();
  const done = pack(filesOf(files), textOf(locale, "locale", "a locale such as zh-CN"));
  if (!done.problems) return done;
  throw Object.assign(new Error(done.message), { problems: done.problems });
}
