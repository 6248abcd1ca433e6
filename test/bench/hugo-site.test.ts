// Proves that the bench lets Hugo build pages equal to those of our lean site: every page of generated archives, compared by lines.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { findProgram } from "../../scripts/bench/build-variants.ts";
import { type GenerateOptions, generateArchive } from "../../scripts/bench/generate-archive.ts";
import { writeHugoSite } from "../../scripts/bench/hugo-site.ts";
import { makeFolder } from "../support/scratch.ts";
import { type BuiltSite, buildSite, openSite } from "../support/site.ts";
import { listPageLines } from "./page-lines.ts";

/** What Hugo draws otherwise: docs/performance.md tells of it. */
const NOT_EQUAL: ReadonlySet<string> = new Set(["404.html"]);

const ARCHIVES: readonly GenerateOptions[] = [
  { posts: 60, commentsPerPost: 10, seed: 1 },
  // Lists of several pages.
  { posts: 360, commentsPerPost: 2, seed: 2 },
  // Long threads, deeper than pages nest them.
  { posts: 3, commentsPerPost: 200, seed: 3 },
  { posts: 12, commentsPerPost: 0, seed: 4 },
];

for (const archive of ARCHIVES) {
  describe(`Hugo's site of ${archive.posts} posts with ${archive.commentsPerPost} comments each`, {
    skip: findProgram("hugo") === undefined && "Hugo is not installed",
  }, () => {
    let ours: BuiltSite;
    let theirs: BuiltSite;

    before(async () => {
      const [content, hugo] = [makeFolder(), makeFolder()];
      await generateArchive(content, archive);
      ours = await buildSite(content, ["--lean", "--no-search", "--url", "https://bench.example/"]);
      await writeHugoSite(content, hugo);
      execFileSync(process.env.HUGO_PATH ?? "hugo", ["--quiet", "--source", hugo, "--destination", join(hugo, "site")]);
      theirs = openSite(join(hugo, "site"));
    });

    test("has the same pages", () => {
      const pages = ours.files.filter((file) => file.endsWith(".html") && !NOT_EQUAL.has(file));
      assert.ok(pages.length > archive.posts);
      for (const file of pages) {
        assert.ok(theirs.has(file), file);
        const [own, other] = [listPageLines(ours.read(file)), listPageLines(theirs.read(file))];
        const place = own.findIndex((line, index) => line !== other[index]);
        const around = (lines: readonly string[]) => lines.slice(Math.max(0, place - 3), place + 3);
        if (place >= 0 || own.length !== other.length) assert.deepEqual(around(other), around(own), file);
      }
    });

    test("has the same addresses in its sitemap", () => {
      const list = (site: BuiltSite) =>
        [...site.read("sitemap.xml").matchAll(/<url>.*<\/url>/g)].map(([url]) => url).sort();
      assert.deepEqual(list(theirs), list(ours));
    });

    test("has the same feed", () => {
      // Goldmark gives headings ids, and ends a text with a line; ours marks links.
      const list = (site: BuiltSite) =>
        listPageLines(site.read("feed.xml")).map((line) =>
          line.replace(/ (?:id|rel)="[^"]*"(?=[^<]*>)|\n/g, "").trim(),
        );
      assert.deepEqual(list(theirs), list(ours));
    });
  });
}
