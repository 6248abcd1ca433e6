// Writes zip archives for tests, also such as no honest program writes.

import { deflateRawSync } from "node:zlib";

/** A file in a zip archive. */
export interface ZipFileSpec {
  readonly name: string;
  readonly content: string | Buffer;
  /** Default: deflated. */
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
  /** Compression method that the archive claims. */
  readonly method?: number;
  /** Size that the archive claims the file to have. */
  readonly declaredSize?: number;
  /** Points at the data of the file before it. */
  readonly isOverlapping?: boolean;
}

/** Returns the bytes of a zip archive. */
export function writeZip(files: readonly ZipFileSpec[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let last = { offset: 0, packed: Buffer.alloc(0), size: 0 };
  for (const file of files) {
    const bytes = Buffer.from(file.content);
    const isOverlapping = file.isOverlapping === true;
    const packed = isOverlapping ? last.packed : file.isStored === true ? bytes : deflateRawSync(bytes);
    const size = file.declaredSize ?? (isOverlapping ? last.size : bytes.length);
    const place = isOverlapping ? last.offset : offset;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800 | (file.isEncrypted === true ? 1 : 0), 2);
    head.writeUInt16LE(file.method ?? (file.isStored === true ? 0 : 8), 4);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(size, 18);
    const name = Buffer.from(file.name);
    head.writeUInt16LE(name.length, 22);
    if (!isOverlapping) {
      const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), head, name, packed]);
      parts.push(local);
      offset += local.length;
      last = { offset: place, packed, size };
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(place, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 3]), head, tail, name]));
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listing, Buffer.from("PK\u0005\u0006"), end]);
}
