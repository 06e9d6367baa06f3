// Waits for the first paint: what a page shows comes before what makes it
// answer. A frame out of sight is not painted, and must tell its height all the
// same, so it waits no longer than a reader would notice.
const afterFirstPaint = (start) => {
  const longest = 300; // ms
  let started = false;
  const once = () => {
    if (started) return;
    started = true;
    start();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, longest);
};
