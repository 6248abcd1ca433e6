import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { makeArchive, readAll } from "./archive/temporary-archive.ts";
import { type ArchiveSketch, comment, writeArchive } from "./support/archive.ts";
import { type CommandResult, runOrdskifte, runOrdskifteHere } from "./support/command-line.ts";
import { queryOne, textOf } from "./support/dom.ts";
import { runOnFailingDisk } from "./support/failing-disk.ts";
import { openSite } from "./support/site.ts";
import { findWords } from "./support/site-words.ts";
import { countOf } from "./support/thoroughness.ts";

const BLOG = { source: "snow" } as const;
const MEDIA = "post,state,file,bytes,sha256,url,note";
const LONG = "Seven words in a row are quoted zebrafink by nobody else.";

/** Every place in which words of a record stand. */
const SKETCH: ArchiveSketch = {
  settings: { title: { en: "Archive", sv: "Arkiv" }, description: { en: "A.", sv: "A." }, takesOver: ["snow"] },
  sources: [
    {
      id: "snow",
      title: "Snow",
      url: "https://snow.example/",
      platform: "wordpress",
      exports: [{ file: "snow.xml", size: 1, sha256: "00", date: "2020-01-01T00:00:00Z" }],
      ledger: {
        format: "wxr-1.2",
        posts: { read: 3, written: 3, skipped: {} },
        pages: { read: 0, written: 0, skipped: {} },
        comments: { read: 4, written: 4, skipped: {} },
        other: { read: 0, written: 0, skipped: {} },
        problems: [{ level: "warning", item: 'post 1 "Quokkas at dusk"', what: "has a quokkaword in it" }],
        balanced: true,
        fidelity: {
          compared: 7,
          identical: 6,
          different: [{ item: 'comment 12 on post 1 "Quokkas at dusk"', what: "words: expected “zebrafink”" }],
        },
      },
    },
    { id: "talk", title: "Talk", platform: "disqus" },
  ],
  people: [{ id: "ylva-gryning", name: "Ylva Gryning", names: ["ylva_g"], body: "Note on quollish." }],
  posts: [
    {
      id: "2011/quokkas-at-dusk",
      title: "Quokkas at dusk",
      lang: "en",
      author: "Ylva Gryning",
      date: "2011-01-19T10:00:00Z",
      topics: ["Marsupials"],
      excerpt: "A summary with axolotlish.",
      image: "quokkapic.png",
      image_alt: "A quokkaface",
      ...BLOG,
      source_id: "1",
      source_url: "https://snow.example/2011/01/quokkas-at-dusk/",
      aliases: ["/en/2010/quokkas-at-noon/"],
      body: "The quokkabody. ![Face](quokkapic.png) See [map](shared.png).",
      translations: [{ lang: "sv", title: "Kortsvanskänguruer", body: "Kängurutext." }],
      thread: [
        comment(11, "First. ![Map](../shared.png)", {
          author: "Bo Ek",
          date: "2011-01-20T10:00:00Z",
          ...BLOG,
          source_id: "11",
        }),
        comment(12, `${LONG} ![Bird](../zebrapic.png)`, {
          parent: "comment-11",
          author: "Numbatia Smith",
          author_url: "https://numbatia.example/",
          date: "2011-01-21T10:00:00Z",
          ...BLOG,
          source_id: "12",
          source_url: "https://snow.example/2011/01/quokkas-at-dusk/#comment-12",
        }),
        comment(13, "I answer that.", {
          parent: "comment-12",
          author: "Bo Ek",
          date: "2011-01-22T10:00:00Z",
          ...BLOG,
          source_id: "13",
        }),
        comment(14, "By the writer.", {
          by_post_author: true,
          author: "YG",
          date: "2011-01-23T10:00:00Z",
          ...BLOG,
          source_id: "14",
        }),
      ],
      files: { "quokkapic.png": "1", "zebrapic.png": "2", "shared.png": "3" },
    },
    {
      id: "2012/on",
      title: "On",
      lang: "en",
      author: "Bo Ek",
      date: "2012-02-02T10:00:00Z",
      ...BLOG,
      source_id: "2",
      translation_of: "2011/quokkas-at-dusk",
      body: "As [told](../../2011/quokkas-at-dusk/index.md#comment-12) before.",
      thread: [comment(21, "Hm.", { author: "ylva_g", source: "talk", source_id: "21", date: "2012" })],
    },
  ],
  lists: {
    "sources/snow.links.csv":
      "file,old,new\nposts/2011/quokkas-at-dusk/comments/comment-12.md,https://snow.example/zebralink,../../../2012/on/index.md\nposts/2012/on/index.md,https://snow.example/?p=1#comment-12,../../2011/quokkas-at-dusk/index.md#comment-12\n",
    "sources/snow.media.csv": `${MEDIA}\nposts/2011/quokkas-at-dusk,held,quokkapic.png,1,aa,https://snow.example/quokkapic.png,\nposts/2011/quokkas-at-dusk,held,shared.png,1,aa,https://snow.example/shared.png,\nposts/2011/quokkas-at-dusk,not-held,,,,https://snow.example/zebrafar.png,\n`,
    "sources/snow.attachments.csv":
      "id,page,file,parent,held\n7,https://snow.example/quokka-page/,https://snow.example/quokkapic.png,1,posts/2011/quokkas-at-dusk/quokkapic.png\n",
    "posts/2011/quokkas-at-dusk/index.source.md": '---\ntitle: "Quokkas at dusk"\n---\n\nquokkabody\n',
    "posts/2011/quokkas-at-dusk/comments/comment-12.source.md": '---\nid: "comment-12"\n---\n\nzebrafink\n',
  },
};

