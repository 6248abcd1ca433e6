// What check says of the files beside posts.

import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { readImageHeader } from "../../scripts/archive/image-header.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { validateImages } from "../../scripts/archive/validate-images.ts";
import { type ArchiveSketch, comment, writeArchive } from "../support/archive.ts";
import { makeFolder } from "../support/scratch.ts";

function draw(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "#a33" } });
}

test("sizes are read from the first bytes of every kind", async () => {
  for (const format of ["jpeg", "png", "gif", "webp", "avif"] as const) {
    const data = await draw(70, 30).toFormat(format).toBuffer();
    assert.deepEqual(readImageHeader(data), { format, size: { width: 70, height: 30 } });
  }
  const lossless = await draw(70, 30).webp({ lossless: true }).toBuffer();
  assert.deepEqual(readImageHeader(lossless)?.size, { width: 70, height: 30 });
  const withProfile = await draw(70, 30).withIccProfile("p3").webp().toBuffer();
  assert.deepEqual(readImageHeader(withProfile)?.size, { width: 70, height: 30 });
  for (const length of [0, 3, 11, 12, 20, 29])
    assert.doesNotThrow(() => readImageHeader(withProfile.subarray(0, length)));
  assert.equal(readImageHeader(Buffer.from("<html>no image at all</html>")), undefined);
});

test("images that pages cannot show well are named, and files that no text names", async () => {
  const png = await draw(5, 5).png().toBuffer();
  const archive: ArchiveSketch = {
    posts: [
      {
        id: "2011/a",
        image: "head.png",
        body: '![](a%20b.png) ![](<c d.png>) <img src="e.png"> ![](f_\\(1\\).png) [x](letter.pdf "Title") ![][ref]\n\n[ref]: ref.png',
        thread: [comment(1, "![](../from-comment.png)")],
        files: {
          ...Object.fromEntries(
            ["head.png", "a b.png", "c d.png", "e.png", "f_(1).png", "ref.png", "from-comment.png"].map((name) => [
              name,
              png,
            ]),
          ),
          "letter.pdf": "%PDF-1.4",
          "elsewhere.png": png,
          "nobody.png": png,
          "wrong.jpg": png,
          "error.gif": "<html>404</html>, as a server sent it",
          "cut.png": png.subarray(0, 20),
          "wide.png": await draw(8001, 1).png().toBuffer(),
          "heavy.png": Buffer.concat([png, Buffer.alloc(5_000_000)]),
        },
      },
      {
        id: "2011/b",
        body: "![](../a/elsewhere.png) ![](../a/wrong.jpg) ![](../a/error.gif) ![](../a/cut.png) ![](../a/wide.png) ![](../a/heavy.png)",
      },
    ],
  };
  const folder = writeArchive(makeFolder("check-images"), archive);
  const found = validateImages(folder, (await readArchive(folder)).archive);
  assert.deepEqual(found.map(({ level, code, file }) => `${level} ${code} ${file.split("/").pop()}`).sort(), [
    "warning file-unused nobody.png",
    "warning image-extension wrong.jpg",
    "warning image-large heavy.png",
    "warning image-large wide.png",
    "warning image-unreadable cut.png",
    "warning image-unreadable error.gif",
  ]);
});
