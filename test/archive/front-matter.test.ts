import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { findKeyLine, parseFrontMatter, serializeFrontMatter } from "../../scripts/archive/front-matter.ts";
import type { CommentFields, PostFields } from "../../scripts/archive/model.ts";
import {
  readCommentFields,
  readPostFields,
  readSourceFields,
  serializeComment,
  serializePost,
  serializeSource,
} from "../../scripts/archive/record-fields.ts";
import { createRandom, randomText, randomValue } from "./seeded-values.ts";

const POST = `---
title: "\\"Talk\\": why # matters"
lang: "en"
author: "Åsa Exempel"
date: "2011-01-19T10:12:00+01:00"
topics: ["web 2.0", "öppenhet"]
sticky: true
comments: {"state": "closed", "declared": 8}
status: "draft"
source: "exempel-org"
source_id: "1234"
source_url: "https://exempel.example/?p=1234"
imported: "0123456789ab"
aliases: ["/en/2010/talk/"]
mood: {"a": [1, "b: c"], "__proto__": null}
---

First\u00a0paragraph.

---

    code at the end
`;

import { type Message, speak } from "../../scripts/strings/messages/index.ts";
import { countOf } from "../support/thoroughness.ts";

const say = (message: Message | undefined) => (message === undefined ? "" : speak("en").tell(message));

function read(text: string) {
  const { fields, body, errors } = parseFrontMatter(text);
  return { fields: Object.fromEntries(fields), body, errors };
}

test("reads a post in normal form and writes it again, byte for byte", () => {
  const { fields: values, body, errors } = parseFrontMatter(POST);
  assert.deepEqual(errors, []);
  const { fields, extra, problems } = readPostFields(values);
  assert.deepEqual(
    problems.map(({ code, key }) => [code, key]),
    [["key-unknown", "mood"]],
  );
  assert.equal(fields.title, '"Talk": why # matters');
  assert.deepEqual(fields.comments, { state: "closed", declared: 8 });
  assert.ok(body.startsWith("First\u00a0") && body.endsWith("    code at the end"));
  assert.equal(serializePost(fields, body, extra), POST);
});

test("writes comments and sources with their keys in fixed order", () => {
  const comment: CommentFields = {
    imported: "0123456789ab",
    date: "2011",
    kind: "comment",
    author: "",
    parent: "c1",
    id: "c2",
    by_post_author: true,
  };
  assert.equal(
    serializeComment(comment, "\r\n\r\nHello\r\nthere\u0000\n\n\n"),
    '---\nid: "c2"\nparent: "c1"\nby_post_author: true\ndate: "2011"\nimported: "0123456789ab"\n---\n\nHello\nthere\n',
  );
  assert.equal(
    serializeComment({ id: "c2", status: "redacted" }, "secret"),
    '---\nid: "c2"\nstatus: "redacted"\n---\n',
  );
  assert.equal(serializePost({ topics: [], aliases: [] }, ""), "---\n---\n");
  const exports = [{ file: "a.xml", size: 12, sha256: "ff" }];
  assert.equal(
    serializeSource({ exports, url: "https://exempel.example/", title: "Exempel" }, "Notes."),
    '---\ntitle: "Exempel"\nurl: "https://exempel.example/"\nexports: [{"file": "a.xml", "size": 12, "sha256": "ff"}]\n---\n\nNotes.\n',
  );
});

test("reads what people type", () => {
  const typed = `---
# a comment
title: On the birth of #twitternar: part 2009
lang: sv
date: 2009-11-01
updated: 2009
source_id: 12345678901234567890
topics:
  - web 2.0
  - 1.10
  - yes
author: 'It''s me'
excerpt: |
  Two
  lines
comments: {state: closed, declared: 3}
sticky: True
image: ~
status: published
---
Text directly below.
`;
  const { fields, problems } = readPostFields(
    parseFrontMatter(typed.replace("On the birth of #twitternar: part", '"On":')).fields,
  );
  assert.deepEqual([fields, problems], [{}, []]);
  const ok = parseFrontMatter(typed.replace("On the birth of #twitternar: part ", ""));
  assert.deepEqual(ok.errors, []);
  assert.deepEqual(readPostFields(ok.fields).problems, []);
  assert.deepEqual(readPostFields(ok.fields).fields, {
    title: "2009",
    lang: "sv",
    author: "It's me",
    date: "2009-11-01",
    updated: "2009",
    topics: ["web 2.0", "1.10", "yes"],
    excerpt: "Two\nlines\n",
    sticky: true,
    comments: { state: "closed", declared: 3 },
    source_id: "12345678901234567890",
  } satisfies PostFields);
  assert.equal(ok.body, "Text directly below.");
});

