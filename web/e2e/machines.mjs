// Checks what a site has for programs against published vocabularies and prints what is wrong,
// one line each: node machines.mjs folder
//
// schema.org: TypeScript checks each page's description against the types of schema-dts.
// DCAT: jsonld reads the catalogue, and each class and property must be in its vocabulary.
// CITATION.cff: Citation.js reads it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-cff";
import jsonld from "jsonld";

const [site] = process.argv.slice(2), here = import.meta.dirname;
const wrong = (...words) => console.log(words.join(": "));
const files = readdirSync(site, { recursive: true });

// The types are checked in a folder below this one, where TypeScript finds schema-dts.
const work = mkdtempSync(join(here, "node_modules", ".types-"));
try {
  let source = `import type { Dataset, Observation, WithContext } from "schema-dts";\n`, described = 0;
  for (const file of files.filter((each) => each.endsWith("index.html"))) {
    const [, about] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(readFileSync(join(site, file), "utf8")) ?? [];
    if (about) source += `export const page${described++}: WithContext<${JSON.parse(about)["@type"]}> = ${about}; // ${file}\n`;
  }
  if (described < 3) wrong("schema.org", `only ${described} pages are described`);
  writeFileSync(join(work, "pages.ts"), source);
  try {
    execFileSync(process.execPath, [join(here, "node_modules", "typescript", "bin", "tsc"), "--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler", join(work, "pages.ts")], { encoding: "utf8" });
  } catch (error) {
    wrong("schema.org", String(error.stdout || error).slice(0, 2000));
  }
} finally {
  rmSync(work, { recursive: true });
}

const known = new Set(["http://www.w3.org/1999/02/22-rdf-syntax-ns#type"]);
for (const name of ["dcat", "dcterms", "foaf", "owl"]) {
  const { default: terms } = await import(`@vocabulary/${name}`);
  const node = (value) => ({ value });
  const factory = { namedNode: node, blankNode: () => node(""), literal: node, defaultGraph: () => node(""), quad: (subject) => subject.value };
  for (const term of terms({ factory })) known.add(term);
}
const triples = await jsonld.toRDF(JSON.parse(readFileSync(join(site, "data", "catalogue.jsonld"), "utf8")));
if (triples.length < 20) wrong("DCAT", "there is nothing in it");
for (const { predicate, object } of triples) {
  if (!known.has(predicate.value)) wrong("DCAT", `${predicate.value} is not a property`);
  if (predicate.value.endsWith("#type") && !known.has(object.value)) wrong("DCAT", `${object.value} is not a class`);
}

const [cited] = new Cite(readFileSync(join(site, "CITATION.cff"), "utf8")).data;
if (cited.type !== "dataset" || !cited.title || !cited.version || !cited.author?.length) wrong("CITATION.cff", JSON.stringify(cited));
