// Tests captured texts: each folder of fixtures holds a text and what is read in it.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { openInput } from "../../scripts/import/open-input.ts";
import { looksLikeCapture } from "../../scripts/import/text-capture/looks-like-text.ts";
import { splitCapture } from "../../scripts/import/text-capture/split-capture.ts";
import { PROJECT } from "../support/command-line.ts";
import { makeFolder } from "../support/scratch.ts";
import { importFiles, readTree } from "./import-files.ts";

const FIXTURES = join(PROJECT, "test/fixtures/text-capture");

describe("a captured text", () => {
  for (const name of readdirSync(FIXTURES).sort()) {
    test(name, () => {
      const expectedFile = join(FIXTURES, name, "expected.json");
      const read = `${JSON.stringify(splitCapture(readFileSync(join(FIXTURES, name, "input.txt"), "utf8")), null, 2)}\n`;
      if (process.env.UPDATE === "1") writeFileSync(expectedFile, read);
      assert.ok(existsSync(expectedFile), `${expectedFile} is missing; UPDATE=1 writes it`);
      assert.equal(read, readFileSync(expectedFile, "utf8"));
    });
  }

  test("is read in time that grows with its length, whatever it holds", () => {
    const lines = [
      "Leave a comment",
      "1. x",
      "Comments",
      "  1. Anna says:",
      "a".repeat(130),
      "Anna says:",
      "1.1 x",
      "May 2010",
    ];
    for (const line of lines) {
      const before = process.cpuUsage();
      splitCapture(`Title\n\n${`${line}\n`.repeat(8_000)}\n${"z".repeat(200)}\n`);
      splitCapture(`Title\n\n3 comments\n\n${`${line}\n\n`.repeat(8_000)}\n${"z".repeat(200)}\n`);
      const { user } = process.cpuUsage(before);
      assert.ok(user < 1_600_000, `${line} took ${user} µs`);
    }
  });
});

describe("recognising a text", () => {
  const prose = "The ice had gone and the boats were still on land, as they are every year. ".repeat(6);
  const cases: readonly (readonly [string, string | Buffer, boolean])[] = [
    ["prose without any trace of a page", `${prose}\n\n${prose}`, true],
    [
      "a short text with a heading for comments",
      "A walk along the river\n\n2 thoughts on “A walk along the river”\n",
      true,
    ],
    [
      "Swedish in Latin-1",
      Buffer.from(`Vår i hamnen\n\n${"Båtarna låg ännu på land, som de gör varje år. ".repeat(9)}\n`, "latin1"),
      true,
    ],
    ["UTF-16", Buffer.from(`\ufeffA walk\n\n${prose}\n\nLeave a Reply\n`, "utf16le"), true],
    ["a note", "hello world\n", false],
    ["nothing but spaces", " \n \n", false],
    ["a broken XML export", `ent:encoded><![CDATA[${prose}]]></content:encoded>\n<wp:post_id>7</wp:post_id>`, false],
    ["an XML export cut off in its head", `<?xml version="1.0"?>\n<rss version="2.0">\n<channel>${prose}`, false],
    ["a piece of HTML", `${prose}<p>${prose}</p><p>x</p><div class="a">b</div><br><br><br>`, false],
    ["JSON", `{"comments": ["${prose}"]}`, false],
    ["a table", `${"name,mail,text,date\n".repeat(40)}`, false],
    ["code", `${"const a = read(b);\nif (a) {\n}\n".repeat(30)}`, false],
    ["a picture", Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), false],
    ["text with zeros in it", `${prose}\u0000\u0000${prose}`, false],
    ["a message", `From: a\nSubject: b\n\n${prose}`, false],
  ];
  for (const [name, content, isCapture] of cases) {
    test(`${name} is ${isCapture ? "" : "not "}one`, async () => {
      const file = join(makeFolder("capture"), "file.txt");
      writeFileSync(file, content);
      assert.equal(looksLikeCapture(await openInput(file)), isCapture);
    });
  }
});

describe("importing captured texts", () => {
  const fixture = (name: string): string => join(FIXTURES, name, "input.txt");

  test("keeps plain text plain and tells what is missing", async () => {
    const content = makeFolder("content");
    const [report] = await importFiles([fixture("pingback")], content, { source: "council" });
    assert.equal(report?.ledger.balanced, true);
    const tree = readTree(content);
    const folder = "posts/undated/what-the-council-said";
    assert.match(tree[`${folder}/index.md`] ?? "", /comments: \{"state": "closed", "declared": 2\}/);
    assert.match(tree[`${folder}/comments/comment-01.md`] ?? "", /kind: "pingback"\nauthor: "Other people's councils"/);
    const body = tree[`${folder}/comments/comment-02.md`] ?? "";
    assert.match(body, /author: "Vera Fictive"/);
    assert.match(body, /<http:\/\/council\.example\.org\/a_b_c>/);
    assert.match(body, /\\\*nobody\\\*.*\\<b>1 < 2\\<\/b>/);
    assert.match(report?.ledger.problems.map(({ what }) => what).join("\n") ?? "", /"Recent readers of this page"/);
  });

  test("gives each text a source of its own, unless the user names one", async () => {
    const files = [fixture("wrapped-lines"), fixture("pingback")];
    const apart = makeFolder("content");
    assert.equal((await importFiles(files, apart)).length, 2);
    const together = makeFolder("content");
    const reports = await importFiles(files, together, { baseUrl: "https://blog.example.org/" });
    assert.deepEqual(
      reports.map(({ source }) => source),
      ["blog-example-org"],
    );
    const before = readTree(together);
    await importFiles(files, together, { baseUrl: "https://blog.example.org/" });
    assert.deepEqual(readTree(together), before);
  });

  test("replaces e-mail addresses if told to", async () => {
    const file = join(makeFolder("capture"), "mail.txt");
    writeFileSync(file, "Write to us\n\nWrite to ada@example.org, please, we like letters.\n\nLeave a Reply\n");
    const content = makeFolder("content");
    await importFiles([file], content, { maskEmails: true });
    assert.doesNotMatch(JSON.stringify(readTree(content)), /ada@/);
  });
});
