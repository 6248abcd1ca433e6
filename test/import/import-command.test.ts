// The command from end to end: options, several files, damage, exit codes, what it prints and what it never writes.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { runOrdskifte, runOrdskifteHere } from "../support/command-line.ts";
import { readTree } from "./import-files.ts";
import { type WxrItemSpec, writeWxr } from "./write-wxr.ts";

const SECRETS = ["secret.example", "192.0.2.77", "secret_meta", "secret-meta-value", "open-sesame"];

const ITEMS: readonly WxrItemSpec[] = [
  { id: 1, title: "Public", comments: [{ id: 1 }, { id: 2, parent: 1, approved: "0" }, { id: 3, parent: 2 }] },
  { id: 2, title: "Draft", status: "draft", comments: [{ id: 4 }] },
  { id: 3, title: "Private", status: "private" },
  { id: 4, title: "Pending", status: "pending" },
  { id: 5, title: "Later", status: "future" },
  { id: 6, title: "Protected", password: "open-sesame", comments: [{ id: 5 }] },
  { id: 7, title: "Gone", status: "trash" },
  { id: 8, title: "Event", type: "event" },
  { id: 9, title: "Message", type: "feedback", content: "private@secret.example" },
  { id: 10, title: "A page", type: "page", comments: [{ id: 6 }, { id: 7, approved: "post-trashed" }] },
];

interface Place {
  readonly folder: string;
  readonly content: string;
  readonly write: (name: string, text: string) => string;
  readonly run: (...args: readonly string[]) => ReturnType<typeof runOrdskifte>;
}

function makePlace(t: TestContext): Place {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-command-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const content = join(folder, "content");
  return {
    folder,
    content,
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    run: (...args) => runOrdskifteHere(["import", "--lang", "en", ...args, "--content", content]),
  };
}

test("counts, report and files agree; nothing private is written", async (t) => {
  const { write, folder, content } = makePlace(t);
  const report = join(folder, "report.json");
  const file = write("blog.xml", writeWxr({ items: ITEMS }));
  const { code, stdout } = await runOrdskifte(["import", file, "--report", report, "--content", content]);
  assert.equal(code, 0);
  assert.match(stdout, /posts +7 read, 1 in the archive/);
  assert.match(stdout, /Next: npm run build/);
  const data = JSON.parse(readFileSync(report, "utf8"));
  assert.equal(data.format, "wxr-1.2");
  assert.deepEqual(data.posts, {
    read: 7,
    written: 1,
    skipped: { draft: 1, future: 1, password: 1, pending: 1, private: 1, trash: 1 },
  });
  assert.deepEqual(data.pages, { read: 1, written: 1, skipped: {} });
  assert.deepEqual(data.comments, {
    read: 7,
    written: 3,
    skipped: { "on-draft": 1, "on-password": 1, pending: 1, "post-trashed": 1 },
  });
  assert.deepEqual(data.other, { read: 2, written: 0, skipped: { "type-event": 1, "type-feedback": 1 } });
  assert.equal(data.balanced, true);
  const everything = JSON.stringify(readTree(content)) + stdout + JSON.stringify(data);
  for (const secret of SECRETS) assert.ok(!everything.includes(secret), `${secret} leaked`);
  const { archive } = await readArchive(content);
  const reply = archive.posts.flatMap(({ thread }) => thread).find(({ id }) => id === "comment-3");
  assert.deepEqual([reply?.parent, reply?.parent_state], ["comment-2", "unpublished"]);
});

test("--include brings what was not public, with its status", async (t) => {
  const { write, run, content } = makePlace(t);
  const file = write("blog.xml", writeWxr({ items: ITEMS }));
  const { code } = await run(file, "--include", "drafts,private,pending,future,types:event");
  assert.equal(code, 0);
  const { archive } = await readArchive(content);
  const statuses = archive.posts.map(({ title, status }) => `${title} ${status ?? "published"}`).sort();
  assert.deepEqual(statuses, [
    "A page published",
    "Draft draft",
    "Event published",
    "Later future",
    "Pending pending",
    "Private private",
    "Public published",
  ]);
});

