// Writes cldr/<language>.txt: how each language writes numbers, dates and lists, and
// which plural form a number takes, from the Unicode CLDR data in Node's Intl.
// Run it with `make cldr` after adding a language to words/.
import { readdirSync, writeFileSync } from "node:fs";

const folder = new URL(".", import.meta.url);
const categories = { zero: "z", one: "1", two: "2", few: "f", many: "m", other: "o" };
const day = new Date(Date.UTC(2020, 10, 25));

// pattern replaces the parts of a formatted value by the names of places.
const pattern = (parts, places) => parts.map(({ type, value }) => places[type] ?? value).join("");
const dates = (language, options) => {
  const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", numberingSystem: "latn", ...options });
  return pattern(format.formatToParts(day), { day: "{d}", month: "{month}", year: "{y}" });
};
const months = (language, options, month = "month") => [...Array(12).keys()].map((m) => {
  const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", numberingSystem: "latn", ...options });
  return format.formatToParts(new Date(Date.UTC(2020, m, 5))).find(({ type }) => type === month).value;
}).join("|");

const numbers = (language, options) => new Intl.NumberFormat(language, { numberingSystem: "latn", ...options });
const part = (parts, wanted) => parts.find(({ type }) => type === wanted)?.value ?? "";
// before returns a sign with the mark that keeps it on the left of its number in text
// from right to left.
const before = (parts) => parts.slice(0, parts.findIndex(({ type }) => type === "integer")).map(({ value }) => value).join("");
const currency = (language) => {
  const parts = numbers(language, { style: "currency", currency: "EUR", currencyDisplay: "narrowSymbol", maximumFractionDigits: 0 }).formatToParts(5);
  return pattern(parts, { currency: "{sign}", integer: "{n}" }).replaceAll("\u200f", "");
};
const list = (language, items) => {
  let last = -1;
  return new Intl.ListFormat(language).formatToParts(items).map(({ type, value }) => (type === "element" ? `{${"abc"[++last]}}` : value)).join("");
};

const table = (language) => {
  const plural = new Intl.PluralRules(language);
  const large = numbers(language).formatToParts(-1234567.5);
  const three = list(language, ["a", "b", "c"]);
  return {
    decimal: part(large, "decimal"),
    group: part(large, "group"),
    "group.least": part(numbers(language).formatToParts(1234), "group") ? "1" : "2",
    minus: before(large).replace("-", "−"),
    plus: before(numbers(language, { signDisplay: "always" }).formatToParts(5)),
    percent: pattern(numbers(language, { style: "percent" }).formatToParts(0.06), { integer: "{n}" }).replaceAll("\u200e", ""),
    currency: currency(language),
    plurals: [...Array(200).keys()].map((n) => categories[plural.select(n)]).join(""),
    "plurals.million": categories[plural.select(1e6)],
    "months": months(language, { day: "numeric", month: "long" }),
    "months.alone": months(language, { month: "long", year: "numeric" }),
    "months.short": months(language, { day: "numeric", month: "short", year: "numeric" }),
    "date": dates(language, { dateStyle: "long" }),
    "date.short": dates(language, { day: "numeric", month: "short", year: "numeric" }),
    "month": dates(language, { month: "long", year: "numeric" }),
    "month.short": dates(language, { month: "short", year: "numeric" }),
    "list.two": list(language, ["a", "b"]),
    "list.middle": three.slice(0, three.indexOf("{b}") + 3),
    "list.end": three.slice(three.indexOf("{b}")).replace("{c}", "{d}").replace("{b}", "{a}").replace("{d}", "{b}"),
  };
};

for (const file of readdirSync(new URL("words/", folder))) {
  const language = file.replace(".txt", "");
  const lines = Object.entries(table(language)).map(([key, value]) => `cldr.${key} = ${value}`);
  writeFileSync(new URL(`cldr/${file}`, folder), `# Written by make cldr from Unicode CLDR ${process.versions.cldr}. Do not edit.\n${lines.join("\n")}\n`);
}
