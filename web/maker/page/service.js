// Keeps this page for offline use, and serves the pages of previews, which a worker puts into
// another cache. VERSION and FILES are replaced when the folder is written.
const { scope } = registration;
const prefix = `factframe maker ${scope} `;
const current = prefix + VERSION;
const files = FILES; // integrity hashes by file name
const shelf = "factframe preview";
const preview = `${scope}preview/`;

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil((async () => {
    const cache = await caches.open(current);
    for (const [name, integrity] of Object.entries(files)) {
      if (await cache.match(name)) continue;
      const answer = await fetch(name, { cache: "no-cache", integrity });
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      await cache.put(name, answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer);
    }
  })());
});

addEventListener("activate", (event) => event.waitUntil((async () => {
  await caches.delete(shelf); // it has the program of the version before
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== current) await caches.delete(name);
  await clients.claim();
})()));

// A page as readers without scripts get it. A sandboxed frame would do the same, but WebKitGTK
// 2.50 does not ask the service worker for its page.
const withoutScripts = async (page) => new Response((await page.text()).replace(/<script[^]*?<\/script>/g, ""), { headers: page.headers });

// A page that is not drawn yet is waited for.
const patience = 10_000, pause = 100; // ms
const drawn = async (url) => {
  const name = /\/app\.[\da-f]{12}\.wasm$/.test(url.pathname) ? `${preview}app.wasm` : url.origin + url.pathname.replace(/index\.html$/, "");
  const store = await caches.open(shelf);
  for (let waited = 0; waited < patience; waited += pause) {
    const found = await store.match(name);
    if (found) return url.searchParams.get("scripts") === "none" ? withoutScripts(found) : found;
    await new Promise((done) => setTimeout(done, pause));
  }
  return new Response("", { status: 404 });
};

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(scope)) return;
  if (url.href.startsWith(preview)) return event.respondWith(drawn(url));
  event.respondWith((async () => {
    const cache = await caches.open(current);
    const kept = await cache.match(url.origin + url.pathname.replace(/index\.html$/, ""));
    return kept ?? fetch(event.request);
  })());
});
