// What the program is told: a line a setting, the values behind tabs.

/** One line: what it is about, and its values. */
export function line(about, values) {
  let text = about;
  for (const value of [].concat(values)) text += `\t${String(value).replace(/[\t\n\r]/g, " ")}`;
  return `${text}\n`;
}

/** A line for each member of an object. */
export function lines(kind, values) {
  let text = "";
  for (const name of Object.keys(values || {})) text += line(`${kind} ${name}`, values[name]);
  return text;
}

/** The day, on which some rules depend, as in 2026-11-21. */
export function today() {
  const now = new Date();
  const two = (number) => `0${number}`.slice(-2);
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
