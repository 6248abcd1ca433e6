import assert from "node:assert/strict";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openArchiveWriter, type WriteResult } from "../../scripts/archive/archive-writer.ts";
import type { Problem } from "../../scripts/archive/model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { validateArchive } from "../../scripts/archive/validate.ts";
import { comment, post, SOURCE, write } from "./drafts.ts";
import { makeArchive, readAll } from "./temporary-archive.ts";

async function findErrors(folder: string): Promise<readonly Problem[]> {
  const { archive, problems } = await readArchive(folder);
  return [...problems, ...validateArchive(archive)];
}

const outcomes = (results: readonly WriteResult[]) => results.map(({ id, outcome }) => `${id} ${outcome}`);

const THREAD = [comment(1), comment(3, { parent: "comment-2" }), comment(2, { parent: "comment-1" })];

test("writes posts, pages and comments in normal form, and check is content", async (t) => {
  const folder = makeArchive(t);
  const results = await write(folder, [
    post(1, { thread: THREAD }),
    post(2, { type: "page", slug: "about" }),
    post(3, { date: "2011-07~" }),
  ]);
  assert.deepEqual(outcomes(results), ["2011/post-1 new", "pages/about new", "2011/post-3 new"]);
  assert.deepEqual(results[0]?.comments, {
    written: 3,
    new: 3,
    returned: [],
    updated: 0,
    excluded: [],
    keptEdited: [],
    conflicts: [],
    keptRedacted: [],
  });
  const files = readAll(folder);
  assert.deepEqual(Object.keys(files), [
    "pages/about/index.md",
    "posts/2011/post-1/comments/comment-1.md",
    "posts/2011/post-1/comments/comment-2.md",
    "posts/2011/post-1/comments/comment-3.md",
    "posts/2011/post-1/index.md",
    "posts/2011/post-3/index.md",
    "sources/exempel.md",
    "sources/exempel.records.csv",
  ]);
  assert.match(
    files["posts/2011/post-1/comments/comment-2.md"] ?? "",
    /^---\nid: "comment-2"\nparent: "comment-1"\nauthor: "Person 2"\ndate: "2011-01-20T10:02:00\+01:00"\nsource: "exempel"\nsource_id: "2"\nimported: "[0-9a-f]{12}"\n---\n\nComment 2\.\n$/,
  );
  assert.deepEqual(await findErrors(folder), []);
});

test("a second run changes nothing, byte for byte", async (t) => {
  const folder = makeArchive(t);
  const drafts = [post(1, { thread: THREAD }), post(2, { slug: "post-1" }), post(3, { slug: "", title: "" })];
  const first = await write(folder, drafts);
  const files = readAll(folder);
  const second = await write(folder, drafts);
  assert.deepEqual(readAll(folder), files);
  assert.deepEqual(outcomes(first), ["2011/post-1 new", "2011/post-1-2 new", "2011/untitled-3 new"]);
  assert.deepEqual(outcomes(second), ["2011/post-1 unchanged", "2011/post-1-2 unchanged", "2011/untitled-3 unchanged"]);
  assert.deepEqual(second[0]?.comments, { ...first[0]?.comments, new: 0 });
  const reversed = await write(folder, [...drafts].reverse());
  assert.deepEqual(readAll(folder), files);
  assert.deepEqual(outcomes(reversed), outcomes([...second].reverse()));
});

test("a dry run gives the same results and writes nothing", async (t) => {
  const folder = makeArchive(t);
  const drafts = [
    post(1, { thread: THREAD }),
    post(2, { slug: "post-1" }),
    post(2, { slug: "other", title: "Other", source_url: "https://exempel.example/other" }),
    post(4, { type: "page", slug: "con" }),
  ];
  const dry = await write(folder, drafts, true);
  assert.deepEqual(readAll(folder), {});
  assert.deepEqual(await write(folder, drafts), dry);
  const files = readAll(folder);
  const changed = drafts.map((draft) => ({ ...draft, body: "New.", thread: [...draft.thread, comment(9)] }));
  const dryUpdate = await write(folder, changed, true);
  assert.deepEqual(readAll(folder), files);
  assert.deepEqual(await write(folder, changed), dryUpdate);
});

