// A person makes a panel, in every engine: node maker.mjs ENGINE PATH, with the servers in the
// environment. MAKER is the page, SWITCH takes it offline, and what is posted to UNPACK is
// unpacked and served at SITE.
import assert from "node:assert/strict";
import { engines, pause } from "./engine.mjs";

const { MAKER, SWITCH, UNPACK, SITE } = process.env;
const [name, path] = process.argv.slice(2);
const b = await engines[name](path);
console.log(`engine: ${b.version}`);
await b.size(1000, 900);

const table = `Region,2021,2022,2023,2024 (p),Remark
North,"4,210","4,890","5,340","6,12O",old
South,"3,980","4,105","4,460","4,790",new
East,"2,150","2,310","2,480","2,590",new
West,"1,870","1,940","2,260","2,730",old
`;
const one = (selector) => `document.querySelector(${JSON.stringify(selector)})`;
const worded = (selector, words) => `[...document.querySelectorAll(${JSON.stringify(selector)})].find((each) => each.textContent.trim().startsWith(${JSON.stringify(words)}))`;
const type = (selector, words) => b.js(`(() => {
  const field = ${one(selector)};
  field.value = ${JSON.stringify(words)};
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return 0;
})()`);
const step = async (words) => {
  await b.tap(worded(".steps a", words));
  await b.until(`${one(".steps [aria-current]")}.textContent.startsWith(${JSON.stringify(words)})`);
};
const panel = `${one("#frame iframe:not(.behind)")}.contentDocument`;
const runs = `document.documentElement.dataset.program === "runs"`;
// Notes what the page saves, as a browser test cannot see a download in every engine.
const saving = `(() => {
  globalThis.saved = [];
  const made = URL.createObjectURL;
  URL.createObjectURL = (blob) => (saved.push(blob), made.call(URL, blob));
  HTMLAnchorElement.prototype.click = new Proxy(HTMLAnchorElement.prototype.click, { apply: (click, link, args) => (link.download ? undefined : Reflect.apply(click, link, args)) });
  return 0;
})()`;

