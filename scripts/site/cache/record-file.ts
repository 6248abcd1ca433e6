// Keeps the record of a build in a file, whole or not at all: a damaged one is as good as none.
//
// A checksum of all that follows; how many bytes the outline has; the outline, in V8's form; and the large values, end to end.
// V8 hands each of these to a function of its own, which takes four times as long as all the rest.

import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
import type { DrawnRecord, PostRecord, ReadRecord, SiteRecord } from "./site-record.ts";

/** Bytes of the checksum, and of the outline's length after it. */
const SUM = 4;
const HEAD = SUM + 4;

/** Bytes that are written with one call: a record has twice as many values as there are posts. */
const BLOCK = 1 << 22;

/** A record whose large values stand after it. */
interface Outline extends Pick<SiteRecord, "code" | "files"> {
  readonly posts: readonly OutlinedPost[];
}

interface OutlinedPost {
  readonly id: string;
  readonly read: Omit<ReadRecord, "found">;
  readonly drawn?: Omit<DrawnRecord, "texts">;
  /** Bytes of `found` and of `texts`. */
  readonly lengths: readonly [number, number];
}

/** Returns the record in a file; undefined where there is none, or not a whole one. */
export function readRecord(file: string): SiteRecord | undefined {
  try {
    const bytes = readFileSync(file);
    if (bytes.readUInt32LE() !== crc32(bytes.subarray(SUM))) return undefined;
    const end = HEAD + bytes.readUInt32LE(SUM);
    return join(deserialize(bytes.subarray(HEAD, end)) as Outline, bytes.subarray(end));
  } catch {
    // Nobody has built yet, somebody has deleted it, or another Node writes values in another form.
    return undefined;
  }
}

/** Writes a record. What cannot be written is not kept. */
export function writeRecord(file: string, record: SiteRecord): void {
  const temporary = `${file}.${process.pid}`;
  try {
    const { outline, values } = part(record);
    const outlined = serialize(outline);
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(outlined.length, SUM);
    const content = [head.subarray(SUM), outlined, ...values];
    head.writeUInt32LE(content.reduce((sum, each) => crc32(each, sum), 0));
    mkdirSync(dirname(file), { recursive: true });
    const opened = openSync(temporary, "w");
    try {
      for (const block of inBlocks([head.subarray(0, SUM), ...content]))
        for (let at = 0; at < block.length; ) at += writeSync(opened, block, at);
    } finally {
      closeSync(opened);
    }
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}

function part({ code, files, posts }: SiteRecord): { readonly outline: Outline; readonly values: Uint8Array[] } {
  const values: Uint8Array[] = [];
  const outlined = Array.from(posts, ([id, post]): OutlinedPost => {
    const { found, ...read } = post.read;
    values.push(found);
    if (post.drawn === undefined) return { id, read, lengths: [found.length, 0] };
    const { texts, ...drawn } = post.drawn;
    values.push(texts);
    return { id, read, drawn, lengths: [found.length, texts.length] };
  });
  return { outline: { code, files, posts: outlined }, values };
}

function join({ code, files, posts }: Outline, values: Uint8Array): SiteRecord {
  let at = 0;
  const take = (length: number): Uint8Array => {
    at += length;
    return values.subarray(at - length, at);
  };
  const joined = posts.map(({ id, read, drawn, lengths: [found, texts] }): readonly [string, PostRecord] => [
    id,
    { read: { ...read, found: take(found) }, ...(drawn && { drawn: { ...drawn, texts: take(texts) } }) },
  ]);
  return { code, files, posts: new Map(joined) };
}

function* inBlocks(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  let block: Uint8Array[] = [];
  let size = 0;
  for (const each of parts) {
    block.push(each);
    size += each.length;
    if (size < BLOCK) continue;
    yield Buffer.concat(block);
    block = [];
    size = 0;
  }
  yield Buffer.concat(block);
}
