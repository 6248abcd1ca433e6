// Looks for secrets in every file of a folder: as they are, and in whatever form a program may have put them.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, inflateSync } from "node:zlib";
import { listFiles } from "../support/site.ts";

/** A secret that was found. */
export interface Leak {
  readonly file: string;
  readonly secret: string;
  /** `plain`, `base64`, `md5` … */
  readonly form: string;
}

const HASHES = ["md5", "sha1", "sha256", "sha512"];

/** Finds the secrets in the files below a folder, and in their paths. What is packed is unpacked. */
export function findSecrets(folder: string, secrets: readonly string[]): readonly Leak[] {
  const needles = secrets.flatMap((secret) =>
    listForms(secret).map(([form, needle]) => ({ secret, form, needle: needle.toLowerCase() })),
  );
  return listFiles(folder).flatMap((file) => {
    const text = `${file}\n${readText(join(folder, file))}`.toLowerCase();
    return needles.filter(({ needle }) => text.includes(needle)).map(({ secret, form }) => ({ file, secret, form }));
  });
}

/** Returns a secret in all forms that are looked for. */
export function listForms(secret: string): readonly (readonly [form: string, text: string])[] {
  const bytes = Buffer.from(secret, "utf8");
  const codes = [...secret].map((character) => character.codePointAt(0) ?? 0);
  const reversed = [...secret].reverse().join("");
  const forms: [string, string][] = [
    ["plain", secret],
    ["percent-encoded", encodeURIComponent(secret)],
    ["percent-encoded twice", encodeURIComponent(encodeURIComponent(secret))],
    ["percent-encoded, all of it", [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")],
    ["escaped for HTML", secret.replaceAll("@", "&#64;").replaceAll(".", "&#46;")],
    ["decimal references", codes.map((code) => `&#${code};`).join("")],
    ["hexadecimal references", codes.map((code) => `&#x${code.toString(16)};`).join("")],
    ["escaped for JavaScript", codes.map((code) => `\\u${code.toString(16).padStart(4, "0")}`).join("")],
    ["one sign escaped", secret.replaceAll("@", "\\u0040")],
    ["without its sign", secret.replaceAll("@", " at ")],
    ["rot13", secret.replace(/[a-z]/gi, rotate)],
    ["reversed", reversed],
    ["hexadecimal", bytes.toString("hex")],
    // In the middle of other bytes, base64 looks different, depending on where it begins.
    ...[0, 1, 2].map((shift): [string, string] => ["base64", toBase64Inside(bytes, shift)]),
  ];
  for (const form of new Set([secret, secret.trim().toLowerCase(), `mailto:${secret.toLowerCase()}`]))
    for (const hash of HASHES) {
      const digest = createHash(hash).update(form).digest();
      forms.push([hash, digest.toString("hex")], [hash, digest.toString("base64").replace(/=+$/, "")]);
      forms.push([hash, digest.toString("base64url")]);
    }
  return forms.filter(([form, text]) => form === "plain" || text !== secret);
}

function rotate(letter: string): string {
  const base = letter <= "Z" ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
}

/** The characters that no neighbour can change. */
function toBase64Inside(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString("base64")
    .replace(/=+$/, "");
  return text.slice(shift === 0 ? 0 : shift + 1, (bytes.length + shift) % 3 === 0 ? undefined : -1);
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes).toString("utf8");
  // A PNG may hold packed text; nothing else of ours is deflated.
  if (path.endsWith(".png")) return bytes.toString("latin1") + unpackPngText(bytes);
  return bytes.toString("utf8").includes("\ufffd") ? bytes.toString("latin1") : bytes.toString("utf8");
}

function unpackPngText(bytes: Buffer): string {
  let text = "";
  for (let at = 8; at + 8 < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString("latin1", at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    const packed = kind === "zTXt" ? data.subarray(data.indexOf(0) + 2) : undefined;
    if (packed !== undefined) text += inflateSync(packed).toString("utf8");
    at += length + 12;
  }
  return text;
}
