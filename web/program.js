// Fetches the WebAssembly program, and returns what mounts it on a prerendered
// page. boot.js loads this when a reader shows intent.
globalThis.factframeRun = async ({ base, wasm, pack, cache, progress }) => {
  const other = pack ? fetch(pack, { cache }).then((response) => response.text()) : "";
  const response = await fetch(wasm, { cache });
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  const bytes = await whole(response, progress);
  const go = new Go();
  go.env.GOGC = "200"; // the widget collects garbage itself, when nobody waits
  const { instance } = await WebAssembly.instantiate(bytes, go.importObject);
  const packageJSON = await other;

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

  // The body, with its progress told. Content-Length counts compressed bytes, so
  // a compressed program is measured against what it usually unpacks to.
  async function whole(response, progress) {
    const unpacks = 5;
    const length = +response.headers.get("Content-Length") || 1e6;
    const total = response.headers.has("Content-Encoding") ? length * unpacks : length;
    const reader = response.body.getReader();
    const parts = [];
    let got = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      got += value.length;
      progress(Math.min(0.95, got / total));
    }
    return new Blob(parts).arrayBuffer();
  }
};
