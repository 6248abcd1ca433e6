// The two formats of Blogger against each other, and what becomes of each kind of entry.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { Archive, Post } from "../../scripts/archive/model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { defaultImportOptions } from "../../scripts/import/importer.ts";
import { BLOG, forgetFiles, importText, readWhole, withArchive, withFolder } from "./blogger-blog.ts";
import { importFiles, readTree } from "./import-files.ts";
import { type ClassicStyle, writeClassic, writeTakeout } from "./write-blogger.ts";

test("the classic export becomes posts, pages and threads", async () => {
  await withArchive(writeClassic(BLOG), {}, ({ archive, report }) => {
    assert.equal(report.source, "anteckningar-blogspot-com");
    assert.equal(report.ledger.format, "blogger-atom");
    assert.ok(report.ledger.balanced);
    assert.deepEqual(report.ledger.posts, { read: 3, written: 2, skipped: { draft: 1 } });
    assert.deepEqual(report.ledger.pages, { read: 1, written: 1, skipped: {} });
    assert.deepEqual(report.ledger.comments, { read: 8, written: 6, skipped: { deleted: 1, "on-draft": 1 } });
    assert.deepEqual(report.ledger.other, { read: 5, written: 0, skipped: { "type-settings": 4, "type-template": 1 } });
    assert.deepEqual(report.ledger.problems, []);
    const post = findPost(archive, "5001");
    assert.equal(post.id, "2011/om-att-lasa");
    assert.equal(post.author, "Åsa Öberg");
    assert.equal(post.date, "2011-01-19T10:12:00+01:00");
    assert.equal(post.updated, undefined);
    assert.equal(post.lang, "sv");
    assert.deepEqual(post.topics, ["Böcker", "Skog & mark"]);
    assert.equal(post.source_url, "http://anteckningar.blogspot.com/2011/01/om-att-lasa.html");
    assert.equal(
      post.body.trim(),
      "Det är något särskilt med att läsa en bok i skogen.\n\nMan hör vinden, och ibland ett **barn** som ropar.\\\nDet räcker.",
    );
    assert.deepEqual(
      post.thread.map(({ id, parent, status }) => [id, parent, status]),
      [
        ["c7001", undefined, undefined],
        ["c7002", "c7001", undefined],
        ["c7003", "c7002", undefined],
        ["c7004", undefined, undefined],
        ["c7005", undefined, "deleted"],
        ["c7006", "c7005", undefined],
      ],
    );
    const [bo, asa, anonymous, namesake, deleted] = post.thread;
    assert.equal(bo?.source_id, "7001");
    assert.equal(
      bo?.source_url,
      `http://anteckningar.blogspot.com/2011/01/om-att-lasa.html?showComment=${Date.parse("2011-01-20T12:00:00+01:00")}#c7001`,
    );
    assert.equal(bo?.author_url, "https://www.blogger.com/profile/222");
    assert.equal(asa?.by_post_author, true);
    assert.equal(asa?.date, "2011-01-20T13:00:00+01:00");
    assert.equal(anonymous?.author, "Anonym", "a name that the source shows is kept as shown");
    assert.equal(anonymous?.body.trim(), "\\*Jag\\* med?");
    assert.equal(namesake?.by_post_author, undefined, "equal names prove nothing");
    assert.deepEqual([deleted?.author, deleted?.date, deleted?.body.trim()], [undefined, undefined, ""]);
    const untitled = findPost(archive, "5002");
    assert.equal(untitled.title, undefined);
    assert.equal(untitled.updated, "2013-05-01T12:00:00+02:00");
    assert.equal(findPost(archive, "5003").id, "pages/om-mig");
    assert.equal(archive.sources[0]?.timezone, "Europe/Stockholm");
    assert.equal(archive.sources[0]?.platform_id, "900100");
  });
});