test("a dry run writes nothing and counts the same", async (t) => {
  const { write, run, content } = makePlace(t);
  const { code, stdout } = await run(write("blog.xml", writeWxr({ items: ITEMS })), "--dry-run");
  assert.equal(code, 0);
  assert.match(stdout, /posts +7 read, 1 in the archive/);
  assert.ok(!existsSync(content));
});

test("the parts of one export are one source, another blog is another", async (t) => {
  const { write, run, folder, content } = makePlace(t);
  const [first, second] = [ITEMS.slice(0, 1), ITEMS.slice(9)];
  const files = [
    write("part-000.xml", writeWxr({ items: first, authors: [[1, "eva", "Eva"]] })),
    write("part-001.xml", writeWxr({ items: [...second, { id: 20, creator: "eva" }] })),
    write("other.xml", writeWxr({ items: [{ id: 1 }], link: "https://other.example/blog" })),
  ];
  const report = join(folder, "report.json");
  assert.equal((await run(...files, "--report", report)).code, 0);
  const { archive } = await readArchive(content);
  assert.deepEqual(
    archive.sources.map(({ id }) => id),
    ["blog-example", "other-example-blog"],
  );
  assert.equal(archive.posts.find(({ source_id }) => source_id === "20")?.author, "Eva");
  assert.equal(JSON.parse(readFileSync(report, "utf8")).sources.length, 2);
  assert.equal((await run(...files, "--source", "one")).code, 2);
});

test("overlapping exports give each post once, with the comments of both", async (t) => {
  const { write, run, content } = makePlace(t);
  const old = write("old.xml", writeWxr({ items: [{ id: 1, title: "Old title", comments: [{ id: 1 }, { id: 2 }] }] }));
  const item = { id: 1, title: "New title", modifiedGmt: "2020-01-01 00:00:00", comments: [{ id: 2 }, { id: 3 }] };
  const { stdout } = await run(old, write("new.xml", writeWxr({ items: [item] })));
  assert.match(stdout, /posts +2 read, 1 in the archive, 1 left out \(duplicate 1\)/);
  assert.match(stdout, /comments +4 read, 3 in the archive, 1 left out \(duplicate 1\)/);
  const { archive } = await readArchive(content);
  assert.deepEqual(
    archive.posts.map(({ title, thread }) => [title, thread.length]),
    [["New title", 3]],
  );
});

test("a file that is cut off gives its whole items, an account of the rest, and exit code 1", async (t) => {
  const { write, run, content } = makePlace(t);
  const whole = writeWxr({ items: [{ id: 1 }, { id: 2, comments: [{ id: 1 }, { id: 2 }] }] });
  const file = write("cut.xml", whole.slice(0, whole.indexOf("<wp:comment_id>2<")));
  const { code, stdout } = await run(file);
  assert.equal(code, 1);
  assert.match(stdout, /posts +2 read, 1 in the archive, 1 left out \(damaged 1\)/);
  assert.match(stdout, /comments +2 read, 0 in the archive, 2 left out \(damaged 2\)/);
  assert.match(stdout, /error: .*cut off/);
  assert.equal((await readArchive(content)).archive.posts.length, 1);
});

test("one file that cannot be read stops the import before anything is written", async (t) => {
  const { write, run, content } = makePlace(t);
  const { code, stderr } = await run(
    write("blog.xml", writeWxr({ items: ITEMS })),
    write("\u001b[31mbad.txt", "words"),
  );
  assert.equal(code, 1);
  assert.match(stderr, /no export that is known here/);
  assert.match(stderr, /What can be imported:/);
  assert.ok(!stderr.includes("\u001b[31m"), "control characters of a name reach the terminal");
  assert.ok(!existsSync(content));
});

