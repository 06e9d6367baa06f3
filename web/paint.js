// Waits until what is there is painted, and then until the task given lets it:
// what a page shows comes before what makes it answer. A frame out of sight is
// not painted, and must tell its height all the same, so nothing waits longer
// than a reader would notice.
const afterPaint = (then, task = setTimeout) => {
  const longest = 300; // ms
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    then();
  };
  requestAnimationFrame(() => task(once));
  setTimeout(once, longest);
};
