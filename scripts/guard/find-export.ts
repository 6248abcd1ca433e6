// Finds raw exports of blogs by their content, whatever they are called and however they are packed.

import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { unpackGzip } from "../import/gunzip.ts";
import { readTar, TarError } from "../import/media/tar-archive.ts";
import { type ByteSource, type ExportInput, InputError, openBytes } from "../import/open-input.ts";
import { findRawExportKind, type RawExportKind } from "../import/recognize.ts";
import { openTemporaryFolder } from "../import/spool/temporary-folder.ts";
import { listZipFiles } from "../import/zip-archive.ts";
import { holdsOnlyInventedAddresses } from "./invented-addresses.ts";

/** Bytes by which a file is told; importers look at as many. */
export const HEAD_LENGTH = 64 * 1024;

/** What must not be published, and why. */
export interface FoundExport {
  /** With its place in the archives around it. */
  readonly path: string;
  /** `locked`: an archive that cannot be looked into. */
  readonly kind: RawExportKind | "locked";
}

const MAX_DEPTH = 4;
// What tests read is short.
const MAX_FIXTURE = 8 * 1024 * 1024;
const MAX_TAR_MEMBER = 256 * 1024 * 1024;
const PIECE_SIZE = 256 * 1024;

// First bytes, as Latin-1.
const ZIP = "PK\u0003\u0004";
const GZIP = "\u001f\u008b\u0008";
/** Archives that are not opened here: 7z, rar, xz, bzip2, zstd. */
const LOCKED = ["7z\u00bc\u00af", "Rar!\u001a", "\u00fd7zXZ", "BZh", "\u0028\u00b5\u002f\u00fd"];
const EXPORT = /<(?:[\w.-]+:)?(?:rss|feed|disqus)[\s>]|WordPress eXtended RSS/;
const DUMP = /^(?:INSERT INTO|CREATE TABLE|DROP TABLE) |\b(?:SQL|database) dump\b|mysqldump|phpMyAdmin|Adminer/im;
const DUMP_HEAD = 4_000;
const FRONT_MATTER = /^\ufeff?---\r?\n/;
const BEGINS_AS_MARKUP = /^[\ufeff\s]*</;
const BEGINS_AS_DUMP = /^[\ufeff\s]*(?:--(?!-)|\/\*|# *(?:phpMyAdmin|MySQL)|INSERT |CREATE |DROP )/;
// Characters; what servers print before an export is shorter.
const MAX_NOISE = 512;

/** Tells by a file's first bytes whether it is worth a look: for all other files the answer is no. */
export function mayBeExport(head: Buffer): boolean {
  const text = head.toString("latin1").replaceAll("\u0000", "");
  const isPacked = [ZIP, GZIP, ...LOCKED].some((sign) => text.startsWith(sign)) || isTar(head);
  return isPacked || EXPORT.test(text) || DUMP.test(text.slice(0, DUMP_HEAD));
}

/**
 * Returns the first raw export in a file, or undefined. A text that quotes an export somewhere is none, and neither is
 * a file of this project's tests in which every address is invented.
 */
export async function findExport(source: ByteSource, depth = 0): Promise<FoundExport | undefined> {
  const input = await open(source);
  if (input === undefined) return undefined;
  if (input === "locked" || depth > MAX_DEPTH) return { path: source.path, kind: "locked" };
  const start = input.headBytes.toString("latin1", 0, 8);
  if (LOCKED.some((sign) => start.startsWith(sign))) return { path: source.path, kind: "locked" };
  const content = { ...source, open: () => openContent(source, input.isCompressed) };
  if (start.startsWith(ZIP)) return findInZip(content, depth);
  if (isTar(input.headBytes)) return findInTar(content, depth);
  const kind = findRawExportKind(input);
  if (kind === undefined || (await isHarmless(input, kind))) return undefined;
  return { path: source.path, kind };
}

/** Opens what may be an export; undefined for anything else. What cannot be unpacked is locked, whatever the reason. */
async function open(source: ByteSource): Promise<ExportInput | "locked" | undefined> {
  try {
    return mayBeExport(await readHead(source)) ? await openBytes(source) : undefined;
  } catch {
    return "locked";
  }
}

async function isHarmless(input: ExportInput, kind: RawExportKind): Promise<boolean> {
  const { head, path, size } = input;
  if (FRONT_MATTER.test(head) || isQuote(head, kind)) return true;
  if (!path.startsWith("test/") || size > MAX_FIXTURE) return false;
  let text = "";
  for await (const piece of input.readText()) text += piece;
  return holdsOnlyInventedAddresses(text);
}

function isQuote(head: string, kind: RawExportKind): boolean {
  if (kind === "sql") return !BEGINS_AS_DUMP.test(head);
  return !BEGINS_AS_MARKUP.test(head) && head.search(EXPORT) > MAX_NOISE;
}

async function findInZip(source: ByteSource, depth: number): Promise<FoundExport | undefined> {
  // Zip archives are read from their end, so they must lie on a disk.
  const file = join(openTemporaryFolder(), `guarded-${depth}.zip`);
  try {
    await pipeline(await source.open(), createWriteStream(file, { mode: 0o600 }));
    const { files, problems } = await listZipFiles(file);
    if (problems.length > 0) return { path: source.path, kind: "locked" };
    for (const { name, open } of files) {
      const found = await findExport({ path: `${source.path} › ${name}`, name, open }, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return { path: source.path, kind: "locked" };
    throw error;
  } finally {
    await rm(file, { force: true });
  }
}

async function findInTar(source: ByteSource, depth: number): Promise<FoundExport | undefined> {
  try {
    for await (const { member, bytes } of readTar(await source.open(), ({ size }) => size <= MAX_TAR_MEMBER)) {
      if (bytes === undefined) return { path: source.path, kind: "locked" };
      const inside = { path: `${source.path} › ${member.path}`, name: member.path, open: () => Readable.from([bytes]) };
      const found = await findExport(inside, depth + 1);
      if (found !== undefined) return found;
    }
  } catch (error) {
    if (error instanceof TarError) return { path: source.path, kind: "locked" };
    throw error;
  }
  return undefined;
}

async function readHead(source: ByteSource): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of await source.open()) {
    pieces.push(piece as Buffer);
    length += (piece as Buffer).length;
    if (length >= HEAD_LENGTH) break;
  }
  return Buffer.concat(pieces).subarray(0, HEAD_LENGTH);
}

async function openContent(source: ByteSource, isCompressed: boolean): Promise<Readable> {
  const raw = await source.open();
  return isCompressed ? Readable.from(unpackGzip(raw, { pieceSize: PIECE_SIZE, onDamage: () => {} })) : raw;
}

function isTar(head: Buffer): boolean {
  return head.toString("latin1", 257, 262) === "ustar";
}
