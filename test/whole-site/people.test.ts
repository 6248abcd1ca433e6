// People of a whole site: who has a page, whose comments stand there, and that nobody is merged by guess.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArchiveSketch, comment } from "../support/archive.ts";
import { has, queryAll, queryOne, textOf } from "../support/dom.ts";
import { findFaults } from "../support/page-faults.ts";
import { buildSketch } from "../support/site.ts";
import { findBrokenLinks } from "../support/site-links.ts";

const PEOPLE: ArchiveSketch = {
  people: [
    { id: "bo-ek", name: "Bo Ek", names: ["B. Ek", "Bosse"], body: "A note." },
    { id: "ada", name: "Ada", names: ["A."] },
  ],
  posts: [
    {
      id: "2011/talk",
      title: "Talk",
      lang: "en",
      author: "Bosse",
      date: "2011-10-02",
      thread: [
        comment(1, "From B.", { author: "B. Ek" }),
        comment(2, "From A.", { author: "A." }),
        comment(3, "Equal name.", { author: "Cy", date: "2011-11" }),
      ],
    },
    { id: "2012/more", title: "More", lang: "en", author: "Cy", date: "2012" },
  ],
};

test("recorded people get one page for all their names, others are not merged by equal names", async () => {
  const site = await buildSketch(PEOPLE);
  assert.deepEqual(findFaults(site), []);
  assert.deepEqual(findBrokenLinks(site), []);
  const bo = site.page("/en/people/bo-ek/").document;
  assert.equal(has(bo, "meta[name=robots]"), false);
  assert.match(textOf(queryOne(bo, ".person-record")), /B\. Ek and Bosse.*A note/s);
  assert.equal(queryAll(bo, ".card").length, 1);
  assert.match(textOf(queryOne(bo, ".comment-card")), /From B\./);
  // Only commented: kept out of search engines.
  assert.equal(has(site.page("/en/people/ada/").document, "meta[name=robots]"), true);
  // The address that the author had before an editor recorded it leads on.
  assert.match(site.read("sv/personer/bosse/index.html"), /bo-ek/);
  // Cy's posts have a page; a commenter of that name may be somebody else.
  assert.equal(queryAll(site.page("/en/people/cy/").document, ".comment-card").length, 0);
  assert.match(textOf(queryOne(site.page("/en/people/").document, ".searchable-names")), /Cy/);
  assert.equal(queryAll(site.page("/en/2011/10/").document, ".card").length, 1);
});
