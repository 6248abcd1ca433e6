// Writes many small files with few calls of the system: synchronously, and each folder is made once.

import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Characters that are gathered before they are written to a file that grows. */
const BLOCK = 1 << 18;

interface Growing {
  readonly file: number;
  text: string;
  bytes: number;
}

/** A part of a file. */
export interface ByteSpan {
  readonly start: number;
  readonly length: number;
}

/** Writes files; each by whole, or growing. */
export interface FileWriter {
  /** Writes a file, and makes its folder where there is none. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Adds to a file that begins empty. Returns which bytes of it the text will be. */
  readonly append: (path: string, text: string) => ByteSpan;
  /** Writes what was gathered. */
  readonly close: () => void;
}

/** Opens a writer. Under `npm start` folders may be gone that were made once: open another then. */
export function createFileWriter(): FileWriter {
  const made = new Set<string>();
  const growing = new Map<string, Growing>();
  const makeFolder = (path: string): void => {
    const folder = dirname(path);
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
  const flush = (file: Growing): void => {
    writeFileSync(file.file, file.text);
    file.text = "";
  };
  return {
    write: (path, content) => {
      makeFolder(path);
      writeFileSync(path, content);
    },
    append: (path, text) => {
      let file = growing.get(path);
      if (file === undefined) {
        makeFolder(path);
        file = { file: openSync(path, "w"), text: "", bytes: 0 };
        growing.set(path, file);
      }
      const span = { start: file.bytes, length: Buffer.byteLength(text) };
      file.bytes += span.length;
      file.text += text;
      if (file.text.length >= BLOCK) flush(file);
      return span;
    },
    close: () => {
      for (const file of growing.values()) {
        flush(file);
        closeSync(file.file);
      }
      growing.clear();
    },
  };
}