const COMMENT_WORDS = ["zebrafink", "numbatia", "zebrapic", "zebralink", "zebrafar"];
const POST_WORDS = ["quokka", "axolotlish", "marsupials", "kortsvans", "kängurutext"];

function makeSketch(t: TestContext): string {
  return writeArchive(join(makeArchive(t), "content"), SKETCH);
}

function redact(content: string, ...args: string[]): Promise<CommandResult> {
  return runOrdskifteHere(["redact", "--content", content, "--date", "2026-11-30", ...args]);
}

async function buildIn(content: string): Promise<string> {
  const output = join(content, "..", "site");
  const { code, stderr } = await runOrdskifteHere(["build", "--content", content, "--output", output]);
  assert.equal(code, 0, stderr);
  return output;
}

async function isFine(content: string): Promise<void> {
  const { stdout } = await runOrdskifteHere(["check", "--content", content, "--format", "json"]);
  assert.deepEqual(
    JSON.parse(stdout).problems.filter((problem: { level: string }) => problem.level === "error"),
    [],
  );
}

test("a redacted comment keeps its place, and nothing else of it is left, on disk or on the site", async (t) => {
  const content = makeSketch(t);
  assert.ok(findWords(await buildIn(content), COMMENT_WORDS).length > 0);
  const { code, stdout } = await redact(
    content,
    "2011/quokkas-at-dusk#comment-12",
    "--reason",
    "request",
    "--authority",
    "Arkivet, 2026/1",
  );
  assert.equal(code, 0);
  assert.deepEqual(findWords(content, COMMENT_WORDS), []);
  const file = "posts/2011/quokkas-at-dusk/comments/comment-12.md";
  assert.equal(
    readAll(content)[file],
    '---\nid: "comment-12"\nparent: "comment-11"\nstatus: "redacted"\nredacted: "2026-11-30"\ndate: "2011-01-21T10:00:00Z"\nsource: "snow"\nsource_id: "12"\n---\n',
  );
  assert.match(
    stdout,
    /Files that nothing shows any more are removed:\n {2}content\/posts\/2011\/quokkas-at-dusk\/zebrapic\.png\n/,
  );
  assert.equal(
    readFileSync(join(content, "redactions.csv"), "utf8"),
    'id,date,action,reason,authority\n2011/quokkas-at-dusk#comment-12,2026-11-30,redacted,request,"Arkivet, 2026/1"\n',
  );
  await isFine(content);
  const site = await buildIn(content);
  assert.deepEqual(findWords(site, COMMENT_WORDS), []);
  const { document, html } = openSite(site).page("/en/2011/quokkas-at-dusk/");
  assert.match(html, /id="comment-12"/);
  assert.match(textOf(document), /It was removed on 30 November 2026\./);
  // A second time changes nothing.
  const before = readAll(content);
  assert.equal((await redact(content, "comment-12", "--reason", "request")).code, 0);
  assert.deepEqual(readAll(content), before);
});

