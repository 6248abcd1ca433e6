// A third language is one file of texts and one line: tried in a copy, as docs/translating.md tells it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { PROJECT } from "../support/command-line.ts";

// Beside the original, so that the copy finds the project's settings and Node's types.
const COPY = join(PROJECT, "node_modules", ".cache", `third-language-${process.pid}`);

after(() => rmSync(COPY, { recursive: true, force: true }));

function addLanguage(change: (texts: string) => string = (texts) => texts): void {
  rmSync(COPY, { recursive: true, force: true });
  cpSync(join(PROJECT, "scripts", "strings"), COPY, { recursive: true });
  const texts = readFileSync(join(COPY, "sv.ts"), "utf8")
    .replace("export const sv: Strings", "export const nb: StringsWithPlurals")
    .replace("import type { Strings }", "import type { StringsWithPlurals }")
    .replace('"path.topics": "amnen"', '"path.topics": "emner"')
    .replace('"language.locale": "sv-SE"', '"language.locale": "nb-NO"');
  writeFileSync(join(COPY, "nb.ts"), change(texts));
  appendFileSync(join(COPY, "languages.ts"), 'export { nb } from "./nb.ts";\n');
}

function compile(): string {
  const options = { noEmit: true, strict: true, exactOptionalPropertyTypes: true, allowImportingTsExtensions: true };
  const compilerOptions = { ...options, module: "nodenext", target: "es2023", types: [], skipLibCheck: true };
  writeFileSync(join(COPY, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  try {
    return execFileSync(process.execPath, [join(PROJECT, "node_modules/typescript/bin/tsc"), "-p", COPY], {
      encoding: "utf8",
    });
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}

test("the new language compiles, has its addresses, its plurals and its numbers", async () => {
  addLanguage((texts) => texts.replace('"posts.other"', '"posts.few": "{count} innlegg",\n  "posts.other"'));
  assert.equal(compile(), "");
  const load = (file: string) => import(pathToFileURL(join(COPY, file)).href);
  const { LANGUAGES, getStrings } = await load("index.ts");
  const { getSegments } = await load("path-segments.ts");
  const { fillCount, formatNumber } = await load("fill.ts");
  assert.deepEqual([...LANGUAGES], ["en", "nb", "sv"]);
  assert.equal(getSegments("nb").topics, "emner");
  assert.equal(fillCount(getStrings("nb"), "nb", "comments", 2), "2 kommentarer");
  assert.equal(formatNumber(12345, "nb"), "12\u00a0345");
});

test("a missing text does not compile", () => {
  addLanguage((texts) => texts.replace(/ {2}"nav\.topics": .*\n/, ""));
  assert.match(compile(), /nav\.topics/);
});
