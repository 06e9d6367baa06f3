// Validates HTML files with html-validate's recommended rules, none switched
// off, and prints what they say, a line each: node validate.mjs file …
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"] }));
for (const file of process.argv.slice(2)) {
  const { results } = await validator.validateFile(file);
  for (const { messages } of results) {
    for (const { ruleId, message, line, column } of messages) console.log(`${file}:${line}:${column}: ${ruleId}: ${message}`);
  }
}
