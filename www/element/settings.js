// What an element tells the program.
import { line, lines, today } from "../settings/lines.js";

const NAMES = { "product-name": "product", "lender-name": "lender", hotline: "hotline" };

/** The attributes that set the names in the texts. */
export const NAME_ATTRIBUTES = Object.keys(NAMES);

/** The names that the page sets, by placeholder. */
export function namesOf(element) {
  const names = {};
  for (const attribute of NAME_ATTRIBUTES) {
    const name = element.getAttribute(attribute);
    if (name) names[NAMES[attribute]] = name;
  }
  return names;
}

/** The answers that the page sets. */
export function knownOf(element, { answers }) {
  const symptom = element.getAttribute("symptom");
  return Object.assign(symptom ? { symptom } : {}, answers);
}

/** The settings of an element, whose own answers and texts the page has given. */
export function settingsOf(element, given) {
  const [names, known] = [namesOf(element), knownOf(element, given)];
  return line("today", today()) + lines("name", names) + lines("answer", known) + lines("text", given.wording);
}

/** What the borrower had answered before a crash. */
export const keptAnswers = (answers) => lines("kept", answers);
