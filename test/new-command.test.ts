import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { makeArchive, readAll } from "./archive/temporary-archive.ts";
import { type CommandResult, PROJECT, runOrdskifte, runOrdskifteHere } from "./support/command-line.ts";
import { findWords } from "./support/site-words.ts";

function add(content: string, ...args: string[]): Promise<CommandResult> {
  return runOrdskifteHere(["new", ...args, "--content", content]);
}

async function listProblems(content: string): Promise<readonly object[]> {
  const { stdout } = await runOrdskifteHere(["check", "--content", content, "--format", "json"]);
  return JSON.parse(stdout).problems;
}

const place = (t: TestContext) => join(makeArchive(t), "content");

test("writes every kind of file, in normal form, and check has nothing to say about them", async (t) => {
  const content = place(t);
  const image = join(content, "..", "text.md");
  mkdirSync(dirname(image), { recursive: true });
  writeFileSync(image, "\ufeffText from a *file*.\n");
  const runs = [
    [
      "post",
      "--title",
      'Ödlor: "en fråga"',
      "--language",
      "sv",
      "--author",
      "Bo Ek",
      "--date",
      "2011-02~",
      "--topics",
      "djur, ödlor",
      "--url",
      "https://old.example/1",
      "--text-file",
      image,
    ],
    ["post", "--title", 'Ödlor: "en fråga"', "--date", "2011"],
    ["post"],
    ["page", "--title", "About", "--slug", "about-us"],
    ["comment", "--post", "/sv/2011/odlor-en-fraga/", "--author", "Åsa", "--date", "2011-02-03", "--text", "Ja."],
    ["comment", "--post", "2011/odlor-en-fraga", "--parent", "added-1", "--text", "Nej."],
    ["comment", "--post", "pages/about-us", "--id", "comment-77"],
    ["translation", "--post", "2011/odlor-en-fraga", "--language", "en", "--title", "Lizards", "--text", "Text."],
    [
      "source",
      "--id",
      "old-example",
      "--title",
      "Old",
      "--url",
      "https://old.example/",
      "--platform",
      "blogger",
      "--language",
      "sv",
    ],
  ];
  for (const args of runs) {
    const { code, stderr } = await add(content, ...args);
    assert.deepEqual([code, stderr], [0, ""], args.join(" "));
  }
  const files = readAll(content);
  assert.deepEqual(Object.keys(files), [
    "pages/about-us/comments/comment-77.md",
    "pages/about-us/index.md",
    "posts/2011/odlor-en-fraga-2/index.md",
    "posts/2011/odlor-en-fraga/comments/added-1.md",
    "posts/2011/odlor-en-fraga/comments/added-2.md",
    "posts/2011/odlor-en-fraga/index.en.md",
    "posts/2011/odlor-en-fraga/index.md",
    "posts/undated/untitled/index.md",
    "sources/old-example.md",
  ]);
  assert.equal(
    files["posts/2011/odlor-en-fraga/index.md"],
    '---\ntitle: "Ödlor: \\"en fråga\\""\nlang: "sv"\nauthor: "Bo Ek"\ndate: "2011-02~"\ntopics: ["djur", "ödlor"]\nsource_url: "https://old.example/1"\n---\n\nText from a *file*.\n',
  );
  assert.equal(
    files["posts/2011/odlor-en-fraga/comments/added-2.md"],
    '---\nid: "added-2"\nparent: "added-1"\n---\n\nNej.\n',
  );
  assert.deepEqual(await listProblems(content), []);
  const before = readAll(content);
  assert.equal((await runOrdskifteHere(["check", "--fix", "--content", content])).code, 0);
  assert.deepEqual(readAll(content), before);
});