const STYLES: Readonly<Record<string, ClassicStyle>> = {
  "with double quotes": { quote: '"' },
  "pretty-printed": { isPretty: true },
  "as in 2008": { quote: '"', isPretty: true, isOld: true },
};
for (const [name, style] of Object.entries(STYLES)) {
  test(`the classic export ${name} says the same`, async () => {
    const usual = await readWhole(writeClassic(BLOG));
    const other = await readWhole(writeClassic(BLOG, style));
    assert.deepEqual(other.map(forgetTotals), usual.map(forgetTotals));
  });
}

test("the Takeout feed gives the records of the classic export", async () => {
  const options = { baseUrl: "http://anteckningar.blogspot.com/", timezone: "Europe/Stockholm" };
  const classic = await readWhole(writeClassic(BLOG));
  const takeout = await readWhole(writeTakeout(BLOG), options);
  assert.deepEqual(takeout.map(forgetTotals), classic.map(forgetTotals));
});

test("the Takeout feed without a time zone tells the same instants", async () => {
  const options = { baseUrl: "http://anteckningar.blogspot.com/" };
  const instants = (posts: readonly Post[]): unknown =>
    posts
      .map(({ source_id, date, thread }) => [source_id, toMs(date), thread.map((comment) => toMs(comment.date))])
      .sort();
  assert.deepEqual(
    instants(await readWhole(writeTakeout(BLOG), options)),
    instants(await readWhole(writeClassic(BLOG))),
  );
});

test("a Takeout feed alone is named by the blog's number, and says what it lacks", async () => {
  await withArchive(writeTakeout(BLOG), {}, ({ archive, report }) => {
    assert.equal(report.source, "blogger-900100");
    assert.equal(report.ledger.format, "blogger-takeout");
    assert.match(report.ledger.problems[0]?.what ?? "", /--base-url/);
    assert.equal(report.ledger.problems[0]?.level, "warning");
    assert.deepEqual(report.ledger.comments, { read: 9, written: 6, skipped: { deleted: 1, "on-draft": 1, spam: 1 } });
    const post = findPost(archive, "5001");
    assert.equal(post.source_url, undefined);
    assert.equal(post.id, "2011/om-att-lasa");
    assert.equal(post.date, "2011-01-19T09:12:00Z");
    assert.equal(post.thread.find(({ id }) => id === "c7002")?.by_post_author, true);
  });
});

