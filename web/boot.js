// Starts the program when a reader shows intent, and loses nothing that was
// done before it runs.
(() => {
  const panel = document.getElementById("factframe");
  const page = document.body.dataset;
  const base = new URL(page.root, location.href.split(/[?#]/)[0]).href;
  const waiting = []; // what only the program can do, in order

  // Where a host enforces Trusted Types, scripts need a policy that vouches for them.
  const trusted = globalThis.trustedTypes?.createPolicy("factframe", { createScriptURL: (url) => url });
  const script = (url) => new Promise((done, failed) => {
    const element = document.createElement("script");
    const src = trusted ? trusted.createScriptURL(url) : url;
    Object.assign(element, { src, onload: done, onerror: () => failed(new Error(`${url} did not load`)) });
    document.head.append(element);
  });

  // Writes the address of what is shown, with the parameters that say how it
  // looks. A frame replaces its entry: the history is its host's. False where
  // the browser refuses, as it may in a frame without an origin.
  const presentation = page.presentation.split(" ");
  globalThis.factframeWrite = (address) => {
    const url = new URL(address, base);
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (presentation.includes(name)) url.searchParams.set(name, value);
    }
    url.hash = location.hash; // WordPress keeps its secret there
    const href = url.href.replaceAll("%2C", ",");
    try {
      history[parent === window ? "pushState" : "replaceState"](null, "", href);
    } catch {
      return false;
    }
    globalThis.factframeTell?.(address);
    return location.href === href;
  };

  let started;
  const start = () => (started ??= run().catch(fail));
  const run = async () => {
    panel.setAttribute("aria-busy", "true");
    await script(base + page.program);
    const { ended, stats } = await factframeRun({
      panel, base, at: page.at, wasm: base + page.wasm, pack: page.package && base + page.package,
    });
    panel.removeAttribute("aria-busy");
    panel.dataset.program = "running";
    panel.dataset.adopted = `${stats.adopted} of ${stats.adopted + stats.created}`;
    panel.removeEventListener("click", hold, true);
    panel.removeEventListener("change", hold, true);
    globalThis.factframeTell?.(page.at);
    for (const typed of panel.querySelectorAll("input[type=search]")) {
      if (typed.value) typed.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const replay of waiting.splice(0)) replay();
    ended.then(() => fail(new Error("the program ended")));
  };
  const fail = (error) => {
    console.warn("factframe:", error);
    panel.removeAttribute("aria-busy");
    panel.dataset.program = "failed";
    panel.removeEventListener("click", hold, true);
    panel.removeEventListener("change", hold, true);
    const link = waiting.map((replay) => replay.link).findLast(Boolean);
    if (link) location.href = link.href.baseVal ?? link.href; // the prerendered page answers instead
  };

  // Links are pages and need nothing; receipts in place and checkboxes need the program.
  const hold = (event) => {
    const link = event.target.closest("a[data-figure]");
    const box = event.type === "change" && event.target;
    if (!link && !box || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
    if (link) event.preventDefault();
    event.stopImmediatePropagation();
    const replay = link
      ? () => link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))
      : () => box.dispatchEvent(new Event("change", { bubbles: true }));
    replay.link = link;
    waiting.push(replay);
    start();
  };
  panel.addEventListener("click", hold, true);
  panel.addEventListener("change", hold, true);

  for (const intent of ["pointerenter", "focusin", "touchstart", "keydown"]) {
    panel.addEventListener(intent, start, { once: true, passive: true });
  }
  const asked = new URLSearchParams(location.search);
  for (const name of presentation) asked.delete(name);
  for (const [name, value] of new URLSearchParams(page.defaults)) if (asked.get(name) === value) asked.delete(name);
  if (asked.size > 0 || location.hash === "#start") start(); // a state that is not prerendered
})();