const story = {
  "an empty browser: the page starts, and then works without a network": async () => {
    await b.visit(MAKER);
    await b.until(runs);
    await b.until(`navigator.serviceWorker.controller`);
    await b.until(`(await caches.keys()).some((name) => name.startsWith("factframe maker")) && (await navigator.serviceWorker.ready).active.state === "activated"`);
    await fetch(`${SWITCH}/off`);
    await b.visit(MAKER);
    await b.until(runs);
    await b.js(saving);
  },
  "a pasted table is read, and its panel is drawn by the real pages": async () => {
    await b.js(`(${one("#paste")}.value = ${JSON.stringify(table)}, 0)`);
    await b.tap(worded("button", "Paste"));
    await b.until(`location.hash === "#table" && ${one(".sheet")}`);
    await b.until(`${panel}.querySelector("h1").textContent.includes("South")`);
  },
  "the cell that cannot be read is corrected on the spot, and undone": async () => {
    await b.tap(worded(".need button", "Read it as 6,120"));
    await b.until(`!${one("td.bad")} && ${panel}.querySelector("h1").textContent.includes("North")`);
    await b.tap(one("[data-do=undo]"));
    await b.until(one("td.bad"));
    await b.tap(one("[data-do=redo]"));
    await b.until(`!${one("td.bad")}`);
  },
  "a column is left out, and the panel follows": async () => {
    await b.tap(worded(".role", "Groups: Remark"));
    await b.tap(`${one(".menu input[value^=out]")}.closest("label")`);
    await b.until(`document.querySelectorAll(".sheet td.out").length === 4`);
  },
  "three words: the panel says them": async () => {
    await step("Words");
    await type("[data-type=title]", "Calls");
    await type("[data-type=source]", "Harbour Line");
    await type("[data-type=headline]", "North made most calls in 2024: {6,120}");
    await b.until(`${panel}.querySelector("h1").textContent === "North made most calls in 2024: 6,120" && ${panel}.querySelector(".source").textContent.includes("Harbour Line")`);
    assert.ok(!(await b.js(`${panel}.body.textContent.includes("This draft")`)), "it is no draft any more");
  },
  "a picture is chosen, and one that would mislead gives its reason": async () => {
    await step("Picture");
    await b.until(`document.querySelectorAll(".marks label").length > 3`);
    assert.ok(await b.js(`${one(".not")}.textContent.includes("400 is the limit")`));
    await b.tap(worded(".marks label", "Bars"));
    await b.until(`${panel}.querySelectorAll(".strip").length === 4`);
  },
  "the preview is the real page: its program runs, and a filter works": async () => {
    await b.until(`(${panel}.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover")), ${panel}.getElementById("factframe").dataset.program === "running")`);
    const [adopted, of] = (await b.js(`${panel}.getElementById("factframe").dataset.adopted`)).split(" of ");
    assert.equal(adopted, of);
    await b.js(`(${panel}.querySelector('.tools input[value="east"], .strips input[value="east"]').click(), 0)`);
    await b.until(`${panel}.querySelectorAll("li:not(.out) > .strip").length === 3`);
  },
  "it is seen as a card, without scripts, in the dark, and read aloud": async () => {
    await step("Look");
    await b.tap(worded(".ways label", "Card"));
    await b.until(`${panel}.documentElement.dataset.mode === "card"`);
    await b.tap(worded(".ways label", "No scripts"));
    await b.until(`!${panel}.documentElement.dataset.scripts && ${panel}.querySelector("h1")`);
    await b.tap(worded(".ways label", "Dark"));
    await b.tap(worded(".ways label", "Panel"));
    await b.until(`${panel}.documentElement.dataset.theme === "dark"`);
    await b.tap(worded(".ways label", "Read aloud"));
    await b.until(`${one(".aloud")}.textContent.startsWith("North made most calls in 2024: 6,120.")`);
  },
  "the zip is built without a network": async () => {
    await step("Publish");
    await b.tap(worded(".box button", "Download the zip"));
    await b.until(`saved.length === 1 && ${one(".done")}`);
    const zip = await b.js(`new Promise((done) => { const reader = new FileReader(); reader.onload = () => done(reader.result.split(",")[1]); reader.readAsDataURL(saved[0]); })`);
    const answer = await fetch(UNPACK, { method: "POST", body: Buffer.from(zip, "base64") });
    assert.equal(answer.status, 200, await answer.text());
  },
  "one file, a picture and the package can be taken, too": async () => {
    for (const [what, begins] of [["page", "<!DOCTYPE html>"], ["svg", "<svg"], ["package", "PK"]]) {
      await b.js(`(saved.length = 0, ${one(`[data-do=download][data-arg=${what}]`)}.click(), 0)`);
      await b.until(`saved.length === 1`);
      assert.ok((await b.js(`saved[0].text()`)).startsWith(begins), what);
      if (what === "page") assert.ok((await b.js(`saved[0].size`)) < 150_000);
    }
  },
  "the draft is there after the page was closed": async () => {
    await b.until(`${one(".kept")}.textContent.startsWith("Kept")`);
    await pause(1200);
    await b.visit("about:blank");
    await b.visit(MAKER);
    await b.until(`${runs} && ${worded(".drafts button", "Calls")}`);
    await b.tap(worded(".drafts button", "Calls"));
    await b.until(`location.hash === "#publish" && ${one(".what")}.textContent === "Calls" && ${panel}.querySelectorAll(".strip").length === 4`);
  },
  "the unpacked zip is a site: an article embeds it, and a reader chooses": async () => {
    await fetch(`${SWITCH}/on`);
    await b.visit(`${SITE}/article`);
    const inside = `${one("iframe")}.contentDocument`;
    await b.until(`${inside}.querySelector("h1").textContent === "North made most calls in 2024: 6,120"`);
    await b.until(`(${inside}.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover")), ${inside}.getElementById("factframe").dataset.program === "running")`);
    await b.js(`(${inside}.querySelector('.tools input[value="east"], .strips input[value="east"]').click(), 0)`);
    await b.until(`${inside}.querySelectorAll("li:not(.out) > .strip").length === 3`);
  },
};

let failed = 0;
for (const [promise, keep] of Object.entries(story)) {
  try {
    await keep();
    console.log(`ok      ${promise}`);
  } catch (error) {
    failed = 1;
    console.log(`broken  ${promise}\n        ${error.message}`);
    break; // each goes on from the one before
  }
}
await b.close();
process.exit(failed);
