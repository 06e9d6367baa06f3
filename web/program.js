// Fetches the WebAssembly program and returns a function that mounts it on a prerendered
// page. boot.js loads this script when a reader shows intent, and aborts the signal
// hurry when a reader is waiting for the program.
globalThis.factframeRun = async (base, page, { script, embedded, cache, progress, hurry }) => {
  const wasm = base + page.wasm;
  const rehearsed = rehearsal(script);
  // In a frame with an opaque origin a policy may block every fetch. Then the program and
  // the package come as a script.
  let carried; // asked for once
  const refused = async (error, from) => {
    if (origin !== "null") throw error;
    if (!globalThis.factframeEmbedded) await (carried ??= embedded());
    return from(factframeEmbedded);
  };
  const packaged = async () => {
    const response = await fetch(base + page.package, { cache });
    if (!response.ok) throw new Error(`${page.package}: ${response.status}`);
    return response.text();
  };
  const [module, packageJSON] = await Promise.all([
    rehearsed.compiled(wasm, cache, progress).catch(() => factframeCompiled(wasm, cache, progress))
      .catch((error) => refused(error, ({ program }) => factframeUnpacked(program))),
    page.package ? packaged().catch((error) => refused(error, (each) => each.package)) : "",
  ]);
  const environment = (at, href) => ({
    FACTFRAME_BASE: base,
    FACTFRAME_AT: at,
    FACTFRAME_HREF: href,
    FACTFRAME_PACKAGE: packageJSON,
  });
  if (!hurry.aborted) {
    const hurried = new Promise((done) => hurry.addEventListener("abort", done));
    await Promise.race([rehearsed.started(environment(page.at, location.href)), hurried]);
  }
  const go = new Go();
  go.env.GOGC = "200"; // the widget collects garbage itself when the reader is idle
  let shown; // applies the program's operations to the page
  go.importObject.factframe = { apply: (...asked) => shown.apply(...asked) };
  const instance = await WebAssembly.instantiate(module, go.importObject);

  return (panel, at, href) => {
    const values = environment(at, href);
    globalThis.goappGetenv = (name) => values[name] || "";
    globalThis.factframeTaken?.(); // the program adopts the page as it was
    const focused = panel.contains(document.activeElement) && document.activeElement;
    shown = factframePage(() => instance.exports.mem.buffer, panel);
    const ended = go.run(instance); // returns when Go is idle, with the tree mounted
    if (focused && !focused.isConnected) factframeRefocus(focused, panel);
    for (const slider of panel.querySelectorAll("input[type=range]")) slider.disabled = false;
    factframeStops(panel);
    rehearsed.choose();
    return { ended, stats: shown.stats, end: shown.end };
  };

  // Warms up the program in a worker; see rehearse.js. This needs a second processor and
  // uses the reader's battery.
  function rehearsal(script) {
    const none = { compiled: () => Promise.reject(), started: () => {}, choose: () => {} };
    const isolated = origin === "null"; // a frame with an opaque origin has no workers
    if (hurry.aborted || isolated || navigator.connection?.saveData || navigator.hardwareConcurrency < 2) return none;
    let worker;
    try {
      worker = new Worker(script);
    } catch {
      return none;
    }
    const answers = 1000; // ms to answer
    const arrives = 20_000; // ms without progress of the download
    const lives = 10_000; // ms to live once the program is compiled
    const most = 12; // choices
    let over = false; // a worker that failed is not used again
    const ask = (message, arrived) => new Promise((done, failed) => {
      let silent;
      const fail = () => {
        over = true;
        worker.terminate();
        failed();
      };
      const wait = (longest) => {
        clearTimeout(silent);
        silent = setTimeout(fail, longest);
      };
      if (over) return failed();
      wait(answers);
      worker.onmessageerror = fail;
      worker.onerror = (event) => {
        event.preventDefault(); // not reported: the page works without the worker
        fail();
      };
      worker.onmessage = ({ data }) => {
        if ("share" in data) {
          if (!arrived) return; // late
          wait(arrives);
          return arrived(data.share);
        }
        clearTimeout(silent);
        if (data.error) fail();
        else done(data);
      };
      worker.postMessage(message);
    });
    return {
      async compiled(wasm, cache, progress) {
        const { module } = await ask({ wasm, cache }, progress);
        setTimeout(() => worker.terminate(), lives);
        return module;
      },
      started(environment) {
        const controls = [...document.querySelectorAll("#factframe a[href]:not([href*=':'], [download]), #factframe input[type=checkbox]")];
        const some = controls.filter((_, i) => i % Math.ceil(controls.length / most) === 0);
        const choices = some.map((control) => ({
          kind: control.localName === "a" ? "click" : "change",
          attributes: Object.fromEntries([...control.attributes].map(({ name, value }) => [name, value])),
        }));
        return ask({ environment, choices }).catch(() => {});
      },
      choose() { worker.postMessage("choose"); },
    };
  }
};

// Makes the marks of a chart one tab stop, and its checkboxes another. Arrow keys move
// within each; see app/events.go.
globalThis.factframeStops = (panel) => {
  const groups = ["a[data-figure]", ".box input"];
  const stop = (all, one) => { for (const each of all) each.setAttribute("tabindex", each === one ? 0 : -1); };
  const set = () => {
    for (const picture of panel.querySelectorAll(".picture")) {
      for (const group of groups) {
        const all = [...picture.querySelectorAll(group)], seen = all.filter((each) => !each.closest("details:not([open])"));
        stop(all, seen.find((each) => each.getAttribute("tabindex") === "0") ?? seen[0]);
      }
    }
  };
  set();
  if (globalThis.factframeStopped) return; // by a program that ended and was restarted
  globalThis.factframeStopped = true;
  new MutationObserver(set).observe(panel, { childList: true, subtree: true });
  panel.addEventListener("toggle", set, true); // a closed list may have contained the tab stop
  panel.addEventListener("focusin", ({ target }) => {
    for (const group of groups) if (target.matches(`.picture ${group}`)) stop(target.closest(".picture").querySelectorAll(group), target);
  });
};

// Compiles the program embedded in a script, which is gzip as base64.
globalThis.factframeUnpacked = async (program) => {
  const bytes = Uint8Array.from(atob(program), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
};

// Fetches the program and compiles it while it arrives. It passes on the original
// response, so that the browser can cache the compiled code, except if the host sends
// another content type.
globalThis.factframeCompiled = async (wasm, cache, progress, priority = "auto") => {
  const response = await fetch(wasm, { cache, priority });
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  watch(response.clone()).catch(() => {}); // the compiler reports broken downloads
  const type = "application/wasm";
  const known = response.headers.get("Content-Type") === type;
  return WebAssembly.compileStreaming(known ? response : new Response(response.body, { headers: { "Content-Type": type } }));

  // Reports the share that has arrived. Content-Length counts compressed bytes, so the
  // size of a compressed program is estimated from the usual ratio.
  async function watch(copy) {
    const unpacks = 5;
    const length = +copy.headers.get("Content-Length") || 1e6;
    const total = copy.headers.has("Content-Encoding") ? length * unpacks : length;
    const reader = copy.body.getReader();
    for (let got = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return;
      got += value.length;
      progress(Math.min(0.95, got / total));
    }
  }
};
