// Blanks the metadata of AVIF images and MP4 films where it lies, so that no offset in them changes
// (ISO/IEC 14496-12; the place where a phone made a film stands in `udta` or `meta`).

interface Box {
  readonly type: string;
  /** Where the box begins, and where what it holds begins and ends. */
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

const CONTAINERS = new Set(["moov", "trak"]);
const BLANKED = new Set(["udta", "meta", "uuid"]);
const MAX_DEPTH = 4;

/** Returns the file with its metadata blanked. */
export function stripIsoMedia(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (const box of listBoxes(copy, 0, copy.length)) {
    if (CONTAINERS.has(box.type)) blankInside(copy, box, 1);
    else if (box.type === "uuid") blank(copy, box);
    else if (box.type === "meta") blankItems(copy, box);
  }
  return copy;
}

function blankInside(bytes: Buffer, { body, end }: Box, depth: number): void {
  for (const box of listBoxes(bytes, body, end)) {
    if (BLANKED.has(box.type)) blank(bytes, box);
    else if (CONTAINERS.has(box.type) && depth < MAX_DEPTH) blankInside(bytes, box, depth + 1);
  }
}

// A "free" box is passed over by every reader.
function blank(bytes: Buffer, { start, body, end }: Box): void {
  bytes.write("free", start + 4, "latin1");
  bytes.fill(0, body, end);
}

// EXIF and XMP of an image are items like the image itself; `iloc` tells where their bytes are.
function blankItems(bytes: Buffer, meta: Box): void {
  const boxes = listBoxes(bytes, meta.body + 4, meta.end);
  const info = boxes.find(({ type }) => type === "iinf");
  const places = boxes.find(({ type }) => type === "iloc");
  // A film's has no items.
  if (info === undefined) blank(bytes, meta);
  if (info === undefined || places === undefined) return;
  const ids = listMetadataItems(bytes, info);
  const data = boxes.find(({ type }) => type === "idat");
  try {
    for (const { id, isInside, offset, length } of listPlaces(bytes, places)) {
      if (!ids.has(id)) continue;
      const start = isInside ? (data?.body ?? bytes.length) + offset : offset;
      bytes.fill(0, Math.min(start, bytes.length), Math.min(start + length, bytes.length));
    }
  } catch (error) {
    // A table that ends before its entries do: the browser will not show this image either.
    if (!(error instanceof RangeError)) throw error;
  }
}

function listMetadataItems(bytes: Buffer, { body, end }: Box): ReadonlySet<number> {
  const isShort = bytes[body] === 0;
  const ids = new Set<number>();
  for (const entry of listBoxes(bytes, body + (isShort ? 6 : 8), end)) {
    const version = bytes[entry.body] ?? 0;
    if (entry.type !== "infe" || version < 2 || entry.end - entry.body < 12) continue;
    const id = version === 2 ? bytes.readUInt16BE(entry.body + 4) : bytes.readUInt32BE(entry.body + 4);
    const typeAt = entry.body + (version === 2 ? 8 : 10);
    const type = bytes.toString("latin1", typeAt, typeAt + 4);
    if (type === "Exif" || type === "mime") ids.add(id);
  }
  return ids;
}

interface ItemPlace {
  readonly id: number;
  readonly isInside: boolean;
  readonly offset: number;
  readonly length: number;
}

function* listPlaces(bytes: Buffer, { body, end }: Box): Generator<ItemPlace> {
  const version = bytes[body] ?? 0;
  let at = body + 4;
  const take = (size: number): number => {
    const value = size === 0 ? 0 : size > 6 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, size);
    at += size;
    return value;
  };
  const sizes = take(2);
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, sizes & 15];
  const count = take(version < 2 ? 2 : 4);
  for (let item = 0; item < count && at < end; item += 1) {
    const id = take(version < 2 ? 2 : 4);
    const isInside = version > 0 && (take(2) & 15) === 1;
    take(2);
    const base = take(baseSize);
    const extents = take(2);
    for (let extent = 0; extent < extents && at < end; extent += 1) {
      if (version > 0) take(indexSize);
      const offset = base + take(offsetSize);
      yield { id, isInside, offset, length: take(lengthSize) };
    }
  }
}

function listBoxes(bytes: Buffer, start: number, end: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end; ) {
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= end;
    const size = short === 0 ? end - at : isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    const body = at + (isLong ? 16 : 8);
    if (size < body - at || at + size > end) break;
    boxes.push({ type: bytes.toString("latin1", at + 4, at + 8), start: at, body, end: at + size });
    at += size;
  }
  return boxes;
}