test("updates what changed at the source and adds what is new", async (t) => {
  const folder = makeArchive(t);
  await write(folder, [post(1, { thread: THREAD })]);
  const [result] = await write(folder, [
    post(1, { body: "Mended.", thread: [...THREAD.slice(1), comment(1, { body: "Mended." }), comment(4)] }),
  ]);
  assert.equal(result?.outcome, "updated");
  assert.deepEqual([result?.comments.written, result?.comments.new, result?.comments.updated], [4, 1, 1]);
  const { archive } = await readArchive(folder);
  assert.equal(archive.posts[0]?.body, "Mended.");
  assert.deepEqual(
    archive.posts[0]?.thread.map(({ body }) => body),
    ["Mended.", "Comment 2.", "Comment 3.", "Comment 4."],
  );
  assert.deepEqual(await findErrors(folder), []);
});

test("never overwrites what a person edited", async (t) => {
  const folder = makeArchive(t);
  await write(folder, [post(1, { thread: THREAD })]);
  const edit = (path: string, from: string, to: string) => {
    writeFileSync(join(folder, path), readFileSync(join(folder, path), "utf8").replace(from, to));
  };
  edit("posts/2011/post-1/index.md", 'title: "Post 1"', 'title: "Corrected"');
  edit("posts/2011/post-1/comments/comment-2.md", "Comment 2.", "Comment two.");
  edit("posts/2011/post-1/comments/comment-3.md", 'parent: "comment-2"', "parent: broken: yaml");
  const files = readAll(folder);
  const draft = post(1, { body: "Newer.", thread: THREAD.map((each) => ({ ...each, body: "Newer." })) });
  const [result] = await write(folder, [draft]);
  assert.equal(result?.outcome, "kept-edited");
  assert.deepEqual(result?.comments.keptEdited, ["comment-2", "comment-3"]);
  const after = readAll(folder);
  assert.equal(after["posts/2011/post-1/index.md"], files["posts/2011/post-1/index.md"]);
  assert.equal(after["posts/2011/post-1/comments/comment-2.md"], files["posts/2011/post-1/comments/comment-2.md"]);
  assert.equal(after["posts/2011/post-1/comments/comment-3.md"], files["posts/2011/post-1/comments/comment-3.md"]);
  assert.match(after["posts/2011/post-1/comments/comment-1.md"] ?? "", /Newer\./);
});

test("CRLF line ends from a checkout are no edit", async (t) => {
  const folder = makeArchive(t);
  await write(folder, [post(1)]);
  const path = join(folder, "posts/2011/post-1/index.md");
  writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n"));
  assert.deepEqual(outcomes(await write(folder, [post(1)])), ["2011/post-1 unchanged"]);
  assert.deepEqual(outcomes(await write(folder, [post(1, { body: "Newer." })])), ["2011/post-1 updated"]);
});

test("redacted stays redacted", async (t) => {
  const folder = makeArchive(t);
  await write(folder, [post(1, { thread: THREAD })]);
  const path = join(folder, "posts/2011/post-1/comments/comment-2.md");
  const redacted =
    '---\nid: "comment-2"\nparent: "comment-1"\nstatus: "redacted"\nsource: "exempel"\nsource_id: "2"\n---\n';
  writeFileSync(path, redacted);
  const [result] = await write(folder, [post(1, { thread: THREAD })]);
  assert.deepEqual(result?.comments.keptRedacted, ["comment-2"]);
  assert.equal(result?.comments.written, 3);
  assert.equal(readFileSync(path, "utf8"), redacted);
  assert.deepEqual(await findErrors(folder), []);
});

