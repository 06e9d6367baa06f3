// Fetches the WebAssembly program, and returns what mounts it on a prerendered
// page. boot.js loads this when a reader shows intent.
globalThis.factframeRun = async ({ base, wasm, pack, cache, progress }) => {
  const other = pack ? fetch(pack, { cache }).then((response) => response.text()) : "";
  const response = await fetch(wasm, { cache });
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  const go = new Go();
  go.env.GOGC = "200"; // the widget collects garbage itself, when nobody waits
  watch(response.clone(), progress).catch(() => {}); // what breaks off is told below
  const { instance } = await WebAssembly.instantiateStreaming(typed(response), go.importObject);
  const packageJSON = await other;

  // A browser runs a program faster once it has seen what runs often. A choice is
  // rehearsed for it while nobody waits, before the reader makes one.
  globalThis.factframeRehearse = (again) => {
    if (navigator.connection?.saveData || !globalThis.requestIdleCallback) return;
    let left = 4; // both steps of a choice, twice: each costs its memory
    const turn = () => {
      again();
      if (--left > 0) requestIdleCallback(turn);
    };
    requestIdleCallback(turn);
  };

  return (panel, at, href) => {
    const environment = {
      // The whole path as prefix makes every address go-app's one route, "/".
      GOAPP_ROOT_PREFIX: decodeURIComponent(location.pathname),
      GOAPP_INTERNAL_URLS: "[]",
      FACTFRAME_BASE: base,
      FACTFRAME_AT: at,
      FACTFRAME_HREF: href,
      FACTFRAME_PACKAGE: packageJSON,
    };
    globalThis.goappGetenv = (name) => environment[name] || "";
    const focused = panel.contains(document.activeElement) && document.activeElement;
    factframeMirror.forget();
    const stop = factframeHydrate(panel);
    const ended = go.run(instance); // hands over when Go is idle, with the tree mounted
    const stats = stop();
    factframeMirror.learn(panel);
    if (focused && !focused.isConnected) factframeMirror.refocus(focused, panel);
    return { ended, stats, deafen: () => go.deafen() };
  };

  // It is compiled while it arrives, from the response as the browser has it, so
  // that what was compiled may be kept for another visit; a copy where a host
  // does not know what it is.
  function typed(response) {
    const type = "application/wasm";
    return response.headers.get("Content-Type") === type ? response : new Response(response.body, { headers: { "Content-Type": type } });
  }

  // Tells how much has arrived. Content-Length counts compressed bytes, so a
  // compressed program is measured against what it usually unpacks to.
  async function watch(response, progress) {
    const unpacks = 5;
    const length = +response.headers.get("Content-Length") || 1e6;
    const total = response.headers.has("Content-Encoding") ? length * unpacks : length;
    const reader = response.body.getReader();
    for (let got = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return;
      got += value.length;
      progress(Math.min(0.95, got / total));
    }
  }
};
