// Says that a frozen page is archived once the site has another version. Offline, and in a
// frame that may not ask, the line above the page stays as it is.
(async () => {
  const line = document.getElementById("frozen"), { version, back, archived } = line.dataset;
  const current = await (await fetch(new URL(`${back}version.json`, document.baseURI), { cache: "no-store" })).json();
  if (current.version !== version) line.firstElementChild.textContent = archived;
})().catch(() => {});