test("what a person edited stays, redaction and exclusion too", async (t) => {
  const { write, run, content } = makePlace(t);
  const file = write("blog.xml", writeWxr({ items: ITEMS }));
  await run(file);
  const path = join(content, "posts/2012/post-1/index.md");
  writeFileSync(path, readFileSync(path, "utf8").replace("Some words.", "Better words."));
  const before = readTree(content);
  const { code, stdout, stderr } = await run(file);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /left as they are: 2012\/post-1/);
  assert.deepEqual(readTree(content), before);
});

test("--mask-emails, --timezone and --lang", async (t) => {
  const { write, run, content } = makePlace(t);
  const items = [
    { id: 1, date: "2012-07-01 12:00:00", dateGmt: "0000-00-00 00:00:00", content: "Write to me@open.example." },
  ];
  await run(write("b.xml", writeWxr({ items })), "--mask-emails", "--timezone", "Europe/Stockholm", "--lang", "sv");
  const [post] = (await readArchive(content)).archive.posts;
  assert.equal(post?.date, "2012-07-01T12:00:00+02:00");
  assert.equal(post?.lang, "sv");
  assert.ok(!post?.body.includes("me@open.example"));
});

test("the sample makes room for the first import", async (t) => {
  const { write, run, content } = makePlace(t);
  mkdirSync(join(content, "posts/2011/a"), { recursive: true });
  mkdirSync(join(content, "sources"), { recursive: true });
  writeFileSync(
    join(content, "posts/2011/a/index.md"),
    '---\ntitle: "A"\nsource: "sample"\nsource_id: "a"\n---\n\nText.\n',
  );
  writeFileSync(join(content, "sources/sample.md"), '---\ntitle: "Sample"\n---\n');
  writeFileSync(
    join(content, "site.json"),
    '{"contact": "https://ordskifte.example/contact", "body": "Us", "sample": true}\n',
  );
  const { stdout } = await run(write("b.xml", writeWxr({ title: "My blog", items: ITEMS })));
  assert.match(stdout, /sample archive .* made room/);
  const { archive } = await readArchive(content);
  assert.deepEqual(
    archive.sources.map(({ id }) => id),
    ["blog-example"],
  );
  assert.equal(archive.settings.sample, false);
  assert.equal(archive.settings.title.en, "My blog");
  assert.deepEqual([archive.settings.contact, archive.settings.body?.name], [undefined, "Us"]);
});

test("what the owner wrote into site.json stays", async (t) => {
  const { write, run, content } = makePlace(t);
  mkdirSync(content);
  writeFileSync(join(content, "site.json"), '{"title": "Ours", "language": "sv", "description": ""}\n');
  assert.equal((await run(write("b.xml", writeWxr({ title: "My blog", items: ITEMS })))).code, 0);
  assert.deepEqual(JSON.parse(readFileSync(join(content, "site.json"), "utf8")), {
    title: "Ours",
    language: "sv",
    description: "",
  });
});

test("wrong use is exit code 2 and says what to type", async (t) => {
  const { write, run } = makePlace(t);
  const file = write("b.xml", writeWxr({ items: ITEMS }));
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Name the export/],
    [[file, "--timezone", "Mars/Base"], /Europe\/Stockholm/],
    [[file, "--include", "everything"], /--include takes/],
    [[file, "--source", "Not A Slug"], /--source takes/],
    [[file, "--source", "sample"], /--source takes/],
    [[file, "--source", "блог"], /--source takes/],
    [[file, "--base-url", "blog"], /--base-url takes/],
    [[file, "--lang", "swedish"], /--lang takes/],
    [[file, "--conflicts", "theirs"], /--conflicts takes keep or both/],
    [[file, "--wrong"], /wrong/],
  ];
  for (const [args, message] of wrong) {
    const { code, stderr } = await run(...args);
    assert.equal(code, 2, `${args.join(" ")}: ${stderr}`);
    assert.match(stderr, message);
  }
});
