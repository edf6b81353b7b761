// Runs before anything else on the page and notes what a test asks about at its end.
(() => {
  const seen = { errors: [], violations: [], early: null, clicks: 0 };
  window.seenByTest = seen;
  addEventListener("error", (event) => seen.errors.push(String(event.message)), true);
  addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason)));
  addEventListener("securitypolicyviolation", (event) => {
    seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  addEventListener("mouseup", () => { seen.clicks += 1; }, true);
  // The ready markup, to tell it from what the program draws in its place.
  document.addEventListener("readystatechange", () => {
    seen.early ??= document.querySelector("[data-screen]");
  });
})();
