// Images lose where, when and by whom they were made, and not one pixel.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { detectKind } from "../../scripts/import/media/file-kind.ts";
import { stripMetadata } from "../../scripts/import/media/strip-metadata.ts";
import { stripImage } from "../../scripts/media/strip-image.ts";

const SECRET = "secret-camera-of-eva";
const EXIF = { IFD0: { Copyright: SECRET, Make: SECRET }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "59/1 20/1 0/1" } };
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><r>${SECRET}</r></x:xmpmeta>`;

const KINDS = { jpeg: "jpeg", png: "png", webp: "webp", "lossless webp": "webp" } as const;

const FORMATS: Readonly<Record<string, (image: Sharp) => Sharp>> = {
  jpeg: (image) => image.jpeg(),
  "progressive jpeg": (image) => image.jpeg({ progressive: true }),
  png: (image) => image.png(),
  webp: (image) => image.webp(),
  "lossless webp": (image) => image.webp({ lossless: true }),
  avif: (image) => image.avif({ effort: 0 }),
};

function draw(): Sharp {
  const pixels = Buffer.from(Array.from({ length: 40 * 30 * 3 }, (_, index) => (index * 37 + (index >> 5)) % 256));
  return sharp(pixels, { raw: { width: 40, height: 30, channels: 3 } });
}

async function makeImage(format: string, orientation = 1): Promise<Buffer> {
  const image = draw().withMetadata({ orientation, exif: EXIF }).withXmp(XMP).withIccProfile("p3");
  return (FORMATS[format]?.(image) ?? image).toBuffer();
}

async function pixelsOf(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes).raw().toBuffer();
}

function strip(bytes: Buffer): Buffer {
  const stripped = stripMetadata(bytes);
  assert.ok(stripped !== undefined);
  return stripped;
}

describe("strip metadata", () => {
  for (const format of Object.keys(FORMATS)) {
    test(`${format}: EXIF and XMP go, profile and pixels stay, and twice is as once`, async () => {
      const image = await makeImage(format);
      assert.ok(image.includes(SECRET), "the image holds what must go");
      const stripped = strip(image);
      assert.ok(!stripped.includes(SECRET));
      const { exif, xmp, icc, format: kind } = await sharp(stripped).metadata();
      if (kind !== "heif") assert.equal(exif, undefined);
      assert.ok(xmp === undefined || !xmp.includes(SECRET));
      assert.ok(icc !== undefined, "the colour profile stays");
      assert.deepEqual(await pixelsOf(stripped), await pixelsOf(image));
      assert.deepEqual(strip(stripped), stripped);
    });
  }

  for (const format of ["jpeg", "png", "webp"]) {
    test(`${format}: the orientation stays, alone`, async () => {
      const image = await makeImage(format, 6);
      const stripped = strip(image);
      const { orientation, exif } = await sharp(stripped).metadata();
      assert.equal(orientation, (await sharp(image).metadata()).orientation);
      assert.equal(orientation, 6);
      assert.ok((exif?.length ?? 0) < 40);
      assert.ok(!stripped.includes(SECRET));
      assert.deepEqual(strip(stripped), stripped);
    });
  }

  test("jpeg: comments, IPTC, thumbnails and what a phone appends go", async () => {
    const image = await draw().jpeg().toBuffer();
    const segment = (marker: number, text: string): Buffer => {
      const data = Buffer.from(text, "latin1");
      const head = Buffer.from([0xff, marker, 0, 0]);
      head.writeUInt16BE(data.length + 2, 2);
      return Buffer.concat([head, data]);
    };
    const extras = [
      segment(0xfe, SECRET),
      segment(0xed, `Photoshop 3.0\u0000${SECRET}`),
      segment(0xe0, `JFXX\u0000${SECRET}`),
      segment(0xe2, `MPF\u0000${SECRET}`),
      segment(0xe4, SECRET),
    ];
    const full = Buffer.concat([image.subarray(0, 2), ...extras, image.subarray(2), Buffer.from(SECRET)]);
    const stripped = strip(full);
    assert.ok(!stripped.includes(SECRET));
    assert.deepEqual(await pixelsOf(stripped), await pixelsOf(image));
  });

  test("jpeg: an image that is cut off in its pixels stays, one without pixels does not", async () => {
    const image = await makeImage("jpeg");
    const cut = strip(image.subarray(0, image.length - 100));
    assert.ok(!cut.includes(SECRET));
    assert.equal(stripMetadata(image.subarray(0, 60)), undefined);
  });

  test("png: texts and times go, and what follows the image", async () => {
    const image = await draw().png().toBuffer();
    const chunk = (type: string, data: Buffer): Buffer => {
      const size = Buffer.alloc(4);
      size.writeUInt32BE(data.length);
      return Buffer.concat([size, Buffer.from(type), data, Buffer.alloc(4)]);
    };
    const texts = [
      chunk("tEXt", Buffer.from(`Author\u0000${SECRET}`)),
      chunk("zTXt", Buffer.concat([Buffer.from("Comment\u0000\u0000"), deflateSync(SECRET)])),
      chunk("tIME", Buffer.alloc(7)),
    ];
    const end = image.length - 12;
    const full = Buffer.concat([image.subarray(0, 33), ...texts, image.subarray(33), Buffer.from(SECRET)]);
    assert.deepEqual(strip(full), image);
    assert.deepEqual(strip(full.subarray(0, full.length - 12 - SECRET.length)), image.subarray(0, end));
  });

  test("gif: comments and XMP go, frames and loops stay", async () => {
    const frames = await sharp(Buffer.alloc(8 * 16 * 3, 99), {
      raw: { width: 8, height: 16, channels: 3, pageHeight: 8 },
    })
      .gif({ loop: 3, delay: [100, 200] })
      .toBuffer();
    const place = 13 + ((frames[10] ?? 0) & 0x80 ? 3 * 2 ** (((frames[10] ?? 0) & 7) + 1) : 0);
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, SECRET.length]), Buffer.from(SECRET), Buffer.from([0])]);
    const full = Buffer.concat([frames.subarray(0, place), comment, frames.subarray(place)]);
    assert.deepEqual(strip(full), frames);
  });

  test("mp4: the place where a film was made goes, and no offset moves", () => {
    const box = (type: string, ...parts: readonly Buffer[]): Buffer => {
      const body = Buffer.concat(parts);
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length + 8);
      head.write(type, 4);
      return Buffer.concat([head, body]);
    };
    const place = box("udta", box("\u00a9xyz", Buffer.from("+59.33+018.06/")));
    const film = Buffer.concat([
      box("ftyp", Buffer.from("isom\u0000\u0000\u0000\u0000isom")),
      box("moov", box("mvhd", Buffer.alloc(20)), box("trak", place), place),
      box("mdat", Buffer.from("film")),
    ]);
    assert.equal(detectKind(film)?.extension, "mp4");
    const stripped = strip(film);
    assert.ok(!stripped.includes("+59.33"));
    assert.equal(stripped.length, film.length);
    assert.deepEqual(strip(stripped), stripped);
  });

  test("broken files of every kind end in an answer", async () => {
    for (const format of [...Object.keys(FORMATS), "gif"]) {
      const image = format === "gif" ? await draw().gif().toBuffer() : await makeImage(format);
      for (let length = 0; length < image.length; length += 17) stripMetadata(image.subarray(0, length));
      for (let at = 8; at < Math.min(image.length, 900); at += 5) {
        const broken = Buffer.from(image);
        broken[at] = 0xff;
        stripMetadata(broken);
      }
    }
  });
});

describe("strip all but pixels", () => {
  for (const [format, kind] of Object.entries(KINDS)) {
    test(`${format}: profile and orientation go, too, and twice is as once`, async () => {
      // Of a profile that is not the usual one, the pixels would come out in other colours.
      const sketch = draw().withMetadata({ orientation: 6, exif: EXIF });
      const image = await (FORMATS[format]?.(sketch) ?? sketch).toBuffer();
      const { data, hasPicture, damage } = stripImage(image, kind, "pixels");
      assert.deepEqual([hasPicture, damage], [true, undefined]);
      const { orientation, exif, icc } = await sharp(data).metadata();
      assert.deepEqual([orientation, exif, icc], [undefined, undefined, undefined], "nothing is left");
      assert.deepEqual(await pixelsOf(data), await pixelsOf(image));
      assert.deepEqual(stripImage(data, kind, "pixels").data, data);
    });
  }

  test("what is damaged is told, whatever is kept", async () => {
    const gif = await draw().gif().toBuffer();
    const png = await makeImage("png");
    const webp = await makeImage("webp");
    const jpeg = await makeImage("jpeg");
    for (const keep of ["appearance", "pixels"] as const) {
      assert.match(stripImage(gif.subarray(0, gif.length / 2), "gif", keep).damage ?? "", /^is cut off/);
      assert.match(stripImage(png.subarray(0, png.length / 2), "png", keep).damage ?? "", /^is cut off/);
      assert.match(stripImage(webp.subarray(0, webp.length / 2), "webp", keep).damage ?? "", /^is cut off/);
      assert.match(stripImage(jpeg.subarray(0, 60), "jpeg", keep).damage ?? "", /^is cut off/);
      const { damage, wasOpen } = stripImage(jpeg.subarray(0, jpeg.length - 2), "jpeg", keep);
      assert.deepEqual([damage, wasOpen], [undefined, true]);
    }
  });

  test("what is cut off stays the same the second time", async () => {
    const gif = await draw().gif().toBuffer();
    for (let length = 40; length < gif.length; length += 13) {
      const { data } = stripImage(gif.subarray(0, length), "gif", "appearance");
      assert.deepEqual(stripImage(data, "gif", "appearance").data, data);
    }
  });

  test("jpeg: a preview in the JFIF segment goes, its density stays", async () => {
    const image = await sharp(await draw().jpeg().toBuffer())
      .jpeg()
      .withMetadata({ density: 300 })
      .toBuffer();
    const jfif = Buffer.from("ffe0002e4a46494600010101012c012c0105", "hex");
    const end = 4 + image.readUInt16BE(4);
    const full = Buffer.concat([
      image.subarray(0, 2),
      jfif,
      Buffer.from([2]),
      Buffer.alloc(29, "x"),
      image.subarray(end),
    ]);
    const stripped = stripMetadata(full);
    assert.ok(stripped !== undefined && !stripped.includes("xxxx"));
    assert.equal((await sharp(stripped).metadata()).density, 300);
  });
});
