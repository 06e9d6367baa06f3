// Makes go-app 9.8.0's first mount adopt the prerendered nodes, where it would
// replace them and lose focus, selection, scroll and what was typed.
//
// go-app builds its tree depth first: it creates an element, sets attributes,
// and for each child creates it and then appends it; at the end it replaces the
// body's first child. While that runs, creating means taking the prerendered
// node that stands in that place, if it is of the same kind.
globalThis.factframeHydrate = (root) => {
  const own = {
    createElement: document.createElement,
    createElementNS: document.createElementNS,
    createTextNode: document.createTextNode,
    appendChild: Node.prototype.appendChild,
    replaceChild: Node.prototype.replaceChild,
  };
  const open = []; // created and not yet appended, outermost first
  const filled = new WeakMap(); // how many children of a node are in place
  const stats = { adopted: 0, created: 0, removed: 0 };
  let rootTaken = false;

  const candidate = () => {
    if (open.length === 0) {
      if (rootTaken) return null;
      rootTaken = true;
      return root;
    }
    const parent = open[open.length - 1];
    let child = parent.childNodes[filled.get(parent) || 0];
    while (child && child.nodeType === Node.COMMENT_NODE) { // separates two texts
      const next = child.nextSibling;
      child.remove();
      child = next;
    }
    return child;
  };
  // Others may have put something before what is looked for; that goes.
  const ahead = 2; // siblings
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
  const take = (fits, make) => {
    const first = candidate();
    const found = first && first !== root && first.nodeType === Node.ELEMENT_NODE ? beyond(first, fits) : first && fits(first) && first;
    const adopt = Boolean(found);
    stats[adopt ? "adopted" : "created"]++;
    const node = adopt ? found : make();
    open.push(node);
    return node;
  };
  const removeRest = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    while (node.childNodes.length > (filled.get(node) || 0)) {
      node.lastChild.remove();
      stats.removed++;
    }
  };
  const is = (node, namespace, tag) => node.nodeType === Node.ELEMENT_NODE && node.namespaceURI === namespace && node.localName === tag;

  document.createElement = (tag) =>
    take((node) => is(node, "http://www.w3.org/1999/xhtml", tag), () => own.createElement.call(document, tag));
  document.createElementNS = (namespace, tag) =>
    take((node) => is(node, namespace, tag), () => own.createElementNS.call(document, namespace, tag));
  document.createTextNode = (words) => {
    if (words === "") { // never printed
      const empty = own.createTextNode.call(document, "");
      open.push(empty);
      return empty;
    }
    return take((node) => {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.startsWith(words)) return false;
      if (node.data.length > words.length) node.splitText(words.length);
      return true;
    }, () => own.createTextNode.call(document, words));
  };
  Node.prototype.appendChild = function (child) {
    open.pop();
    removeRest(child);
    const place = filled.get(this) || 0;
    if (this.childNodes[place] !== child) this.insertBefore(child, this.childNodes[place] || null);
    filled.set(this, place + 1);
    return child;
  };
  const stop = () => {
    for (const name of ["createElement", "createElementNS", "createTextNode"]) delete document[name];
    Node.prototype.appendChild = own.appendChild;
    delete document.body.replaceChild;
    return stats;
  };
  document.body.replaceChild = function (created, old) {
    removeRest(created);
    stop();
    return created === old ? old : own.replaceChild.call(document.body, created, old);
  };
  return stop;
};
