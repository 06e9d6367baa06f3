// Applies the operations of go-app's nodes (render/queue.go) to the page, in one call
// per change. Addresses are offsets in the program's memory. The first tree adopts the
// nodes of the panel; without a panel all nodes are created.
globalThis.factframePage = (memory, panel) => {
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true }); // a text may begin with a BOM, which counts
  const switches = ["checked", "hidden", "open", "selected", "disabled", "multiple", "required"]; // on or off
  const nodes = [null, document.body, panel]; // numbered as in package render: None, Body, First
  const listeners = [];
  const mirror = factframeMirror();
  const adoption = panel && factframeAdoption(panel);
  let adopting = adoption; // until the first tree is complete
  const stopped = new AbortController();

  const create = (tag, namespace) => (namespace ? document.createElementNS(namespace, tag) : document.createElement(tag));
  const write = (node, name, value) => {
    if (name === "value") node.value = value; // the attribute is only the initial value
    else if (switches.includes(name)) node[name] = value === "true";
    else {
      mirror.reattach(node);
      node.setAttribute(name, value);
    }
  };
  const insert = (parent, child, before) => {
    mirror.restore(parent);
    parent.insertBefore(child, before);
    mirror.inserted(parent, child, before);
  };
  // The first tree is complete and is the panel.
  const mounted = (root, place) => {
    adopting.finish(root);
    adopting = undefined;
    nodes[place] = null; // the panel must not be removed
    mirror.learn(root);
  };

  const apply = (operations, length, texts, bytes) => {
    if (stopped.signal.aborted) return;
    const list = new Uint32Array(memory(), operations >>> 0, length).slice(); // an event handler may grow the program's memory
    const all = utf8.decode(new Uint8Array(memory(), texts >>> 0, bytes));
    let at = 0, textAt = 0;
    const next = () => list[at++];
    const text = () => all.slice(textAt, textAt += next());
    const work = [
      (id) => { // element
        const tag = text(), namespace = text();
        nodes[id] = adopting?.element(tag, namespace) ?? create(tag, namespace);
        adopting?.opened(nodes[id]);
      },
      (id) => { // text
        const words = text(), node = nodes[id];
        if (node) {
          node.nodeValue = words;
          return mirror.written(node);
        }
        nodes[id] = adopting?.text(words) ?? document.createTextNode(words);
        adopting?.opened(nodes[id]);
      },
      (id) => write(nodes[id], text(), text()),
      (id) => { // remove an attribute
        mirror.reattach(nodes[id]);
        nodes[id].removeAttribute(text());
      },
      (id) => { // insert
        const parent = nodes[id], child = nodes[next()], place = next();
        if (!adopting) insert(parent, child, nodes[place]);
        else if (parent === document.body) mounted(child, place);
        else adopting.insert(parent, child);
      },
      (id) => { // remove
        const parent = nodes[id], child = nodes[next()];
        if (!child) return; // the panel, which is kept
        mirror.restore(parent);
        parent.removeChild(child);
        mirror.removed(parent, child);
      },
      (id) => { // listen
        listeners[id] ??= (event) => factframeHeard(id, event.type, event);
        nodes[id].addEventListener(text(), listeners[id], { signal: stopped.signal });
      },
      (id) => nodes[id].removeEventListener(text(), listeners[id]),
      (id) => { nodes[id] = listeners[id] = undefined; }, // release
    ];
    try {
      while (at < length) work[next()](next());
    } catch (error) {
      // The program cannot go on; boot.js handles this error.
      throw new WebAssembly.RuntimeError(`the page could not be changed: ${error}`);
    }
  };
  return {
    apply,
    stats: adoption?.stats, // numbers of nodes adopted, created and removed
    end() { stopped.abort(); }, // from now on the program receives no events and changes nothing
  };
};
