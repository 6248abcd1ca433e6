// Names of images' files: the full size keeps its own, copies never take one that a file of the post has.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { EncodedImage } from "../../../scripts/site/images/encoded-image.ts";
import { nameImages } from "../../../scripts/site/images/name-images.ts";

const FULL = { name: "full", width: 500, bytes: 9 };
const IMAGE: EncodedImage = {
  width: 500,
  height: 300,
  full: FULL,
  own: [{ name: "360w.jpg", width: 360, bytes: 3 }, FULL],
  sources: [{ type: "image/webp", files: [{ name: "360w.webp", width: 360, bytes: 2 }] }],
};

function namesOf(
  images: readonly string[],
  others: readonly string[] = [],
): Readonly<Record<string, readonly string[]>> {
  const named = nameImages(new Map(images.map((name) => [name, IMAGE])), [...images, ...others]);
  return Object.fromEntries([...named].map(([name, { files }]) => [name, [...files.keys()]]));
}

test("copies are named by their image", () => {
  assert.deepEqual(namesOf(["img/a photo.of åsa.JPG"]), {
    "img/a photo.of åsa.JPG": ["img/a photo.of åsa.JPG", "img/a photo.of åsa-360w.jpg", "img/a photo.of åsa-360w.webp"],
  });
});

test("images that differ only by extension or case have copies of their own", () => {
  const names = Object.values(namesOf(["a.jpg", "a.png", "A.jpg", "b/a.jpg"])).flat();
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length - 1, "a.jpg and A.jpg are given");
  assert.ok(names.includes("a.png-360w.webp") && names.includes("b/a-360w.webp"));
});

test("a file or folder beside the post keeps its name", () => {
  assert.deepEqual(namesOf(["a.jpg"], ["a-360w.webp", "A-360W.jpg/x.pdf"]), {
    "a.jpg": ["a.jpg", "a-2-360w.jpg", "a-2-360w.webp"],
  });
});

test("addresses hold the files' names encoded, and the browser is told widths and sizes", async () => {
  const { describePicture, writeSrcset } = await import("../../../scripts/site/images/picture.ts");
  const held = nameImages(new Map([["å 100%,b.jpg", IMAGE]]), []).get("å 100%,b.jpg")?.held;
  assert.ok(held);
  const picture = describePicture(held, "/en/2011/x/", "post");
  assert.equal(
    writeSrcset(picture.files, (path) => path.slice(1)),
    "en/2011/x/%C3%A5%20100%25%2Cb-360w.jpg 360w, en/2011/x/%C3%A5%20100%25%2Cb.jpg 500w",
  );
  assert.equal(picture.sizes, "min(500px, calc(100vw - 2rem))");
  const asked = describePicture(held, "/en/2011/x/", "post", { width: 100, height: 100 });
  assert.deepEqual([asked.width, asked.height, asked.sizes], [100, 60, "min(100px, calc(100vw - 2rem))"]);
});
