// The embed page: updates the snippets when the form changes or something is clicked in
// a preview.
(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("choose");
  const words = JSON.parse(document.querySelector("main").dataset.words);
  const say = (name, places) => words[name].replace(/\{(\w+)\}/g, (_, place) => places[place]);
  const root = new URL("../", location.href.split(/[?#]/)[0]).href;
  const frames = [...document.querySelectorAll("iframe[data-width]")];
  const shows = new Map(); // preview → the address that it shows, including choices made in it
  const heights = new Map(); // width of a preview → height of its panel
  let address = ""; // relative to the root, as in the previews
  let chosen = ""; // the title of a choice made in a preview; empty without one

  // The site, or the frozen copy of its version.
  const from = () => new URL(form.version?.value ?? "", root).href;
  const option = () => form.view.selectedOptions[0];
  const title = () => chosen || option().dataset.title;

  // The full address of the previews: the address itself contains only choices; this
  // adds presentation.
  const presentation = ["theme", "mode", "header", "filters", "accent"];
  const looks = (name) => {
    if (name === "accent") return form.tint.checked ? form.accent.value.slice(1) : "";
    if (form[name].type === "checkbox") return form[name].checked ? "" : "0";
    return form[name].value;
  };
  const complete = () => {
    const url = new URL(address, from());
    for (const name of presentation) if (looks(name)) url.searchParams.set(name, looks(name));
    if (address.includes("?")) url.hash = "choice"; // without JavaScript, the page says that it needs it
    return url.href.replaceAll("%2C", ",");
  };
  const escape = (s) => s.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

  // For a pasted address the host reads an oEmbed file, and a static file is the same
  // for every query.
  const whyNoAddress = () => {
    if (address.includes("?")) return words.noAddress;
    if (presentation.some(looks)) return words.noLook;
    return "";
  };

  // A panel is taller in a narrower column. A snippet does not know the width of its
  // column, so its height is a linear function of the window's width. A fixed height is
  // never too low: it is the maximum of the lines through neighbouring widths. In Chrome
  // 154 and later, which get the height from the framed page, the initial height is never
  // too high.
  const bar = 15; // px of a scroll bar: a frame that was too low once is narrower, and stays too low (Firefox 153)
  const margins = 48 + bar; // px of a phone's window outside the column
  const fonts = 1.04; // text may need another line in other browsers and systems
  const slopeOf = ([narrow, tall], [wide, less]) => Math.max(0, (tall - less) / (wide - narrow));
  const falling = (height, slope) => `${Math.round(height)}px - ${(100 * slope).toFixed(1)}vw`;
  const highest = (points) => `max(${points.slice(1).map((next, i) => {
    const slope = slopeOf(points[i], next);
    return falling((points[i][1] + slope * (points[i][0] + margins)) * fonts, slope * fonts);
  }).join()})`;
  const lowest = (points) => {
    const slope = slopeOf(points[0], points.at(-1));
    return falling(Math.min(...points.map(([width, height]) => height + slope * width)), slope);
  };
  const sized = () => {
    const known = [...heights].sort(([a], [b]) => a - b);
    if (known.length < frames.length) return "";
    const columns = known.slice(0, -1), tallest = known[0][1], column = heights.get(640), least = Math.min(column, known.at(-1)[1]);
    const fixed = `clamp(${column}px,${highest(columns)},${Math.round(Math.max(column, (tallest + bar * slopeOf(...columns)) * fonts))}px)`;
    return `frame-sizing:content-height;min-height:clamp(${least}px,${lowest(columns)},${Math.max(least, tallest)}px);height:${fixed};height:if(supports(frame-sizing:content-height):auto;else:${fixed})`;
  };

  const write = () => {
    const src = escape(complete()), words = escape(title());
    const known = [...heights].sort(([a], [b]) => a - b).map((pair) => pair.join(":")).join(" ");
    const column = heights.get(640) || 900;
    // Choices with a page have a picture; for others it is left out.
    const unpictured = address.includes("?") || address.startsWith("compare/") || chosen && /^(figure|receipts)\//.test(address);
    const pictured = address.split("/").filter((part) => part && part !== "table" && !/^(order|rows)-/.test(part)).join("/");
    const image = `${from()}img/${chosen ? pictured : option().dataset.image}.png`;
    const picture = unpictured ? "" : `<img src="${image}" alt="${words}" width="1200" height="630" style="max-width:100%;height:auto">`;
    const unseen = picture.replace("<img", '<img loading="lazy"'); // not loaded while the frame is shown
    const script = `<script src="${root}embed.js"><\/script>`;
    $("iframe").value = `<iframe src="${src}" title="${words}" width="100%" height="${column}" loading="lazy" style="border:0;display:block;${sized()}"></iframe>`;
    $("link").value = `<a data-factframe data-heights="${known}" style="display:block" href="${src}">${words} ${unseen}</a>\n${script}`;
    $("element").value = `<fact-frame src="${src}" title="${words}" heights="${known}" style="display:block"><a href="${src}">${words} ${unseen}</a></fact-frame>\n${script}`;
    $("mail").value = `<a href="${src}">${words}${picture && `<br>${picture}`}</a>`;
    const plain = title().replace(/[[\]]/g, "");
    $("markdown").value = `[${unpictured ? plain : `![${plain}](${image})`}](${complete()})`;
    const missing = whyNoAddress();
    $("wordpress").value = missing ? "" : new URL(address, from()).href;
    document.querySelector("[data-copy=wordpress]").disabled = $("wordpress").hidden = Boolean(missing);
    $("no-wordpress").textContent = missing;
  };
  const show = (except) => {
    for (const frame of frames) if (frame !== except && shows.get(frame) !== complete()) frame.src = complete();
    for (const frame of frames) shows.set(frame, complete());
    write();
  };

  // Reports that a faint accent was replaced with a darker or lighter shade.
  const shades = (used) => {
    const [light, dark] = (used || "").split(" "), asked = `#${looks("accent")}`;
    const moved = [light !== asked && say("light", { colour: light }), dark !== asked && say("dark", { colour: dark })].filter(Boolean);
    $("shade").hidden = !used || moved.length === 0;
    if (used) $("shade").textContent = say("shade", { colour: asked, shades: moved.length < 2 ? moved[0] : say("both", { light: moved[0], dark: moved[1] }) });
  };

  form.addEventListener("input", (event) => {
    const before = complete();
    if (event.target === form.view) {
      address = `${form.view.value}/`;
      chosen = "";
    }
    if (complete() !== before) heights.clear();
    show();
  });
  addEventListener("message", ({ source, data }) => {
    const frame = frames.find((each) => each.contentWindow === source);
    if (!frame || !data?.factframe) return;
    if (data.factframe === "look") {
      shades(data.accent);
    } else if (data.factframe === "height") {
      frame.style.height = `${data.height}px`;
      heights.set(+frame.dataset.width, data.height);
      write();
    } else if (data.factframe === "state" && data.address !== address) {
      address = data.address;
      const view = [...form.view.options].find((each) => address.startsWith(`${each.value}/`));
      if (view) view.selected = true;
      chosen = view && address === `${view.value}/` ? "" : data.title;
      show(frame);
    }
  });

  // Many frames have no access to the clipboard, but can select and copy.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    const field = $(button.dataset.copy);
    field.focus();
    field.select();
    let copied = document.execCommand("copy");
    if (!copied) copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
    $("copied").textContent = say(copied ? "copied" : "selected", { snippet: button.dataset.name });
  });

  // One preview and one snippet at a time.
  document.addEventListener("change", ({ target }) => {
    if (target.name === "width") {
      for (const frame of frames) {
        const shown = frame.dataset.width === target.value;
        frame.classList.toggle("shown", shown);
        frame.inert = !shown;
        if (shown) frame.removeAttribute("aria-hidden");
        else frame.setAttribute("aria-hidden", "true");
      }
    }
    if (target.name === "snippet") for (const each of document.querySelectorAll(".snippet")) each.hidden = each.querySelector("textarea").id !== target.value;
  });

  if (matchMedia("(max-width: 40rem)").matches) document.querySelector('input[name=width][value="328"]').click();
  $("local").hidden = !/^(localhost|127\.|\[::1\]|.*\.(local|localhost)$)/.test(location.hostname);
  // The page that led here is chosen.
  address = decodeURIComponent(location.hash.slice(1)) || `${form.view.value}/`;
  const first = [...form.view.options].find((each) => address === `${each.value}/`) ?? [...form.view.options].find((each) => address.startsWith(`${each.value}/`));
  if (first) first.selected = true;
  else address = `${form.view.value}/`;
  chosen = address === `${form.view.value}/` ? "" : option().dataset.title; // until the preview names its choice
  show();
})();
