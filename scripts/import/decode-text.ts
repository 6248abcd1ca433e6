// Decides how the bytes of an export spell text, and decodes them as they stream by.

import { isAscii, isUtf8 } from "node:buffer";
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

/** How far the bytes of a file are UTF-8: all of them, most of what is not plain ASCII, or neither. */
export type Utf8Verdict = "valid" | "mostly" | "not";

/**
 * Chooses the encoding. A byte order mark wins, then UTF-8 wherever all bytes are valid UTF-8, because XML headers lie;
 * then UTF-8 with stray bytes where most letters are UTF-8; then what the header declares; then Windows-1252.
 */
export function chooseEncoding(head: Buffer, utf8: Utf8Verdict): Encoding {
  const utf16 = findUtf16(head);
  if (utf16 !== undefined) return { kind: utf16 };
  if (utf8 === "valid") return { kind: "utf-8" };
  const label = DECLARED.exec(head.toString("latin1"))
    ?.slice(1)
    .find((found) => found !== undefined);
  const isUnusable = label === undefined || /^utf-?(8|16)/i.test(label) || !isKnownLabel(label);
  return utf8 === "mostly" || isUnusable ? { kind: "utf-8-repaired" } : { kind: "declared", label };
}

// Enough to tell what the rest is.
const MAX_COUNTED = 4 * 1024 * 1024;

/** Tells over a stream of pieces how far it is UTF-8. A file that was cut off in the middle of a character is valid. */
export function createUtf8Check(): { readonly add: (bytes: Buffer) => void; readonly verdict: () => Utf8Verdict } {
  let carry = Buffer.alloc(0);
  let isValid = true;
  let good = 0;
  let bad = 0;
  let counted = 0;
  return {
    add: (bytes) => {
      if (counted > MAX_COUNTED) return;
      const whole = carry.length === 0 ? bytes : Buffer.concat([carry, bytes]);
      const cut = whole.length - countUnfinishedBytes(whole);
      carry = Buffer.from(whole.subarray(cut));
      const part = whole.subarray(0, cut);
      if (isUtf8(part)) {
        if (!isAscii(part)) good += 1;
        return;
      }
      isValid = false;
      counted += part.length;
      const counts = countSequences(part);
      good += counts.good;
      bad += counts.bad;
    },
    verdict: () => (isValid ? "valid" : good > bad ? "mostly" : "not"),
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

// Characters of more than one byte that are whole, and bytes that belong to none.
function countSequences(bytes: Buffer): { readonly good: number; readonly bad: number } {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length === 1) at += 1;
    else if (isWholeSequence(bytes, at, length)) {
      good += 1;
      at += length;
    } else {
      bad += 1;
      at += 1;
    }
  }
  return { good, bad };
}

function isWholeSequence(bytes: Buffer, at: number, length: number): boolean {
  return length > 1 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length));
}

function decodeWithStrayBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  const parts: string[] = [];
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length === 1 || isWholeSequence(bytes, at, length)) {
      at += length;
      continue;
    }
    const surrogate = readSurrogate(bytes, at);
    parts.push(bytes.toString("utf8", start, at), surrogate ?? decodeWindows1252(bytes[at] ?? 0));
    at += surrogate === undefined ? 1 : 3;
    start = at;
  }
  parts.push(bytes.toString("utf8", start));
  return parts.join("");
}

// Old databases and Java wrote characters beyond U+FFFF as two surrogates of three bytes each; a pair makes the character again.
function readSurrogate(bytes: Buffer, at: number): string | undefined {
  const [lead, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (lead !== 0xed || second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) return undefined;
  return String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f));
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

// Without a mark the zeros tell: half of each letter of a tag is one, always on the same side.
function findUtf16(head: Buffer): "utf-16le" | "utf-16be" | undefined {
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const length = Math.min(head.length, 4096) & ~1;
  for (let at = 0; at < length; at += 1) {
    if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 8 && odd > even * 4) return "utf-16le";
  return even > length / 8 && even > odd * 4 ? "utf-16be" : undefined;
}

function isKnownLabel(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}