test("a Takeout feed finds the records of the blog's classic export by its number", async () => {
  await withFolder(async (folder) => {
    const content = join(folder, "content");
    await importText(folder, writeClassic(BLOG), content);
    const before = readTree(content);
    const report = await importText(folder, writeTakeout(BLOG), content);
    assert.equal(report.source, "anteckningar-blogspot-com");
    assert.equal(report.posts.new + report.comments.new, 0);
    assert.equal(report.comments.updated, 0);
    const after = readTree(content);
    assert.deepEqual(Object.keys(after), Object.keys(before));
    const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
    // Only the classic export tells how many comments a post had.
    for (const file of changed) assert.match(file, /index\.md$|^sources\//);
  });
});

test("a classic export finds the records of the blog's Takeout feed, wherever they lie", async () => {
  await withFolder(async (folder) => {
    const content = join(folder, "content");
    await importText(folder, writeTakeout(BLOG), content);
    const before = Object.keys(readTree(content));
    const report = await importText(folder, writeClassic(BLOG), content);
    assert.equal(report.source, "blogger-900100");
    assert.deepEqual([report.posts.new, report.comments.new], [0, 0]);
    assert.deepEqual(Object.keys(readTree(content)), before);
    const { archive } = await readArchive(content);
    assert.equal(findPost(archive, "5001").date, "2011-01-19T10:12:00+01:00");
    assert.equal(archive.sources[0]?.url, "http://anteckningar.blogspot.com/");
  });
});

test("both formats at once are one source, each record once", async () => {
  await withFolder(async (folder) => {
    const [classic, takeout, content] = [join(folder, "blog.xml"), join(folder, "feed.atom"), join(folder, "content")];
    writeFileSync(classic, writeClassic(BLOG));
    writeFileSync(takeout, writeTakeout(BLOG));
    const reports = await importFiles([takeout, classic], content);
    assert.equal(reports.length, 1);
    const [report] = reports;
    assert.equal(report?.source, "anteckningar-blogspot-com");
    assert.equal(report?.ledger.format, "blogger-takeout+blogger-atom");
    assert.ok(report.ledger.balanced);
    assert.deepEqual(report.ledger.posts, { read: 6, written: 2, skipped: { draft: 1, duplicate: 3 } });
    assert.deepEqual(report.ledger.problems, []);
    const { archive } = await readArchive(content);
    assert.deepEqual(archive.posts.map(forgetFiles), await readWhole(writeClassic(BLOG)));
  });
});

test("drafts come in when asked for, marked as such, with their comments", async () => {
  const include = { ...defaultImportOptions.include, drafts: true };
  await withArchive(writeClassic(BLOG), { include }, ({ archive, report }) => {
    assert.equal(report.ledger.posts.written, 3);
    const draft = findPost(archive, "5004");
    assert.equal(draft.status, "draft");
    assert.deepEqual(
      draft.thread.map(({ id }) => id),
      ["c7009"],
    );
  });
});

test("a post is found by the feed's address, then by its path, when a comment does not name it", async () => {
  const usual = writeClassic(BLOG);
  const noReplies = usual.replace(/<thr:in-reply-to[^>]*>/g, "");
  const noLinks = noReplies.replace(/\/5001\/comments\//g, "/comments/");
  for (const text of [noReplies, noLinks]) {
    assert.notEqual(text, usual);
    await withArchive(text, {}, ({ archive, report }) => {
      const ids = findPost(archive, "5001").thread.map(({ id }) => id);
      // A deleted comment has no address, so without links nobody knows where it stood.
      assert.deepEqual(
        ids.filter((id) => id !== "c7005"),
        ["c7001", "c7002", "c7003", "c7004", "c7006"],
      );
      assert.ok(report.ledger.balanced);
    });
  }
});

test("comments whose post is not in the export are counted and listed", async () => {
  const text = writeClassic(BLOG).replace(/<entry><id>[^<]*post-5001<\/id>.*?<\/entry>/s, "");
  await withArchive(text, {}, ({ report }) => {
    assert.equal(report.ledger.comments.skipped["post-missing"], 5);
    assert.equal(report.ledger.comments.skipped.deleted, 2);
    const problem = report.ledger.problems.find(({ item }) => item === "post 5001");
    assert.equal(problem?.level, "warning");
    for (const id of ["c7001", "c7002", "c7003", "c7004", "c7006"]) assert.ok(problem?.what.includes(id));
    assert.ok(report.ledger.balanced);
  });
});

test("what was never public stays out of a Takeout feed, with its reason", async () => {
  const statuses: Readonly<Record<string, string>> = {
    SPAM_COMMENT: "spam",
    PENDING_COMMENT: "pending",
    SOFT_TRASHED: "trash",
    GHOSTED: "ghosted",
    "": "no-status",
  };
  for (const [status, reason] of Object.entries(statuses)) {
    const blog = {
      ...BLOG,
      posts: [
        {
          id: "1",
          title: "Ett",
          path: "/2010/01/ett.html",
          comments: [
            { id: "11", status, content: "hemligt" },
            { id: "12", parent: "11", content: "svar" },
            { id: "13", status, content: "hemligt" },
          ],
        },
      ],
    };
    await withArchive(writeTakeout(blog), {}, ({ archive, report }) => {
      const [tombstoneOrReply, reply] = findPost(archive, "1").thread;
      if (reason === "trash") {
        assert.equal(tombstoneOrReply?.status, "deleted");
        assert.equal(reply?.parent, "c11");
        assert.deepEqual(report.ledger.comments.skipped, { trash: 1 });
      } else {
        assert.equal(tombstoneOrReply?.parent_state, "unpublished");
        assert.deepEqual(report.ledger.comments.skipped, { [reason]: 2 });
      }
      assert.ok(!JSON.stringify(archive).includes("hemligt"));
    });
  }
});

test("a post in the bin stays out even when it says LIVE", async () => {
  const trashed = "<blogger:trashed>2020-01-01T00:00:00Z</blogger:trashed>";
  const text = writeTakeout(BLOG).replaceAll("<blogger:trashed/>", trashed);
  await withArchive(text, {}, ({ report }) => {
    const { posts, pages, comments } = report.ledger;
    assert.equal(posts.written + pages.written + comments.written, 0);
    assert.deepEqual(posts.skipped, { trash: 3 });
  });
});

test("e-mail addresses, pictures of people, settings and templates are not written", async () => {
  const blog = {
    ...BLOG,
    posts: [
      {
        id: "1",
        title: "Ett",
        path: "/2010/01/ett.html",
        author: "agare@mejl.example",
        comments: [{ id: "11", author: "gast@mejl.example", uri: "mailto:gast@mejl.example", content: "Hej" }],
      },
    ],
  };
  await withArchive(writeClassic(blog), {}, ({ tree, report }) => {
    for (const secret of ["mejl.example", "noreply", "blank.gif", "hemlig mall"]) {
      assert.ok(!JSON.stringify(tree).includes(secret), `${secret} leaked`);
    }
    assert.equal(report.ledger.problems.filter(({ level }) => level === "warning").length, 3);
  });
});

test("prefixes and namespaces may be others, or not be declared", async () => {
  const text = writeClassic(BLOG)
    .replaceAll("thr:", "t:")
    .replace("xmlns:thr", "xmlns:t")
    .replaceAll(" xmlns:app='http://purl.org/atom/app#'", "")
    .replace(/<feed xmlns='[^']*'/, "<a:feed xmlns:a='http://www.w3.org/2005/Atom'")
    .replace(
      /<(\/?)(feed|entry|id|published|updated|category|title|content|link|author|name|uri|generator)\b/g,
      "<$1a:$2",
    );
  const usual = await readWhole(writeClassic(BLOG));
  assert.deepEqual((await readWhole(text)).map(forgetTotals), usual.map(forgetTotals));
});

test("a second import changes no byte, in either format", async () => {
  for (const text of [writeClassic(BLOG), writeTakeout(BLOG)]) {
    await withFolder(async (folder) => {
      const content = join(folder, "content");
      await importText(folder, text, content);
      const before = readTree(content);
      const report = await importText(folder, text, content);
      assert.deepEqual(readTree(content), before);
      assert.equal(report.posts.new + report.posts.updated + report.comments.new + report.comments.updated, 0);
    });
  }
});

test("blogs that do not tell their address cannot share one", async () => {
  await withFolder(async (folder) => {
    const files = ["1", "2"].map((id) => {
      const file = join(folder, `feed-${id}.atom`);
      writeFileSync(file, writeTakeout({ ...BLOG, id }));
      return file;
    });
    await assert.rejects(importFiles(files, join(folder, "content"), { baseUrl: "https://x.example/" }), {
      code: "input",
      message: /blogger-1, blogger-2/,
    });
    const reports = await importFiles(files, join(folder, "content"));
    assert.deepEqual(
      reports.map(({ source }) => source),
      ["blogger-1", "blogger-2"],
    );
  });
});

function findPost({ posts }: Archive, sourceId: string): Post {
  const post = posts.find(({ source_id }) => source_id === sourceId);
  assert.ok(post !== undefined, `post ${sourceId} is missing`);
  return post;
}

function forgetTotals(post: Post): Omit<Post, "comments"> {
  const { comments: _comments, ...rest } = post;
  return rest;
}

function toMs(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Date.parse(date);
}
