// Opens the checkup in the single-page example, answers the first question and leaves, as often as the first argument
// says. The body of an asynchronous script: its last argument is called at the end.
const [rounds, done] = [arguments[0], arguments[arguments.length - 1]];
const until = (isSo) => new Promise((go) => {
  const look = () => (isSo() ? go() : setTimeout(look));
  look();
});
const inside = (element, selector) => element.shadowRoot && element.shadowRoot.querySelector(`.frame:not([hidden]) ${selector}`);

async function goRound() {
  const element = document.createElement("loan-checkup");
  element.setAttribute("loading", "eager");
  document.getElementById("view").append(element);
  await until(() => inside(element, "[data-screen-id=symptom]"));
  inside(element, "[data-option=payout-failed]").click();
  await until(() => inside(element, "[data-screen-id=warning-signs]"));
  element.remove();
  await until(() => !element.shadowRoot.querySelector("[data-screen]"));
}

(async () => {
  for (let round = 0; round < rounds; round += 1) await goRound();
  done();
})();
