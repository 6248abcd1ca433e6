// Saved edits under `npm start`: the page of a post at once, all else soon, and in the end what a build of all would make.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { drawSite } from "../../../scripts/site/drawing/draw-site.ts";
import { DEFAULT_OPTIONS } from "../../../scripts/site/options.ts";
import { createLiveEdits, findPost, type LiveEdits } from "../../../scripts/site/serving/live-edits.ts";
import { writeArchive } from "../../support/archive.ts";
import { makeFolder } from "../../support/scratch.ts";
import { hashTree } from "../../support/site.ts";
import { ONE_POST } from "../../whole-site/small-archives.ts";

test("knows the post that a file belongs to, and the files that are of another kind", () => {
  const of = (file: string) => findPost("/archive", `/archive/${file}`);
  assert.equal(of("posts/2010/hello/index.md"), "2010/hello");
  assert.equal(of("posts/undated/hello/index.sv.md"), "undated/hello");
  assert.equal(of("pages/about/comments/comment-7.md"), "pages/about");
  for (const file of [
    "site.json",
    "sources/a.md",
    "people/b.md",
    "posts/2010/hello/photo.jpg",
    "../x/posts/2010/a/index.md",
  ])
    assert.equal(of(file), undefined, file);
});

describe("under npm start", () => {
  let contentDir: string;
  let outputDir: string;
  let edits: LiveEdits;
  let said: string[];
  let begun: number;
  let underWay: number;
  /** Between the moment at which a drawing has read all and its end. */
  let onceRead: () => Promise<void>;
  const options = () => ({ ...DEFAULT_OPTIONS, contentDir, outputDir, isDevelopment: true, basePath: "/" });
  const index = () => join(contentDir, "posts/2010/hello/index.md");
  const page = (path = "/en/2010/hello/") => {
    edits.freshen(path);
    return readFileSync(join(outputDir, path, "index.html"), "utf8");
  };
  const save = (words: string, file = index()) => {
    writeFileSync(file, readFileSync(file, "utf8").replace(/\n---\n[\s\S]*$/, `\n---\n\n${words}\n`));
    edits.note([file]);
  };
  const untilSaid = async (words: RegExp) => {
    for (let tried = 0; !said.some((line) => words.test(line)); tried++) {
      assert.ok(tried < 1000, `Never said ${words}:\n${said.join("\n")}`);
      await wait(10);
    }
    said.length = 0;
  };

  beforeEach(async () => {
    contentDir = join(makeFolder(), "content");
    outputDir = join(makeFolder(), "site");
    said = [];
    begun = 0;
    underWay = 0;
    onceRead = async () => {};
    writeArchive(contentDir, ONE_POST);
    mkdirSync(outputDir);
    edits = createLiveEdits({
      contentDir,
      outputDir,
      drawWhole: async (onPlanned) => {
        begun += 1;
        underWay += 1;
        assert.equal(underWay, 1, "two whole drawings at a time");
        const next = { ...options(), outputDir: `${outputDir}.next` };
        await drawSite(next, ({ orderPosts, setting }) => onPlanned({ orders: [...orderPosts()], setting }));
        await onceRead();
        rmSync(outputDir, { recursive: true });
        renameSync(next.outputDir, outputDir);
        underWay -= 1;
      },
      reload: () => {},
      say: (line) => said.push(line),
      tellProblems: (problems) => said.push(...problems.map(({ file, code }) => `${file} ${code}`)),
    });
    await edits.begin();
    await untilSaid(/are drawn/);
  });

  test("an edit is on its page at once, and soon everywhere, as if all had been built anew", async () => {
    save("A zither of words.");
    assert.match(page(), /A zither of words/);
    assert.doesNotMatch(page("/en/2010/"), /zither/);
    await untilSaid(/are drawn/);
    assert.match(page("/en/2010/"), /A zither of words/);
    const anew = { ...options(), outputDir: join(makeFolder(), "site") };
    await drawSite(anew);
    page();
    assert.deepEqual(hashTree(outputDir), hashTree(anew.outputDir));
  });

  test("an edit that a drawing under way has not read does not go away when it ends", async () => {
    onceRead = async () => {
      onceRead = async () => {};
      save("A bassoon of words.");
      assert.match(page(), /bassoon/);
    };
    save("A zither of words.");
    await untilSaid(/are drawn/);
    assert.match(page(), /bassoon/);
    await untilSaid(/are drawn/);
    assert.match(page(), /bassoon/);
    assert.match(page("/en/2010/"), /bassoon/);
  });

  test("edits on end have the site drawn once more, not once each", async () => {
    begun = 0;
    for (let time = 1; time <= 30; time++) {
      save(`Word ${time} of many.`);
      assert.match(page(), new RegExp(`Word ${time} of many`));
      await wait(5);
    }
    await untilSaid(/are drawn/);
    await wait(1500);
    assert.ok(begun <= 2, `drawn ${begun} times`);
  });

  test("a new post can be looked at before the whole site is drawn; one that is gone goes with the whole", async () => {
    const second = join(contentDir, "posts/2010/second/index.md");
    mkdirSync(dirname(second), { recursive: true });
    writeFileSync(second, readFileSync(index(), "utf8").replace("A zither", "Second"));
    let early = "";
    onceRead = async () => {
      early = page("/en/2010/second/");
    };
    edits.note([second]);
    await untilSaid(/The whole site is drawn/);
    assert.match(early, /<article/);
    rmSync(dirname(index()), { recursive: true });
    edits.note([index()]);
    await untilSaid(/because of 2010\/hello/);
    await untilSaid(/The whole site is drawn/);
    assert.throws(() => page(), /ENOENT/);
  });

  test("what is wrong in an edited file is said at once", async () => {
    writeFileSync(index(), '---\ntitle: "Hello\n---\n\nWords.\n');
    edits.note([index()]);
    assert.match(said.join("\n"), /posts\/2010\/hello\/index\.md/);
  });

  test("what editors write on the way to a file is no change", async () => {
    begun = 0;
    edits.note(["index.md~", "4913", "index.md.tmp"].map((name) => join(contentDir, "posts/2010/hello", name)));
    await wait(800);
    assert.equal(begun, 0);
  });
});
