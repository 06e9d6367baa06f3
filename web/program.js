// Fetches the WebAssembly program, and returns what mounts it on a prerendered
// page. boot.js loads this when a reader shows intent; hurry is settled when
// somebody waits for the program.
globalThis.factframeRun = async ({ base, wasm, pack, script, cache, progress, hurry }) => {
  const none = { start() {}, choose() {} };
  const rehearsed = rehearsal(script);
  const other = pack ? fetch(pack, { cache }).then((response) => response.text()) : "";
  const response = await fetch(wasm, { cache });
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  watch(response.clone(), progress).catch(() => {}); // what breaks off is told below
  const module = await WebAssembly.compileStreaming(typed(response));
  const packageJSON = await other;
  const environment = (at, href) => ({
    // The whole path as prefix makes every address go-app's one route, "/".
    GOAPP_ROOT_PREFIX: decodeURIComponent(location.pathname),
    GOAPP_INTERNAL_URLS: "[]",
    FACTFRAME_BASE: base,
    FACTFRAME_AT: at,
    FACTFRAME_HREF: href,
    FACTFRAME_PACKAGE: packageJSON,
  });
  await Promise.race([rehearsed.start(module, environment(document.body.dataset.at, location.href)), hurry]);
  const go = new Go();
  go.env.GOGC = "200"; // the widget collects garbage itself, when nobody waits
  const instance = await WebAssembly.instantiate(module, go.importObject);

  return (panel, at, href) => {
    const values = environment(at, href);
    globalThis.goappGetenv = (name) => values[name] || "";
    const focused = panel.contains(document.activeElement) && document.activeElement;
    factframeMirror.forget();
    const stop = factframeHydrate(panel);
    const ended = go.run(instance); // hands over when Go is idle, with the tree mounted
    const stats = stop();
    factframeMirror.learn(panel);
    if (focused && !focused.isConnected) factframeMirror.refocus(focused, panel);
    rehearsed.choose();
    return { ended, stats, deafen: () => go.deafen() };
  };

  // Has a worker run the program before the page does; see rehearse.js. It takes
  // another processor than the page's, and a reader's battery.
  function rehearsal(script) {
    if (navigator.connection?.saveData || navigator.hardwareConcurrency < 2) return none;
    const longest = 1000; // ms that the page waits for it
    const most = 12; // choices
    let worker;
    try {
      worker = new Worker(script);
    } catch {
      return none; // a frame without an origin has no workers
    }
    const started = new Promise((done) => { worker.onmessage = worker.onerror = done; });
    return {
      start(module, environment) {
        const controls = [...document.querySelectorAll("#factframe a[href]:not([href*=':'], [download]), #factframe input[type=checkbox]")];
        const some = controls.filter((_, i) => i % Math.ceil(controls.length / most) === 0);
        worker.postMessage({ module, environment, choices: some.map((control) => ({
          kind: control.localName === "a" ? "click" : "change",
          attributes: Object.fromEntries([...control.attributes].map(({ name, value }) => [name, value])),
        })) });
        setTimeout(() => worker.terminate(), 5 * longest);
        return Promise.race([started, new Promise((done) => setTimeout(done, longest))]);
      },
      choose() { worker.postMessage("choose"); },
    };
  }

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
