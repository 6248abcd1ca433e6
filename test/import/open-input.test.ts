import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { openInput } from "../../scripts/import/open-input.ts";
import { findSources } from "../../scripts/import/recognize.ts";
import { createCharacterCleaner } from "../../scripts/import/xml-characters.ts";

const folder = mkdtempSync(join(tmpdir(), "ordskifte-input-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = '<?xml version="1.0" encoding="LABEL"?><a>Åäö – “ok” 李 🎉</a>';
const LATIN = '<?xml version="1.0" encoding="LABEL"?><a>Åäö “ok”</a>';
const CP1252: Readonly<Record<string, number>> = { "“": 0x93, "”": 0x94 };

async function readBack(bytes: Buffer): Promise<string> {
  const path = join(folder, "input");
  writeFileSync(path, bytes);
  const pieces: string[] = [];
  for await (const piece of (await openInput(path)).readText()) pieces.push(piece);
  return pieces.join("");
}

function toCp1252(text: string): Buffer {
  return Buffer.from([...text].map((character) => CP1252[character] ?? character.charCodeAt(0)));
}

// [what it shows, bytes, text]
const ENCODINGS: readonly (readonly [string, Buffer, string])[] = [
  ["UTF-8", Buffer.from(TEXT), TEXT],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${TEXT}`), TEXT],
  ["UTF-16 little endian", Buffer.from(`\ufeff${TEXT}`, "utf16le"), TEXT],
  ["UTF-16 big endian", Buffer.from(`\ufeff${TEXT}`, "utf16le").swap16(), TEXT],
  ["UTF-16 without a mark", Buffer.from(TEXT, "utf16le"), TEXT],
  [
    "a header that lies: valid UTF-8 wins",
    Buffer.from(TEXT.replace("LABEL", "ISO-8859-1")),
    TEXT.replace("LABEL", "ISO-8859-1"),
  ],
  [
    "Latin-1, which is Windows-1252",
    toCp1252(LATIN.replace("LABEL", "ISO-8859-1")),
    LATIN.replace("LABEL", "ISO-8859-1"),
  ],
  ["Windows-1252 that says UTF-8", toCp1252(LATIN.replace("LABEL", "UTF-8")), LATIN.replace("LABEL", "UTF-8")],
  ["UTF-8 with stray bytes", Buffer.concat([Buffer.from(TEXT), Buffer.from([0x93, 0xe5])]), `${TEXT}“å`],
  ["gzip", gzipSync(Buffer.from(TEXT)), TEXT],
  ["UTF-16 without a mark, after blank lines", Buffer.from(`\n \n${TEXT}`, "utf16le").swap16(), `\n \n${TEXT}`],
  [
    "UTF-8 that claims to be Latin-1 and holds a stray byte",
    Buffer.concat([Buffer.from(TEXT.replace("LABEL", "ISO-8859-1")), Buffer.from([0x93])]),
    `${TEXT.replace("LABEL", "ISO-8859-1")}“`,
  ],
  [
    "UTF-8 cut off in the middle of a character, with a header that lies",
    Buffer.from(TEXT.replace("LABEL", "ISO-8859-1")).subarray(0, -6),
    TEXT.replace("LABEL", "ISO-8859-1").replace(/ 🎉.*/u, " \ufffd"),
  ],
  [
    "pairs of surrogates written as UTF-8",
    Buffer.concat([Buffer.from("<a>å "), Buffer.from("eda0bcedbe89", "hex"), Buffer.from("</a>")]),
    "<a>å 🎉</a>",
  ],
];

for (const [name, bytes, text] of ENCODINGS) {
  test(name, async () => assert.equal(await readBack(bytes), text));
}

test("characters that run over two pieces of a file stay whole", async () => {
  const text = `<a>${"å李🎉".repeat(100_000)}</a>`;
  assert.equal(await readBack(Buffer.from(text)), text);
  assert.equal(await readBack(Buffer.concat([Buffer.from(text), Buffer.from([0xff])])), `${text}ÿ`);
});

test("a compressed file that is cut off gives what came before", async () => {
  const text = `<rss><wp:x/>${Array.from({ length: 50_000 }, (_, index) => `line ${index} å\n`).join("")}`;
  const packed = gzipSync(Buffer.from(text));
  for (const share of [0.3, 0.9]) {
    const path = join(folder, "cut.gz");
    writeFileSync(path, packed.subarray(0, Math.floor(packed.length * share)));
    const input = await openInput(path);
    assert.match(input.damage ?? "", /is cut off/);
    const pieces: string[] = [];
    for await (const piece of input.readText()) pieces.push(piece);
    const read = pieces.join("").replace(/\ufffd$/, "");
    assert.ok(text.startsWith(read));
    assert.ok(read.length > text.length * (share - 0.2), `${read.length} of ${text.length}`);
  }
});

test("size and checksum are those of the file", async () => {
  const bytes = gzipSync(Buffer.from(TEXT));
  const path = join(folder, "sum.gz");
  writeFileSync(path, bytes);
  const input = await openInput(path);
  assert.equal(input.size, bytes.length);
  assert.equal(input.sha256, createHash("sha256").update(bytes).digest("hex"));
});

test("forbidden characters are removed, Windows-1252 controls mapped, both counted", () => {
  const cleaner = createCharacterCleaner();
  assert.equal(cleaner.clean("a\u0000b\u000b\tc\n\ufffe\u0093d\u0094\u0081\ud800 🎉"), "ab\tc\n“d” 🎉");
  assert.deepEqual(cleaner.repairs, { removed: 5, mapped: 2 });
});

// [file name, content, what the message says]
const STRANGERS: readonly (readonly [string, string | Buffer, RegExp])[] = [
  ["empty.xml", "", /is empty/],
  ["text.txt", "just words", /no export that is known/],
  ["photo.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /no export that is known/],
  ["a.zip", Buffer.from("PK\u0003\u0004rest"), /zip archive/],
  [
    "blogger.xml",
    "<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-1</id></feed>",
    /Blogger export/,
  ],
  ["feed.xml", "<rss version='2.0'><channel/></rss>", /RSS feed/],
  ["page.html", "<!DOCTYPE html><html></html>", /web page/],
  ["broken.gz", gzipSync(Buffer.from(TEXT)).subarray(0, 30), /is cut off.*Download it again/],
  [
    "login.xml",
    '<!DOCTYPE html><html><body class="login no-js login-action-login"><form name="loginform" action="https://blog.example/wp-login.php"></form></body></html>',
    /a log-in page.*export the blog again/,
  ],
  [
    "died.xml",
    '<!DOCTYPE html>\n<html><head><title>WordPress &rsaquo; Error</title></head><body id="error-page"><div class="wp-die-message"><p>There has been a critical error on this website.</p></div></body></html>',
    /the error page of a WordPress blog/,
  ],
  [
    "dump.xml",
    "-- phpMyAdmin SQL Dump\n-- version 4\n\nCREATE TABLE `wp_posts` (\n  `ID` bigint\n);",
    /a database dump/,
  ],
  ["spaces.xml", " \n\n ", /nothing but white space/],
];

for (const [name, content, message] of STRANGERS) {
  test(`${name} is refused by name, with the reason`, async () => {
    const path = join(folder, name);
    writeFileSync(path, content);
    await assert.rejects(
      async () => findSources([await openInput(path)], () => {}),
      (error: Error) => message.test(error.message) && error.message.includes(name),
    );
  });
}

test("a missing file and a folder are named", async () => {
  mkdirSync(join(folder, "sub"), { recursive: true });
  await assert.rejects(openInput(join(folder, "nothing.xml")), /nothing\.xml: there is no such file/);
  await assert.rejects(openInput(join(folder, "sub")), /sub: is a folder/);
});
