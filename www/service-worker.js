// The worker of the stand-alone page: keeps the files of one build, all or none, and answers with them, whether there
// is a network or not. What it does not keep it leaves alone.
//
// www/build/worker.mjs makes sw.js of it and puts in what it keeps: FILES, each with its address and its integrity
// value, BUILD, their hash, and RULEBOOK, the hash of the rules in them.

const { scope } = registration;
const START = new URL(scope).pathname;
const OURS = `loan-checkup ${scope} `;
const KNOWLEDGE = `${OURS}${RULEBOOK} `;
const NAME = `${KNOWLEDGE}${BUILD}`;

const pathOf = (address) => new URL(address, scope).pathname;
const KEPT = new Set(FILES.map(([address]) => pathOf(address)));

// The browser asks the server whether what it has is still good, and the integrity value says whether it is of this
// build; so nothing that is half there, replaced or of another build is ever kept. What was sent on from another
// address could not be shown as a page.
const wanted = ([address, integrity]) => new Request(address, { cache: "no-cache", redirect: "error", integrity });

const isWhole = async (cache) => (await cache.keys()).length === FILES.length;

/** Fetches every file; fails, with nothing kept, if one of them is not as it should be or has no room. */
async function keepAll() {
  const cache = await caches.open(NAME);
  if (await isWhole(cache)) return;
  try {
    await cache.addAll(FILES.map(wanted));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

const others = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);

const isPage = (address) => [START, `${START}index.html`].includes(new URL(address).pathname);

/** Says to the open pages of an older build what is newer in this one. */
async function tell() {
  const older = await others();
  if (!older.length) return;
  const isKnowledge = older.some((name) => !name.startsWith(KNOWLEDGE));
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of pages) if (isPage(page.url)) page.postMessage(isKnowledge ? "knowledge" : "program");
}

async function dropOthers() {
  for (const name of await others()) await caches.delete(name);
}

async function answer(event) {
  const { request } = event;
  const cache = await caches.open(NAME);
  // A browser that is short of room may have dropped it all. Then everything comes from the network, as on the first
  // visit, and is kept anew.
  if (request.mode === "navigate" && !(await isWhole(cache))) {
    event.waitUntil(keepAll().catch(() => {}));
    return fetch(request);
  }
  const path = isPage(request.url) ? START : request.url;
  return (await cache.match(path, { ignoreSearch: true, ignoreVary: true })) || fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keepAll().then(tell)));

addEventListener("activate", (event) => event.waitUntil(dropOthers()));

addEventListener("message", ({ data }) => (data === "use" ? skipWaiting() : tell()));

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || new URL(url).origin !== location.origin) return;
  if (isPage(url) || KEPT.has(pathOf(url))) event.respondWith(answer(event));
});
