// Images of a whole site: what pages offer, what lies in the folder, what is said of those that are not there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { comment } from "../support/archive.ts";
import { has, queryAll, queryOne, textOf } from "../support/dom.ts";
import { addPngText, drawAnimation, drawPhoto, drawPlan, photoWithPlace, SECRET_PLACE } from "../support/images.ts";
import { type BuiltSite, buildSketch } from "../support/site.ts";
import { findBrokenLinks } from "../support/site-links.ts";

const OLD = "http://old.example/wp-content/lost.jpg";
const ODD = `åäö 100% "q" 'x'.JPG`;

/** What the box of an absent image shows, part by part. */
function readBox(box: ReturnType<typeof queryOne>): string {
  return [box, ...queryAll(box, "[data-words]")].map(({ attribs }) => attribs["data-words"]).join(" ");
}

const BODY = `
![A pond](pond.jpg) <img src="pond.jpg" width="120" alt="Small"> [The pond](pond.jpg) ![](smile.png)

![Odd](${encodeURIComponent(ODD)}) ![Moves](moves.gif) ![Broken](broken.jpg) ![](gone.jpg) ![Drawn](drawing.svg)

![Lost](${OLD}) ![Root](/wp-content/root.jpg)

[![Lost, linked](${OLD})](http://old.example/larger.jpg) [![Lost, to itself](${OLD})](https://old.example/wp-content/lost.jpg) [a ![x](${OLD}) b](https://x.example/)

<figure><img src="pond.jpg" alt=""><figcaption>In a figure</figcaption></figure>
`;

