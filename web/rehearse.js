// Warms up the program in a worker: it starts without a page and makes some of the
// choices that the page offers. Chromium 156 compiles a function when it first runs, for
// every thread that uses the module, so the page does not have to wait for functions
// that ran here. Page and worker load the same script.
if (globalThis.WorkerGlobalScope) {
  // A mock of the page: every property and every call returns the mock again.
  const known = { [Symbol.toPrimitive]: () => "" };
  const nothing = new Proxy(function () {}, {
    get: (_, name) => known[name] ?? nothing,
    set: () => true,
    apply: () => nothing,
    construct: () => nothing,
  });
  Object.assign(globalThis, { window: globalThis, document: nothing });

  const turn = () => new Promise((done) => setTimeout(done));
  const inbox = [];
  let arrived = () => {};
  onmessage = ({ data }) => {
    inbox.push(data);
    arrived();
  };
  const asked = async () => {
    if (!inbox.length) await new Promise((done) => { arrived = done; });
    return inbox.shift();
  };
  const event = ({ kind, attributes }) => {
    const target = {
      ...attributes,
      closest: () => target,
      getAttribute: (name) => attributes[name] ?? null,
      hasAttribute: (name) => name in attributes,
    };
    const keys = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    return { type: kind, target, button: 0, defaultPrevented: false, preventDefault() {}, ...keys };
  };
  const rehearse = async () => {
    const { wasm, cache } = await asked();
    postMessage({ share: 0 });
    const module = await factframeCompiled(wasm, cache, (share) => postMessage({ share }), "low"); // pages that the reader opens have priority
    postMessage({ module });

    const { environment, choices } = await asked();
    known.baseURI = environment.FACTFRAME_BASE;
    globalThis.goappGetenv = (name) => environment[name] || "";
    globalThis.factframeArrived = () => {};
    let answered = 0;
    globalThis.factframeWrite = (address, title, follow) => {
      answered++;
      setTimeout(follow);
    };
    const go = new Go();
    const heard = {};
    known.addEventListener = (kind, answer) => { heard[kind] = answer; };
    const shown = factframePage(() => instance.exports.mem.buffer);
    go.importObject.factframe = { apply: shown.apply };
    const instance = await WebAssembly.instantiate(module, go.importObject);
    go.run(instance).catch(() => {}); // the page has its own
    postMessage({ started: true });

    await asked(); // wait until the page has started, so as not to slow it down
    for (const choice of choices) {
      heard[choice.kind](event(choice));
      await turn(); // charts
      await turn(); // the rest of the page
    }
    postMessage({ answered });
  };
  rehearse().catch((error) => postMessage({ error: String(error) })).finally(close);
}
