// Keeps one complete version of the site for offline use. VERSION and FILES are replaced
// when the site is built.
const { scope } = registration;
const prefix = `factframe ${scope} `;
const current = prefix + VERSION;
const files = FILES; // integrity hashes by file name
const hashes = Object.fromEntries(Object.entries(files).map(([name, hash]) => [new URL(name, scope).href, hash])); // the program may be outside the scope
const fallbackPage = `${scope}away/`;

// Integrity hashes reject files of other versions, which occur during an upload or
// behind an older cache. Browsers refuse redirected responses for navigations, so only
// the content of those is stored.
const keep = async (cache, name, signal) => {
  const before = await cache.match(name);
  if (before?.ok) return;
  const answer = await fetch(name, { cache: "no-cache", integrity: files[name], signal });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  const { redirected, body, headers } = answer;
  await cache.put(name, redirected ? new Response(body, { headers }) : answer);
};

// Stores all files or none, the program last. An incomplete version is deleted, unless
// it existed before: after a rollback it may be in use. Browsers try again on the next
// visit.
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

// Deletes only caches of this site, because other sites may share the origin.
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== current) await caches.delete(name);
  }
})()));

// Frames try the network first, because they cannot offer a newer version and an article
// must show corrections. If the network is slow or fails, they get the copy.
const patience = 1500; // ms
const networkFirst = async ({ url }, kept) => {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  const fresh = await fetch(url, { signal: late.signal, cache: "no-cache" }).catch(() => kept);
  clearTimeout(timer);
  const answers = fresh.ok || [404, 410].includes(fresh.status); // a withdrawn page must not be shown
  return answers && !fresh.redirected ? fresh : kept; // browsers refuse redirected responses for navigations
};

// Offline, an address without its final slash redirects to its page. An address that is
// not in the copy gets a page that says so and lists the help lines.
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

// Pages request the files of their version by hashed names, so versions never mix.
// Queries contain the reader's choices and do not change files.
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(scope) && !(url.href in hashes)) return;
  event.respondWith((async () => {
    const name = url.origin + url.pathname.replace(/index\.html$/, "");
    const cache = await caches.open(current).catch(() => undefined);
    const kept = await cache?.match(name).catch(() => undefined);
    const framed = event.request.mode === "navigate" && event.request.destination === "iframe";
    if (kept?.ok && framed) return networkFirst(event.request, kept);
    const again = event.request.cache === "reload"; // the reader tries again: the copy may be broken
    if (kept?.ok && !again) return kept;
    const byContent = /\.[\da-f]{12}\.\w+$/.test(name); // the same in every version
    const integrity = byContent && hashes[name];
    const fresh = await fetch(event.request, integrity ? { integrity } : {}).catch((error) => kept ?? fallback(event.request, url, error));
    if (kept && integrity && fresh.ok && fresh !== kept) await cache.put(name, fresh.clone()).catch(() => {});
    return fresh;
  })());
});

// A page sends this when its reader asks for the new version.
addEventListener("message", (event) => { if (event.data === "factframe: take over") skipWaiting(); });
