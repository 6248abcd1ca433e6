// What a list of changed pages tells: by the pages' own parts, and with nothing in it that GitHub would obey.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { compareSites } from "../../scripts/preview/compare-sites.ts";
import { describeChanges } from "../../scripts/preview/describe-changes.ts";
import { speak } from "../../scripts/strings/messages/index.ts";
import { makeFolder } from "../support/scratch.ts";

interface PageSketch {
  readonly kind?: string;
  readonly title?: string;
  readonly own: string;
  readonly neighbour?: string;
  readonly menu?: string;
}

function page({ kind = "post", title = "A", own, neighbour = "", menu = "" }: PageSketch): string {
  const heading = `<title>${title} – Site</title><meta property="og:site_name" content="Site"/>`;
  const near = `<nav class="post-neighbours">${neighbour}</nav>`;
  return `<html><head>${heading}</head><body class="page-${kind}"><nav>${menu}</nav><main id="main">${own}${near}</main></body></html>`;
}

function writeSite(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder("site");
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

const before = writeSite({
  "en/2011/same/index.html": page({ own: "same" }),
  "en/2011/edited/index.html": page({ title: "Old &amp; new", own: "old" }),
  "en/2011/renamed/index.html": page({ title: "Before", own: "x" }),
  "en/2011/beside/index.html": page({ own: "x", neighbour: "one" }),
  "en/2011/gone/index.html": page({ title: "Gone", own: "x" }),
  "en/2011/index.html": page({ kind: "year", own: "1 post" }),
  "old/index.html": page({ kind: "redirect", own: "there" }),
  "data/posts.csv": "a",
  "ordskifte.json": "1",
  "search-index/x.bin": "1",
});
const after = writeSite({
  "en/2011/same/index.html": page({ own: "same" }),
  "en/2011/edited/index.html": page({ title: "Old &amp; new", own: "new" }),
  "en/2011/renamed/index.html": page({ title: "After", own: "x" }),
  "en/2011/beside/index.html": page({ own: "x", neighbour: "two", menu: "more" }),
  "en/2011/new/index.html": page({ title: "", own: "y" }),
  "en/2011/index.html": page({ kind: "year", own: "2 posts" }),
  "old/index.html": page({ kind: "redirect", own: "elsewhere" }),
  "data/posts.csv": "b",
  "ordskifte.json": "2",
  "search-index/x.bin": "2",
});

test("posts are told one by one, all else is counted", async () => {
  assert.deepEqual(await compareSites(before, after), {
    texts: [
      { change: "changed", path: "/en/2011/edited/", title: "Old & new" },
      { change: "removed", path: "/en/2011/gone/", title: "Gone" },
      { change: "added", path: "/en/2011/new/", title: "" },
      { change: "changed", path: "/en/2011/renamed/", title: "After" },
    ],
    others: 1,
    redirects: 1,
    surroundings: 1,
    files: 1,
  });
});

test("the list in both languages", async () => {
  const changes = await compareSites(before, after);
  const en = describeChanges(changes, speak("en"));
  assert.match(en, /^## Pages that this change touches\n/);
  assert.match(en, /\*\*1 post or page comes:\*\*\n\n- Without a title: \/en\/2011\/new\//);
  assert.match(en, /\*\*2 posts and pages change:\*\*\n\n- Old &#38; new: \/en\/2011\/edited\//);
  assert.match(en, /- 1 old address leads elsewhere/);
  assert.match(en, /- 1 page differs only in what surrounds its text/);
  const sv = describeChanges(changes, speak("sv"));
  assert.match(sv, /\*\*1 inlägg eller sida försvinner:\*\*\n\n- Gone: /);
  assert.match(sv, /- 1 lista eller annan sida ändras/);
});

test("nothing changes, and nothing to compare with", async () => {
  assert.match(describeChanges(await compareSites(before, before), speak("en")), /\n\nNo page changes\.\n\n/);
  assert.match(describeChanges(undefined, speak("sv")), /gick inte att bygga/);
});

test("a long list is cut, and says so", () => {
  const texts = Array.from({ length: 75 }, (_, index) => ({
    change: "added" as const,
    path: `/en/2011/${index}/`,
    title: "x".repeat(500),
  }));
  const text = describeChanges({ texts, others: 0, redirects: 0, surroundings: 0, files: 0 }, speak("en"));
  assert.match(text, /75 posts and pages come[\s\S]+- … and 15 more\n/);
  assert.ok(text.length < 20_000);
});

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "[click](https://evil.example) ![x](https://evil.example/x.png)",
  "@everyone see #1",
  "a\n::error::b\n# Heading",
  "`code` **bold** | cell | https://evil.example",
  "\u001b[2J\u202egnp.exe",
  "--> <!-- ",
];

for (const title of HOSTILE) {
  test(`a title does nothing: ${JSON.stringify(title)}`, () => {
    const path = `/en/2011/${title.replaceAll("/", "")}/`;
    const changes = {
      texts: [{ change: "added" as const, path, title }],
      others: 0,
      redirects: 0,
      surroundings: 0,
      files: 0,
    };
    const line =
      describeChanges(changes, speak("en"))
        .split("\n")
        .filter((each) => each.startsWith("- "))[0] ?? "";
    // The separator that follows a sign is ours.
    const shown = line.replaceAll("<!-- -->", "").replaceAll(/&#\d+;/g, "");
    assert.doesNotMatch(shown, /[<>[\]`*|@#\\\p{Cc}\p{Cf}]|:\/\//u);
    assert.doesNotMatch(describeChanges(changes, speak("en")), /^::/m);
  });
}
