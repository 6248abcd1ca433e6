// The watch under `npm start`: whatever is saved once it stands is told, however soon, and however an editor saves.

import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { type WatchedFolder, watchFolder } from "../../../scripts/site/serving/watch-folder.ts";
import { makeFolder } from "../../support/scratch.ts";

const POSTS = 300;

describe("a watched folder tells", () => {
  let folder: string;
  let watched: WatchedFolder | undefined;
  const told = new Set<string>();
  const begin = async () => {
    watched = await watchFolder(folder, (files) => {
      for (const file of files) told.add(file);
    });
  };
  const untilTold = async (file: string) => {
    for (let tried = 0; !told.has(join(folder, file)); tried++) {
      assert.ok(tried < 500, `${file} was not told; told were ${[...told].join(", ")}`);
      await wait(10);
    }
  };

  beforeEach(() => {
    watched?.close();
    told.clear();
    folder = join(makeFolder(), "content");
    for (let post = 0; post < POSTS; post++)
      mkdirSync(join(folder, `posts/2010/${post}/comments`), { recursive: true });
    for (let post = 0; post < POSTS; post++) writeFileSync(join(folder, `posts/2010/${post}/index.md`), "Words.\n");
  });
  after(() => watched?.close());

  test("what is saved in the very moment in which it says that it is ready", async () => {
    await begin();
    for (let post = 0; post < POSTS; post++) appendFileSync(join(folder, `posts/2010/${post}/index.md`), "More.\n");
    for (let post = 0; post < POSTS; post++) await untilTold(`posts/2010/${post}/index.md`);
  });

  test("a file that an editor replaces, again and again", async () => {
    await begin();
    for (let time = 0; time < 3; time++) {
      writeFileSync(join(folder, "posts/2010/7/.index.md.swp"), `${time}\n`);
      renameSync(join(folder, "posts/2010/7/.index.md.swp"), join(folder, "posts/2010/7/index.md"));
      await untilTold("posts/2010/7/index.md");
      told.clear();
    }
  });

  test("new, removed and renamed folders, and files in them, early and late", async () => {
    await begin();
    mkdirSync(join(folder, "posts/2011/new/comments"), { recursive: true });
    writeFileSync(join(folder, "posts/2011/new/comments/comment-1.md"), "Words.\n");
    await untilTold("posts/2011/new/comments/comment-1.md");
    renameSync(join(folder, "posts/2010/8"), join(folder, "posts/2011/eight"));
    await untilTold("posts/2010/8");
    await untilTold("posts/2011/eight/index.md");
    told.clear();
    appendFileSync(join(folder, "posts/2011/eight/index.md"), "More.\n");
    await untilTold("posts/2011/eight/index.md");
    rmSync(join(folder, "posts/2010/9"), { recursive: true });
    await untilTold("posts/2010/9/index.md");
    mkdirSync(join(folder, "posts/2010/9"));
    writeFileSync(join(folder, "posts/2010/9/photo.png"), "");
    await untilTold("posts/2010/9/photo.png");
  });

  test("a whole archive that comes later, or takes the place of another", async () => {
    rmSync(folder, { recursive: true });
    await begin();
    for (const text of ["one", "two"]) {
      mkdirSync(join(folder, "pages/about"), { recursive: true });
      writeFileSync(join(folder, "pages/about/index.md"), text);
      await untilTold("pages/about/index.md");
      told.clear();
      rmSync(folder, { recursive: true });
      await untilTold("");
      told.clear();
    }
  });
});
