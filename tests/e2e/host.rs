//! Pages of hosts, under the strictest content policy that the element runs under.

/// Where such a page is; the element is in the folder beside.
pub(crate) const PATH: &str = "host/page.html";

/// A script of the host, for a page that wants one.
pub(crate) const SCRIPT: &str = "host/script.js";

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self'; font-src 'self'; require-trusted-types-for 'script'";

/// A page with more in its head and with a body; the host's own button tells whether the page can be used.
pub(crate) fn page(lang: &str, head: &str, body: &str) -> String {
    page_under(POLICY, lang, head, body)
}

/// The same under another content policy.
pub(crate) fn page_under(policy: &str, lang: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>
<html lang=\"{lang}\">
<head>
  <meta charset=\"utf-8\">
  <meta name=\"viewport\" content=\"width=device-width\">
  <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
  <title>host</title>
  {head}
  <script type=\"module\" src=\"../embed/loan-checkup.js\"></script>
</head>
<body>
  <main>
    {body}
  </main>
  <footer><button type=\"button\" id=\"host\">host</button></footer>
</body>
</html>
"
    )
}
