// Reads the kind and size of an image from its first bytes, without decoding it.

/** Kinds of images that browsers show and this project knows. */
export type ImageFormat = "jpeg" | "png" | "gif" | "webp" | "avif";

/** What the first bytes of an image tell. */
export interface ImageHeader {
  readonly format: ImageFormat;
  /** In pixels as stored, before any turn that EXIF asks for; absent where the bytes given do not reach it. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** Extensions that fit a kind, the usual one first. */
export const IMAGE_EXTENSIONS: Readonly<Record<ImageFormat, readonly string[]>> = {
  jpeg: ["jpg", "jpeg"],
  png: ["png"],
  gif: ["gif"],
  webp: ["webp"],
  avif: ["avif"],
};

/** Bytes that tell the kind of any image, and the size of nearly every one. */
export const IMAGE_HEADER_LENGTH = 65_536;

/** Returns what the bytes are, or undefined for what is no image of a known kind. More bytes than a header are welcome. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = recognizeImage(data);
  if (format === undefined) return undefined;
  const size = SIZE_READERS[format](data);
  return size === undefined ? { format } : { format, size };
}

/** Returns the kind of an image by its first bytes; undefined for what is none of a known kind. */
export function recognizeImage(data: Buffer): ImageFormat | undefined {
  if (data.length < 12) return undefined;
  const head = data.toString("latin1", 0, 12);
  if (head.startsWith("\u00ff\u00d8\u00ff")) return "jpeg";
  if (head.startsWith("\u0089PNG\r\n\u001a\n")) return "png";
  if (/^GIF8[79]a/.test(head)) return "gif";
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return "webp";
  return head.slice(4, 8) === "ftyp" && /avi[fs]/.test(readBrands(data)) ? "avif" : undefined;
}

/** Returns the brands of a file that begins with an `ftyp` box, the major one first. */
export function readBrands(data: Buffer): string {
  return data.toString("latin1", 8, Math.min(data.readUInt32BE(0), data.length, 256));
}

type Size = ImageHeader["size"];

const SIZE_READERS: Readonly<Record<ImageFormat, (data: Buffer) => Size>> = {
  jpeg: readJpegSize,
  png: (data) => (data.length < 24 ? undefined : { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }),
  gif: (data) => ({ width: data.readUInt16LE(6), height: data.readUInt16LE(8) }),
  webp: readWebpSize,
  avif: readAvifSize,
};

/** Goes from segment to segment up to the frame header (ITU T.81, B.2.2). */
function readJpegSize(data: Buffer): Size {
  let at = 2;
  while (at + 9 <= data.length) {
    if (data[at] !== 0xff) return undefined;
    const marker = data[at + 1] as number;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) };
    if (marker === 0xda || marker === 0xd9) return undefined;
    // Fill bytes, and markers without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + data.readUInt16BE(at + 2);
  }
  return undefined;
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function readWebpSize(data: Buffer): Size {
  if (data.length < 30) return undefined;
  switch (data.toString("latin1", 12, 16)) {
    case "VP8X":
      return { width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 };
    case "VP8L": {
      const bits = data.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8 ":
      return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff };
  }
  return undefined;
}

/** The largest of the sizes that the file's items have; a thumbnail has one of its own. */
function readAvifSize(data: Buffer): Size {
  let found: Size;
  for (let at = data.indexOf("ispe", 0, "latin1"); at !== -1; at = data.indexOf("ispe", at + 4, "latin1")) {
    if (at + 16 > data.length) break;
    const size = { width: data.readUInt32BE(at + 8), height: data.readUInt32BE(at + 12) };
    if (found === undefined || size.width * size.height > found.width * found.height) found = size;
  }
  return found;
}
