// What an element tells the program.
import { line, lines, today } from "../settings/lines.js";

const NAMES = { "product-name": "product", "lender-name": "lender", hotline: "hotline" };

/** The attributes that set the names in the texts. */
export const NAME_ATTRIBUTES = Object.keys(NAMES);

/** The settings of an element, whose own answers and texts the page has given. */
export function settingsOf(element, { answers, wording }) {
  const names = {};
  for (const attribute of NAME_ATTRIBUTES) {
    const name = element.getAttribute(attribute);
    if (name) names[NAMES[attribute]] = name;
  }
  const symptom = element.getAttribute("symptom");
  const known = Object.assign(symptom ? { symptom } : {}, answers);
  return line("today", today()) + lines("name", names) + lines("answer", known) + lines("text", wording);
}

/** What the borrower had answered before a crash. */
export const keptAnswers = (answers) => lines("kept", answers);
