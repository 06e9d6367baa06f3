// Runs the WebAssembly program on a prerendered page. boot.js loads it when a
// reader shows intent.
globalThis.factframeRun = async ({ panel, base, at, wasm, pack }) => {
  const environment = {
    // The whole path as prefix makes every address go-app's one route, "/".
    GOAPP_ROOT_PREFIX: decodeURIComponent(location.pathname),
    GOAPP_INTERNAL_URLS: "[]",
    FACTFRAME_BASE: base,
    FACTFRAME_AT: at,
    FACTFRAME_PACKAGE: pack ? await (await fetch(pack)).text() : "",
  };
  globalThis.goappGetenv = (name) => environment[name] || "";

  const go = new Go();
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), go.importObject);

  const stop = factframeHydrate(panel);
  const ended = go.run(instance); // returns when Go is idle, with the tree mounted
  const stats = stop();
  return { ended, stats };
};