test("a redacted post keeps its thread, at an address that says nothing, and links to it follow", async (t) => {
  const content = makeSketch(t);
  const { code, stdout } = await redact(content, "/en/2011/quokkas-at-dusk/", "--reason", "copyright");
  assert.equal(code, 0);
  assert.match(stdout, /2011\/quokkas-at-dusk → 2011\/removed-1\n/);
  assert.deepEqual(findWords(content, POST_WORDS), []);
  const files = readAll(content);
  assert.match(
    files["posts/2011/removed-1/index.md"] ?? "",
    /^---\nlang: "en"\ndate: "[^\n]*\nstatus: "redacted"\nredacted: "2026-11-30"\nsource: "snow"\nsource_id: "1"\n---\n$/,
  );
  assert.match(
    files["posts/2012/on/index.md"] ?? "",
    /translation_of: "2011\/removed-1"[\s\S]*\(\.\.\/\.\.\/2011\/removed-1\/index\.md#comment-12\)/,
  );
  assert.match(
    files["sources/snow.links.csv"] ?? "",
    /\nposts\/2012\/on\/index\.md,sha256-[0-9a-f]{24}#comment-12,\.\.\/\.\.\/2011\/removed-1\/index\.md#comment-12\n/,
  );
  assert.equal(files["posts/2011/removed-1/shared.png"], "3");
  await isFine(content);
  const site = await buildIn(content);
  assert.deepEqual(findWords(site, POST_WORDS), []);
  const page = openSite(site).page("/en/2011/removed-1/");
  assert.match(page.html, /<meta name="robots" content="noindex"/);
  for (const words of ["Removed text", "I answer that.", "It was removed on 30 November 2026."]) {
    assert.ok(textOf(page.document).includes(words), words);
  }
});

test("a post may keep its address, and its former ones", async (t) => {
  const content = makeSketch(t);
  await redact(content, "2011/quokkas-at-dusk", "--reason", "copyright", "--keep-address");
  assert.match(
    readAll(content)["posts/2011/quokkas-at-dusk/index.md"] ?? "",
    /aliases: \["\/en\/2010\/quokkas-at-noon\/"\]/,
  );
  assert.deepEqual(
    findWords(await buildIn(content), ["quokkabody", "quokkaface", "quokkapic", ...POST_WORDS.slice(1)]),
    [],
  );
});

test("deletion leaves no trace but the log, and imports leave the record out", async (t) => {
  const content = makeSketch(t);
  const one = await redact(content, "comment-12", "--reason", "spam", "--delete");
  assert.match(one.stdout, /Later imports leave out:\n {2}snow: 1#comment-12\n/);
  const after = readAll(content);
  assert.ok(!("posts/2011/quokkas-at-dusk/comments/comment-12.md" in after));
  assert.match(
    after["posts/2011/quokkas-at-dusk/comments/comment-13.md"] ?? "",
    /parent: "comment-12"\nparent_state: "deleted"\n/,
  );
  assert.match(after["sources/snow.md"] ?? "", /\nexclude: \["1#comment-12"\]\n/);
  const other = await redact(content, "2011/quokkas-at-dusk", "--reason", "spam", "--delete", "--lang", "sv");
  assert.match(other.stdout, /Med inläggen försvinner 3 kommentarer under dem\./);
  assert.deepEqual(
    findWords(content, [...POST_WORDS, ...COMMENT_WORDS, "translation_of"]).filter(
      (found) => !/links\.csv|redactions\.csv|2012\/on\/index/.test(found),
    ),
    [],
  );
  assert.match(readAll(content)["sources/snow.md"] ?? "", /\nexclude: \["1#comment-12", "1"\]\n/);
  assert.doesNotMatch(readAll(content)["posts/2012/on/index.md"] ?? "", /translation_of/);
  // The folder's name holds words of the title; the log calls the post by its number, in earlier lines too.
  assert.match(
    readAll(content)["redactions.csv"] ?? "",
    /\nsnow:1#comment-12,2026-11-30,deleted,spam,\nsnow:1,2026-11-30,deleted,spam,\n$/,
  );
  await isFine(content);
});

test("one name goes with the other names of the same person, and what the source marks as theirs", async (t) => {
  const content = makeSketch(t);
  const refused = await redact(content, "--person", "Ylva Gryning", "--reason", "consent");
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /takes away 3 records.*--yes/);
  const { code, stdout } = await redact(content, "--person", "ylva_g", "--reason", "consent", "--yes");
  assert.equal(code, 0);
  for (const id of [
    "2011/quokkas-at-dusk",
    "2011/quokkas-at-dusk#comment-14",
    "2012/on#comment-21",
    "content/people/ylva-gryning.md",
  ]) {
    assert.ok(stdout.includes(`\n  ${id}\n`), id);
  }
  assert.deepEqual(findWords(content, ["ylva", "gryning", '"YG"', "By the writer", "quollish", ...POST_WORDS]), []);
  assert.deepEqual(
    findWords(await buildIn(content), ["ylva", "gryning", "By the writer", "quollish", ...POST_WORDS]),
    [],
  );
  await isFine(content);
});

test("a whole blog goes with its lists and what names it; the comments of others below its posts go too", async (t) => {
  const content = makeSketch(t);
  const { code, stdout } = await redact(content, "--source", "snow", "--reason", "disposal", "--yes");
  assert.equal(code, 0);
  assert.match(stdout, /An import of the same export would bring the blog back\./);
  assert.deepEqual(Object.keys(readAll(content)), [
    "people/ylva-gryning.md",
    "redactions.csv",
    "site.json",
    "sources/talk.md",
  ]);
  assert.match(readAll(content)["site.json"] ?? "", /"takesOver": \[\]/);
  assert.match(readAll(content)["redactions.csv"] ?? "", /\nsource:snow,2026-11-30,deleted,disposal,\n$/);
  await isFine(content);
});

test("texts that go on quoting, or naming, are told", async (t) => {
  const content = makeSketch(t);
  const quoting =
    '---\nid: "comment-15"\n---\n\n> Seven words in a row are quoted zebrafink!\n\nNumbatia Smith is right.\n';
  writeFileSync(join(content, "posts/2011/quokkas-at-dusk/comments/comment-15.md"), quoting);
  const { stdout } = await redact(content, "--person", "Numbatia Smith", "--reason", "request");
  const file = "content/posts/2011/quokkas-at-dusk/comments/comment-15.md";
  assert.match(stdout, new RegExp(`repeat words.*\\n  ${file}\\nThe name still stands.*\\n  ${file}\\n`));
});

test("what still speaks of a removed post anywhere in the archive is told, and not changed", async (t) => {
  const words = "seven words of the numbat walk through here";
  const content = writeArchive(join(makeArchive(t), "content"), {
    sources: [{ id: "snow", url: "https://snow.example/", platform: "wordpress" }],
    posts: [
      {
        id: "2011/numbats",
        title: "Numbats",
        ...BLOG,
        source_id: "1",
        source_url: "https://snow.example/2011/01/numbats/",
        body: "Short.",
        translations: [{ lang: "sv", title: "Myrpungdjur", body: `Och ${words}.` }],
      },
      {
        id: "2012/echo",
        title: "Echo",
        body: "Plain.",
        translations: [{ lang: "sv", title: "Eko", body: `> ${words}` }],
        thread: [
          comment(1, "[…]", { kind: "pingback", author: "Snow » Numbats" }),
          comment(2, "Old.", { author_url: "http://www.snow.example/2011/01/numbats" }),
          comment(3, "See https://snow.example/?p=1 there.", { author: "Bo Ek" }),
          comment(4, "Numbats are fine.", { author: "Ea" }),
        ],
      },
    ],
  });
  const { stdout } = await redact(content, "2011/numbats", "--reason", "copyright");
  const folder = "content/posts/2012/echo";
  const traces = [1, 2, 3].map((number) => `  ${folder}/comments/comment-${number}.md\n`).join("");
  assert.ok(
    stdout.includes(`Read them, and decide:\n  ${folder}/index.sv.md\nThese still hold a former address`),
    stdout,
  );
  assert.ok(stdout.includes(`the title of what was removed. Read them, and decide:\n${traces}Next:`), stdout);
});

test("a name is found in every field and file, however it is spaced, cased or made a slug", async (t) => {
  const name = "Åsa Vombatson";
  const holding = {
    "people/asa-vombatson-friend.md": '---\nname: "Friend"\n---\n',
    "posts/2012/asa-vombatson/index.md": '---\ntitle: "About"\n---\n',
    "posts/2013/author/index.md": '---\nauthor: "ÅSA\u00a0 Vombatson"\n---\n',
    "posts/2013/image/Asa_Vombatson.png": "1",
    "posts/2013/image/index.md": '---\nimage_caption: "With Åsa\\nVombatson"\n---\n',
    "posts/2013/ping/comments/p1.md": '---\nid: "p1"\nkind: "pingback"\nauthor: "åsa vombatsons blogg"\n---\n\nHm.\n',
    "posts/2013/topic/index.md": '---\ntopics: ["asa-vombatson"]\n---\n',
    "site.json": '{ "body": "%C3%85sa%20Vombatson" }\n',
    "sources/snow.md": '---\ntitle: "Snow"\n---\n\nBy Åsa Vombatson.\n',
  };
  const content = writeArchive(join(makeArchive(t), "content"), {
    posts: [
      { id: "2011/own", thread: [comment(1, "Hm.", { author: name })] },
      { id: "2013/ping", body: "Åsa and Vombatson, two others." },
    ],
    lists: holding,
  });
  const { stdout } = await redact(content, "--person", name, "--reason", "request");
  const listed = /in what they are called\. Read them, and decide:\n((?: {2}.*\n)*)/.exec(stdout)?.[1] ?? "";
  assert.deepEqual(
    listed.trim().split(/\s+/).sort(),
    Object.keys(holding)
      .map((file) => `content/${file}`)
      .sort(),
  );
});

test("nothing is done for ids that are not there, for a dry run, or without what must be said", async (t) => {
  const content = makeSketch(t);
  const before = readAll(content);
  const cases = [
    [
      ["2011/quokkas-at-dawn", "--reason", "spam"],
      1,
      /is not in the archive\. Is one of these meant\? "2011\/quokkas-at-dusk"/,
    ],
    [
      ["comment-1", "--reason", "spam", "--lang", "sv"],
      1,
      /finns inte i arkivet\. Menas något av dessa\? "comment-11"/,
    ],
    [["2011/quokkas-at-dusk#comment-99", "--reason", "spam"], 1, /"2011\/quokkas-at-dusk#comment-11"/],
    [["--person", "Numbatia Smyth", "--reason", "spam"], 1, /Is one of these meant\? "Numbatia Smith"/],
    [["--source", "snw", "--reason", "spam"], 1, /Is one of these meant\? "snow"/],
    [["2011/quokkas-at-dusk"], 2, /--reason is missing\. It must be one of request,/],
    [["2011/quokkas-at-dusk", "--reason", "because"], 2, /--reason is "because"/],
    [["--reason", "spam"], 2, /Say what is to go/],
    [["2012/on", "--person", "Bo Ek", "--reason", "spam"], 2, /only one of the three/],
    [["2012/on", "--reason", "spam", "--authority", "bo@ek.example"], 2, /no e-mail address/],
    [["2012/on", "--reason", "spam", "--date", "2026-13-01"], 2, /Write a day/],
    [["--person", "Bo Ek", "--reason", "spam"], 2, /--yes/],
  ] as const;
  for (const [args, code, message] of cases) {
    const result = await redact(content, ...args);
    assert.equal(result.code, code, args.join(" "));
    assert.match(result.stderr, message);
  }
  const dry = await redact(content, "--person", "Bo Ek", "--reason", "spam", "--dry-run");
  assert.equal(dry.code, 0);
  assert.match(dry.stdout, /2012\/on\n[\s\S]*dry run/);
  assert.deepEqual(readAll(content), before);
  assert.equal((await runOrdskifte(["redact", "--help"])).code, 0);
});

test("an id that several posts have is refused, with the ids that can be given", async (t) => {
  const content = makeSketch(t);
  const folder = join(content, "posts/2012/on/comments");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "comment-12.md"), '---\nid: "comment-12"\n---\n\nAnother.\n');
  const { code, stderr } = await redact(content, "comment-12", "--reason", "spam");
  assert.equal(code, 1);
  assert.match(stderr, /2011\/quokkas-at-dusk#comment-12, 2012\/on#comment-12/);
  assert.ok(existsSync(join(folder, "comment-12.md")));
});

