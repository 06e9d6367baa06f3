// Tests what must work in every engine: node core.mjs ENGINE PATH, with the servers in
// the environment. Prints a line for each promise; the exit code is 1 if one is broken.
import assert from "node:assert/strict";
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
    await fetch(`${SWITCH}/on`);
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
