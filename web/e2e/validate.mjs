// Validates HTML files with all recommended rules of html-validate and prints the
// messages, one per line: node validate.mjs file …
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"] }));
for (const file of process.argv.slice(2)) {
  // The rules treat the elements of a template as part of the page. So the template is
  // validated separately, in a copy of the page with the template as its content.
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
