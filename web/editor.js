// The editor's page: what is chosen in the form and clicked in a preview goes
// into the snippets.
(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("choose");
  const root = new URL("../", location.href.split(/[?#]/)[0]).href;
  const frames = [...document.querySelectorAll("iframe[data-width]")];
  const shows = new Map(); // preview → the address of what it shows, also after a choice in it
  const heights = new Map(); // width of a preview → height of its panel
  let address = ""; // below the root, as the previews show it

  const option = () => form.view.selectedOptions[0];

  // What the previews show, with how it looks. An address says what somebody
  // chose, and nothing else.
  const presentation = ["theme", "mode", "header", "filters", "accent"];
  const looks = (name) => {
    if (name === "accent") return form.tint.checked ? form.accent.value.slice(1) : "";
    if (form[name].type === "checkbox") return form[name].checked ? "" : "0";
    return form[name].value;
  };
  const complete = () => {
    const url = new URL(address, root);
    for (const name of presentation) if (looks(name)) url.searchParams.set(name, looks(name));
    if (address.includes("?")) url.hash = "choice"; // where no script runs, the page says that it needs one
    return url.href.replaceAll("%2C", ",");
  };
  const escape = (s) => s.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

  // A host that is given an address asks a static file what it stands for, and
  // a file cannot tell one query from another.
  const pasted = () => {
    if (address.includes("?")) return "These choices have no page of their own, and an address alone would show the whole view. Use the plain frame.";
    if (presentation.some(looks)) return "How it looks is not part of what an address alone shows. Use the plain frame.";
    return new URL(address, root).href;
  };

  // Chrome 154 and later ask the framed page for its height, where the frame says
  // so and has no height of its own; other browsers pass over both.
  const ownHeight = (otherwise) => `frame-sizing:content-height;height:if(supports(frame-sizing:content-height):auto;else:${otherwise}px)`;

  const write = () => {
    const src = escape(complete()), title = escape(option().dataset.title);
    const known = [...heights].sort(([a], [b]) => a - b).map((pair) => pair.join(":")).join(" ");
    const column = heights.get(640) || 900;
    const image = `${root}img/${option().dataset.image}.png`;
    const picture = `<img src="${image}" alt="${title}" width="1200" height="630" style="max-width:100%;height:auto">`;
    const script = `<script src="${root}embed.js"><\/script>`;
    $("iframe").value = `<iframe src="${src}" title="${title}" width="100%" height="${column}" loading="lazy" style="border:0;display:block;${ownHeight(column)}"></iframe>`;
    $("link").value = `<a data-factframe data-heights="${known}" style="display:block" href="${src}">${title} ${picture}</a>\n${script}`;
    $("element").value = `<fact-frame src="${src}" title="${title}" heights="${known}" style="display:block"><a href="${src}">${title} ${picture}</a></fact-frame>\n${script}`;
    $("wordpress").value = pasted();
    $("mail").value = `<a href="${src}">${title}<br>${picture}</a>`;
    $("markdown").value = `[![${option().dataset.title.replace(/[[\]]/g, "")}](${image})](${complete()})`;
  };
  const show = (except) => {
    for (const frame of frames) if (frame !== except && shows.get(frame) !== complete()) frame.src = complete();
    for (const frame of frames) shows.set(frame, complete());
    write();
  };

  form.addEventListener("input", (event) => {
    if (event.target === form.view && address !== `${form.view.value}/`) { address = `${form.view.value}/`; heights.clear(); }
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

  // One preview and one snippet at a time.
  document.addEventListener("change", ({ target }) => {
    if (target.name === "width") for (const frame of frames) frame.classList.toggle("shown", frame.dataset.width === target.value);
    if (target.name === "snippet") for (const each of document.querySelectorAll(".snippet")) each.hidden = each.querySelector("textarea").id !== target.value;
  });

  address = `${form.view.value}/`;
  show();
})();
