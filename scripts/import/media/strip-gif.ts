// Takes comments and XMP out of a GIF file, block by block (https://www.w3.org/Graphics/GIF/spec-gif89a.txt).

const HEADER_SIZE = 13;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
// How often an animation plays, and the colour profile.
const KEPT_APPLICATIONS = new Set(["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"]);

/** Returns the file without metadata; undefined when there is no picture in it. */
export function stripGif(bytes: Buffer): Buffer | undefined {
  let at = HEADER_SIZE + tableSize(bytes[10] ?? 0);
  const kept: Buffer[] = [bytes.subarray(0, at)];
  let hasPicture = false;
  while (at < bytes.length) {
    const start = at;
    const type = bytes[at];
    if (type === IMAGE) {
      hasPicture = true;
      at = skipBlocks(bytes, at + 10 + tableSize(bytes[at + 9] ?? 0) + 1);
    } else if (type === EXTENSION) {
      at = skipBlocks(bytes, at + 2);
    } else {
      break;
    }
    if (type === IMAGE || isKept(bytes, start)) kept.push(bytes.subarray(start, at));
  }
  if (!hasPicture) return undefined;
  return Buffer.concat([...kept, Buffer.from([TRAILER])]);
}

function isKept(bytes: Buffer, start: number): boolean {
  const label = bytes[start + 1];
  if (label === COMMENT) return false;
  return label !== APPLICATION || KEPT_APPLICATIONS.has(bytes.toString("latin1", start + 3, start + 14));
}

function tableSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function skipBlocks(bytes: Buffer, start: number): number {
  let at = start;
  for (let size = bytes[at] ?? 0; size > 0; size = bytes[at] ?? 0) at += 1 + size;
  return Math.min(at + 1, bytes.length);
}
