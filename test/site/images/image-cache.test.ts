// The cache of images: made once, whole or not at all, and nothing lost when it is.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  findCachedImage,
  imageKey,
  makeCachedImage,
  pruneImageCache,
} from "../../../scripts/site/images/image-cache.ts";
import { drawPhoto } from "../../support/images.ts";
import { makeFolder } from "../../support/scratch.ts";

const OPTIONS = { avif: false };
const DAY = 24 * 60 * 60 * 1000;

test("an image is found again, also one that cannot be shown; settings and bytes decide", async () => {
  const cache = makeFolder("images");
  const photo = await drawPhoto(400, 300).jpeg().toBuffer();
  for (const data of [photo, Buffer.from("no image at all")]) {
    const key = imageKey(data, OPTIONS);
    assert.equal(await findCachedImage(cache, key), undefined);
    const made = await makeCachedImage(cache, key, data, OPTIONS);
    assert.deepEqual(await findCachedImage(cache, key), made);
  }
  assert.notEqual(imageKey(photo, OPTIONS), imageKey(photo, { avif: true }));
  assert.notEqual(imageKey(photo, OPTIONS), imageKey(photo.subarray(1), OPTIONS));
});

test("what is not whole is made again, and builds that make it at once do not disturb each other", async () => {
  const cache = makeFolder("images");
  const photo = await drawPhoto(400, 300).jpeg().toBuffer();
  const key = imageKey(photo, OPTIONS);
  const all = await Promise.all([1, 2, 3].map(() => makeCachedImage(cache, key, photo, OPTIONS)));
  assert.deepEqual(all[0], all[2]);
  assert.deepEqual(readdirSync(cache), [key]);
  for (const damage of [
    () => rmSync(join(cache, key, "full")),
    () => writeFileSync(join(cache, key, "full"), "half"),
    () => writeFileSync(join(cache, key, "image.json"), "{"),
  ]) {
    damage();
    assert.equal(await findCachedImage(cache, key), undefined);
    await makeCachedImage(cache, key, photo, OPTIONS);
    assert.ok(await findCachedImage(cache, key));
  }
  assert.ok(readFileSync(join(cache, key, "full")).length > 1000);
  assert.deepEqual(readdirSync(cache), [key]);
});

test("images that nobody asked for in a month are forgotten, remains of killed builds after a day", async () => {
  const cache = makeFolder("images");
  const place = (name: string, days: number): string => {
    const folder = join(cache, name);
    mkdirSync(folder);
    const then = new Date(Date.now() - days * DAY);
    utimesSync(folder, then, then);
    return folder;
  };
  const [old, young] = [place("a".repeat(40), 31), place("b".repeat(40), 29)];
  const [killed, running] = [place(`${"c".repeat(40)}.77-1.5`, 2), place(`${"d".repeat(40)}.78-1.5`, 0)];
  await pruneImageCache(cache);
  assert.deepEqual([old, young, killed, running].map(existsSync), [false, true, false, true]);
  // Once a day is enough.
  place("e".repeat(40), 99);
  await pruneImageCache(cache);
  assert.ok(existsSync(join(cache, "e".repeat(40))));
});
