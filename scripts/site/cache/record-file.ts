// Keeps the record of a build in a file, whole or not at all: a damaged one is as good as none.

import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
import type { SiteRecord } from "./site-record.ts";

/** Bytes of the checksum that a file begins with. */
const SUM = 4;

/** Returns the record in a file; undefined where there is none, or not a whole one. */
export function readRecord(file: string): SiteRecord | undefined {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(SUM);
    return bytes.readUInt32LE() === crc32(content) ? (deserialize(content) as SiteRecord) : undefined;
  } catch {
    // Nobody has built yet, somebody has deleted it, or another Node writes values in another form.
    return undefined;
  }
}

/** Writes a record. What cannot be written is not kept. */
export function writeRecord(file: string, record: SiteRecord): void {
  const temporary = `${file}.${process.pid}`;
  try {
    const content = serialize(record);
    const sum = Buffer.alloc(SUM);
    sum.writeUInt32LE(crc32(content));
    mkdirSync(dirname(file), { recursive: true });
    const opened = openSync(temporary, "w");
    try {
      for (const part of [sum, content]) for (let at = 0; at < part.length; ) at += writeSync(opened, part, at);
    } finally {
      closeSync(opened);
    }
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}