test("a post that was never shown gets no tombstone, which would publish its thread", async (t) => {
  for (const status of ["draft", "private", "pending", "future"] as const) {
    const content = writeArchive(join(makeArchive(t), "content"), {
      posts: [{ id: "2011/hid", status, author: "Bo Ek", thread: [comment(1, "Secret zebrafink.", { author: "Ea" })] }],
    });
    const before = readAll(content);
    for (const who of [["2011/hid"], ["--person", "Bo Ek"]]) {
      const { code, stderr } = await redact(content, ...who, "--reason", "privacy");
      assert.equal(code, 1);
      assert.match(stderr, new RegExp(`2011/hid is not published \\(status: ${status}\\).*--delete`));
      assert.deepEqual(readAll(content), before);
    }
    assert.equal((await redact(content, "2011/hid", "--delete", "--reason", "privacy")).code, 0);
    assert.deepEqual(Object.keys(readAll(content)), ["redactions.csv"]);
  }
});

test("the page of a redacted post says neither that its author is unknown nor a language that nobody gave", async (t) => {
  const content = writeArchive(join(makeArchive(t), "content"), {
    posts: [
      { id: "2011/removed-1", status: "redacted", redacted: "2026-11-30", thread: [comment(1, "Hm.")] },
      { id: "2011/removed-2", lang: "de", status: "redacted", redacted: "2026-11-30" },
    ],
  });
  const site = openSite(await buildIn(content));
  const unknown = site.page("/en/2011/removed-1/");
  assert.doesNotMatch(textOf(unknown.document), /Author not named|inLanguage/);
  assert.doesNotMatch(textOf(queryOne(unknown.document, ".post-details")), /Language/);
  assert.match(unknown.html, /<h1 class="p-name" lang="en">Removed text/);
  assert.match(textOf(site.page("/en/2011/removed-2/").document), /Language\s*German/);
});

