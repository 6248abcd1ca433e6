// Draws images for tests: a photo-like picture in any format, with whatever metadata a test wants to see gone.

import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** A place that no file of a site may tell: written into EXIF as text and as GPS. */
export const SECRET_PLACE = "SECRET-PLACE-7731";

/** Returns a photo-like picture: soft colours and grain, the same each time. Red at the left, blue at the right. */
export function drawPhoto(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let seed = 1;
  for (let at = 0; at < pixels.length; at += 3) {
    seed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 12345;
    const grain = (seed >>> 20) % 24;
    const x = (at / 3) % width;
    const share = x / width;
    pixels[at] = 200 * (1 - share) + grain;
    pixels[at + 1] = 90 + 40 * Math.sin(at / (3 * width) / 17) + grain;
    pixels[at + 2] = 200 * share + grain;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Returns a JPEG that tells where and when it was taken. */
export function photoWithPlace(width: number, height: number, orientation = 1): Promise<Buffer> {
  return drawPhoto(width, height)
    .jpeg({ quality: 92 })
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { ImageDescription: SECRET_PLACE },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "59/1 19/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "18/1 4/1 0/1" },
    })
    .toBuffer();
}

/** Returns a drawing in few colours as PNG. */
export function drawPlan(width: number, height: number): Promise<Buffer> {
  const svg = `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="100%" fill="#fff"/>${Array.from(
    { length: 60 },
    (_, index) =>
      `<circle cx="${(index * 137) % width}" cy="${(index * 89) % height}" r="${10 + (index % 30)}" fill="none" stroke="#${index % 2 ? "a22" : "24a"}" stroke-width="3"/>`,
  ).join("")}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Returns an animation of three frames as GIF or WebP, `size` pixels wide and high. */
export function drawAnimation(size: number, format: "gif" | "webp"): Promise<Buffer> {
  const pixels = Buffer.alloc(size * size * 3 * 3, 0);
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at >> 7) % 256;
  const frames = sharp(pixels, { raw: { width: size, height: size * 3, channels: 3, pageHeight: size } });
  return frames.toFormat(format, { loop: 0, delay: [100, 200, 300] }).toBuffer();
}

/** Returns a PNG with a text in it that tells the secret place. */
export function addPngText(png: Buffer): Buffer {
  const body = Buffer.from(`tEXtComment\0${SECRET_PLACE}`, "latin1");
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  const afterHeader = 33;
  return Buffer.concat([png.subarray(0, afterHeader), chunk, png.subarray(afterHeader)]);
}
