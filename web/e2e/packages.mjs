// Validates Data Packages with the reference library of Frictionless and prints what is wrong,
// one line each: node packages.mjs file …
import { readFileSync } from "node:fs";
import { Package } from "datapackage";

for (const file of process.argv.slice(2)) {
  const descriptor = JSON.parse(readFileSync(file, "utf8"));
  const found = await Package.load(descriptor);
  for (const error of found.errors) console.log(`${file}: ${error.message}`);
  for (const resource of found.resources) {
    if (!resource.tabular) console.log(`${file}: ${resource.name} is not a table`);
    for (const row of descriptor.resources[0].data) {
      try {
        resource.schema.castRow(resource.schema.fieldNames.map((name) => row[name]));
      } catch (error) {
        console.log(`${file}: ${resource.name}: ${[error, ...error.errors ?? []].map((each) => each.message)}`);
      }
    }
  }
}