test("tolerates byte order marks, CRLF, missing blank lines and empty files", () => {
  const plain = read('---\nid: "c1"\n---\n\nHello\n\nyou\n');
  assert.deepEqual(read('\ufeff---\r\nid: "c1"\r\n---\r\n\r\nHello\r\n\r\nyou\r\n'), plain);
  assert.deepEqual(read('---  \nid: "c1"\n---\t\nHello\n\nyou'), plain);
  assert.deepEqual(read("---\n---\n"), { fields: {}, body: "", errors: [] });
  assert.deepEqual(read("---\n---"), { fields: {}, body: "", errors: [] });
  assert.deepEqual(read("---\n# nothing\n---\nText"), { fields: {}, body: "Text", errors: [] });
});

test("round trip of random values", () => {
  const random = createRandom(20261120);
  for (let i = 0; i < countOf(1000, 10_000); i++) {
    const keys: [string, unknown][] = [["id", `c${randomText(random, 8)}`]];
    const count = Math.floor(random() * 5);
    for (let k = 0; k < count; k++) keys.push([`k${k}${randomText(random, 3)}`, randomValue(random)]);
    if (random() < 0.2) keys.push(["__proto__", "polluted"]);
    const text = serializeFrontMatter(keys, randomText(random, 30));
    const { fields, body, errors } = parseFrontMatter(text);
    assert.deepEqual(errors, [], text);
    assert.deepEqual(
      [...fields],
      keys.map(([key, value]) => [key, value]),
    );
    assert.equal(serializeFrontMatter(fields, body), text);
    assert.equal(Object.hasOwn({}, "polluted"), false);
  }
});

test("other YAML readers read normal form alike", () => {
  const random = createRandom(7);
  for (let i = 0; i < countOf(200, 2000); i++) {
    const keys = [
      ["title", `x${randomText(random, 8)}`],
      ["value", randomValue(random)],
    ] as const;
    const text = serializeFrontMatter(keys, "");
    assert.deepEqual(parse(text.slice(4, -4)), Object.fromEntries(keys), text);
  }
});

const HOSTILE: readonly (readonly [name: string, text: string, message: RegExp])[] = [
  ["an alias", "---\na: &x 1\nb: *x\n---\n", /anchors|aliases/],
  [
    "a bomb",
    `---\na: &a [x, x]\n${"bcdefghi".replace(/./g, (l, i) => `${l}: &${l} [*${"abcdefgh"[i]}, *${"abcdefgh"[i]}]\n`)}---\n`,
    /anchors|aliases/,
  ],
  ["a merge", "---\na: &x {b: 1}\n<<: *x\n---\n", /anchors|aliases/],
  ["a tag", "---\na: !!js/function 'x'\n---\n", /tag/i],
  ["a binary", "---\na: !!binary aGk=\n---\n", /tag/i],
  ["JavaScript", "---js\n{ title: process.exit() }\n---\n", /only "---" may/],
  ["JSON", '---json\n{"a": 1}\n---\n', /only "---" may/],
  ["doubled keys", '---\nid: "a"\nid: "b"\n---\n', /second time/],
  ["doubled inner keys", '---\nid: {"a": 1, "a": 2}\n---\n', /second time/],
  ["no end", '---\nid: "a"\n', /no line "---"/],
  ["no front matter", "Hello\n", /does not begin/],
  ["an empty file", "", /does not begin/],
  ["a list", "---\n- a\n- b\n---\n", /no keys/],
  ["a text", "---\njust words\n---\n", /no keys/],
  ["a map as key", "---\n? {a: 1}\n: b\n---\n", /key must be a word/],
  ["a broken string", '---\nid: "abc\n---\n', /./],
  ["a tab", "---\na:\n\tb: 1\n---\n", /./],
  ["deep lists", `---\na: ${"[".repeat(50)}${"]".repeat(50)}\n---\n`, /nested too deep/],
  ["deeper lists", `---\na: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n---\n`, /nested too deep|longer/],
  ["lists that hide how deep they are", `---\na: ${'["]", '.repeat(40_000)}\n---\n`, /nested too deep/],
  ["dashes", `---\na:\n  ${"- ".repeat(100_000)}b\n---\n`, /nested too deep/],
  [
    "dashes with comments between",
    `---\na:\n${Array.from({ length: 12 }, (_, line) => `${" ".repeat(2 + 998 * line)}${"- ".repeat(499)}#`).join("\n")}\n---\n`,
    /nested too deep/,
  ],
  ["deepest JSON", `---\na: ${'{"a": '.repeat(200_000)}1${"}".repeat(200_000)}\n---\n`, /nested too deep|longer/],
  ["a huge YAML", `---\na: b\n${"x: y\n".repeat(100_000)}---\n`, /longer/],
];

