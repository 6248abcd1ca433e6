// Tests saved pages: each folder of fixtures holds the pages of one post, and what is read in them.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { ImportOptions } from "../../scripts/import/importer.ts";
import { InputError } from "../../scripts/import/open-input.ts";
import { joinPages } from "../../scripts/import/saved-page/join-pages.ts";
import { readPage } from "../../scripts/import/saved-page/read-page.ts";
import { PROJECT } from "../support/command-line.ts";
import { makeFolder } from "../support/scratch.ts";
import { importFiles, readTree } from "./import-files.ts";

const FIXTURES = join(PROJECT, "test/fixtures/saved-page");

/** Returns the pages of a fixture, by path. */
function listPages(name: string): readonly string[] {
  const folder = join(FIXTURES, name);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".html"))
    .sort()
    .map((file) => join(folder, file));
}

describe("a saved page", () => {
  for (const name of readdirSync(FIXTURES).sort()) {
    test(name, () => {
      const expectedFile = join(FIXTURES, name, "expected.json");
      const joined = joinPages(listPages(name).map((file) => readPage(readFileSync(file, "utf8"))));
      const read = `${JSON.stringify(joined, null, 2)}\n`;
      if (process.env.UPDATE === "1") writeFileSync(expectedFile, read);
      assert.ok(existsSync(expectedFile), `${expectedFile} is missing; UPDATE=1 writes it`);
      assert.equal(read, readFileSync(expectedFile, "utf8"));
    });
  }
});

describe("importing saved pages", () => {
  const POST = `<article class="hentry post" id="post-3"><h1 class="entry-title">Å och ä</h1><span class="author vcard"><span class="fn">Åsa</span></span>
    <div class="entry-content"><p>Det blåste över sjön hela natten, och på morgonen låg båten på andra sidan viken.</p></div></article>`;
  const toPage = (inner: string, head = ""): string =>
    `<!DOCTYPE html><html lang="sv"><head><link rel="canonical" href="https://sjon.example.org/2012/02/03/blast/">${head}</head><body class="single">${inner}</body></html>`;

  /** Imports one page and returns the archive and the report. */
  async function importPage(content: string | Buffer, options: Partial<ImportOptions> = {}) {
    const file = join(makeFolder("page"), "sida.html");
    writeFileSync(file, content);
    const folder = makeFolder("content");
    const [report] = await importFiles([file], folder, options);
    assert.equal(report?.ledger.balanced, true);
    return { tree: readTree(folder), report };
  }

  test("joins the pages of a thread and changes nothing the second time", async () => {
    const folder = makeFolder("content");
    const [report] = await importFiles([...listPages("html5-threaded")].reverse(), folder);
    assert.deepEqual(report?.ledger.posts, { read: 1, written: 1, skipped: {} });
    assert.deepEqual(report?.ledger.comments, { read: 5, written: 4, skipped: { duplicate: 1 } });
    const before = readTree(folder);
    assert.match(before["posts/2017/maps/comments/comment-103.md"] ?? "", /parent: "comment-100"/);
    await importFiles(listPages("html5-threaded"), folder);
    const after = readTree(folder);
    assert.deepEqual(Object.keys(after), Object.keys(before));
    for (const [path, text] of Object.entries(before))
      if (!path.startsWith("sources/")) assert.equal(after[path], text);
  });

  test("reads what the bytes say, whatever the head says", async () => {
    const cases: readonly Buffer[] = [
      Buffer.from(toPage(POST), "utf8"),
      Buffer.from(toPage(POST, '<meta charset="utf-8">'), "latin1"),
      Buffer.from(toPage(POST, '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'), "latin1"),
      Buffer.from(`\ufeff${toPage(POST)}`, "utf16le"),
    ];
    for (const bytes of cases) {
      const { tree } = await importPage(bytes);
      assert.match(
        tree["posts/2012/blast/index.md"] ?? "",
        /title: "Å och ä"\nlang: "sv"\nauthor: "Åsa"\ndate: "2012-02-03"[\s\S]*blåste över sjön/,
      );
    }
  });

  test("says that a page is cut off, and keeps what is there", async () => {
    const { tree, report } = await importPage(toPage(POST).slice(0, -20));
    assert.ok(report?.ledger.problems.some(({ level, what }) => level === "error" && what.includes("cut off")));
    assert.match(tree["posts/2012/blast/index.md"] ?? "", /andra sidan viken/);
  });

  test("counts what the page declares, and what is missing", async () => {
    const thread = `<div id="comments"><h2 class="comments-title">3 svar till ”Å och ä”</h2><ol class="comment-list"><li class="comment" id="comment-8"><cite class="fn">bo@example.org</cite><div class="comment-content"><p>Hej från bo@example.org</p></div></li></ol></div>`;
    const { tree, report } = await importPage(toPage(POST + thread), { maskEmails: true });
    assert.match(report?.ledger.problems.map(({ what }) => what).join("\n") ?? "", /3 declared, 1 found, 2 missing/);
    assert.doesNotMatch(JSON.stringify(tree), /bo@example/);
  });

  test("gives times the zone that the user names", async () => {
    const thread = `<ol class="commentlist"><li id="comment-8"><cite>Bo</cite> skriver: <br /><small class="commentmetadata"><a href="#comment-8">juli 3, 2012 kl. 1:30 e m</a></small><p>Hej.</p></li></ol>`;
    const { tree } = await importPage(toPage(POST + thread), { timezone: "Europe/Stockholm" });
    assert.match(
      tree["posts/2012/blast/comments/comment-8.md"] ?? "",
      /date: "2012-07-03T13:30\+02:00"\n[\s\S]*\n\nHej\.\n$/,
    );
  });

  test("keeps scripts out", async () => {
    const evil = `<script>alert(1)</script><p onclick="x()">Text <a href="javascript:alert(1)">link</a></p>`;
    const { tree } = await importPage(toPage(POST.replace("<p>Det", `${evil}<p>Det`)));
    assert.doesNotMatch(tree["posts/2012/blast/index.md"] ?? "", /alert|onclick/);
  });

  test("refuses a page without a post, and a list of posts", async () => {
    await assert.rejects(importPage("<!DOCTYPE html><html><body></body></html>"), InputError);
    const list = [1, 2].map((n) => POST.replace("post-3", `post-${n}`)).join("");
    const { report, tree } = await importPage(toPage(list).replace('class="single"', 'class="home blog"'));
    assert.deepEqual(report?.ledger.other.skipped, { "list-of-posts": 1 });
    assert.ok(report?.ledger.problems.some(({ level }) => level === "error"));
    assert.ok(!Object.keys(tree).some((path) => path.startsWith("posts/")));
  });

  test("takes bounded time for hostile pages", () => {
    const nested = "<div>".repeat(20_000);
    const many = Array.from({ length: 2_000 }, (_, at) => `<li class="comment" id="comment-${at}"><p>x</p></li>`).join(
      "",
    );
    for (const page of [
      toPage(POST + nested),
      toPage(`<article class="hentry"><div class="entry-content">${nested}x`),
      toPage(`${POST}<ol class="commentlist">${many}</ol>`),
      `<html>${"<".repeat(300_000)}`,
    ]) {
      const before = process.cpuUsage();
      readPage(page);
      assert.ok(process.cpuUsage(before).user < 20_000_000);
    }
  });
});