test("a picture goes although another text shows one of the same name, and what stays is told with the text that shows it", async (t) => {
  const content = writeArchive(join(makeArchive(t), "content"), {
    posts: [
      {
        id: "2011/pond",
        body: "![](secret.png) ![](map.png)",
        files: { "secret.png": "1", "map.png": "2" },
      },
      {
        id: "2012/other",
        body: "![](../../2012/third/secret.png) ![](../../2011/pond/map.png)",
      },
      { id: "2012/third", body: "![](secret.png)", files: { "secret.png": "3" } },
    ],
  });
  const { stdout } = await redact(content, "2011/pond", "--reason", "privacy");
  assert.deepEqual(
    Object.keys(readAll(content)).filter((file) => file.endsWith(".png")),
    ["posts/2011/removed-1/map.png", "posts/2012/third/secret.png"],
  );
  assert.match(
    stdout,
    /still shows them\. Read it, and decide:\n {2}content\/posts\/2011\/removed-1\/map\.png ← content\/posts\/2012\/other\/index\.md\n/,
  );
});

test("YAML comments that people wrote are never lost: it refuses, or says which links could not follow", async (t) => {
  const noted = (keys: string, body = "") => `---\n# A note.\n${keys}\n---\n\n${body}\n`;
  const sketch: ArchiveSketch = {
    sources: [{ id: "snow" }, { id: "rain" }],
    posts: [
      { id: "2011/talk", title: "Talk", source: "snow", thread: [comment(1, "One.")] },
      { id: "2012/on", body: "On." },
    ],
  };
  const cases = [
    ["posts/2011/talk/comments/comment-2.md", 'id: "comment-2"\nparent: "comment-1"', ["comment-1", "--delete"]],
    ["posts/2011/talk/comments/comment-2.md", 'id: "comment-2"\nsource_url: "https://a.example/"', ["2011/talk"]],
    ["posts/2012/sv/index.md", 'translation_of: "2011/talk"', ["2011/talk", "--delete"]],
    ["people/bo.md", 'name: "Bo"\nsources: ["snow", "rain"]', ["--source", "snow", "--yes"]],
  ] as const;
  for (const [file, keys, args] of cases) {
    const content = writeArchive(join(makeArchive(t), "content"), { ...sketch, lists: { [file]: noted(keys) } });
    const before = readAll(content);
    const { code, stderr } = await redact(content, ...args, "--reason", "request");
    assert.notEqual(code, 0, file);
    assert.match(stderr, new RegExp(`content/${file}: holds YAML comments`));
    assert.deepEqual(readAll(content), before);
  }
  const linking = noted('title: "Link"', "See [it](../../2011/talk/index.md).");
  const content = writeArchive(join(makeArchive(t), "content"), {
    ...sketch,
    lists: { "posts/2012/link/index.md": linking, "posts/2012/word/index.md": noted('title: "W"', "Only talk.") },
  });
  const { code, stdout } = await redact(content, "2011/talk", "--reason", "request");
  assert.equal(code, 0);
  assert.match(stdout, /These still lead to the old address:.*\n {2}content\/posts\/2012\/link\/index\.md\n\S/);
  assert.equal(readAll(content)["posts/2012/link/index.md"], linking);
});

