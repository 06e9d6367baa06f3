// Lets the first tree adopt the nodes of a prerendered page, so that focus, selection,
// scroll position and typed text are kept. The tree arrives depth first
// (render.Renderer). A node adopts the existing one at its position if it is of the same
// kind. Nodes that are not in the tree are removed.
globalThis.factframeAdoption = (root) => {
  const open = []; // not inserted yet, outermost first
  const filled = new WeakMap(); // how many children of a node are in place
  const stats = { adopted: 0, created: 0, removed: 0 };
  const ahead = 2; // foreign siblings to skip and remove before the wanted node
  let rootTaken = false;

  const candidate = () => {
    if (open.length === 0) {
      if (rootTaken) return null;
      rootTaken = true;
      return root;
    }
    const parent = open.at(-1);
    let child = parent.childNodes[filled.get(parent) || 0];
    while (child?.nodeType === Node.COMMENT_NODE) { // separates two texts
      const next = child.nextSibling;
      child.remove();
      child = next;
    }
    return child;
  };
  const beyond = (first, fits) => {
    for (let node = first, i = 0; node && i <= ahead; i++, node = node.nextSibling) {
      if (!fits(node)) continue;
      while (first !== node) {
        first = first.nextSibling;
        first.previousSibling.remove();
      }
      return node;
    }
    return null;
  };
  const found = (fits) => {
    const first = candidate();
    const node = first && first !== root && first.nodeType === Node.ELEMENT_NODE ? beyond(first, fits) : first && fits(first) ? first : null;
    stats[node ? "adopted" : "created"]++;
    return node;
  };
  const removeRest = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    while (node.childNodes.length > (filled.get(node) || 0)) {
      node.lastChild.remove();
      stats.removed++;
    }
  };
  const html = "http://www.w3.org/1999/xhtml";
  return {
    // The node that an element or a text adopts; null if it has to be created.
    element: (tag, namespace) => found((node) => node.nodeType === Node.ELEMENT_NODE && node.namespaceURI === (namespace || html) && node.localName === tag),
    text(words) {
      if (words === "") return null; // empty texts are not printed
      return found((node) => {
        if (node.nodeType !== Node.TEXT_NODE || !node.data.startsWith(words)) return false;
        if (node.data.length > words.length) node.splitText(words.length);
        return true;
      });
    },
    opened(node) { open.push(node); },
    insert(parent, child) {
      open.pop();
      removeRest(child);
      const place = filled.get(parent) || 0;
      if (parent.childNodes[place] !== child) parent.insertBefore(child, parent.childNodes[place] || null);
      filled.set(parent, place + 1);
    },
    finish: removeRest,
    stats,
  };
};
