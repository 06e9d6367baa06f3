// Shows the panel that is being made: the real pages, which the service worker serves under
// preview/. A new page is loaded behind the old one, which it then replaces.
globalThis.makerPreview = (() => {
  const place = () => document.getElementById("frame");
  let frame, loading;
  const mode = { panel: "", card: "&mode=card", plain: "&scripts=none", aloud: "" };
  const address = (revision, { view, as, seen }) => `preview/${revision}/${view}/?load=visible${seen ? `&theme=${seen === "dark" ? "dark" : "light"}` : ""}${mode[as] ?? ""}`;
  const widths = { full: "100%" };
  const at = (how) => (how.beside ? "100%" : widths[how.width] ?? `${how.width}px`);
  const controlled = () => navigator.serviceWorker?.controller;

  const put = (source, how) => {
    const next = document.createElement("iframe");
    next.title = place().parentElement.getAttribute("aria-label");
    next.style.width = at(how);
    next.src = source;
    next.className = frame ? "behind" : "";
    loading?.remove();
    loading = next;
    next.onload = () => {
      if (loading !== next) return;
      frame?.remove();
      next.className = "";
      [frame, loading] = [next, undefined];
      fit();
    };
    place().append(next);
  };
  // Without scripts a page cannot say how high it is.
  const fit = () => {
    const height = frame.contentDocument?.querySelector("#factframe")?.getBoundingClientRect().height;
    if (height) frame.style.height = `${Math.ceil(height) + 2}px`;
  };
  return {
    async load(revision, how, before) {
      if (!place() || !revision || !how.view) return;
      if (before && frame && JSON.stringify({ ...before, width: 0 }) === JSON.stringify({ ...how, width: 0 })) {
        frame.style.width = at(how);
        return setTimeout(fit, 100);
      }
      if (!controlled()) await navigator.serviceWorker?.ready;
      put(address(revision, how), how);
    },
    example() { if (place() && !frame) put("example.html", { as: "panel", beside: true }); },
    is: (source) => frame?.contentWindow === source || loading?.contentWindow === source,
    tall(height) { for (const each of [frame, loading]) if (each) each.style.height = `${Math.ceil(height)}px`; },
    // The page that is shown as one file without scripts; see keep.js.
    async kept() {
      const words = JSON.parse(frame.contentDocument.body.dataset.words);
      const panel = frame.contentDocument.getElementById("factframe");
      const dataURL = (blob) => new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsDataURL(blob);
      });
      const typed = document.querySelector("[data-type=address]")?.value ?? "";
      const nowhere = "https://address.invalid/"; // links to a site that has no address yet are left out
      const here = typed.startsWith("https://") ? typed : nowhere;
      const file = await factframeKept(panel, { base: here, words, here, dataURL });
      return file.replace(/<a [^>]*href="https:\/\/address\.invalid[^"]*"[^>]*>(.*?)<\/a>/gs, "$1");
    },
  };
})();
