// Does to the page what go-app's nodes asked of it (render/queue.go): one call for
// all that a choice changes. Addresses are those of the program's memory. The first
// tree adopts the nodes of the panel; without one it is made anew.
globalThis.factframePage = (memory, panel) => {
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true }); // a text may begin with one, and is counted with it
  const switches = ["checked", "hidden", "open", "selected", "disabled", "multiple", "required"]; // on or off
  const nodes = [null, document.body, panel]; // as the program numbers them: none, the body, what it takes over
  const ears = [];
  const mirror = factframeMirror();
  let adopting = panel && factframeAdoption(panel);
  let ended = false;

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
  // The first tree is whole, and takes the panel's place, or is the panel.
  const mounted = (root, place) => {
    const stats = adopting.finish(root);
    if (root === panel) nodes[place] = null; // it stays
    else document.body.insertBefore(root, panel);
    adopting = undefined;
    mirror.learn(root);
    return stats;
  };

  const apply = (operations, length, texts, bytes) => {
    const list = new Uint32Array(memory(), operations >>> 0, length);
    const all = utf8.decode(new Uint8Array(memory(), texts >>> 0, bytes));
    let at = 0, said = 0;
    const next = () => list[at++];
    const text = () => all.slice(said, said += next());
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
        else if (parent === document.body) shows.stats = mounted(child, place);
        else adopting.insert(parent, child);
      },
      (id) => { // remove
        const parent = nodes[id], child = nodes[next()];
        if (!child) return;
        mirror.restore(parent);
        parent.removeChild(child);
        mirror.removed(parent, child);
      },
      (id) => { // listen
        ears[id] ??= (event) => { if (!ended) factframeHeard(id, event.type, event); };
        nodes[id].addEventListener(text(), ears[id]);
      },
      (id) => nodes[id].removeEventListener(text(), ears[id]),
      (id) => { nodes[id] = ears[id] = undefined; }, // release
    ];
    try {
      while (at < length) work[next()](next());
    } catch (error) {
      // The program cannot go on from here; boot.js knows this kind of end.
      throw new WebAssembly.RuntimeError(`the page could not be changed: ${error}`);
    }
  };
  const shows = {
    apply,
    stats: undefined, // how many nodes of the panel were adopted, made and removed, once there is a tree
    end() { ended = true; }, // a program that ended hears nothing
  };
  return shows;
};