test("what the source's exclude list names stays away", async (t) => {
  const folder = makeArchive(t, {
    "sources/exempel.md": '---\nexclude: ["2", "comment-2", "4#comment-1"]\nrights: "Ask first"\n---\n\nNotes.\n',
  });
  const results = await write(folder, [
    post(1, { thread: THREAD }),
    post(2, { thread: [comment(7)] }),
    post(4, { thread: [comment(1), comment(5)] }),
  ]);
  assert.deepEqual(outcomes(results), ["2011/post-1 new", " excluded", "2011/post-4 new"]);
  assert.deepEqual(
    results.map(({ comments }) => comments.excluded),
    [["comment-2"], ["comment-7"], ["comment-1"]],
  );
  const { archive } = await readArchive(folder);
  assert.deepEqual(
    archive.posts[0]?.thread.map(({ id, parent, parent_state }) => [id, parent, parent_state]),
    [
      ["comment-1", undefined, undefined],
      ["comment-3", "comment-2", "deleted"],
    ],
  );
  assert.equal(archive.sources[0]?.rights, "Ask first");
  assert.deepEqual(archive.sources[0]?.exclude, ["2", "comment-2", "4#comment-1"]);
  assert.equal(archive.sources[0]?.body, "Notes.");
  assert.deepEqual(await findErrors(folder), []);
});

test("a file that was removed without it comes back", async (t) => {
  const folder = makeArchive(t);
  await write(folder, [post(1, { thread: THREAD }), post(2)]);
  const files = readAll(folder);
  rmSync(join(folder, "posts/2011/post-2"), { recursive: true });
  rmSync(join(folder, "posts/2011/post-1/comments/comment-2.md"));
  const results = await write(folder, [post(1, { thread: THREAD }), post(2)]);
  assert.deepEqual(outcomes(results), ["2011/post-1 unchanged", "2011/post-2 new"]);
  assert.equal(results[0]?.comments.new, 1);
  assert.deepEqual(readAll(folder), files);
});

test("two posts with one id are told apart by their addresses", async (t) => {
  const folder = makeArchive(t);
  const drafts = [
    post(1, { type: "page", slug: "contact", title: "Contact", source_url: "https://exempel.example/contact/" }),
    post(1, { type: "page", slug: "empty", title: "Empty", source_url: "https://exempel.example/empty/" }),
  ];
  assert.deepEqual(outcomes(await write(folder, drafts.slice(1))), ["pages/empty new"]);
  assert.deepEqual(outcomes(await write(folder, drafts)), ["pages/contact new", "pages/empty unchanged"]);
  const files = readAll(folder);
  await write(folder, [...drafts].reverse());
  assert.deepEqual(readAll(folder), files);
});

test("finds a record wherever it lies, and when its address or date changed", async (t) => {
  const folder = makeArchive(t);
  await write(folder, [post(1, { thread: THREAD })]);
  mkdirSync(join(folder, "posts/undated"));
  renameSync(join(folder, "posts/2011/post-1"), join(folder, "posts/undated/renamed"));
  const moved = post(1, { thread: THREAD, source_url: "https://new.example/1", date: "2012-05-01" });
  assert.deepEqual(outcomes(await write(folder, [moved])), ["undated/renamed updated"]);
  const again = post(1, { thread: THREAD, source_url: "https://new.example/2012/05/talk/", date: "2012-05-01" });
  assert.deepEqual(outcomes(await write(folder, [again])), ["undated/renamed updated"]);
  assert.equal(Object.keys(readAll(folder)).length, 6);
});

test("keeps addresses that check --fix recorded", async (t) => {
  const folder = makeArchive(t);
  const draft = post(1, { aliases: ["/en/2010/post-1/"] });
  await write(folder, [draft]);
  assert.deepEqual(outcomes(await write(folder, [post(1)])), ["2011/post-1 unchanged"]);
});

test("makes safe names of hostile slugs", async (t) => {
  const folder = makeArchive(t);
  const slugs = [
    "..",
    "a/b",
    "CON",
    "Case-Slug",
    "case-slug",
    "__proto__",
    "2",
    "%E2%82",
    "x".repeat(300),
    "语言",
    "..\\..\\x",
  ];
  const results = await write(
    folder,
    slugs.map((slug, index) => post(index, { slug, title: "" })),
  );
  assert.deepEqual(
    results.map(({ id }) => id.replace(/x{80}/, "x80")),
    ["untitled-0", "a-b", "con-2", "case-slug", "case-slug-2", "proto", "2-2", "e2-82", "x80", "语言", "x"].map(
      (slug) => `2011/${slug}`,
    ),
  );
  assert.deepEqual(
    results.map(({ notes }) => notes.length),
    [0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0],
  );
  assert.deepEqual(await findErrors(folder), []);
});

