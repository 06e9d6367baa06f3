// Does to the page what go-app's nodes were asked to do, in the order in which
// they were asked (_standin/queue.go): one call for all that a choice changes.
// Addresses are those of Go's memory.
globalThis.factframeQueue = (memory) => {
  const nodes = []; // as the program numbers them
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true }); // a text may begin with one, and is counted with it
  const mirror = globalThis.factframeMirror;
  globalThis.factframeNode = (id) => nodes[id];

  const change = (node, method, ...args) => {
    mirror.before(node, method);
    node[method](...args);
    mirror.after(node, method, args);
  };
  return (operations, length, texts, bytes) => {
    const list = new Uint32Array(memory(), operations >>> 0, length);
    const all = utf8.decode(new Uint8Array(memory(), texts >>> 0, bytes));
    let at = 0, said = 0;
    const next = () => list[at++];
    const node = () => nodes[next()];
    const text = () => all.slice(said, said += next());
    const work = [
      (id) => { // element
        const tag = text(), namespace = text();
        nodes[id] = namespace ? document.createElementNS(namespace, tag) : document.createElement(tag);
      },
      (id) => { nodes[id] = document.createTextNode(text()); },
      (id) => change(nodes[id], "setAttribute", text(), text()),
      (id) => change(nodes[id], "removeAttribute", text()),
      (id) => { nodes[id][text()] = text(); },
      (id) => { nodes[id][text()] = next() === 1; },
      (id) => { // words
        nodes[id].nodeValue = text();
        mirror.written(nodes[id]);
      },
      (id) => change(nodes[id], "appendChild", node()),
      (id) => change(nodes[id], "replaceChild", node(), node()),
      (id) => change(nodes[id], "removeChild", node()),
      (id) => { nodes[id] = undefined; },
    ];
    try {
      while (at < length) work[next()](next());
    } catch (error) {
      // The program cannot go on from here; boot.js knows this kind of end.
      throw new WebAssembly.RuntimeError(`the page could not be changed: ${error}`);
    }
  };
};
