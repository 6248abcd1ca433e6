// Keeps the documentation true: its links, the commands that it names, and the list of files.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { COMMENT_KEYS, PERSON_KEYS, POST_KEYS, SOURCE_KEYS } from "../scripts/archive/record-keys.ts";
import { PROJECT, runOrdskifteHere } from "./support/command-line.ts";
import { listProjectFiles, readProjectFile } from "./support/project-files.ts";
import { SKIP_WITHOUT_SAMPLE } from "./support/sample.ts";

const ARCHITECTURE = join(PROJECT, "docs/architecture.md");

/** Between these lines the list of files stands. */
const [LIST_BEGIN, LIST_END] = ["<!-- files: made by UPDATE=1 npm test -- documentation -->", "<!-- end of files -->"];

/** Folders whose files are listed one by one. */
const LISTED = ["scripts", "layouts", "test/runner", "test/support", "test/whole-site", "test/hostile", "test/e2e"];

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CODE_OF_CONDUCT.md",
  ...listProjectFiles("docs"),
  ...listProjectFiles(".github"),
  ...listProjectFiles("exports"),
].filter((file) => file.endsWith(".md"));

test("each Swedish page and its English one lead to each other", () => {
  const pairs = DOCUMENTS.filter((file) => file.startsWith("docs/sv/")).map((swedish) => {
    const link = /\]\(([^)]+)\)/.exec(readProjectFile(swedish))?.[1] ?? "";
    return { swedish, english: join(dirname(swedish), link) };
  });
  assert.ok(pairs.length >= 9);
  const wrong = pairs.filter(
    ({ swedish, english }) =>
      // Who keeps an archive of their own writes a README of their own.
      !(english === "README.md" && SKIP_WITHOUT_SAMPLE !== false) &&
      (!DOCUMENTS.includes(english) ||
        !readProjectFile(english).includes(`](${relative(dirname(english), swedish).replaceAll("\\", "/")})`)),
  );
  assert.deepEqual(wrong, []);
});

test("no two pages have names that a Mac or Windows takes for one", () => {
  const names = DOCUMENTS.map((file) => file.toLowerCase());
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
});

test("links between documents lead to a file and a heading", () => {
  const broken = DOCUMENTS.flatMap((file) =>
    [...withoutCode(readProjectFile(file)).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)]
      .map((match) => match[1] ?? "")
      .filter((target) => !leadsSomewhere(file, target))
      .map((target) => `${file}: ${target}`),
  );
  assert.deepEqual(broken, []);
});

test("every npm script that is named exists", () => {
  const { scripts } = JSON.parse(readProjectFile("package.json")) as { scripts: Record<string, string> };
  const readers = [...DOCUMENTS, ...listProjectFiles(".github"), ".ci/run"];
  const unknown = readers.flatMap((file) =>
    [...readProjectFile(file).matchAll(/\bnpm (?:run ([a-z:-]+)|(start|test)\b)/g)]
      .map((match) => match[1] ?? match[2] ?? "")
      .filter((name) => !(name in scripts))
      .map((name) => `${file}: npm run ${name}`),
  );
  assert.deepEqual(unknown, []);
});

test("every option that a page names with a command is one of that command", async () => {
  const named = DOCUMENTS.flatMap((file) =>
    [...readProjectFile(file).matchAll(/\bnpm (?:run )?([a-z]+) -- ([^`\n]*)/g)].flatMap(([, name = "", rest = ""]) =>
      [...rest.matchAll(/(?<=^|\s)--(?!help\b)[a-z][a-z-]*/g)].map(([option]) => ({ file, name, option })),
    ),
  );
  assert.ok(named.length > 40);
  const help = new Map<string, string>();
  // Those of the tests are no commands of the program.
  for (const { name } of named.filter((each) => each.name !== "test" && each.name !== "fuzz")) {
    if (!help.has(name)) help.set(name, (await runOrdskifteHere([name, "--help"])).stdout);
  }
  const unknown = named.filter(({ name, option }) => !(help.get(name) ?? option).includes(option));
  assert.deepEqual(unknown, []);
});

test("the pages about the archive's files name every key, in both languages", () => {
  const keys = [POST_KEYS, COMMENT_KEYS, SOURCE_KEYS, PERSON_KEYS].flatMap((rules) => Object.keys(rules));
  for (const page of ["docs/archive-format.md", "docs/sv/archive-format.md"]) {
    const text = readProjectFile(page);
    const missing = keys.filter((key) => !text.includes(`\`${key}\``));
    assert.deepEqual(missing, [], page);
  }
});

// Who keeps an archive of their own writes a README of their own.
test("the README opens with the commands that CI and people use", { skip: SKIP_WITHOUT_SAMPLE }, () => {
  const readme = readProjectFile("README.md");
  assert.match(readme, /^npm ci && npm run build\b/m);
  assert.match(readme, /^npm ci && npm test\b/m);
  const ci = readProjectFile(".ci/run");
  assert.match(ci, /^ *npm ci$/m);
  assert.match(ci, /^npm test$/m);
});

test("every action of a workflow is pinned by its full hash, with its version beside it", () => {
  const uses = listProjectFiles(".github/workflows").flatMap(
    (file) => readProjectFile(file).match(/\buses: .*/g) ?? [],
  );
  assert.ok(uses.length > 0);
  assert.deepEqual(
    // A workflow of this repository is of the same commit.
    uses.filter((line) => !/^uses: \.\//.test(line) && !/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    [],
  );
});

test("docs/architecture.md lists every file with its purpose (UPDATE=1 rewrites the list)", () => {
  const text = readFileSync(ARCHITECTURE, "utf8");
  const [before = "", rest = ""] = text.split(LIST_BEGIN);
  const [listed, after] = rest.split(LIST_END);
  const expected = `\n\n${LISTED.map(describeFolder).join("\n")}\n`;
  if (process.env.UPDATE === "1") writeFileSync(ARCHITECTURE, [before, LIST_BEGIN, expected, LIST_END, after].join(""));
  else assert.equal(listed, expected);
});

/** Returns a heading and a table for each folder with files, deeper ones below it. */
function describeFolder(folder: string): string {
  const groups = new Map<string, string[]>();
  for (const file of listProjectFiles(folder).filter(
    (path) => /\.(tsx?|js|css)$/.test(path) && !path.endsWith(".d.ts"),
  )) {
    groups.set(dirname(file), [...(groups.get(dirname(file)) ?? []), file]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([place, files]) => `### ${place}/\n\n| file | purpose |\n|---|---|\n${files.sort().map(describeFile).join("")}`,
    )
    .join("\n");
}

function describeFile(file: string): string {
  const purpose = /^(?:#!.*\n)?(?:\/\/|\/\*\*?) (.+?)(?: \*\/)?$/m.exec(readProjectFile(file))?.[1] ?? "";
  return `| \`${file.split("/").at(-1)}\` | ${purpose.replaceAll("|", "\\|")} |\n`;
}

function leadsSomewhere(file: string, target: string): boolean {
  const [path = "", anchor] = decodeURI(target).split("#");
  const full = path === "" ? file : join(dirname(file), path);
  if (!existsSync(join(PROJECT, full))) return false;
  return anchor === undefined || !full.endsWith(".md") || listAnchors(readProjectFile(full)).includes(anchor);
}

/** Returns the anchors that GitHub gives to headings. */
function listAnchors(markdown: string): readonly string[] {
  return [...withoutCode(markdown).matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^```[\s\S]*?^```/gm, "").replaceAll(/`[^`\n]*`/g, "");
}
