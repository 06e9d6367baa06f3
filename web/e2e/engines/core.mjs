// Tests what must work in every engine: node core.mjs ENGINE PATH, with the servers in
// the environment. Prints a line for each promise; the exit code is 1 if one is broken.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engines, pause } from "./engine.mjs";

const { SITE, HOST, SHELF, SWITCH, BROKEN } = process.env;
const [name, path] = process.argv.slice(2);
const b = await engines[name](path);
console.log(`engine: ${b.version}`);
await b.size(760, 900);

const panel = `document.getElementById("factframe")`;
const running = `${panel}.dataset.program === "running"`;
const link = (words) => `[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "${words}")`;
const framed = `(document.querySelector("iframe") ?? document.querySelector("fact-frame").shadowRoot.querySelector("iframe"))`;
const inside = (expression) => `((document) => ${expression})(${framed}.contentDocument)`;
const fits = `Math.abs(${framed}.getBoundingClientRect().height - ${framed}.contentDocument.getElementById("factframe").getBoundingClientRect().height) <= 2`;
const start = async () => {
  await b.until(`globalThis.factframeWrite`);
  await b.js(`(${panel}.dispatchEvent(new PointerEvent("pointerover")), 0)`);
  await b.until(running);
};

// Notes what the page saves, as a browser test cannot see a download in every engine.
const taking = `(() => {
  globalThis.saved = [];
  const made = URL.createObjectURL;
  URL.createObjectURL = (blob) => (saved.push(blob), made.call(URL, blob));
  HTMLAnchorElement.prototype.click = new Proxy(HTMLAnchorElement.prototype.click, { apply: (click, link, args) => (link.download && link.href.startsWith("blob:") ? undefined : Reflect.apply(click, link, args)) });
  return 0;
})()`;
const taken = async (kind, read = "(blob) => blob.text()") => {
  await b.js(`(saved.length = 0, document.querySelector("[data-take=${kind}]").click(), 0)`);
  await b.until("saved.length === 1");
  return b.js(`(${read})(saved[0])`);
};
const pixels = (kind) => taken(kind, `async (blob) => {
  const picture = await createImageBitmap(blob), canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
  canvas.getContext("2d").drawImage(picture, 0, 0);
  const colours = new Set(new Uint32Array(canvas.getContext("2d").getImageData(0, 0, picture.width, picture.height).data.buffer));
  return [picture.width, picture.height, colours.size > 20];
}`);

