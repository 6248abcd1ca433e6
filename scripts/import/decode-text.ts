// Decides how the bytes of an export spell text, and decodes them as they stream by.

import { isUtf8 } from "node:buffer";
import { StringDecoder } from "node:string_decoder";
import { decodeWindows1252 } from "./windows-1252.ts";

/** How a file's bytes are read. `utf-8-repaired` reads what is valid UTF-8 as such and each other byte as Windows-1252. */
export type Encoding =
  | { readonly kind: "utf-8" | "utf-8-repaired" | "utf-16le" | "utf-16be" }
  | { readonly kind: "declared"; readonly label: string };

/** Decodes bytes that come in pieces. */
export interface BytesDecoder {
  readonly decode: (bytes: Buffer) => string;
  /** Returns what is left of an unfinished character. */
  readonly end: () => string;
}

// In the XML declaration, or in the head of a web page.
const DECLARED =
  /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']|<meta\s[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i;

/**
 * Chooses the encoding. A byte order mark wins, then UTF-8 wherever all bytes are valid UTF-8, because XML headers lie;
 * then what the header declares; then UTF-8 with stray bytes.
 */
export function chooseEncoding(head: Buffer, isValidUtf8: boolean): Encoding {
  const utf16 = findUtf16(head);
  if (utf16 !== undefined) return { kind: utf16 };
  if (isValidUtf8) return { kind: "utf-8" };
  const label = DECLARED.exec(head.toString("latin1"))
    ?.slice(1)
    .find((found) => found !== undefined);
  if (label === undefined || /^utf-?(8|16)/i.test(label) || !isKnownLabel(label)) return { kind: "utf-8-repaired" };
  return { kind: "declared", label };
}

/** Tells over a stream of pieces whether all of it is valid UTF-8. */
export function createUtf8Check(): { readonly add: (bytes: Buffer) => void; readonly isValid: () => boolean } {
  let carry = Buffer.alloc(0);
  let isValid = true;
  return {
    add: (bytes) => {
      if (!isValid) return;
      const whole = carry.length === 0 ? bytes : Buffer.concat([carry, bytes]);
      const cut = whole.length - countUnfinishedBytes(whole);
      carry = Buffer.from(whole.subarray(cut));
      isValid = isUtf8(whole.subarray(0, cut));
    },
    isValid: () => isValid && carry.length === 0,
  };
}

/** Returns a decoder for an encoding; a byte order mark is left out. */
export function createDecoder(encoding: Encoding): BytesDecoder {
  let isStart = true;
  const { decode, end } = createRawDecoder(encoding);
  return {
    decode: (bytes) => {
      const text = decode(bytes);
      if (!isStart || text === "") return text;
      isStart = false;
      return text.startsWith("\ufeff") ? text.slice(1) : text;
    },
    end,
  };
}

function createRawDecoder(encoding: Encoding): BytesDecoder {
  if (encoding.kind === "utf-8" || encoding.kind === "utf-16le") {
    const decoder = new StringDecoder(encoding.kind === "utf-8" ? "utf8" : "utf16le");
    return { decode: (bytes) => decoder.write(bytes), end: () => decoder.end() };
  }
  if (encoding.kind === "utf-8-repaired") return createRepairingDecoder();
  const decoder = new TextDecoder(encoding.kind === "declared" ? encoding.label : "utf-16be");
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

function createRepairingDecoder(): BytesDecoder {
  let carry = Buffer.alloc(0);
  return {
    decode: (bytes) => {
      const whole = carry.length === 0 ? bytes : Buffer.concat([carry, bytes]);
      const cut = whole.length - countUnfinishedBytes(whole);
      carry = Buffer.from(whole.subarray(cut));
      return decodeWithStrayBytes(whole.subarray(0, cut));
    },
    end: () => decodeWithStrayBytes(carry),
  };
}

function decodeWithStrayBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  const parts: string[] = [];
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length === 1 || (length > 1 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)))) {
      at += length;
      continue;
    }
    parts.push(bytes.toString("utf8", start, at), decodeWindows1252(bytes[at] ?? 0));
    at += 1;
    start = at;
  }
  parts.push(bytes.toString("utf8", start));
  return parts.join("");
}

// 0 for a byte that cannot begin a character.
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

function countUnfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

function findUtf16(head: Buffer): "utf-16le" | "utf-16be" | undefined {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0x3c && b === 0 && d === 0 && c !== 0) return "utf-16le";
  return a === 0 && b === 0x3c && c === 0 && d !== 0 ? "utf-16be" : undefined;
}

function isKnownLabel(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}
