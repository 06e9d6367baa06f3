// The editor's page: what is chosen in the form and clicked in a preview goes
// into the snippets.
(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("choose");
  const root = new URL("../", location.href.split(/[?#]/)[0]).href;
  const frames = [...document.querySelectorAll("iframe[data-width]")];
  const heights = new Map(); // width of a preview → height of its panel
  let address = ""; // below the root, as the previews show it

  const option = () => form.view.selectedOptions[0];

  // Every choice is written out, so that a later change of what a view opens
  // with does not alter what is already published.
  const complete = () => {
    const url = new URL(address, root);
    for (const [name, value] of new URLSearchParams(option().dataset.defaults)) {
      if (!url.searchParams.has(name) && !url.pathname.includes(`/${name}-`) && !(name === "unit" && /\/(count|percent)\//.test(url.pathname))) url.searchParams.set(name, value);
    }
    for (const name of ["theme", "mode", "header", "filters", "accent"]) {
      const value = name === "accent" ? (form.tint.checked ? form.accent.value.slice(1) : "") : form[name].type === "checkbox" ? (form[name].checked ? "" : "0") : form[name].value;
      if (value) url.searchParams.set(name, value);
    }
    return url.href.replaceAll("%2C", ",");
  };
  const escape = (s) => s.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

  const write = () => {
    const src = escape(complete()), title = escape(option().dataset.title), view = option().value;
    const known = [...heights].sort(([a], [b]) => a - b).map((pair) => pair.join(":")).join(" ");
    const reserved = Math.min(1200, ...heights.values()); // less than the panel, so that it can only grow, below the fold
    const style = `style="display:block;min-height:${reserved}px"`;
    const column = heights.get(640) || 900;
    const script = `<script async src="${root}embed.js"><\/script>`;
    $("iframe").value = `<iframe src="${src}" title="${title}" width="100%" height="${column}" loading="lazy" style="border:0"></iframe>`;
    $("link").value = `<a data-factframe data-heights="${known}" ${style} href="${src}">${title}</a>\n${script}`;
    $("element").value = `<fact-frame src="${src}" title="${title}" heights="${known}" ${style}></fact-frame>\n${script}`;
    $("wordpress").value = new URL(`${view}/`, root).href;
    $("markdown").value = `[![${option().dataset.title.replace(/[[\]]/g, "")}](${root}img/${option().dataset.image}.png)](${complete()})`;
  };
  const show = (except) => {
    for (const frame of frames) if (frame !== except && frame.src !== complete()) frame.src = complete();
    write();
  };

  form.addEventListener("input", (event) => {
    if (event.target === form.view) { address = `${form.view.value}/`; heights.clear(); }
    show();
  });
  addEventListener("message", ({ source, data }) => {
    const frame = frames.find((each) => each.contentWindow === source);
    if (!frame || !data?.factframe) return;
    if (data.factframe === "height") {
      frame.style.height = `${data.height}px`;
      heights.set(+frame.dataset.width, data.height);
      write();
    } else if (data.factframe === "state" && data.address !== address) {
      address = data.address;
      const chosen = [...form.view.options].find((each) => address.startsWith(`${each.value}/`));
      if (chosen) chosen.selected = true;
      show(frame);
    }
  });

  // The clipboard is closed in many frames; selecting and copying is not.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    const field = $(button.dataset.copy);
    field.focus();
    field.select();
    let copied = document.execCommand("copy");
    if (!copied) copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
    $("copied").textContent = copied ? `Copied: ${button.dataset.name}.` : `Selected: press Ctrl+C or ⌘C to copy ${button.dataset.name}.`;
  });

  address = `${form.view.value}/`;
  show();
})();
