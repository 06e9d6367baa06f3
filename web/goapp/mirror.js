// Remembers the children that the program gave each element, and restores them if other
// scripts changed them: translators wrap and replace texts, reading tools add and remove
// elements. Otherwise the program would write into detached nodes, or fail to remove a
// child that has moved.
//
// An element is restored only when its children or its text are about to change, so a
// translation stays until the text changes.
globalThis.factframeMirror = () => {
  const children = new WeakMap(); // element → its children, in order
  const parents = new WeakMap();
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
  const drop = (node) => {
    const next = node.nextSibling;
    node.remove();
    return next;
  };

  // Leaves nodes that are in place alone, so that focus and selection are kept.
  const putBack = (element) => {
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
    if (focused && !focused.isConnected) factframeRefocus(focused, element);
  };
  // Restores the whole subtree that a detached node belongs to.
  const reattach = (node) => {
    if (!children.has(node)) return;
    for (let above; !node.isConnected; putBack(above)) {
      for (above = node; above && !above.isConnected; above = parents.get(above));
      if (!above || intact(above)) return; // not inserted yet
    }
  };
  const restore = (element) => {
    if (!children.has(element)) return;
    reattach(element);
    putBack(element);
  };

  return {
    learn,
    reattach,
    restore, // before its children change
    inserted(parent, child, before) {
      const list = children.get(parent);
      if (!list) return;
      list.splice(before ? list.indexOf(before) : list.length, 0, child);
      parents.set(child, parent);
      learn(child);
    },
    removed(parent, child) {
      const list = children.get(parent);
      if (!list) return;
      list.splice(list.indexOf(child), 1);
      parents.delete(child);
    },
    written(text) {
      const parent = parents.get(text);
      if (parent) restore(parent);
    },
  };
};

// Focuses the first visible element that equals one that is gone.
globalThis.factframeRefocus = (lost, within) => [...within.querySelectorAll(lost.localName)].some((each) => {
  const same = each.textContent === lost.textContent && each.getAttribute("href") === lost.getAttribute("href") && each.value === lost.value;
  if (same) each.focus({ preventScroll: true });
  return same && document.activeElement === each;
});
