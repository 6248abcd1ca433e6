// Reads the one thing of a photo's EXIF that it cannot be shown without, its orientation, and writes EXIF that holds
// nothing else (https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E).

const ORIENTATION = 0x0112;
const SHORT = 3;

/** Returns how an image must be turned, 2 to 8; undefined when it lies as it should or nothing tells. Takes TIFF data, without "Exif". */
export function readOrientation(tiff: Buffer): number | undefined {
  const order = tiff.toString("latin1", 0, 4);
  const isLittle = order === "II*\u0000";
  if (!isLittle && order !== "MM\u0000*") return undefined;
  const read16 = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const read32 = (at: number): number => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (tiff.length < 8) return undefined;
  const directory = read32(4);
  if (directory + 2 > tiff.length) return undefined;
  const count = read16(directory);
  for (let entry = directory + 2, index = 0; index < count && entry + 12 <= tiff.length; index += 1, entry += 12) {
    if (read16(entry) !== ORIENTATION || read16(entry + 2) !== SHORT) continue;
    const value = read16(entry + 8);
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** Returns TIFF data that tells an orientation and nothing else. */
export function writeOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("MM\u0000*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