for (const [name, text, message] of HOSTILE) {
  test(`collects an error for ${name}`, () => {
    const before = process.cpuUsage();
    const { errors } = parseFrontMatter(text);
    assert.ok(process.cpuUsage(before).user < 2_000_000);
    assert.ok(errors.length > 0);
    assert.match(say(errors[0]?.what), message);
    assert.ok((errors[0]?.line ?? 0) >= 1);
    assert.doesNotMatch(say(errors[0]?.what), /\n/);
  });
}

test("tells the line of an error and of a key", () => {
  assert.equal(parseFrontMatter('---\nid: "a"\nb: [1\nc: 2\n---\n').errors[0]?.line, 4);
  const text = '---\nid: "a"\n"odd key": 1\nparent : x\n---\n\nauthor: y\n';
  assert.equal(findKeyLine(text, "id"), 2);
  assert.equal(findKeyLine(text, "odd key"), 3);
  assert.equal(findKeyLine(text, "parent"), 4);
  assert.equal(findKeyLine(text, "author"), undefined);
});

const WRONG: readonly (readonly [yaml: string, key: string])[] = [
  ["title: [a]", "title"],
  ["topics: {a: b}", "topics"],
  ["sticky: maybe", "sticky"],
  ["comments: closed", "comments"],
  ["comments: {state: shut}", "comments"],
  ["comments: {state: open, declared: many}", "comments"],
  ["comments: {state: open, declared: -1}", "comments"],
  ["status: spam", "status"],
];

test("names the key of a wrong value and what it should be", () => {
  for (const [yaml, key] of WRONG) {
    const { problems } = readPostFields(parseFrontMatter(`---\n${yaml}\n---\n`).fields);
    assert.deepEqual(
      [problems.map(({ code, level }) => [code, level]), problems[0]?.key],
      [[["value-invalid", "error"]], key],
    );
    assert.match(say(problems[0]?.message), /must be/);
  }
});

test("never publishes what has an unreadable status", () => {
  const values = new Map([["status", "redacted "]]);
  assert.equal(readPostFields(values).fields.status, "draft");
  assert.equal(readCommentFields(values).fields.status, "redacted");
});

test("keeps unknown keys, those of every object too", () => {
  const { fields } = parseFrontMatter('---\n__proto__: "x"\nconstructor: "y"\nAuthor: "z"\ntitle: "t"\n---\n');
  const { extra, problems } = readPostFields(fields);
  assert.deepEqual(Object.entries(extra ?? {}), [
    ["__proto__", "x"],
    ["constructor", "y"],
    ["Author", "z"],
  ]);
  assert.deepEqual(
    problems.map(({ level }) => level),
    ["warning", "warning", "warning"],
  );
  assert.match(say(problems[2]?.message), /is author meant\?/);
  assert.equal(
    serializePost(readPostFields(fields).fields, "", extra),
    '---\ntitle: "t"\n__proto__: "x"\nconstructor: "y"\nAuthor: "z"\n---\n',
  );
});

test("a ledger that is none is an error", () => {
  const { problems } = readSourceFields(new Map([["ledger", { format: "x" }]]));
  assert.equal(problems[0]?.key, "ledger");
});

test("parses more than 50,000 files a second", () => {
  const text = serializeComment(
    {
      id: "comment-12",
      parent: "comment-11",
      author: "Åsa",
      date: "2011-01-19T10:12:00+01:00",
      source: "a",
      source_id: "12",
    },
    "Some words. ".repeat(50),
  );
  const before = process.cpuUsage();
  for (let i = 0; i < 20_000; i++) readCommentFields(parseFrontMatter(text).fields);
  // Read as YAML, each would take ten times as long.
  assert.ok(process.cpuUsage(before).user < 2_000_000, `${process.cpuUsage(before).user / 1000} ms for 20,000`);
});
