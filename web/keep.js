// Returns what is shown as one HTML file, which opens from disk and makes no request: the
// picture, the table, cautions, sources and help, with links to the site.
globalThis.factframeKept = async (panel, { base, words, here, dataURL }) => {
  const document = panel.ownerDocument; // a page that makes panels keeps that of its preview
  const page = panel.cloneNode(true);
  page.removeAttribute("id");
  for (const name of Object.keys(page.dataset)) delete page.dataset[name];
  const gone = ".tools, .shown, .share, .others, .taken, .reader, .coming, .lost, .ignored, .receipt .links, .chooser, .picks a, li.out, header, template, script, [hidden], [aria-live]";
  for (const each of page.querySelectorAll(gone)) each.remove();
  for (const each of page.querySelectorAll(".foot .links li:empty")) each.remove();
  for (const link of page.querySelectorAll("a")) {
    const href = link.getAttribute("href") ?? "";
    if (!/^[a-z]+:/.test(href)) link.setAttribute("href", new URL(href, base).href);
    link.removeAttribute("data-figure");
    link.removeAttribute("aria-expanded");
    link.removeAttribute("tabindex");
  }
  for (const image of page.querySelectorAll("img")) {
    const blob = await fetch(new URL(image.getAttribute("src"), base)).then((response) => response.blob()).catch(() => {});
    if (!blob) image.remove();
    else image.setAttribute("src", await dataURL(blob));
  }
  const { lang, dir } = document.documentElement, { site, version } = panel.querySelector(".cite p").dataset;
  const copy = document.createElement("p"), current = document.createElement("a");
  const date = new Date().toLocaleDateString(lang, { dateStyle: "long" });
  copy.className = "copy";
  const frozen = document.querySelector("#frozen a"); // above a page of a frozen version, which leads to the current figures
  current.href = frozen ? frozen.href : here;
  current.textContent = words.current;
  copy.append(`${site} · ${words.kept.replace("{version}", version).replace("{date}", date)} · `, current);
  page.prepend(copy);
  const head = document.createElement("head"), add = (tag, attributes, text = "") => {
    const element = Object.assign(document.createElement(tag), { textContent: text });
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    head.append(element);
  };
  add("meta", { charset: "utf-8" });
  add("meta", { "http-equiv": "Content-Security-Policy", content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:" });
  add("meta", { name: "viewport", content: "width=device-width, initial-scale=1" });
  add("title", {}, document.title);
  add("link", { rel: "icon", href: "data:," });
  add("style", {}, document.querySelector("head style").textContent);
  return `<!DOCTYPE html>\n<html lang="${lang}"${dir ? ` dir="${dir}"` : ""}>${head.outerHTML}<body>${page.outerHTML}</body></html>\n`;
};
