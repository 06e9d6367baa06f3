// Runs before the first paint, so that a page opens with the presentation in its address.
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  globalThis.factframeAsked = asked; // the host may change it later
  root.dataset.scripts = "run";
  if (parent !== self) root.dataset.framed = ""; // moves the site's navigation to the foot
  if (navigator.share) root.dataset.sheet = "";

  // Goes to the site in another language, if this one has it: each is a folder.
  const ways = (root.dataset.languages ?? "").split(" ").filter(Boolean).map((each) => each.split("="));
  const wanted = (asked.get("lang") ?? "").toLowerCase();
  const way = [wanted, wanted.split("-")[0]].map((name) => ways.find(([tag]) => tag.toLowerCase() === name)).find(Boolean);
  asked.delete("lang"); // a link to another language must not lead back to this one
  if (way && way[0] !== root.dataset.language) {
    const base = document.baseURI, [page] = location.href.slice(base.length).split(/[?#]/);
    location.replace(`${new URL(way[1] + page, base)}${String(asked) && `?${asked}`}${location.hash}`);
  }

  // Choices without a prerendered page: the figures of this page are hidden until the
  // program has drawn the right ones.
  const { choices, defaults } = root.dataset;
  const opened = new URLSearchParams(defaults);
  const chosen = choices.split(" ").filter((name) => asked.has(name) && asked.get(name) !== opened.get(name));
  if (chosen.length > 0) root.dataset.choice = chosen.join(" ");
  // Shows the page even if the browser cannot run the boot script.
  const patience = 1500; // ms
  addEventListener("load", () => setTimeout(() => { if (chosen.length > 0 && !globalThis.factframeArrived) root.dataset.choice = "lost"; }, patience));

  // An accent colours marks, so it needs a contrast of 3:1 with the background (WCAG 2.2,
  // 1.4.11). If necessary it is mixed with black or white.
  const luminance = (parts) => parts.map((part) => part / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const papers = { light: [255, 255, 255], dark: [20, 24, 28] };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const shade = (rgb, scheme) => {
    for (let share = 0; share <= 1; share += 0.01) {
      const mixed = rgb.map((part) => Math.round(part + ((scheme === "dark" ? 255 : 0) - part) * share));
      if (contrast(mixed, papers[scheme]) >= 3) return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    }
  };

  const put = (name, value) => (value ? root.dataset[name] = value : delete root.dataset[name]);
  const look = () => {
    put("theme", ["dark", "light"].includes(asked.get("theme")) && asked.get("theme"));
    put("mode", ["chart", "card"].includes(asked.get("mode")) && asked.get("mode"));
    for (const part of ["header", "filters"]) put(part, asked.get(part) === "0" && "0");
    const rgb = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(asked.get("accent") || "")?.slice(1).map((part) => parseInt(part, 16));
    const shades = rgb && Object.keys(papers).map((scheme) => shade(rgb, scheme));
    Object.keys(papers).forEach((scheme, i) => root.style.setProperty(`--accent-${scheme}`, shades?.[i] ?? ""));
    put("accent", shades?.join(" ")); // for the host, and for the style sheet
  };
  look();
  // Applies presentation settings from the host: theme, accent, header, filters, mode.
  globalThis.factframeLook = (set) => {
    for (const name of ["theme", "accent", "header", "filters", "mode"]) {
      if (!(name in set)) continue;
      const value = String(set[name] ?? "").replace(/^#/, "");
      if (value) asked.set(name, value);
      else asked.delete(name);
    }
    look();
  };
})();
