// Keeps the borrower's answers on the device, where the borrower or the page wants that, and lets the borrower wipe them.
// Wherever storage is refused, the checkup goes on without it and the borrower is told.
import { write } from "./record.js";
import { open, put, setAside, wipe } from "./store.js";

/**
 * Opens what is kept. `area` holds the ready control, which names the rules; `name` is the key in the device's storage;
 * `isByItself` says that answers are kept without a word of the borrower; `turned` hears when the borrower turns it on
 * or off.
 */
export function openKeeping(area, name, isByItself, turned = () => {}) {
  const [box, button, status] = ["input", "button", "[role=status]"].map((part) => area.querySelector(part));
  const parts = button.parentNode;
  const words = parts.dataset;
  const rules = { version: words.version, hash: words.hash };
  let isOn = isByItself;
  let found = {};
  let said = () => ({}); // the answers, which are made for this anew

  const save = () => put(name, write(said(), rules, Date.now()));

  // What is said stays until there is something else to say.
  const say = (notice) => (status.textContent = words[notice] || "");

  function show() {
    box.checked = isOn;
    if (isOn) parts.appendChild(button);
    else button.remove();
  }

  // What the storage refuses is not tried again; and old answers without the new ones would be of no use.
  function attempt(act) {
    try {
      act();
    } catch (error) {
      if (isOn) say("refused");
      isOn = false;
      try {
        wipe(name);
      } catch (again) {
        // Then nothing was ever kept.
      }
    }
    show();
  }

  function turn(on) {
    isOn = on;
    if (!on) found = {};
    say(on ? "" : "wiped");
    attempt(() => {
      if (on) save();
      else wipe(name);
      turned(on);
    });
    box.focus(); // the button may be gone
  }

  box.onchange = () => turn(box.checked);
  button.onclick = () => turn(false);
  // Wiped in another tab, it is not to come back from this one.
  const onStorage = ({ key, newValue }) => {
    if (key === name && !newValue) isOn = false;
    show();
  };
  addEventListener("storage", onStorage);
  attempt(() => {
    found = open(name, rules, words.days);
    isOn = isByItself || ("text" in found && found.notice !== "expired");
    const { answers } = found;
    if (answers) said = () => answers; // until others are shown
    say(found.notice);
  });
  area.hidden = false;

  return {
    /** The answers to begin with. What was answered meanwhile on the ready screens counts more. */
    begin(answered) {
      const kept = found.answers;
      if (kept) for (const question of answered) delete kept[question];
      return kept;
    },
    /** Hears what is shown, each time anything changes, and asks for the answers where they are wanted. The warning of
     * fraud stands alone. */
    follow(kind, now) {
      const { text, notice, answers: kept } = found;
      found = {};
      said = now;
      area.hidden = kind === "stop-scam";
      attempt(() => {
        if (kept && !notice) {
          const known = now();
          if (Object.keys(kept).some((question) => !(question in known))) {
            setAside(name, text);
            say("damaged");
          }
        }
        if (isOn) save();
      });
    },
    close: () => removeEventListener("storage", onStorage),
  };
}