describe("images", () => {
  let site: BuiltSite;

  before(async () => {
    const pond = await photoWithPlace(800, 500, 6);
    const files = {
      "pond.jpg": pond,
      "pond-360w.webp": await drawPhoto(30, 30).webp().toBuffer(),
      [ODD]: await photoWithPlace(420, 300),
      "smile.png": addPngText(await drawPlan(20, 20)),
      "moves.gif": await drawAnimation(60, "gif"),
      "broken.jpg": pond.subarray(0, 9000),
      "x.jpg/note.txt": "A note in a folder called x.jpg.",
      "photo.txt": pond,
      "letter.pdf": "%PDF-1.4",
      "drawing.svg": "<svg/>",
    };
    const posts = [
      {
        id: "2011/pond",
        title: "Pond",
        lang: "en",
        source_url: "http://old.example/2011/pond",
        body: BODY,
        files,
        thread: [comment(1, "See ![it](../pond.jpg).")],
        translations: [{ lang: "sv", title: "Damm", body: "![Damm](pond.jpg) ![](borta.jpg)" }],
      },
      {
        id: "2011/head",
        title: "Head",
        lang: "sv",
        image: "plan.png",
        image_alt: "Plan",
        image_caption: "Till torget",
        body: "![Damm](../pond/pond.jpg)",
        files: { "plan.png": await drawPlan(900, 500) },
      },
      { id: "2011/lost", title: "Lost", lang: "en", image: "gone.png", body: "Words." },
    ];
    site = await buildSketch({ posts });
  });

  const images = (path: string) => queryAll(site.page(path).document, ".post-text .e-content img");

  test("lead nowhere but to files that are there, also where names are odd", () => {
    assert.deepEqual(findBrokenLinks(site), []);
    for (const { document } of site.pages()) {
      const sets = queryAll(document, "[srcset]").flatMap(({ attribs }) => (attribs.srcset ?? "").split(", "));
      for (const candidate of sets) assert.match(candidate, /^\S+ \d+w$/);
    }
    const folder = "en/2011/pond";
    const offered = queryAll(site.page(`/${folder}/`).document, "main [srcset]").flatMap(({ attribs }) =>
      (attribs.srcset ?? "").split(", ").map((candidate) => decodeURIComponent(candidate.split(" ")[0] ?? "")),
    );
    assert.ok(offered.length > 6);
    for (const name of offered) assert.ok(site.has(`${folder}/${name}`), name);
  });

  test("are offered in fitting files, upright, with their place kept free, only the first at once", () => {
    const [pond, small] = images("/en/2011/pond/");
    const { src, width, height, loading, alt, decoding } = pond?.attribs ?? {};
    assert.deepEqual(
      { src, width, height, loading, alt, decoding },
      { src: "pond.jpg", width: "500", height: "800", loading: undefined, alt: "A pond", decoding: "async" },
    );
    const [source] = queryAll(site.page("/en/2011/pond/").document, ".e-content source");
    // pond-360w.webp is a file of the post's own.
    assert.equal(source?.attribs.srcset, "pond-2-360w.webp 360w, pond-500w.webp 500w");
    assert.equal(source?.attribs.sizes, "min(500px, calc(100vw - 2rem))");
    assert.deepEqual([small?.attribs.width, small?.attribs.height, small?.attribs.loading], ["120", "192", "lazy"]);
    const { document } = site.page("/en/2011/pond/");
    assert.equal(queryOne(document, ".thread img[alt=it]").attribs.loading, "lazy");
    const atOnce = images("/en/2011/pond/").filter(
      ({ attribs }) => attribs.loading === undefined && attribs.alt !== "",
    );
    assert.deepEqual(atOnce, [pond]);
    assert.equal(queryAll(document, "figure figcaption").length, 1);
  });

  test("at the head of a post are offered in the same way", () => {
    const { document } = site.page("/sv/2011/head/");
    const head = queryOne(document, ".post-image img.u-featured");
    assert.deepEqual([head.attribs.width, head.attribs.height, head.attribs.loading], ["900", "500", undefined]);
    assert.ok(has(document, ".post-image source"));
    assert.equal(queryOne(document, ".e-content img").attribs.loading, "lazy");
    assert.equal(queryOne(document, ".e-content img").attribs.src, "../../../en/2011/pond/pond.jpg");
    const lost = queryOne(site.page("/en/2011/lost/").document, ".post-image .image-not-held");
    assert.match(readBox(lost), /Image not held.*gone\.png/s);
  });

  test("tell no place and no time: not in any file", () => {
    for (const file of site.files) {
      const bytes = readFileSync(join(site.folder, file));
      assert.ok(!bytes.includes(SECRET_PLACE) && !bytes.includes("Exif\0"), file);
    }
    // What is no image is as it was.
    assert.equal(site.read("en/2011/pond/letter.pdf"), "%PDF-1.4");
    assert.equal(site.read("en/2011/pond/x.jpg/note.txt"), "A note in a folder called x.jpg.");
  });

  test("that are broken are left out and named once", () => {
    assert.ok(!site.has("en/2011/pond/broken.jpg"));
    assert.equal(site.output.match(/posts\/2011\/pond\/broken\.jpg: is cut off/g)?.length, 1);
    assert.equal(site.output.match(/^warning:/gm)?.length, 1);
  });

  test("that are not there have a box with what is known, and nothing is asked for elsewhere", () => {
    const { document, html } = site.page("/en/2011/pond/");
    const found = queryAll(document, ".e-content .image-not-held");
    assert.equal(found.map((box) => textOf(box).trim()).join(""), "", "no word of ours can be taken for the author's");
    const boxes = found.map(readBox);
    assert.deepEqual(boxes, [
      "The image file cannot be shown Broken broken.jpg",
      "Image not held Image without a description gone.jpg",
      "The image file cannot be shown Drawn drawing.svg",
      `Image not held Lost ${OLD}`,
      "Image not held Root /wp-content/root.jpg",
      `Image not held Lost, linked ${OLD}`,
      `Image not held Lost, to itself ${OLD}`,
      `Image not held x ${OLD}`,
    ]);
    assert.ok(!has(document, "a a"));
    assert.ok(!/(?:src|srcset)="(?:https?:)?\/\//.test(html));
    const root = queryAll(document, ".image-not-held-address").find((link) =>
      link.attribs["data-words"]?.startsWith("/wp"),
    );
    assert.equal(root?.attribs.href, "http://old.example/wp-content/root.jpg");
    assert.match(
      readBox(queryOne(site.page("/sv/2011/pond/").document, ".image-not-held")),
      /Bilden finns inte i arkivet/,
    );
  });

  test("are no words of the text", () => {
    const row = site
      .read("data/posts.ndjson")
      .split("\n")
      .map((line) => line && JSON.parse(line))
      .find((post) => post.id === "2011/pond");
    assert.ok(!/held|Lost|old\.example/.test(row.text), row.text);
    assert.match(row.text, /^The pond.*In a figure$/s);
  });
});
