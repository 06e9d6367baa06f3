// Says that a frozen page is archived once the site has another version, and leads to the same
// choice in the site. Offline, and in a frame that may not ask, the line stays as it is.
(async () => {
  const base = document.baseURI, line = document.getElementById("frozen"), { version, site, back, archived } = line.dataset;
  line.lastElementChild.addEventListener("click", ({ target }) => {
    if (location.href.startsWith(base)) target.href = new URL(back + location.href.slice(base.length), base);
  });
  const current = await (await fetch(new URL(`${site}version.json`, base), { cache: "no-store" })).json();
  if (current.version !== version) line.firstElementChild.textContent = archived;
})().catch(() => {});
