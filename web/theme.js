// Runs before the first paint, so that a page opens as its address asks.
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  root.dataset.scripts = "run";
  if (parent !== self) root.dataset.framed = ""; // the site's navigation then waits at the foot
  if (self.origin === "null") root.dataset.origin = "none"; // a sandboxed frame: nothing can be saved from it

  // Choices that are no page of their own: what the page holds is not their
  // answer, and does not stand there as if it were.
  const { choices, defaults } = root.dataset;
  const opened = new URLSearchParams(defaults);
  const wanted = choices.split(" ").filter((name) => asked.has(name) && asked.get(name) !== opened.get(name));
  if (wanted.length > 0) root.dataset.choice = wanted.join(" ");
  // A browser that cannot read the boot script still shows the page.
  const patience = 1500; // ms
  addEventListener("load", () => setTimeout(() => { if (wanted.length > 0 && !globalThis.factframeArrived) root.dataset.choice = "lost"; }, patience));

  const theme = asked.get("theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  if (["chart", "card"].includes(asked.get("mode"))) root.dataset.mode = asked.get("mode");
  for (const part of ["header", "filters"]) if (asked.get(part) === "0") root.dataset[part] = "0";

  // An accent colours marks, so it must keep 3:1 on every paper it may meet;
  // one that does not is refused (WCAG 2.2, 1.4.11).
  const rgb = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(asked.get("accent") || "");
  if (!rgb) return;
  const luminance = (parts) => parts.map((part) => part / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const accent = luminance(rgb.slice(1).map((hex) => parseInt(hex, 16)));
  const papers = { light: luminance([255, 255, 255]), dark: luminance([20, 24, 28]) };
  const met = theme in papers ? [papers[theme]] : Object.values(papers);
  const keeps = met.every((paper) => (Math.max(paper, accent) + 0.05) / (Math.min(paper, accent) + 0.05) >= 3);
  if (keeps) root.style.setProperty("--mark", `#${rgb.slice(1).join("")}`);
  else root.dataset.accent = "refused";
})();
