// The search index: what it holds, that it is the same each time, and what is said when it cannot be made.

import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { indexSearch, SearchIndexError } from "../../scripts/site/index-search.ts";
import { makeFolder } from "../support/scratch.ts";
import { listFiles } from "../support/site.ts";

const POSTS = {
  "en/2011/talk/index.html": post("en", "We need to talk", "A lighthouse keeper wrote this."),
  "sv/2009/oppenhet/index.html": post("sv", "Öppenhet", "Kommunen svarar medborgare."),
  "sv/2009/svar/index.html": post("sv", "Svar", "Frågorna blev många."),
};
const LISTS = { "en/index.html": "<!doctype html><html lang=en><body>Front page</body></html>" };

test("indexes the pages that have a text, by language", async () => {
  const { folder, report } = await index({ ...POSTS, ...LISTS });
  assert.equal(report.pages, 3);
  assert.deepEqual(report.pagesByLanguage, { en: 1, sv: 2 });
  assert.equal(report.files, listFiles(join(folder, "pagefind")).length);
  const fragments = readFragments(folder);
  assert.deepEqual(fragments.map(({ url }) => url).sort(), ["/en/2011/talk/", "/sv/2009/oppenhet/", "/sv/2009/svar/"]);
  assert.deepEqual(fragments[0]?.anchors.at(-1), {
    element: "article",
    id: "comment-1",
    text: "",
    title: "2011|en|Ann",
    location: 9,
  });
});

test("keeps nothing that the search page does not load", async () => {
  const { folder } = await index(POSTS);
  const names = readdirSync(join(folder, "pagefind")).map((name) => name.replace(/\.(en|sv)_[0-9a-f]+\./, ".$1."));
  assert.deepEqual(names.sort(), [
    "fragment",
    "index",
    "pagefind-entry.json",
    "pagefind.en.pf_meta",
    "pagefind.js",
    "pagefind.sv.pf_meta",
    "wasm.en.pagefind",
    "wasm.sv.pagefind",
  ]);
});

test("keeps the search code for languages that have none of their own", async () => {
  const { folder } = await index({ "en/x/index.html": post("tlh", "nuqneH", "Qapla'") });
  assert.ok(listFiles(join(folder, "pagefind")).includes("wasm.unknown.pagefind"));
});

test("writes the same bytes each time, in place of an older index", async () => {
  const { folder } = await index(POSTS);
  const before = readAll(join(folder, "pagefind"));
  writeFileSync(join(folder, "pagefind", "old.pf_meta"), "left over");
  await indexSearch(folder);
  assert.deepEqual(readAll(join(folder, "pagefind")), before);
});

test("writes nothing when there is no text to index", async () => {
  const { folder, report } = await index(LISTS);
  assert.equal(report.pages, 0);
  assert.deepEqual(listFiles(folder), ["en/index.html"]);
});

test("is not moved by settings in the environment", async () => {
  const { folder } = await index(POSTS);
  const report = await withEnvironment({ PAGEFIND_FORCE_LANGUAGE: "en" }, () => indexSearch(folder));
  assert.deepEqual(report.pagesByLanguage, { en: 1, sv: 2 });
});

test("tells exit code and words of a binary that fails", { skip: process.platform === "win32" }, async () => {
  const binary = join(makeFolder("binary"), "pagefind");
  writeFileSync(binary, "#!/bin/sh\necho 'no room left' >&2\nexit 3\n");
  chmodSync(binary, 0o755);
  await assert.rejects(
    withEnvironment({ PAGEFIND_EXTENDED_BINARY_PATH: binary }, () => index(POSTS)),
    (error) =>
      error instanceof SearchIndexError &&
      error.code === "search-index" &&
      /exit code 3.*--no-search.*\nno room left/s.test(error.message),
  );
});

test("tells of a binary that does not start", async () => {
  await assert.rejects(
    withEnvironment({ PAGEFIND_EXTENDED_BINARY_PATH: "/nowhere/pagefind" }, () => index(POSTS)),
    (error) => error instanceof SearchIndexError && /did not start.*ENOENT/.test(error.message),
  );
});

function post(language: string, title: string, text: string): string {
  return `<!doctype html><html lang="${language}"><body><nav>Menu</nav><article data-pagefind-body><h1>${title}</h1>
    <p>${text}</p><article id="comment-1" data-pagefind-title="2011|en|Ann"><p>Hm.</p></article></article></body></html>`;
}

async function index(files: Readonly<Record<string, string>>) {
  const folder = makeFolder("index");
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { folder, report: await indexSearch(folder) };
}

interface Fragment {
  readonly url: string;
  readonly anchors: readonly unknown[];
}

function readFragments(folder: string): readonly Fragment[] {
  const fragments = join(folder, "pagefind", "fragment");
  return readdirSync(fragments)
    .sort()
    .map((name) =>
      JSON.parse(
        gunzipSync(readFileSync(join(fragments, name)))
          .toString()
          .slice("pagefind_dcd".length),
      ),
    );
}

function readAll(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    listFiles(folder).map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
}

async function withEnvironment<Result>(values: Readonly<Record<string, string>>, act: () => Promise<Result>) {
  const before = { ...process.env };
  Object.assign(process.env, values);
  try {
    return await act();
  } finally {
    for (const name of Object.keys(values)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
