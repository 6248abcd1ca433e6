// What is made of one image: nothing but pictures, never larger than the original, upright, and honest about what is broken.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sharp from "sharp";
import { encodeImage } from "../../../scripts/site/images/encode-image.ts";
import type { EncodedImage } from "../../../scripts/site/images/encoded-image.ts";
import { addPngText, drawAnimation, drawPhoto, drawPlan, photoWithPlace, SECRET_PLACE } from "../../support/images.ts";

const OPTIONS = { avif: false };

async function make(data: Buffer, options = OPTIONS) {
  const { image, files } = await encodeImage(data, options);
  if ("problem" in image) assert.fail(image.problem);
  return { image, files, full: files.get("full") as Buffer };
}

async function problemOf(data: Buffer): Promise<string> {
  const { image, files } = await encodeImage(data, OPTIONS);
  assert.equal(files.size, 0);
  return "problem" in image ? image.problem : "";
}

/** Checks that the files hold no metadata, and that no copy is larger than what it stands for. */
async function assertClean(image: EncodedImage, files: ReadonlyMap<string, Buffer>): Promise<void> {
  for (const [name, data] of files) {
    const { exif, icc, xmp, iptc, orientation, comments } = await sharp(data).metadata();
    assert.deepEqual({ exif, icc, xmp, iptc, orientation, comments }, NOTHING, name);
    assert.ok(!data.includes(SECRET_PLACE), name);
    if (name !== "full") assert.ok(data.length < image.full.bytes, name);
  }
}

const NOTHING = {
  exif: undefined,
  icc: undefined,
  xmp: undefined,
  iptc: undefined,
  orientation: undefined,
  comments: undefined,
};

