// Makes an offline copy of the site. boot.js loads this last, never in a frame and never
// with Save-Data.
(() => {
  const { worker, words } = document.body.dataset;
  const { newer, show: showIt } = JSON.parse(words);
  const base = document.baseURI;

  let asked = false; // the reader of this tab asked for the new version
  const offer = (show) => {
    document.querySelector(".update")?.remove();
    const line = document.createElement("p");
    line.className = "failed update";
    line.setAttribute("role", "status");
    line.append(`${newer} `);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = showIt;
    button.onclick = show;
    line.append(button);
    document.getElementById("factframe").after(line);
  };
  const take = (waiting) => offer(() => {
    asked = true;
    waiting.postMessage("factframe: take over");
  });

  // Another tab may switch to the new version, which deletes the files of this one. The
  // state is in the address, so reloading loses nothing.
  const overtaken = () => {
    if (navigator.serviceWorker.controller?.scriptURL !== base + worker) return; // the worker of a site whose scope includes this one
    if (asked || document.hidden) location.reload();
    else offer(() => location.reload());
  };
  const register = async () => {
    const trusted = globalThis.trustedTypes?.createPolicy("factframe-worker", { createScriptURL: (url) => url });
    const url = base + worker;
    const registration = await navigator.serviceWorker.register(trusted ? trusted.createScriptURL(url) : url, { scope: base, updateViaCache: "none" });
    // Only an update is offered, not the first version, even if another worker of the host
    // controls this page.
    const installed = () => { if (registration.active && registration.waiting) take(registration.waiting); };
    installed();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", installed));
  };
  if (!navigator.serviceWorker) return;
  if (navigator.serviceWorker.controller) navigator.serviceWorker.addEventListener("controllerchange", overtaken);
  register().catch((error) => console.info("factframe: not kept for offline use:", error.message));
})();
