// Reads citations with Citation.js and prints each as a line of JSON: node citations.mjs file …
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";

for (const file of process.argv.slice(2)) {
  const [{ type, title, author, URL, version, note, accessed }] = new Cite(readFileSync(file, "utf8")).data;
  console.log(JSON.stringify({ type, title, author: author.map((each) => each.literal ?? each.family).join("; "), url: URL, version, note, accessed: accessed["date-parts"][0].join("-") }));
}
