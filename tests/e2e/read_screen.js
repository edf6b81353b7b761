// Reads what is shown by its hooks. The body of a script for the driver, after root.js; null while nothing
// is shown.
const section = shown("[data-screen]").find((each) => each.checkVisibility());
if (!section) return null;
const all = (selector) => [...section.querySelectorAll(selector)];
const option = ({ dataset, type, checked }) => ({ id: dataset.option, form: type, isChosen: checked });
const field = (input) => ({
  name: input.name,
  text: input.value,
  isRefused: input.getAttribute("aria-invalid") === "true",
  explained: (input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)
    .map((id) => root.getElementById(id)?.textContent ?? ""),
});
const question = (element) => ({
  id: element.dataset.question,
  options: [...element.querySelectorAll("[data-option]")].map(option),
  fields: [...element.querySelectorAll("input:not([data-option])")].map(field),
  text: element.textContent,
});
// Yew notes on the element that it draws into that it has done so.
const isDrawn = (element) => Boolean(element && ("__yew_subtree_id" in element || isDrawn(element.parentElement)));
const focused = root.activeElement;
return {
  kind: section.dataset.screen,
  id: section.dataset.screenId ?? "",
  outcome: section.dataset.outcome ?? "",
  isEarly: section.dataset.screen !== "failure" && !isDrawn(section),
  questions: all("[data-question]").filter((each) => !each.closest("details:not([open])")).map(question),
  general: all("[data-option]").filter((input) => !input.closest("[data-question]")).map(option),
  causes: all("[data-cause]").map((element) => element.dataset.cause),
  strengths: all("[data-strength]").map((element) => element.dataset.strength),
  remedies: all("[data-remedy]").map((element) => element.dataset.remedy),
  actions: all("[data-action]").map((element) => element.dataset.action),
  links: all("a[href]").map((element) => element.getAttribute("href")),
  isHeadingFocused: focused !== null && focused === section.querySelector("h1"),
  focusedOption: focused?.dataset.option ?? null,
  focusedAction: focused?.dataset.action ?? null,
};