test("overwrites nothing, writes nothing in a dry run, and says what is wrong before anything is written", async (t) => {
  const content = place(t);
  await add(content, "post", "--title", "Talk", "--language", "en", "--date", "2011");
  await add(content, "comment", "--post", "2011/talk", "--id", "comment-1");
  await add(content, "translation", "--post", "2011/talk", "--language", "sv");
  const before = readAll(content);
  const cases = [
    [
      ["post", "--title", "Other", "--slug", "talk", "--date", "2011"],
      1,
      /content\/posts\/2011\/talk is there already/,
    ],
    [["translation", "--post", "2011/talk", "--language", "sv", "--lang", "sv"], 1, /index\.sv\.md finns redan/],
    [["translation", "--post", "2011/talk", "--language", "en"], 2, /--language: The post itself is in "en"/],
    [["comment", "--post", "2011/tlak"], 2, /--post: "2011\/tlak" is no post.*Is one of these meant\? 2011\/talk/],
    [["comment", "--post", "2011/talk", "--id", "comment-1"], 2, /--id: id is "comment-1", which .* has too/],
    [["comment", "--post", "2011/talk", "--parent", "comment-9"], 2, /is no comment of that post/],
    [["comment", "--author", "Bo", "--lang", "sv"], 2, /--post saknas/],
    [
      ["post", "--date", "last year", "--url", "old.example"],
      2,
      /--date: date is "last year"[^\n]*\n--url: source_url is/,
    ],
    [["post", "--author", "bo@ek.example"], 2, /--author: author holds an e-mail address/],
    [["post", "--slug", "../x"], 2, /awkward address/],
    [["source", "--id", "Old Blog"], 2, /cannot be a source's id/],
    [["source", "--id", "../../x"], 2, /cannot be a source's id/],
    [["source", "--id", "old", "--author", "Bo"], 2, /A source has no --author\./],
    [["post", "--text", "a", "--text-file", "b"], 2, /not both/],
    [["post", "--text-file", "/nowhere/at/all"], 2, /There is no file/],
    [["poem"], 2, /one of post, page, comment/],
    [[], 2, /Say what to add/],
  ] as const;
  for (const [args, code, message] of cases) {
    const result = await add(content, ...args);
    assert.equal(result.code, code, args.join(" "));
    assert.match(result.stderr, message);
  }
  const dry = await add(content, "post", "--title", "Dry", "--dry-run");
  assert.match(dry.stdout, /posts\/undated\/dry\/index\.md\n\n---\ntitle: "Dry"\n---\n[\s\S]*dry run/);
  assert.deepEqual(readAll(content), before);
  assert.equal((await runOrdskifte(["new", "--help"])).code, 0);
});

test("the templates are files that check accepts where they are copied to, and explain each key in both languages", async (t) => {
  const content = place(t);
  const copies = {
    "post.md": "posts/undated/talk/index.md",
    "comment.md": "posts/undated/talk/comments/added-1.md",
    "translation.md": "posts/undated/talk/index.sv.md",
    "source.md": "sources/snow.md",
  };
  const templates = join(PROJECT, "templates");
  assert.deepEqual(readdirSync(templates).sort(), ["README.md", ...Object.keys(copies)].sort());
  for (const [name, file] of Object.entries(copies)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    cpSync(join(templates, name), join(content, file));
  }
  assert.deepEqual(await listProblems(content), []);
  for (const [file, text] of Object.entries(readAll(content))) {
    for (const [, comment = "", key = ""] of text.matchAll(/((?:^#.*\n)+)([a-z_]+):/gm)) {
      assert.ok(comment.includes(" / ") || comment.trimEnd().includes("\n"), `${file}: ${key}`);
    }
    assert.match(text, /Delete|delete/);
    assert.match(text, /[Tt]a bort/);
  }
});

test("from adding to removing: what was removed is in no byte of the next site", async (t) => {
  const content = place(t);
  const site = join(content, "..", "site");
  const words = ["Zebrafinkar", "numbatvis", "Vombatson", "quokkatal"];
  const build = async (): Promise<readonly string[]> => {
    const { code, stderr } = await runOrdskifteHere(["build", "--content", content, "--output", site]);
    assert.equal(code, 0, stderr);
    return findWords(site, words);
  };
  const done = async (run: Promise<CommandResult>): Promise<void> => assert.equal((await run).code, 0);
  await done(
    add(
      content,
      "post",
      "--title",
      "Om Zebrafinkar",
      "--language",
      "sv",
      "--author",
      "Vera Vombatson",
      "--date",
      "2011-02-01",
      "--text",
      "De sjunger numbatvis.",
    ),
  );
  await done(
    add(
      content,
      "comment",
      "--post",
      "2011/om-zebrafinkar",
      "--author",
      "Bo Ek",
      "--date",
      "2011-02-02",
      "--text",
      "Ett quokkatal, fint.",
    ),
  );
  await done(
    add(
      content,
      "comment",
      "--post",
      "2011/om-zebrafinkar",
      "--author",
      "Ea",
      "--parent",
      "added-1",
      "--text",
      "Jag håller med.",
    ),
  );
  await done(
    add(
      content,
      "post",
      "--title",
      "Annat",
      "--language",
      "sv",
      "--date",
      "2012",
      "--text",
      "Se [det](../../2011/om-zebrafinkar/index.md).",
    ),
  );
  assert.deepEqual(await listProblems(content), []);
  assert.deepEqual(new Set((await build()).map((found) => found.replace(/^.*: /, ""))), new Set(words));
  await done(
    runOrdskifteHere([
      "redact",
      "2011/om-zebrafinkar",
      "--reason",
      "request",
      "--date",
      "2026-11-30",
      "--content",
      content,
    ]),
  );
  await done(
    runOrdskifteHere(["redact", "added-1", "--reason", "request", "--date", "2026-11-30", "--content", content]),
  );
  assert.deepEqual(await listProblems(content), []);
  assert.deepEqual(await build(), []);
  assert.deepEqual(
    findWords(site, ["Jag håller med."]).filter((found) => found.startsWith("sv/2011/removed-1/")).length,
    1,
  );
});

test("a translation's language is written as BCP 47 writes it, and stands once only", async (t) => {
  const content = place(t);
  await add(content, "post", "--title", "One", "--language", "EN", "--date", "2011");
  const into = (code: string) => add(content, "translation", "--post", "2011/one", "--language", code, "--text", "T.");
  assert.equal((await into("SV")).code, 0);
  assert.equal((await into("PT-br")).code, 0);
  for (const [code, message] of [
    ["sV", /index\.sv\.md/],
    ["pt-BR", /index\.pt-BR\.md/],
    ["En", /The post itself is in/],
  ] as const) {
    const { code: exit, stderr } = await into(code);
    assert.notEqual(exit, 0, code);
    assert.match(stderr, message);
  }
  assert.deepEqual(Object.keys(readAll(content)), [
    "posts/2011/one/index.md",
    "posts/2011/one/index.pt-BR.md",
    "posts/2011/one/index.sv.md",
  ]);
  assert.match(readAll(content)["posts/2011/one/index.md"] ?? "", /lang: "en"/);
});