test("a removal that is killed at any change is completed by giving it again", async (t) => {
  const cases = [
    ["2011/quokkas-at-dusk", "2011/quokkas-at-dusk#comment-12", "--reason", "request", "--yes"],
    ["2011/quokkas-at-dusk", "--delete", "--reason", "request"],
    ["--person", "Ylva Gryning", "--reason", "request", "--yes"],
  ];
  const step = countOf(7, 1);
  for (const [index, args] of cases.entries()) {
    const whole = makeSketch(t);
    const { changes } = await runOnFailingDisk(() => redact(whole, ...args));
    const wanted = readAll(whole);
    assert.ok(changes > 10);
    // Each case begins at another change, so that together they meet most steps.
    for (let at = 1 + ((index * 3) % step); at <= changes; at += step) {
      const content = makeSketch(t);
      await runOnFailingDisk(() => redact(content, ...args), { at, isHalfDone: true });
      // Its process has ended.
      rmSync(join(content, ".import.lock"), { force: true });
      await redact(content, ...args);
      assert.deepEqual(readAll(content), wanted, `${args[0]}, killed at change ${at} of ${changes}`);
      assert.ok(!existsSync(join(content, ".redaction.ordskifte-tmp")));
    }
  }
});

test("a journal that reaches beyond content/ is not obeyed", async (t) => {
  const content = makeSketch(t);
  const outside = join(content, "..", "precious.txt");
  writeFileSync(outside, "1");
  const note = { targets: [], files: ["posts/../../precious.txt"], moves: [], log: [], logged: [], isDelete: true };
  writeFileSync(join(content, ".redaction.ordskifte-tmp"), JSON.stringify(note));
  const { code, stderr } = await redact(content, "2012/on", "--reason", "spam");
  assert.notEqual(code, 0);
  assert.match(stderr, /\.redaction\.ordskifte-tmp: is not as the command redact writes it/);
  assert.ok(existsSync(outside));
});
