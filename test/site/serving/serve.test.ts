// `npm start` as a person meets it: nothing that is saved is lost, however soon, and nobody else on the network sees the site.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runStart, type StartedSite } from "../../../scripts/bench/run-start.ts";
import { writeArchive } from "../../support/archive.ts";
import { makeFolder } from "../../support/scratch.ts";

describe("npm start", () => {
  const contentDir = join(makeFolder(), "content");
  const index = join(contentDir, "posts/2010/hello/index.md");
  const comments = join(contentDir, "posts/2010/hello/comments");
  const page = "/en/2010/hello/";
  let site: StartedSite;
  const shows = (path: string, words: string) => site.shown(path, (text) => text.includes(words));
  const untilDrawn = async (change: () => Promise<unknown>) => {
    const from = site.output().length;
    await change();
    await site.said("drawn (", from);
  };

  before(async () => {
    writeArchive(contentDir, {
      posts: [
        {
          id: "2010/hello",
          title: "Hello",
          lang: "en",
          date: "2010-03-04T10:00:00+00:00",
          body: "First words.",
          thread: [{ id: "comment-1", author: "Kim", body: "A reply of somebody." }],
        },
      ],
    });
    site = await runStart(contentDir);
  });
  after(() => site.stop());

  test("shows what is saved in the moment in which it says that it does", async () => {
    await site.said("Saved changes show at once");
    await untilDrawn(async () => {
      writeFileSync(index, readFileSync(index, "utf8").replace("First", "Second"));
      await shows(page, "Second words.");
    });
  });

  test("shows new comments, and takes those away that are deleted", async () => {
    writeFileSync(join(comments, "comment-2.md"), '---\nid: "comment-2"\nauthor: "Lo"\n---\n\nAnother reply.\n');
    await shows(page, "Another reply.");
    rmSync(join(comments, "comment-1.md"));
    await site.shown(page, (text) => !text.includes("A reply of somebody."));
  });

  test("shows a new post, says what it draws, and forgets the post with its folder", async () => {
    const folder = join(contentDir, "posts/2011/new");
    await untilDrawn(async () => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "index.md"), '---\ntitle: "New"\nlang: "en"\n---\n\nNew words.\n');
      await shows("/en/2011/new/", "New words.");
    });
    assert.match(site.output(), /Drawing the whole site, because of 2011\/new …/);
    rmSync(folder, { recursive: true });
    await site.shown("/en/2011/new/", (_, status) => status === 404);
  });

  test("tells what is wrong in a file once, and where", async () => {
    const saved = readFileSync(index, "utf8");
    const from = site.output().length;
    writeFileSync(index, saved.replace("title: ", "title:: "));
    await site.said("posts/2010/hello/index.md", from);
    writeFileSync(index, saved);
    await site.said("2010/hello is shown", from);
  });

  test("has open pages load anew", () => {
    assert.ok(site.reloads.length > 0);
  });

  test("answers nobody who came by another name", async () => {
    const status = await new Promise((resolve, reject) => {
      const asking = request(
        { port: site.port, host: "localhost", headers: { host: "elsewhere.example" } },
        (answer) => {
          resolve(answer.statusCode);
          answer.resume();
        },
      );
      asking.on("error", reject);
      asking.end();
    });
    assert.equal(status, 403);
  });
});
