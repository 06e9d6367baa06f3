// Tests every snippet in every kind of host in one engine: node hosts.mjs ENGINE PATH
// HOST SITUATIONS. Prints a row of Markdown with the faults of each.
import { engines, pause } from "./engine.mjs";

const [name, path, host, situations] = process.argv.slice(2);
const widths = [320, 360, 640, 1200];
const b = await engines[name](path);

const framed = `(document.querySelector("iframe") ?? document.querySelector("fact-frame")?.shadowRoot.querySelector("iframe"))`;
const panel = `${framed}?.contentDocument?.getElementById("factframe")`;
const measure = `(() => {
  const frame = ${framed}, panel = ${panel}, box = frame.getBoundingClientRect();
  return { tall: Math.round(box.height), wide: Math.round(box.width), panel: Math.round(panel.getBoundingClientRect().height), room: document.documentElement.scrollWidth - document.documentElement.clientWidth };
})()`;
const shifts = `(globalThis.shift = 0, globalThis.PerformanceObserver?.supportedEntryTypes.includes("layout-shift")
  && new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) shift += each.value; }).observe({ type: "layout-shift", buffered: true }), 0)`;
const settled = async () => {
  for (let last = "", same = 0, tries = 0; same < 4 && tries < 100; tries++) {
    const now = JSON.stringify(await b.js(measure).catch(() => ""));
    same = now === last && now !== '""' ? same + 1 : 0;
    last = now;
    await pause(50);
  }
};

const measured = async (situation, snippet, fixed, hidden) => {
  const faults = [];
  const cells = [];
  let shift = 0;
  for (const width of widths) {
    await b.size(width, 800);
    await b.visit(`${host}/${situation}-${snippet}?${width}`);
    await b.js(shifts);
    if (hidden) await b.js(`(document.querySelector("details").open = true, 0)`);
    await b.until(`${panel}?.querySelector("h1")`);
    await settled();
    const { tall, wide, panel: needs, room } = await b.js(measure);
    if (needs > tall + 1) faults.push(`at ${width} px the panel of ${needs} px scrolls in ${tall}`);
    if (tall > needs * (fixed ? 1.3 : 1) + 1) faults.push(`at ${width} px there are ${tall - needs} px of empty space`);
    if (room > 0) faults.push(`at ${width} px the page scrolls sideways`);
    if (wide < 180) faults.push(`at ${width} px the frame is ${wide} px wide`);
    cells.push(tall === needs ? `${tall}` : `${tall} for ${needs}`);
    if (!hidden) shift = Math.max(shift, await b.js(`globalThis.shift`));
  }
  if (shift > 0.02) faults.push(`the page shifts by ${shift.toFixed(3)}`);
  await b.size(360, 800);
  await settled();
  const turned = await b.js(measure);
  if (turned.panel > turned.tall + 1 || !fixed && turned.tall > turned.panel + 1) faults.push(`turned to 360 px: ${turned.tall} for ${turned.panel}`);
  const choice = `[...${panel}.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent")`;
  await b.tap(choice);
  await b.until(`${panel}?.querySelector(".n b").textContent.includes("%")`);
  const help = await b.js(`${panel}.querySelector(".help a[href^='tel:']").getBoundingClientRect().height > 0`);
  if (!help) faults.push("no help line is visible");
  const paper = await b.paper();
  if (!paper.includes("0800 1111")) faults.push("no help line is printed");
  console.log(`| ${situation} | ${snippet} | ${b.version} | ${cells.join(" | ")} | ${await b.js(`"shift" in globalThis && PerformanceObserver.supportedEntryTypes.includes("layout-shift")`) ? shift.toFixed(3) : "–"} | ${faults.join("; ") || "right"} |`);
  return faults.length;
};

let faults = 0;
for (const each of JSON.parse(situations)) {
  try {
    faults += await measured(each.situation, each.snippet, each.snippet === "iframe" && name !== "chromium", each.situation === "hidden");
  } catch (error) {
    faults++;
    console.log(`| ${each.situation} | ${each.snippet} | ${b.version} | ${error.message} |`);
  }
}
await b.close();
process.exit(faults ? 1 : 0);