const promises = {
  "first paint: finding, values, source and help, before any program": async () => {
    await b.visit(`${SITE}/outcomes/`);
    for (const selector of ["h1", ".n", ".source", ".help .phone"]) {
      assert.ok(await b.js(`document.querySelector("${selector}").getBoundingClientRect().height > 0`), selector);
    }
    assert.equal(await b.js(`${panel}.dataset.program ?? ""`), "");
  },
  "choices: every node is adopted, and a tap and a tick change the picture": async () => {
    await b.visit(`${SITE}/outcomes/`);
    await start();
    const [adopted, of] = (await b.js(`${panel}.dataset.adopted`)).split(" of ");
    assert.equal(adopted, of);
    await b.tap(link("Per cent"));
    await b.until(`location.pathname === "/outcomes/percent/" && document.querySelector(".n b").textContent.includes("%")`);
    await b.tap(`document.querySelector('.ticks summary')`);
    await b.tap(`document.querySelector('.strips input[value="not-reported"]')`);
    await b.until(`location.search.includes("outcome=") && document.querySelectorAll("li:not(.out) > .strip").length === 6`);
  },
  "keyboard: a link by Enter, marks by arrows, Escape closes the receipt": async () => {
    await b.visit(`${SITE}/outcomes/`);
    await start();
    await b.js(`(document.querySelector(".strip").focus(), 0)`);
    await b.key("ArrowDown");
    await b.until(`document.activeElement === document.querySelectorAll(".strip")[1]`);
    await b.key("Enter");
    await b.until(`document.querySelector(".receipt")`);
    await b.key("Escape");
    await b.until(`!document.querySelector(".receipt")`);
    assert.ok(await b.js(`document.activeElement === document.querySelectorAll(".strip")[1]`), "focus is kept");
  },
  "receipts: a tap on a mark opens its receipt": async () => {
    await b.visit(`${SITE}/outcomes/`);
    await start();
    await b.tap(`document.querySelector(".strip")`);
    await b.until(`document.querySelector(".receipt")?.textContent.includes("493")`);
  },
  "an address with choices shows them": async () => {
    await b.visit(`${SITE}/outcomes/?unit=percent&outcome=other-agency,lack-of-evidence#choice`);
    await b.until(`${running} && document.querySelectorAll("li:not(.out) > .strip").length === 2`);
  },
  "framed: the frame is as tall as the panel, also after a choice and a change of width": async () => {
    await b.visit(`${HOST}/core-element`);
    await b.until(fits);
    await b.until(`${framed}.contentWindow.factframeWrite`);
    await b.js(`(${inside(`${panel}.dispatchEvent(new PointerEvent("pointerover"))`)}, 0)`);
    await b.until(inside(running));
    await b.js(`(${inside(`document.querySelectorAll(".strip")[1].click()`)}, 0)`);
    await b.until(inside(`document.querySelector(".receipt")`));
    await b.until(fits);
    await b.size(380, 900);
    await b.until(fits);
    await b.size(760, 900);
  },
  "sandboxed with an opaque origin: the program runs and answers": async () => {
    await b.visit(`${HOST}/core-sandbox`);
    await b.until(`said.some((m) => m.factframe === "height")`);
    assert.equal(await b.js(`self.origin`, 0), "null");
    await b.js(`(${panel}.dispatchEvent(new PointerEvent("pointerover")), 0)`, 0);
    await b.until(running, 0);
    await b.js(`(${link("Per cent")}.click(), 0)`, 0);
    await b.until(`said.some((m) => m.factframe === "state" && m.address === "outcomes/percent/")`);
    assert.match(await b.js(`document.querySelector(".n b").textContent`, 0), /%/);
  },
  "sandboxed, without scripts: links lead to pages": async () => {
    await b.visit(`${SHELF}/frames`); // two frames that look the same; this page can access the first
    await b.until(inside(`document.querySelector("h1")`));
    const [x, y] = await b.js(`(() => {
      const [seen, sandboxed] = [...document.querySelectorAll("iframe")].map((frame) => frame.getBoundingClientRect());
      const at = [...document.querySelector("iframe").contentDocument.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").getBoundingClientRect();
      return [sandboxed.left + at.left + at.width / 2, sandboxed.top + at.top + at.height / 2];
    })()`);
    await b.click(Math.round(x), Math.round(y));
    for (let tries = 0; !(await (await fetch(`${SWITCH}/asked`)).text()).includes("/outcomes/percent/"); tries++) {
      assert.ok(tries < 100, "the link does not lead to its page");
      await pause(50);
    }
  },
  "print: values, cautions, sources and every help line": async () => {
    await b.visit(`${SITE}/outcomes/`);
    const paper = await b.paper();
    for (const words of ["More than one crime in five", "about 716", "493", "92", "26 forces answered", "is not the same as no action", "The Sun on Sunday", "0800 1111", "0808 800 5000", "0808 1000 900"]) assert.ok(paper.includes(words), `${words} is not printed`);
    await b.visit(`${SITE}/time/`);
    const lines = await b.paper();
    for (const words of ["6,238", "2014/15", "2016/17", "150", "63", "not printed"]) assert.ok(lines.includes(words), `${words} is not printed`);
  },
  "print of an article: what was visible, with a help line": async () => {
    await b.visit(`${HOST}/core-element`);
    await b.until(fits);
    const paper = await b.paper();
    for (const words of ["493", "26 forces answered", "The Sun on Sunday", "0800 1111", "After."]) assert.ok(paper.includes(words), `${words} is not printed`);
    assert.ok(!paper.includes("0808 800 5000"), "a closed list is printed open");
  },
  "offline: the site works after one visit": async () => {
    await b.visit(`${SHELF}/outcomes/`);
    if (!await b.js(`"serviceWorker" in navigator`)) return "no service worker here";
    await b.js(`navigator.serviceWorker.ready.then(() => true)`);
    await fetch(`${SWITCH}/off`);
    await b.visit(`${SHELF}/ages/`);
    assert.ok(await b.js(`document.querySelector("h1").textContent.length > 10`));
    await start();
    await b.js(taking);
    assert.match(await taken("csv"), /^\ufeff?id,panel,label,value/);
    await fetch(`${SWITCH}/on`);
  },
  "taken away: the link, the citation and the files of a choice without a page": async () => {
    await b.visit(`${SITE}/outcomes/?unit=percent&outcome=other-agency,lack-of-evidence#choice`);
    await b.until(running);
    await b.js(taking);
    const csv = await taken("csv"), all = await taken("all"), { resources: [{ data }] } = JSON.parse(await taken("json")), svg = await taken("svg");
    assert.deepEqual(csv.trim().split("\r\n").slice(1).map((line) => line.split(",")[0]), ["foi-lack-of-evidence", "foi-other-agency"]);
    assert.equal(all.trim().split("\r\n").length, 8, "all of the view");
    assert.deepEqual(data.map((row) => [row.id, row.value, row.unit]), [["foi-lack-of-evidence", 16, "percent"], ["foi-other-agency", 4, "percent"]]);
    assert.ok(data[0].address.endsWith("/figure/foi-lack-of-evidence/") && data[0].citation.includes("version"));
    const drawn = await b.js(`[...new DOMParser().parseFromString(${JSON.stringify(svg)}, "image/svg+xml").querySelectorAll("text")].map((text) => text.textContent).join("|")`);
    for (const words of ["Lack of evidence", "Another agency", "16%", "26 forces answered", "The Sun on Sunday", "outcomes/?unit=percent"]) assert.ok(drawn.includes(words), `${words} is not in the picture: ${drawn}`);
    assert.ok(!drawn.includes("Victim withdrew"), "only what is shown");
    for (const [kind, width, height] of [["card", 1200, 630], ["square", 1080, 1080]]) assert.deepEqual(await pixels(kind), [width, height, true]);
    const kept = await taken("keep");
    assert.ok(kept.length < 150_000 && !/<script|<link rel="(?!icon)|src="(?!data:)/.test(kept) && kept.includes("Copy of version") && !kept.includes("Victim withdrew"));
    await b.tap(`document.querySelector(".share > summary")`);
    await b.tap(`document.querySelector(".cite > summary")`);
    await b.tap(`document.querySelector("[data-take=plain]")`);
    await b.until(`document.querySelector(".taken p")?.textContent === "Copied."`);
    await b.tap(`document.querySelector("[data-take=link]")`);
    await b.until(`document.querySelector(".taken p")?.textContent === "Copied."`);
  },
  "taken away in a sandbox: shown to be copied, with the reason": async () => {
    await b.visit(`${HOST}/core-sandbox`);
    await b.until(`said.some((m) => m.factframe === "height")`);
    await b.js(`(${panel}.dispatchEvent(new PointerEvent("pointerover")), 0)`, 0);
    await b.until(running, 0);
    await b.js(`(document.querySelector("[data-take=csv]").click(), 0)`, 0);
    await b.until(`document.querySelector(".taken textarea")?.value.includes("foi-not-public-interest")`, 0);
    assert.match(await b.js(`document.querySelector(".taken p").textContent`, 0), /does not allow it/);
    await b.js(`(document.querySelector("[data-take=card]").click(), 0)`, 0);
    await b.until(`document.querySelector(".taken img")?.naturalWidth === 1200`, 0);
  },
  "kept: a file from disk shows the same, without scripts and requests": async () => {
    await b.visit(`${SITE}/time/`);
    await b.until(`globalThis.factframeWrite`);
    await b.js(taking);
    assert.equal(await taken("csv", "(blob) => blob.arrayBuffer().then((bytes) => new Uint8Array(bytes)[0])"), 0xef, "a byte order mark, for spreadsheets");
    const folder = mkdtempSync(join(tmpdir(), "factframe-kept"));
    try {
      writeFileSync(join(folder, "time.html"), await taken("keep"));
      const words = `[...document.querySelectorAll("h1, .pictures, .view .care, .source, .help")].map((each) => each.textContent).join()`;
      const shown = await b.js(words);
      await b.visit(`file://${folder}/time.html`);
      assert.equal((await b.js(words)).replace(/\s+/g, " "), shown.replace(/\s+/g, " "));
      assert.equal(await b.js(`performance.getEntriesByType("resource").length`), 0);
      assert.ok(await b.js(`document.querySelector(".copy a").href.endsWith("/time/")`));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  "a program that cannot load: one message, and links work": async () => {
    await b.visit(`${BROKEN}/outcomes/`);
    await b.until(`globalThis.factframeWrite`);
    await b.js(`(${panel}.dispatchEvent(new PointerEvent("pointerover")), 0)`);
    await b.until(`document.querySelector(".failed")`);
    await b.tap(link("Per cent"));
    await b.until(`location.pathname === "/outcomes/percent/" && document.querySelector(".n b").textContent.includes("%")`);
  },
};

let broken = 0;
for (const [promise, keep] of Object.entries(promises)) {
  try {
    const without = await keep();
    console.log(without ? `cannot: ${promise}: ${without}` : `ok: ${promise}`);
  } catch (error) {
    broken++;
    console.log(`BROKEN: ${promise}: ${error.message}`);
    await fetch(`${SWITCH}/on`);
    await pause(100);
  }
}
await b.close();
process.exit(broken ? 1 : 0);