async function colourAt(data: Buffer, left: number, top: number): Promise<readonly number[]> {
  return [...(await sharp(data).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

describe("a photo", () => {
  test("has copies in fitting widths, smaller than itself, and its own coded data at full size", async () => {
    const data = await photoWithPlace(900, 600);
    const { image, files, full } = await make(data);
    assert.deepEqual([image.width, image.height], [900, 600]);
    assert.deepEqual(
      image.own.map(({ name }) => name),
      ["360w.jpg", "720w.jpg", "full"],
    );
    assert.deepEqual(
      image.sources.map(({ type, files: copies }) => [type, copies.map(({ name }) => name)]),
      [["image/webp", ["360w.webp", "720w.webp", "900w.webp"]]],
    );
    await assertClean(image, files);
    assert.deepEqual(await sharp(full).raw().toBuffer(), await sharp(data).raw().toBuffer());
    assert.equal((await sharp(files.get("360w.webp")).metadata()).width, 360);
  });

  test("is turned upright", async () => {
    const { image, files, full } = await make(await photoWithPlace(600, 400, 6));
    assert.deepEqual([image.width, image.height], [400, 600]);
    await assertClean(image, files);
    // What was left is on top after a turn to the right.
    const [red = 0, , blue = 0] = await colourAt(full, 200, 5);
    assert.ok(red > blue + 100, `red ${red}, blue ${blue}`);
  });

  test("in colours of its own is brought to sRGB", async () => {
    const wide = await drawPhoto(400, 300).withIccProfile("p3").jpeg({ quality: 95 }).toBuffer();
    const { image, files, full } = await make(wide);
    await assertClean(image, files);
    const [expected, found] = await Promise.all([wide, full].map((data) => sharp(data).resize(1, 1).raw().toBuffer()));
    for (const channel of [0, 1, 2]) assert.ok(Math.abs((expected?.[channel] ?? 0) - (found?.[channel] ?? 0)) < 4);
  });

  test("in CMYK becomes one that every browser shows", async () => {
    const { image, files, full } = await make(await drawPhoto(400, 300).toColourspace("cmyk").jpeg().toBuffer());
    await assertClean(image, files);
    assert.equal((await sharp(full).metadata()).space, "srgb");
  });

  test("has AVIF copies when they are asked for", async () => {
    const { image } = await make(await drawPhoto(380, 60).png().toBuffer(), { avif: true });
    assert.deepEqual(
      image.sources.map(({ type }) => type),
      ["image/avif", "image/webp"],
    );
  });

  test("makes the same bytes each time", async () => {
    const data = await photoWithPlace(500, 300, 3);
    assert.deepEqual((await make(data)).files, (await make(data)).files);
  });
});

describe("other kinds", () => {
  test("a drawing keeps its sharp edges, and loses its notes", async () => {
    const plan = addPngText(await drawPlan(1000, 700));
    assert.ok(plan.includes(SECRET_PLACE));
    const { image, files } = await make(plan);
    await assertClean(image, files);
    const webp = files.get("1000w.webp");
    assert.deepEqual(
      await sharp(webp).removeAlpha().raw().toBuffer(),
      await sharp(plan).removeAlpha().raw().toBuffer(),
    );
  });

  test("a PNG of 16 bits is a picture like others", async () => {
    const { image, files } = await make(await drawPhoto(500, 300).toColourspace("rgb16").png().toBuffer());
    await assertClean(image, files);
    const [red = 0, , blue = 0] = await colourAt(files.get("360w.webp") as Buffer, 5, 5);
    assert.ok(red > blue + 100, `red ${red}, blue ${blue}`);
  });

  for (const format of ["gif", "webp"] as const) {
    test(`an animated ${format} goes on moving`, async () => {
      const animation = await drawAnimation(400, format);
      const { image, files, full } = await make(animation);
      assert.deepEqual([image.own, image.sources, files.size], [[], [], 1]);
      const { pages, delay, loop } = await sharp(full, { animated: true }).metadata();
      assert.deepEqual({ pages, delay, loop }, { pages: 3, delay: [100, 200, 300], loop: 0 });
    });
  }

  test("a comment in a GIF goes, the picture stays", async () => {
    const gif = await drawPhoto(60, 40).gif().toBuffer();
    const note = Buffer.concat([
      Buffer.from([0x21, 0xfe, SECRET_PLACE.length]),
      Buffer.from(SECRET_PLACE),
      Buffer.from([0]),
    ]);
    const noted = Buffer.concat([gif.subarray(0, -1), note, gif.subarray(-1), Buffer.from(`after ${SECRET_PLACE}`)]);
    assert.deepEqual((await make(noted)).full, (await make(gif)).full);
  });

  test("a small one is served once", async () => {
    for (const small of [await drawPhoto(300, 900).jpeg().toBuffer(), await drawPlan(40, 40)]) {
      const { image, files } = await make(small);
      assert.deepEqual([image.own, image.sources, [...files.keys()]], [[], [], ["full"]]);
    }
  });
});

describe("what cannot be shown is said", () => {
  test("a file that is cut off", async () => {
    const jpeg = await photoWithPlace(600, 400);
    assert.match(await problemOf(jpeg.subarray(0, jpeg.length / 2)), /cut off/);
    const png = await drawPhoto(300, 200).png().toBuffer();
    assert.match(await problemOf(png.subarray(0, png.length / 2)), /cut off/);
    const gif = await drawAnimation(60, "gif");
    assert.match(await problemOf(gif.subarray(0, gif.length / 2)), /cut off/);
    const webp = await drawPhoto(300, 200).webp().toBuffer();
    assert.match(await problemOf(webp.subarray(0, webp.length / 2)), /cut off/);
    assert.match(await problemOf(jpeg.subarray(0, 400)), /cut off/);
  });

  test("a JPEG that lacks nothing but its end mark is whole", async () => {
    const jpeg = await photoWithPlace(600, 400);
    assert.deepEqual((await make(jpeg.subarray(0, -2))).full, (await make(jpeg)).full);
  });

  test("an error page, an empty file, broken insides", async () => {
    assert.match(await problemOf(Buffer.from("<!doctype html><title>404 Not Found</title>")), /no image/);
    assert.match(await problemOf(Buffer.alloc(0)), /no image/);
    const png = await drawPhoto(300, 200).png().toBuffer();
    png.fill(7, 200, 1200);
    assert.notEqual(await problemOf(png), "");
  });

  test("a bomb", async () => {
    const wide = sharp({ create: { width: 20_000, height: 10, channels: 3, background: "#fff" } });
    assert.match(await problemOf(await wide.png().toBuffer()), /20000 × 10 pixels large/);
  });
});
