// Runs before anything else on every page and notes what a test asks about at its end.
(() => {
  if (window.seenByTest) return; // The browser may run it as well as the page.
  const seen = { complaints: [], errors: [], violations: [], clicks: 0, clicksInOne: 0 };
  window.seenByTest = seen;
  for (const level of ["warn", "error"]) {
    const write = console[level];
    console[level] = (...values) => {
      seen.complaints.push(`${level}: ${values.map(String).join(" ")}`);
      write.apply(console, values);
    };
  }
  addEventListener("error", ({ message, target }) => {
    seen.errors.push(message ?? `${target.src ?? target.href} does not load`);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => seen.errors.push(String(reason)));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    seen.violations.push(`${violatedDirective} ${blockedURI}`);
  });
  addEventListener("mouseup", (event) => {
    seen.clicks += 1;
    seen.clicksInOne = event.detail;
  }, true);
})();
