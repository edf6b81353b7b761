// A team's own screens: the reasoning says what is asked and what follows, everything else is the team's. The words
// on these screens are made of the ids; a team has texts of its own for them.
import init, { diagnose, nextQuestion } from "../engine/loan-checkup-engine.js";

/** @type {import("../engine/loan-checkup-engine.js").Answers} */
const answers = {};
const main = document.querySelector("main");

const words = (id) => id.replace(/-/g, " ");

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const labelled = (text, input) => make("p", {}, make("label", {}, input, ` ${text}`));

const box = (type, name, value) => make("input", { type, name, value });

/** The amounts as fields, the options as radio buttons or check boxes. */
function question({ id, kind, options, fields = [] }) {
  const type = kind === "one" ? "radio" : "checkbox";
  return make(
    "fieldset",
    {},
    make("legend", {}, words(id)),
    ...fields.map((field) => labelled(words(field), make("input", { name: field, inputMode: "decimal" }))),
    ...options.map((option) => labelled(words(option), box(type, id, option))),
  );
}

const closingRow = ({ question, answer }) =>
  labelled(`${words(question)}: ${words(answer)}`, box("checkbox", question, answer));

/** What the form says of a screen, by name. */
function said({ questions, closing }, form) {
  const data = new FormData(form);
  const given = {};
  for (const { id, kind, fields = [] } of questions) {
    for (const field of fields) if (data.get(field)) given[field] = data.get(field);
    const chosen = data.getAll(id);
    if (kind === "many" && chosen.length > 0) given[id] = chosen;
    else if (fields.every((field) => !given[field])) given[id] = chosen[0] || "unsure";
  }
  if (closing) {
    const holds = (row) => data.getAll(row.question).includes(row.answer);
    given["closing-list"] = closing.map((row) => ({ ...row, holds: holds(row) }));
  }
  return given;
}

function show(next) {
  const error = make("p", { role: "alert" });
  const form = make(
    "form",
    { noValidate: true },
    make("h1", { tabIndex: -1 }, words(next.screen)),
    ...next.questions.map(question),
    ...(next.closing || []).map(closingRow),
    error,
    make("button", {}, `Next (about ${next.remaining} to come)`),
  );
  form.dataset.screen = next.screen;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    try {
      const given = said(next, form);
      nextQuestion({ ...answers, ...given }); // names what cannot be used, such as a mistyped amount
      Object.assign(answers, given);
      goOn();
    } catch (wrong) {
      error.textContent = wrong.message;
    }
  });
  return form;
}

function result({ outcome, grade, findings, plan }) {
  const list = (items) => make("ol", {}, ...items.map((item) => make("li", {}, item)));
  const output = make(
    "section",
    {},
    make("h1", { tabIndex: -1 }, words(outcome)),
    make("p", {}, `How firm: ${words(grade)}`),
    list(findings.map(({ cause, strength }) => `${words(cause)} (${strength})`)),
    make("h2", {}, "Steps"),
    list(plan.map(({ remedy }) => words(remedy))),
  );
  output.dataset.outcome = outcome;
  return output;
}

function goOn() {
  const next = nextQuestion(answers);
  main.replaceChildren(next ? show(next) : result(diagnose(answers)));
  main.querySelector("h1").focus();
}

init().then(goOn);
