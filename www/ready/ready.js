// Moves between the screens that stand ready in the page, until the program takes over: a borrower reads and answers
// while it arrives. It knows no question, option or sentence; all that it needs stands in the markup, made of the rules.
//
// What the borrower does is written down in the program's own words, and the program does it once more: what it knows
// better, such as what is asked next, comes from there.
import { line } from "../settings/lines.js";
import { readyInterview, UNSURE } from "./interview.js";
import { nothingPressed } from "./pressed.js";

/** What `handOver` says where no ready screen was shown. */
export const UNTOUCHED = { answered: [], did: "", restore() {} };

// The element of a ready screen that says which one it is.
const partOf = (screen) => screen.querySelector("[data-screen]");
const all = (place, selector) => Array.from(place.querySelectorAll(selector));
const optionOf = (question, option) => `[data-question="${question}"] input[value="${option}"]`;

/**
 * Opens the ready screens in an element, of which the first stands there; `template` holds the others, `known` what need
 * not be asked, the options by question. `page` hears what is `shown` whenever that changes, and is asked to `retry`.
 * Nothing is opened where a ready screen cannot be shown for sure.
 */
export function openReady(root, template, known, page) {
  const rules = JSON.parse(template.dataset.rules);
  const frame = root.firstElementChild;
  const screens = [frame.cloneNode(true)].concat(Array.from(template.content.children));
  const ofKind = (kind, id) => {
    const is = ({ dataset }) => dataset.screen === kind && (!id || dataset.screenId === id);
    return screens.filter((screen) => is(partOf(screen)));
  };
  const hasOption = (question, option) => screens.some((screen) => screen.querySelector(optionOf(question, option)));

  const isManyOf = (question) => screens.some((screen) => screen.querySelector(`[data-question="${question}"] [type=checkbox]`));

  // What cannot be used the program refuses.
  const usable = {};
  for (const question of Object.keys(known)) {
    const options = [].concat(known[question]);
    if (options.every((option) => hasOption(question, option))) usable[question] = options;
  }
  const interview = readyInterview(rules, usable);
  let now = interview.shown();
  if (now.kind === "waiting" || rules.needs.some((question) => question in known)) return null;

  const done = [];
  let isByKey = false;
  let furthest = 0;
  let isFailed = false;
  let loaded = 0; // of what loads, in hundredths

  function templateOf({ kind, screen }) {
    if (kind === "question") return ofKind(kind, screen)[0];
    return ofKind(isFailed && kind === "waiting" ? "failure" : kind)[0];
  }

  // A copy of a screen as it is with these answers.
  function drawn() {
    const shown = templateOf(now).cloneNode(true);
    const part = partOf(shown);
    const leaveOut = (selector) => all(part, selector).forEach((each) => each.remove());
    for (const input of all(part, "input")) {
      const question = questionOf(input);
      input.checked = (interview.answers[question] || []).includes(input.value);
      if (!interview.isOffered(question, input.value)) input.closest("label").remove();
    }
    if (!now.canBeDoubted) leaveOut("[data-action=continue]");
    if (!now.remaining) leaveOut("[data-action=finish]");
    if (!now.canGoBack) leaveOut("[data-action=back], [data-action=review]");
    if (now.kind === "stop-scam") {
      keepOnly(part, "cause", rules.findings[now.warning].map(({ cause }) => cause));
      keepOnly(part, "remedy", rules.plans[now.warning]);
    }
    if (isFailed && now.kind === "waiting") keepOnly(part, "remedy", rules.steps[interview.symptom()]);
    all(shown, "[data-taken-back]").forEach((each) => each.remove());
    if (now.isAfterWarning && now.kind === "question") {
      const line = ofKind("question", rules.after.screen)[0].querySelector("[data-taken-back]");
      shown.insertBefore(line.cloneNode(true), part);
    }
    if (now.kind === "question") {
      showProgress(part);
      shown.lastElementChild.textContent = rules.progress[now.remaining];
    }
    return shown;
  }

  function showProgress(part) {
    furthest = Math.max(furthest, Math.floor((now.asked * 100) / Math.max(now.asked + now.remaining, 1)));
    part.querySelector("progress").value = furthest;
    part.querySelector(".progress__text").textContent = rules.progress[now.remaining];
  }

  // Of all reasons, or all steps, these, in their order.
  function keepOnly(part, name, ids) {
    const elements = all(part, `[data-${name}]`);
    const { parentNode } = elements[0];
    const after = elements[elements.length - 1].nextSibling;
    elements.forEach((each) => each.remove());
    for (const id of ids) parentNode.insertBefore(elements.find(({ dataset }) => dataset[name] === id), after);
  }

  // The live region stays, so that what it says is announced.
  function draw() {
    const shown = drawn();
    const live = frame.lastElementChild;
    const said = shown.lastElementChild;
    while (frame.firstChild !== live) frame.firstChild.remove();
    while (shown.firstChild !== said) frame.insertBefore(shown.firstChild, live);
    live.textContent = said.textContent;
    showLoaded();
  }

  function go() {
    now = interview.shown();
    draw();
    toHeading(frame);
    page.shown(now);
  }

  function goOn(isAskedFor) {
    if (interview.goOn()) go();
    else if (isAskedFor) refuse();
  }

  // Says which question has no answer yet.
  function refuse() {
    for (const question of all(frame, "[data-question]")) {
      if (interview.answers[question.dataset.question] || question.querySelector(".error")) continue;
      const error = document.createElement("p");
      error.className = "error";
      error.textContent = rules.missing;
      question.insertBefore(error, question.querySelector("label"));
    }
    frame.lastElementChild.textContent = rules.missing;
  }

  // What was chosen of a question is what its inputs show.
  function settle(question) {
    const area = frame.querySelector(`[data-question="${question}"]`);
    const chosen = interview.answers[question] || [];
    for (const input of all(area, "input")) input.checked = chosen.includes(input.value);
    all(area, ".error").forEach((error) => error.remove());
  }

  function choose(input) {
    const question = questionOf(input);
    const isRadio = input.type === "radio";
    const word = isRadio ? (isByKey ? "choose" : "tap") : "toggle";
    done.push(line(`did ${word}`, [question, input.value]));
    if (isRadio) interview.choose(question, input.value);
    else interview.toggle(question, input.value);
    settle(question);
    if (word === "tap") goOn();
  }

  function act(word) {
    if (word === "retry") {
      isFailed = false;
      draw();
      toHeading(frame);
      return page.retry();
    }
    done.push(line(`did ${word}`, ""));
    if (word === "next") return goOn(true);
    if (word === "back") interview.goBack();
    else interview.leave(word); // the program knows
    go();
  }

  function showLoaded() {
    const bar = now.kind === "waiting" && frame.querySelector("progress");
    if (bar) bar.value = loaded;
  }

  const onClick = (event) => {
    // The second click of a double click would hit whatever the first one brought up.
    if (event.detail > 1) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const { target } = event;
    const button = target.closest("[data-action]");
    if (button) act(button.dataset.action);
    else if (target.closest("input")) choose(target);
  };
  const onKey = (event) => {
    if (!event.target.closest("fieldset")) return;
    isByKey = true;
    if (event.key !== "Enter" || event.repeat) return;
    event.preventDefault();
    act("next");
  };
  const onPointer = () => (isByKey = false);
  const listeners = { click: onClick, keydown: onKey, mousedown: onPointer, touchstart: onPointer };
  for (const type of Object.keys(listeners)) root.addEventListener(type, listeners[type]);
  const pressed = nothingPressed(root);

  page.shown(now);
  // What was tapped before this ran counts, but not what was only moved to by a key.
  const early = root.querySelector("input:checked");
  if (early && now.screen === partOf(frame).dataset.screenId && !isKeyed(early)) choose(early);
  else if (now.screen !== partOf(frame).dataset.screenId || now.kind !== "question") draw();

  return {
    /** Whether anything was done. */
    isTouched: () => done.length > 0,
    /** The answers so far, as a page hears them. */
    answers() {
      const told = {};
      for (const question of Object.keys(interview.answers)) {
        const options = interview.answers[question];
        const isMany = options[0] !== UNSURE && isManyOf(question);
        told[question] = isMany ? options : options[0];
      }
      return told;
    },
    /** Outcome, reasons and steps of the warning that stands there, or nothing. */
    diagnosis() {
      if (now.kind !== "stop-scam") return null;
      const plan = rules.plans[now.warning].map((remedy) => ({ remedy }));
      return { outcome: now.outcome, findings: rules.findings[now.warning], plan, rulebook: rules.rulebook };
    },
    /** Back to the screen before; whether there is one. */
    back() {
      const { canGoBack } = now;
      if (canGoBack) act("back");
      return canGoBack;
    },
    /** How much is loaded, from 0 to 1. */
    load(share) {
      loaded = Math.round(share * 100);
      showLoaded();
    },
    /** The program cannot be had: said as soon as there is nothing ready left, with a way on. */
    fail() {
      isFailed = true;
      if (now.kind === "waiting") go();
    },
    /** Resolves when no finger, mouse button or key is down, so that no tap is lost between two drawings. */
    still: pressed.still,
    /**
     * What the program has to know to take over: which questions have an answer, what was done, in the words of its
     * settings, and what to call when its screen stands there, so that nothing has moved and the focus is where it was.
     */
    handOver() {
      const before = placeIn(root);
      const did = done.join("");
      return { answered: Object.keys(interview.answers), did, restore: () => restore(root, before, did !== "") };
    },
    /** The program has taken over. */
    close() {
      pressed.end();
      for (const type of Object.keys(listeners)) root.removeEventListener(type, listeners[type]);
    },
  };
}

const questionOf = (input) => input.closest("[data-question]").dataset.question;

function isKeyed(input) {
  try {
    return input.matches(":focus-visible");
  } catch (error) {
    return false; // an old engine does not know it
  }
}

function toHeading(frame) {
  frame.scrollIntoView();
  frame.querySelector("h1").focus();
}

// By which the focused element is found in another drawing of the same screen.
function nameOf({ tagName, dataset, value }) {
  if (dataset.option) return `input[value="${value}"]`;
  return dataset.action ? `[data-action=${dataset.action}]` : tagName;
}

function placeIn(root) {
  const { screen, screenId } = partOf(root).dataset;
  const focused = root.getRootNode().activeElement;
  const folds = all(root, "details").map(({ open }) => open);
  return { screen, screenId, folds, focused: root.contains(focused) ? nameOf(focused) : null };
}

function restore(root, before, isUsed) {
  const now = placeIn(root);
  if (now.screen !== before.screen || now.screenId !== before.screenId) {
    if (isUsed) toHeading(root.firstElementChild);
    return;
  }
  all(root, "details").forEach((fold, at) => (fold.open = before.folds[at]));
  const focused = before.focused && root.querySelector(before.focused);
  if (focused) focused.focus({ preventScroll: true });
}
