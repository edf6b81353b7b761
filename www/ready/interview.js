// The interview of the ready screens: what was answered, and what is shown then. It knows no document, and of the rules
// only what stands in the markup.

/** What is chosen where the borrower does not know. */
export const UNSURE = "unsure";

// What stands on the path for a screen that is not ready.
const OTHER = undefined;

/**
 * `known` are answers that need not be asked: the options by question.
 *
 * The rules, made of the rulebook: `screens` in their order, each with its questions; `symptom`, the question on whose
 * options, the `symptoms`, it depends what is `offered`, as a set of bits, and which of them another
 * answer `tells`; the option that stands `alone`, by question; what is asked `after` a warning; the
 * `signs` that warn, which `warnings` follow from each set of them, what the `findings` and the steps (`plans`) of these
 * are, and for which symptoms one can be `doubted`;
 * `toCome`, about how many screens follow the ready ones.
 */
export function readyInterview(rules, known) {
  const { after } = rules;
  const answers = Object.assign({}, known);
  const path = []; // screens, and what stands for one that is not ready
  let at = 0; // the place on the path; behind its end stands the warning
  let isElsewhere = false; // what comes is not ready, and stands at no place
  let wasWarned = false;
  let remaining; // about how many screens were to come when the place was reached
  let asked; // and how many had been answered

  const answerTo = (question) => answers[question] || [];
  function symptom() {
    const [said = UNSURE] = answerTo(rules.symptom);
    const tells = (question) => answerTo(question).map((option) => rules.tells[question][option]);
    return said !== UNSURE ? said : [].concat(...Object.keys(rules.tells).map(tells)).find(Boolean) || UNSURE;
  }
  const questionsOf = (screen) =>
    after && screen === after.screen ? [after.question] : rules.screens.find(([id]) => id === screen)[1];
  const isAnswered = (screen) => questionsOf(screen).every((question) => answers[question]);
  const screens = () => rules.screens.map(([screen]) => screen).concat(after ? after.screen : []);
  const open = () => rules.screens.filter(([screen]) => !isAnswered(screen));

  function isOffered(question, option) {
    const set = (rules.offered[question] || {})[option];
    return !set || symptom() === UNSURE || (set >> rules.symptoms.indexOf(symptom())) % 2 === 1;
  }

  // The number of the warning that the answers lead to, or 0.
  function warning() {
    let signs = 0;
    rules.signs.forEach(([question, option], bit) => {
      if (answerTo(question).includes(option) && isOffered(question, option)) signs |= 1 << bit;
    });
    return parseInt(rules.warnings[signs], 36);
  }

  const canBeDoubted = () => warning() > 0 && rules.doubted[warning() - 1].includes(symptom());

  // While a warning stands, no way leads back to what was only looked at.
  const isDone = (screen) => screen !== OTHER && isAnswered(screen);
  const asks = (screen) => !warning() || isDone(screen);

  // Puts a screen at the end of the path, and goes there.
  function append(screen) {
    if (path.includes(screen)) path.splice(path.indexOf(screen), 1);
    at = path.push(screen) - 1;
  }

  function toEnd() {
    isElsewhere = !warning();
    if (!isElsewhere) path.splice(0, path.length, ...path.filter(isDone));
    wasWarned = wasWarned || !isElsewhere;
    at = path.length;
  }

  function onToNext() {
    if (warning()) toEnd();
    else append(open().length > 0 ? open()[0][0] : OTHER);
  }

  // What is told of a place is what held when it was reached. A warning ends the asking, also one that is being taken back.
  function arrive() {
    remaining = warning() ? 0 : open().length + rules.toCome;
    asked = screens().filter(isAnswered).length;
  }

  onToNext();
  arrive();

  return {
    answers,
    symptom,
    isOffered,

    /** What is shown: a screen with an id, a warning with its number, or neither where it is not ready. */
    shown() {
      const screen = isElsewhere ? undefined : path[at];
      const number = !isElsewhere && at === path.length ? warning() : 0;
      return {
        kind: number ? "stop-scam" : screen ? "question" : "waiting",
        screen: screen || "",
        warning: number - 1,
        outcome: number ? "stop-scam" : "",
        canBeDoubted: number > 0 && canBeDoubted(),
        isAfterWarning: Boolean(after && answers[after.question]),
        answered: Object.keys(answers).length,
        asked,
        remaining,
        canGoBack: number > 0 || at > 0 || isElsewhere,
      };
    },

    choose(question, option) {
      const isAssumed = after && question === after.question && option === UNSURE;
      answers[question] = [isAssumed ? after.assumed : option];
    },

    /** Ticks or unticks; what excludes it gives way. */
    toggle(question, option) {
      const chosen = answerTo(question);
      const isAlone = (one) => one === UNSURE || one === rules.alone[question];
      const others = chosen.filter((other) => other !== option && !isAlone(other));
      if (!chosen.includes(option)) answers[question] = isAlone(option) ? [option] : others.concat(option);
      else if (others.length > 0) answers[question] = others;
      else delete answers[question];
    },

    /** On from a screen; false where something has no answer yet. */
    goOn() {
      if (!path[at]) return true;
      const isWarned = warning() > 0;
      if (!isAnswered(path[at]) && !isWarned) return false;
      if (!isWarned && wasWarned && after && !answers[after.question]) {
        // Until it is answered the worst is assumed.
        answers[after.question] = [after.assumed];
        append(after.screen);
      } else if (!isWarned && at + 1 < path.length) at += 1;
      else onToNext();
      arrive();
      return true;
    },

    goBack() {
      // From the list of the answers to where it was opened; from anywhere else to the place before that still asks.
      if (!isElsewhere || at === path.length) {
        let before = at - 1;
        while (before >= 0 && !asks(path[before])) before -= 1;
        at = before < 0 ? at : before;
      }
      isElsewhere = false;
      arrive();
    },

    /** To something that is not ready: `continue` leads to a place on the path, `finish` behind its end, `review` aside. */
    leave(word) {
      if (word === "continue") append(OTHER);
      else if (word === "finish") toEnd();
      else isElsewhere = true;
      arrive();
    },
  };
}
