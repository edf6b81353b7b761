// Runs before anything else, also in engines that cannot read the rest.

// What allows WebAssembly in a policy was only 'unsafe-eval' for long, and engines before Chromium 97 and Safari 16 know
// nothing else. A second policy takes everything from the newer ones that they do not need; they are told by
// what came a little later.
if (self.AbortSignal && AbortSignal.timeout) {
  var policy = document.querySelector("meta[http-equiv]").cloneNode();
  policy.content = policy.content.replace("'unsafe-eval'", "'wasm-unsafe-eval'");
  document.head.appendChild(policy);
}

// Instead of a page on which nothing works, the advice that stands in it.
addEventListener("error", function (event) {
  if (!(event.error instanceof SyntaxError)) return;
  document.getElementById("checkup").hidden = true;
  document.getElementById("checkup-failure").hidden = false;
});
