// Keeps the site for readers without a network. boot.js loads this after
// everything else, only where the panel stands alone, and never with Save-Data.
(() => {
  const { worker } = document.body.dataset;
  const base = document.baseURI;

  let asked = false; // for the new version, in this tab
  const offer = (show) => {
    document.querySelector(".update")?.remove();
    const line = document.createElement("p");
    line.className = "failed update";
    line.setAttribute("role", "status");
    line.append("A newer version of these figures is here. ");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Show it";
    button.onclick = show;
    line.append(button);
    document.getElementById("factframe").after(line);
  };
  const take = (waiting) => offer(() => {
    asked = true;
    waiting.postMessage("factframe: take over");
  });

  // Another tab may ask for the new version too, and then the files of this one
  // are gone. What is shown stands in the address, so loading it again loses nothing.
  const overtaken = () => {
    if (navigator.serviceWorker.controller?.scriptURL !== base + worker) return; // another site's, whose scope this one lies in
    if (asked || document.hidden) location.reload();
    else offer(() => location.reload());
  };
  // Browsers ask the network, never a worker, for what a link downloads
  // (Chromium 156), so what is kept is handed over from here.
  const save = async (link) => {
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(`${link.href}: ${response.status}`);
    const kept = document.createElement("a");
    kept.href = URL.createObjectURL(await response.blob());
    kept.download = new URL(link.href).pathname.split("/").pop();
    kept.click();
    setTimeout(() => URL.revokeObjectURL(kept.href), 60_000);
  };
  const saved = (event) => {
    const link = event.target.closest?.("a[download]");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!plain || !link?.href.startsWith(base) || !navigator.serviceWorker.controller || event.defaultPrevented) return;
    event.preventDefault();
    save(link).catch(() => location.assign(link.href)); // then the browser says what is wrong
  };
  const register = async () => {
    const trusted = globalThis.trustedTypes?.createPolicy("factframe-worker", { createScriptURL: (url) => url });
    const url = base + worker;
    const registration = await navigator.serviceWorker.register(trusted ? trusted.createScriptURL(url) : url, { scope: base, updateViaCache: "none" });
    // A first version replaces none, whatever else of the host has a worker here.
    const installed = () => { if (registration.active && registration.waiting) take(registration.waiting); };
    installed();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", installed));
  };
  if (!navigator.serviceWorker) return;
  addEventListener("click", saved);
  if (navigator.serviceWorker.controller) navigator.serviceWorker.addEventListener("controllerchange", overtaken);
  register().catch((error) => console.info("factframe: not kept for offline use:", error.message));
})();
