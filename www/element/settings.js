// What the program is told: a line a setting, the values behind tabs.

const NAMES = { "product-name": "product", "lender-name": "lender", hotline: "hotline" };

/** The attributes that set the names in the texts. */
export const NAME_ATTRIBUTES = Object.keys(NAMES);

export function today() {
  const now = new Date();
  const two = (number) => `0${number}`.slice(-2);
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// One line: what it is about, and its values.
function line(about, values) {
  let text = about;
  for (const value of [].concat(values)) text += `\t${String(value).replace(/[\t\n\r]/g, " ")}`;
  return `${text}\n`;
}

function lines(kind, values) {
  let text = "";
  for (const name of Object.keys(values || {})) text += line(`${kind} ${name}`, values[name]);
  return text;
}

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
