// In a worker, the program is rehearsed: it starts, with nothing to show it on,
// and makes the choices that its page offers. Chromium 156 compiles a function
// when it first runs, on the thread that runs it and for everybody who has the
// same module, so that the page need not stand still for what ran here. This
// script is the worker's whole program as well as a part of the page's.
if (globalThis.WorkerGlobalScope) {
  // What stands for the page: everything that it is asked for is nothing too.
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
    const module = await factframeCompiled(wasm, cache, (share) => postMessage({ share }), "low"); // the page of a choice comes first
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

    await asked(); // when the page has started, which has the processors to itself
    for (const choice of choices) {
      heard[choice.kind](event(choice));
      await turn(); // answered
      await turn(); // and followed by the rest of the page
    }
    postMessage({ answered });
  };
  rehearse().catch((error) => postMessage({ error: String(error) })).finally(close);
}
