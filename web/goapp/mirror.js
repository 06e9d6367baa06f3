// Keeps what go-app 9.8.0 knows of the document, and puts it back where others
// have changed it: a browser that translates wraps and replaces texts, tools for
// reading add and remove elements. go-app would write into nodes that nobody
// sees any more, or fail on a child that is no child, which ends the program.
//
// Before go-app changes the children of an element, and after it changes a text,
// that element gets back the children that go-app gave it, and no others.
// Nothing else is touched, so a translation stands until its words change.
globalThis.factframeMirror = (() => {
  let children = new WeakMap(); // element → its children, in order, as go-app made them
  let parents = new WeakMap();
  const learn = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const list = [...node.childNodes];
    children.set(node, list);
    for (const child of list) {
      parents.set(child, node);
      learn(child);
    }
  };
  const intact = (element) => {
    if (!children.has(element)) return true;
    let at = element.firstChild;
    for (const child of children.get(element)) {
      if (child !== at) return false;
      at = at.nextSibling;
    }
    return at === null;
  };

  // What is in place stays there, so that focus and selection stay too.
  const restore = (element) => {
    if (intact(element)) return;
    const focused = element.contains(document.activeElement) && document.activeElement;
    const list = children.get(element);
    let at = element.firstChild;
    for (const child of list) {
      while (at && at !== child && !list.includes(at)) at = drop(at);
      if (at === child) at = at.nextSibling;
      else element.insertBefore(child, at);
    }
    while (at) at = drop(at);
    if (focused && !focused.isConnected) refocus(focused, element);
  };
  const drop = (node) => {
    const next = node.nextSibling;
    node.remove();
    return next;
  };
  // Focuses what is like an element that is gone; some of it may not be shown.
  const refocus = (lost, within) => [...within.querySelectorAll(lost.localName)].some((each) => {
    const same = each.textContent === lost.textContent && each.getAttribute("href") === lost.getAttribute("href") && each.value === lost.value;
    if (same) each.focus({ preventScroll: true });
    return same && document.activeElement === each;
  });

  // A node that was cut off with a whole subtree comes back with it.
  const reattach = (node) => {
    for (let above; !node.isConnected; restore(above)) {
      for (above = node; above && !above.isConnected; above = parents.get(above));
      if (!above || intact(above)) return; // it is not put in place yet
    }
  };

  return {
    forget() {
      children = new WeakMap();
      parents = new WeakMap();
    },
    learn, // the tree that go-app has mounted
    refocus,
    before(node, method) {
      if (!children.has(node)) return;
      if (!node.isConnected) reattach(node);
      if (method !== "setAttribute") restore(node);
    },
    after(node, method, [first, second]) {
      const list = children.get(node);
      if (!list) return;
      if (method === "appendChild") list.push(first);
      else if (method === "removeChild") list.splice(list.indexOf(first), 1);
      else if (method === "replaceChild") list[list.indexOf(second)] = first;
      else return;
      if (method === "removeChild") return void parents.delete(first);
      parents.set(first, node);
      learn(first);
    },
    // A text was written, which may be wrapped, split or gone.
    written(node) {
      const parent = parents.get(node);
      if (!parent) return;
      if (!parent.isConnected) reattach(parent);
      restore(parent);
    },
  };
})();
