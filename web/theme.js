// Runs before the first paint, so that a page that asks for a scheme opens in it.
(() => {
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
})();
