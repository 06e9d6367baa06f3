// Does to the page what go-app's nodes asked of it (render/queue.go): one call for
// all that a choice changes. Addresses are those of the program's memory. The first
// tree adopts the nodes of the panel; without one it is made anew.
globalThis.factframePage = (memory, panel) => {
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true }); // a text may begin with one, and is counted with it
  const switches = ["checked", "hidden", "open", "selected", "disabled", "multiple", "required"]; // on or off
  const nodes = [null, document.body, panel]; // as the program numbers them: none, the body, what it takes over
  const listeners = [];
  const mirror = factframeMirror();
  const adoption = panel && factframeAdoption(panel);
  let adopting = adoption; // until the first tree is whole
  const stopped = new AbortController();

  const create = (tag, namespace) => (namespace ? document.createElementNS(namespace, tag) : document.createElement(tag));
  const write = (node, name, value) => {
    if (name === "value") node.value = value; // the attribute is what it was at first
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
  // The first tree is whole, and is the panel.
  const mounted = (root, place) => {
    adopting.finish(root);
    adopting = undefined;
    nodes[place] = null; // what the program takes over stays
    mirror.learn(root);
  };

  const apply = (operations, length, texts, bytes) => {
    if (stopped.signal.aborted) return;
    const list = new Uint32Array(memory(), operations >>> 0, length).slice(); // an event may have the program grow its memory
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
      (id) => { // without an attribute
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
        if (!child) return; // the panel, which stays
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
      // The program cannot go on from here; boot.js knows this kind of end.
      throw new WebAssembly.RuntimeError(`the page could not be changed: ${error}`);
    }
  };
  return {
    apply,
    stats: adoption?.stats, // how many nodes of the panel were adopted, made and removed
    end() { stopped.abort(); }, // a program that ended hears nothing, and changes nothing
  };
};
