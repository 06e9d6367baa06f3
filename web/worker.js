// Keeps one whole version of the site for readers without a network. VERSION and
// FILES are filled in when the site is built.
const { scope } = registration;
const prefix = `factframe ${scope} `;
const current = prefix + VERSION;
const files = FILES; // the hash of each by its name
const fallbackPage = `${scope}away/`;

// A file of another version than this script's is refused by its hash: while a site
// is being uploaded, or where a cache on the way is older, both are there. A
// navigation takes no redirected answer, so only the content is kept of one.
const keep = async (cache, name, signal) => {
  const before = await cache.match(name);
  if (before?.ok) return;
  const answer = await fetch(name, { cache: "no-cache", integrity: files[name], signal });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  const { redirected, body, headers } = answer;
  await cache.put(name, redirected ? new Response(body, { headers }) : answer);
};

// All files or none, the program last. A version that is not complete is taken away
// again, unless it was there before (after a rollback it may be the one in use), and
// browsers try anew at the next visit.
addEventListener("install", (event) => event.waitUntil((async () => {
  const before = await caches.has(current);
  const failed = new AbortController();
  const isProgram = (name) => name.endsWith(".wasm");
  try {
    const cache = await caches.open(current);
    const all = (names) => Promise.all(names.map((name) => keep(cache, name, failed.signal)));
    await all(Object.keys(files).filter((name) => !isProgram(name)));
    await all(Object.keys(files).filter(isProgram));
  } catch (error) {
    failed.abort();
    if (!before) await caches.delete(current);
    throw error;
  }
})()));

// Only caches that are ours, and of this site: others may share the origin.
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== current) await caches.delete(name);
  }
})()));

// A frame cannot offer a newer version, so it asks the network first, and takes the
// copy where that does not answer in time: an article shows what was corrected.
const patience = 1500; // ms
const networkFirst = async ({ url }, kept) => {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  const fresh = await fetch(url, { signal: late.signal, cache: "no-cache" }).catch(() => kept);
  clearTimeout(timer);
  const answers = fresh.ok || [404, 410].includes(fresh.status); // what was withdrawn is not shown either
  return answers && !fresh.redirected ? fresh : kept; // a navigation takes no redirected answer
};

// Without a network, an address without its last slash leads to its page, and one
// without any gets a page that says so and has the help lines.
const fallback = async ({ mode }, url, error) => {
  if (mode !== "navigate") throw error;
  const cache = await caches.open(current);
  const folder = `${url.origin}${url.pathname}/`;
  if (await cache.match(folder)) return Response.redirect(folder + url.search);
  const away = await cache.match(fallbackPage);
  if (!away) throw error;
  const page = (await away.text()).replace('<base href="../">', `<base href="${scope}">`);
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
};

// A page asks for its own version's files by their hashed names, so two versions
// never mix. Queries are the reader's choices and change no file.
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(scope)) return;
  event.respondWith((async () => {
    const name = url.origin + url.pathname.replace(/index\.html$/, "");
    const cache = await caches.open(current).catch(() => undefined);
    const kept = await cache?.match(name).catch(() => undefined);
    const framed = event.request.mode === "navigate" && event.request.destination === "iframe";
    if (kept?.ok && framed) return networkFirst(event.request, kept);
    const again = event.request.cache === "reload"; // the reader tries again: what is kept may be broken
    if (kept?.ok && !again) return kept;
    const byContent = /\.[\da-f]{12}\.\w+$/.test(name); // the same in every version
    const integrity = byContent && files[name.slice(scope.length)];
    const fresh = await fetch(event.request, integrity ? { integrity } : {}).catch((error) => kept ?? fallback(event.request, url, error));
    if (kept && integrity && fresh.ok && fresh !== kept) await cache.put(name, fresh.clone()).catch(() => {});
    return fresh;
  })());
});

// A page that has told its reader asks for the new version at once.
addEventListener("message", (event) => { if (event.data === "factframe: take over") skipWaiting(); });