test("a plain file keeps its name from posts", async (t) => {
  const folder = makeArchive(t, { "posts/2011/post-1": "a note" });
  const results = await write(folder, [post(1), post(2)]);
  assert.deepEqual(outcomes(results), ["2011/post-1-2 new", "2011/post-2 new"]);
});

test("many posts with one slug take linear time", async (t) => {
  const folder = makeArchive(t);
  const writer = await openArchiveWriter(folder, { source: SOURCE, isDryRun: true });
  const before = process.cpuUsage();
  for (let i = 0; i < 5000; i++) await writer.writePost(post(i, { slug: "same" }));
  assert.ok(process.cpuUsage(before).user < 3_000_000);
});

test("gives two comments with one id two ids, and the same ones again", async (t) => {
  const folder = makeArchive(t);
  const drafts = [
    post(1, { thread: [comment(1), comment(1, { body: "Another." }), comment(2, { parent: "comment-1" })] }),
  ];
  const [result] = await write(folder, drafts);
  assert.match(result?.notes.join() ?? "", /two comments have the id "comment-1"; the later one is "comment-1-2" here/);
  const files = readAll(folder);
  assert.match(files["posts/2011/post-1/comments/comment-1-2.md"] ?? "", /Another\./);
  await write(folder, drafts);
  assert.deepEqual(readAll(folder), files);
  assert.deepEqual(await findErrors(folder), []);
});

test("says what became of a parent that is not there", async (t) => {
  const folder = makeArchive(t);
  const thread = [
    comment(1, { parent: "comment-90" }),
    comment(2, { parent: "comment-91", parent_state: "unpublished" }),
    comment(3, { parent: "comment-1", parent_state: "unpublished" }),
  ];
  const [result] = await write(folder, [post(1, { thread })]);
  assert.equal(result?.notes.length, 1);
  const { archive } = await readArchive(folder);
  assert.deepEqual(
    archive.posts[0]?.thread.map(({ parent_state }) => parent_state),
    ["missing", "unpublished", undefined],
  );
  assert.deepEqual(await findErrors(folder), []);
});

test("a deleted comment keeps its place and says nothing", async (t) => {
  const folder = makeArchive(t);
  await write(folder, [
    post(1, { thread: [comment(1, { status: "deleted", body: "gone" }), comment(2, { parent: "comment-1" })] }),
  ]);
  assert.deepEqual(await findErrors(folder), []);
  assert.doesNotMatch(readAll(folder)["posts/2011/post-1/comments/comment-1.md"] ?? "", /gone|Person|date/);
});

test("knows a lost comment that a person added by hand", async (t) => {
  const folder = makeArchive(t);
  await write(folder, [post(1)]);
  const path = join(folder, "posts/2011/post-1/comments/comment-1.md");
  mkdirSync(join(folder, "posts/2011/post-1/comments"));
  writeFileSync(path, "---\nid: comment-1\n---\nFound on a backup.\n");
  const [result] = await write(folder, [post(1, { thread: THREAD })]);
  assert.deepEqual(result?.comments.keptEdited, ["comment-1"]);
  assert.match(readFileSync(path, "utf8"), /Found on a backup/);
  assert.equal(Object.keys(readAll(folder)).length, 6);
});

test("what an interrupted run left is accepted by check and cleared by the next run", async (t) => {
  const folder = makeArchive(t);
  await write(folder, [post(1, { thread: THREAD })]);
  const files = readAll(folder);
  mkdirSync(join(folder, "posts/2011/.post-2.ordskifte-tmp/comments"), { recursive: true });
  writeFileSync(join(folder, "posts/2011/.post-2.ordskifte-tmp/index.md"), "---\nti");
  writeFileSync(join(folder, "posts/2011/post-1/.index.md.ordskifte-tmp"), "---\nti");
  writeFileSync(join(folder, "posts/2011/post-1/comments/.comment-1.md.ordskifte-tmp"), "---\nti");
  assert.deepEqual(await findErrors(folder), []);
  await write(folder, [post(1, { thread: THREAD })]);
  assert.deepEqual(readAll(folder), files);
});
