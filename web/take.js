// Copies, cites and saves what is shown, when a reader follows a link of "Share". The worker
// that warms up the program has no window.
globalThis.factframeTake = globalThis.parent && (() => {
  const panel = document.getElementById("factframe");
  const framed = parent !== window;
  const isolated = self.origin === "null"; // a sandboxed frame, which cannot save files

  // Shows something to copy below the links: a text or a picture, with a sentence.
  const show = (link, words, ...content) => {
    const line = document.createElement("p");
    line.setAttribute("role", "status");
    line.textContent = words;
    link.closest(".share, .receipt")?.querySelector(".taken")?.replaceChildren(line, ...content);
  };
  const clear = () => { for (const each of panel.querySelectorAll(".taken")) each.replaceChildren(); };
  panel.addEventListener("click", ({ target }) => { if (!target.closest(".share, .taken, [data-take]")) clear(); }, true);
  panel.addEventListener("change", clear, true);
  addEventListener("popstate", clear);
  globalThis.factframeTaken = clear;

  // A mail that reports an error ends with the full address of the figure.
  panel.addEventListener("click", ({ target }) => {
    const mail = target.closest("a.report[href^='mailto:']");
    if (mail) mail.href = mail.href.replace(/(&body=)(.*)/, (_, before, at) => before + encodeURIComponent(new URL(decodeURIComponent(at), document.baseURI)));
  }, true);

  const field = (text, label) => {
    const area = document.createElement("textarea");
    Object.assign(area, { readOnly: true, value: text, rows: 4, spellcheck: false });
    area.setAttribute("aria-label", label);
    return area;
  };

  // Copies a text. In a frame the browser may not allow it: then the text is selected, and
  // older ways of copying are tried.
  const copy = async (link, text, words) => {
    try {
      await navigator.clipboard.writeText(text);
      show(link, words.copied);
    } catch {
      const area = field(text, link.textContent);
      show(link, words.press, area);
      area.select();
      if (document.execCommand("copy")) area.previousSibling.textContent = words.copied;
    }
  };

  // The name of a file: "outcomes/percent/" becomes "outcomes-percent.csv".
  const nameOf = (at, extension) => `${at.split(/[^\w-]+/).filter(Boolean).join("-").slice(0, 80) || "figures"}.${extension}`;

  // Saves a text. A frame may not be allowed to, and cannot find out: there the text is shown
  // too.
  const deliver = async ({ link, words }, blob, name) => {
    if (!isolated) save(blob, name);
    if (framed || isolated) show(link, words.blocked, field(await blob.text(), link.textContent));
  };

  const save = (blob, name) => {
    const url = URL.createObjectURL(blob);
    const link = Object.assign(document.createElement("a"), { href: url, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };

  // Draws an SVG on a canvas. Without a size it is drawn at twice its own.
  const drawn = async (svg, width, height) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    const { naturalWidth: w, naturalHeight: h } = image;
    Object.assign(canvas, { width: width ?? 2 * w, height: height ?? 2 * h });
    const scale = Math.min(canvas.width / w, canvas.height / h);
    const to = canvas.getContext("2d");
    to.fillStyle = "#fff";
    to.fillRect(0, 0, canvas.width, canvas.height);
    to.drawImage(image, (canvas.width - w * scale) / 2, (canvas.height - h * scale) / 2, w * scale, h * scale);
    return canvas;
  };
  const blobOf = (canvas) => new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the picture is too large for this browser"))), "image/png");
  });
  const dataURL = (blob) => new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });
  const shown = async (blob) => Object.assign(new Image(), { src: await dataURL(blob), alt: document.title });

  // Returns the file of a link from the site: before the program runs, that is quicker.
  const stored = async ({ link, fetches }) => {
    if (!fetches && link.dataset.take !== "package" || !link.hasAttribute("download")) return;
    const response = await fetch(link.href).catch(() => {});
    return response?.ok ? response.blob() : undefined;
  };

  // Waits until the program runs. If that takes a while, a message appears.
  const ready = async ({ link, words, mounted }) => {
    const late = setTimeout(() => show(link, words.loading), 300);
    await new Promise(mounted).finally(() => clearTimeout(late));
    clear();
  };

  // Returns a file that the program makes of the state at an address.
  const made = async (kind, { here, link, words, mounted }) => {
    await ready({ link, words, mounted });
    const file = globalThis.factframeFile(kind, here);
    if (!file) throw new Error(`there is no ${kind} of ${here}`);
    return file;
  };

  const pictures = { card: ["card", 1200, 630], square: ["card", 1080, 1080], double: ["svg"], copy: ["svg"] };
  const picture = async (asked) => {
    const { link, at, words } = asked, { take } = link.dataset;
    const [kind, ...size] = pictures[take];
    if (take === "copy") {
      const blob = made(kind, asked).then((svg) => drawn(svg)).then(blobOf);
      blob.catch(() => {}); // reported below
      try {
        await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
        return show(link, words.copied);
      } catch {
        return show(link, words.byHand, await shown(await blob));
      }
    }
    const blob = await stored(asked) ?? await made(kind, asked).then((svg) => drawn(svg, ...size)).then(blobOf);
    if (!isolated) save(blob, nameOf(take === "double" ? at : `${at}/${take}`, "png"));
    if (framed || isolated) show(link, words.blocked, await shown(blob));
  };

  const types = { csv: "text/csv", all: "text/csv", json: "application/json", svg: "image/svg+xml", package: "application/json" };
  // A text that the program makes. A CSV begins with a byte order mark, which is lost on the way
  // from Go (TextDecoder removes it), so that spreadsheets recognise UTF-8.
  const written = async (asked) => {
    const { take } = asked.link.dataset;
    return new Blob([types[take] === "text/csv" ? "\ufeff" : "", await made(take, asked)], { type: types[take] });
  };

  const file = async (asked) => {
    const { link, at, words } = asked, { take } = link.dataset, extension = { all: "csv", package: "json" }[take] ?? take;
    const blob = await stored(asked) ?? (take === "package" ? undefined : await written(asked));
    if (!blob) return show(link, words.blocked, field(link.href, link.textContent)); // the address, if a sandbox forbids requests
    return deliver(asked, blob, take === "package" ? "datapackage.json" : nameOf(take === "all" ? at.split("/")[0] : at, extension));
  };

  const escaped = (s) => s.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const bibtex = (s) => s.replace(/[\\{}$&#%_^~]/g, (c) => ({ "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "^": "\\^{}", "~": "\\~{}" })[c] ?? `\\${c}`);
  const cited = ({ link, base }) => {
    const p = panel.querySelector(".cite p"), { by, site, version } = p.dataset;
    const { title } = link.dataset.title ? link.dataset : p.dataset; // a receipt has its own
    const [words, caution] = link.dataset.title ? [link.dataset.quote, link.dataset.caution] : [...p.querySelectorAll(":scope > span")].map((each) => each.textContent.trim());
    const url = new URL(link.getAttribute("href"), base).href;
    const today = new Date(), iso = new Date(today - today.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    const lang = document.documentElement.lang;
    const accessed = p.dataset.accessed.replace("{date}", today.toLocaleDateString(lang, { dateStyle: "long" }));
    const authors = by ? by.split("\n") : [site];
    const end = `(${accessed}).`;
    const note = [words, caution].filter(Boolean).join(" ");
    const month = iso.split("-").map(Number);
    return {
      plain: () => [words, `${url} ${end}`, caution].filter(Boolean).join(" "),
      html: () => `<p>${escaped(words)} <a href="${escaped(url)}">${escaped(url)}</a> ${escaped(end)}${caution ? ` <em>${escaped(caution)}</em>` : ""}</p>`,
      markdown: () => `${words.replace(/[\\`*_[\]<>]/g, "\\$&")} <${url}> ${end}${caution ? ` *${caution.replace(/[\\`*_[\]<>]/g, "\\$&")}*` : ""}`,
      bibtex: () => `@misc{${nameOf(url.slice(base.length).replace("#choice", "").replace(/[^/?&=]+=/g, ""), "").replace(".", "")},
  title = {{${bibtex(title)}}},
  author = {${authors.map((each) => `{${bibtex(each)}}`).join(" and ")}},
  howpublished = {${bibtex(site)}},
  version = {${bibtex(version)}},
  url = {${url}},
  urldate = {${iso}},
  note = {${bibtex(note)}}
}
`,
      "csl-json": () => `${JSON.stringify([{
        id: url, type: "dataset", title, author: authors.map((literal) => ({ literal })), publisher: site, version, URL: url,
        accessed: { "date-parts": [month] }, note,
      }], null, 2)}\n`,
    };
  };

  const kinds = {
    link: ({ link, here, words }) => copy(link, here, words),
    sheet: (asked) => navigator.share({ title: document.title, url: asked.here })
      .catch((error) => { if (error.name !== "AbortError") return kinds.link(asked); }), // a reader may close the sheet, and a frame may not be allowed to open it
    keep: async (asked) => deliver(asked, new Blob([await globalThis.factframeKept(panel, { ...asked, dataURL })], { type: "text/html" }), nameOf(asked.at, "html")),
  };
  for (const kind of Object.keys(pictures)) kinds[kind] = picture;
  for (const kind of Object.keys(types)) kinds[kind] = file;
  for (const format of ["plain", "html", "markdown", "bibtex", "csl-json"]) kinds[format] = async (asked) => copy(asked.link, cited(asked)[format](), asked.words);

  // The address of what is shown, without the presentation and what a host added.
  const choices = document.documentElement.dataset.choices.split(" ");
  const without = (href) => {
    const url = new URL(href);
    for (const name of [...url.searchParams.keys()]) if (!choices.includes(name)) url.searchParams.delete(name);
    url.pathname = url.pathname.replace(/index\.html$/, "");
    url.hash = url.search ? "choice" : document.getElementById(url.hash.slice(1)) ? url.hash : ""; // a receipt on a shared page
    return url.href.replaceAll("%2C", ",");
  };

  return async (asked) => {
    clear();
    const here = without(asked.shown), at = here.slice(asked.base.length).replace("#choice", "").replace(/[^/?&=]+=/g, ""); // with the values of choices
    try {
      const { take } = asked.link.dataset;
      const waits = "choice" in document.documentElement.dataset || document.querySelector(":target > h2"); // the page shows something else, or one of many receipts
      if (waits && take !== "link" && take !== "sheet") await ready(asked);
      await kinds[take]({ ...asked, here, at });
    } catch {
      show(asked.link, panel.dataset.program === "failed" ? asked.words.failed : asked.words.refused);
    }
  };
})();
