// Runs a function after the next paint, scheduled by task, so that scripts do not delay
// the page. Frames out of sight are not painted but must still send their height, so
// the wait is limited to a time that a reader does not notice.
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
