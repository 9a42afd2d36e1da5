// SPDX-License-Identifier: Apache-2.0
// node validate.mjs PROGRAM: validates the OpenAPI document that PROGRAM prints, with validators that are not
// ours: its form as OpenAPI 3.1, its references, and every schema in it as JSON Schema 2020-12.
import { execFileSync } from "node:child_process";
import process from "node:process";

let Validator, Ajv2020, addFormats;
try {
  ({ Validator } = await import("@seriousme/openapi-schema-validator"));
  Ajv2020 = (await import("ajv/dist/2020.js")).default;
  addFormats = (await import("ajv-formats")).default;
} catch (error) {
  console.error(`The validator is not installed: npm ci --prefix tests/openapi --ignore-scripts (${error.message})`);
  process.exit(1);
}

const faults = [];
const document = JSON.parse(
  execFileSync(process.argv[2], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }),
);

const validator = new Validator();
const result = await validator.validate(structuredClone(document));
if (!result.valid) {
  faults.push(`not OpenAPI: ${JSON.stringify(result.errors, null, 1)}`);
}
if (validator.version !== "3.1") {
  faults.push(`version ${validator.version}, not 3.1`);
}
try {
  validator.resolveRefs();
} catch (error) {
  faults.push(`a reference leads nowhere: ${error.message}`);
}

// What the specification's own schema cannot say.
const ids = new Set();
let operations = 0;
for (const [path, item] of Object.entries(document.paths)) {
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]).sort();
  for (const [method, operation] of Object.entries(item)) {
    operations += 1;
    const place = `${method.toUpperCase()} ${path}`;
    if (!operation.operationId || ids.has(operation.operationId)) {
      faults.push(`${place}: operationId ${operation.operationId} is missing or used twice`);
    }
    ids.add(operation.operationId);
    const parameters = operation.parameters ?? [];
    const declared = parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name);
    if (declared.sort().join() !== inPath.join()) {
      faults.push(`${place}: path parameters ${declared} instead of ${inPath}`);
    }
    const names = parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
    if (new Set(names).size !== names.length) {
      faults.push(`${place}: a parameter is declared twice`);
    }
  }
}

// Every schema compiles, strictly.
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
addFormats(ajv);
ajv.addFormat("password", true);
ajv.addFormat("binary", true);
ajv.addKeyword("components");
ajv.addSchema({ $id: "holdfast:document", components: document.components });
for (const name of Object.keys(document.components.schemas)) {
  try {
    ajv.compile({ $ref: `holdfast:document#/components/schemas/${name}` });
  } catch (error) {
    faults.push(`schema ${name}: ${error.message}`);
  }
}

for (const fault of faults) {
  console.error(fault);
}
console.log(`${operations} operations, ${Object.keys(document.components.schemas).length} schemas`);
process.exit(faults.length === 0 && operations > 50 ? 0 : 1);
