// Between the page and a native shell around it. The shell calls `loanCheckup.receive`, and hears of what `tell` tells.
import { line } from "../settings/lines.js";
import { readAddress, readMessage } from "./message.js";
import { VERSION, tell } from "./tell.js";

const SIZE = "--checkup-size";
const LINES = {
  productName: "name product",
  lenderName: "name lender",
  hotline: "name hotline",
  symptom: "answer symptom",
};

/** What the shell has set, by the address and since. */
let set = {};

/** The settings of the shell as lines for the program. What is empty is not set. */
export function settings() {
  let text = "";
  for (const name of Object.keys(LINES)) if (set[name]) text += line(LINES[name], set[name]);
  return text;
}

// The look does not wait for the program. What was never set is left alone: a touch costs the first screen a drawing.
function dress() {
  const { dataset, style } = document.body;
  const { theme = dataset.theme && "auto", fontScale } = set;
  if (theme) dataset.theme = theme;
  if (style.length > 0) style.removeProperty(SIZE);
  if (!fontScale) return;
  const size = getComputedStyle(document.body).getPropertyValue(SIZE);
  style.setProperty(SIZE, `calc(${size} * ${fontScale})`);
}

/**
 * Listens to the shell. `actions` has what it may ask for: `set` takes over the settings, `reset` begins afresh, and
 * `back` goes back and says whether it could.
 */
export function listen(actions) {
  const receive = (raw, read = readMessage) => {
    const before = set;
    try {
      const message = read(raw);
      const { type } = message;
      if (type === "set") set = Object.assign({}, set, message);
      const isDone = actions[type]() !== false;
      if (!isDone) tell("close");
      dress();
      return isDone;
    } catch ({ message }) {
      set = before;
      tell("error", { code: "message", message });
      return false;
    }
  };
  receive(location.search, readAddress);
  window.loanCheckup = { version: VERSION, receive: (raw) => receive(raw) };
}
