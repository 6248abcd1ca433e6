// Which of the given files an address shows: by path, through sizes and spellings, and never by guessing.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readMediaAddress } from "../../../scripts/import/media/media-address.ts";
import { toSourceHosts } from "../../../scripts/import/media/media-hosts.ts";
import { createMediaLibrary, type MediaFile } from "../../../scripts/import/media/media-library.ts";

const HOSTS = toSourceHosts(["https://www.blog.example/", "https://plog.files.wordpress.com/2011/01/x.jpg"]);
const UPLOADS = "https://blog.example/wp-content/uploads";
const GOOGLE = "https://1.bp.blogspot.com/-a1/S2/AAA/bbb";

function find(
  paths: readonly (string | Partial<MediaFile>)[],
  address: string,
  originals: readonly string[] = [],
): string {
  const files = paths.map((path) => ({
    container: 0,
    path: "",
    size: 1,
    ...(typeof path === "string" ? { path } : path),
  }));
  const read = readMediaAddress(address, (place) => originals.includes(place));
  if (read === undefined) return "no address";
  const match = createMediaLibrary(files).find(read, HOSTS);
  return match.kind === "found" ? match.file.path : match.kind;
}

const WORDPRESS: readonly (readonly [paths: readonly string[], address: string, found: string])[] = [
  // Wherever the export begins.
  [["2011/01/a.jpg"], `${UPLOADS}/2011/01/a.jpg`, "2011/01/a.jpg"],
  [["media/2011/01/a.jpg"], `${UPLOADS}/2011/01/a.jpg`, "media/2011/01/a.jpg"],
  [["site/wp-content/uploads/2011/01/a.jpg"], `${UPLOADS}/2011/01/a.jpg`, "site/wp-content/uploads/2011/01/a.jpg"],
  [["./2011/01/a.jpg"], "http://plog.files.wordpress.com/2011/01/a.jpg", "./2011/01/a.jpg"],
  [["2011/01/a.jpg"], "http://plog.wordpress.com/files/2011/01/a.jpg", "2011/01/a.jpg"],
  // The month decides.
  [["2011/01/a.jpg", "2011/02/a.jpg"], `${UPLOADS}/2011/02/a.jpg`, "2011/02/a.jpg"],
  [["2011/01/a.jpg"], `${UPLOADS}/2011/02/a.jpg`, "none"],
  [["2011/01/a.jpg", "themes/x/a.jpg"], `${UPLOADS}/2012/02/a.jpg`, "none"],
  [["2011/01/a.jpg"], "https://blog.example/images/a.jpg", "none"],
  [["2011/01/a.jpg", "logo.png"], `${UPLOADS}/logo.png`, "logo.png"],
  [["2011/01/a.jpg", "logo.png"], `https://blog.example/theme/logo.png`, "none"],
  [["sites/2/2011/01/a.jpg", "2011/01/a.jpg"], `${UPLOADS}/2011/01/a.jpg`, "2011/01/a.jpg"],
  [["x/2011/01/a.jpg", "y/2011/01/a.jpg"], `${UPLOADS}/2011/01/a.jpg`, "ambiguous"],
  // Sizes.
  [["2011/01/a.jpg", "2011/01/a-300x200.jpg"], `${UPLOADS}/2011/01/a-300x200.jpg`, "2011/01/a.jpg"],
  [["2011/01/a-300x200.jpg"], `${UPLOADS}/2011/01/a-300x200.jpg`, "2011/01/a-300x200.jpg"],
  [["2011/01/a-150x150.jpg"], `${UPLOADS}/2011/01/a-300x200.jpg`, "none"],
  [["2011/01/a.jpg", "2011/01/a-scaled.jpg"], `${UPLOADS}/2011/01/a-300x200.jpg`, "2011/01/a-scaled.jpg"],
  [["2011/01/a-scaled.jpg"], `${UPLOADS}/2011/01/a.jpg`, "2011/01/a-scaled.jpg"],
  [["2011/01/a.jpg"], `${UPLOADS}/2011/01/a-scaled.jpg`, "2011/01/a.jpg"],
  [["2011/01/a.jpg"], `${UPLOADS}/2011/01/a.jpg?w=300&h=200&crop=1`, "2011/01/a.jpg"],
  [
    ["2011/01/a.jpg"],
    "https://i0.wp.com/blog.example/wp-content/uploads/2011/01/a.jpg?resize=300%2C200&ssl=1",
    "2011/01/a.jpg",
  ],
  [
    ["2011/01/a.jpg"],
    "https://i2.wp.com/www.blog.example/wp-content/uploads/2011/01/a-1024x768.jpg?fit=1",
    "2011/01/a.jpg",
  ],
  [["2011/01/a.jpg"], "https://i0.wp.com/other.example/wp-content/uploads/2011/01/a.jpg", "none"],
  [
    ["2011/01/a.jpg"],
    "https://web.archive.org/web/20110203040506im_/http://blog.example/wp-content/uploads/2011/01/a.jpg",
    "2011/01/a.jpg",
  ],
  // Spelling.
  [
    ["2011/01/sommar ö.jpg".normalize("NFD")],
    `${UPLOADS}/2011/01/sommar%20%C3%B6.jpg`,
    "2011/01/sommar ö.jpg".normalize("NFD"),
  ],
  [["2011/01/två ord.jpg"], `${UPLOADS}/2011/01/tv%C3%A5+ord.jpg`, "2011/01/två ord.jpg"],
  [["2011/01/å.jpg"], `${UPLOADS}/2011/01/%E5.jpg`, "2011/01/å.jpg"],
  [["2011/01/IMG_1.JPG"], `${UPLOADS}/2011/01/img_1.jpg`, "2011/01/IMG_1.JPG"],
  [["2011/01/IMG_1.JPG", "2011/01/Img_1.jpg"], `${UPLOADS}/2011/01/img_1.jpg`, "ambiguous"],
  // Other people's.
  [["2011/01/a.jpg", "a.jpg"], "https://other.example/wp-content/uploads/2011/01/a.jpg", "none"],
  [["2011/01/a.jpg"], "https://other.files.wordpress.com/2011/01/a.jpg", "none"],
  [["mirror/other.example/img/a.jpg"], "https://other.example/img/a.jpg", "mirror/other.example/img/a.jpg"],
  // Flat copies: nothing but the name tells.
  [["a.jpg", "b.jpg"], `${UPLOADS}/2011/01/a.jpg`, "a.jpg"],
  [["page_files/a.jpg"], "https://blog.example/2011/01/a.jpg", "page_files/a.jpg"],
  [["x/a.jpg", "y/a.jpg"], `${UPLOADS}/2011/01/a.jpg`, "ambiguous"],
];

const CUT = "ett-mycket-langt-namn-pa-en-bild-fran-sommaren-vid-havet-2009";

const BLOGGER: readonly (readonly [paths: readonly (string | Partial<MediaFile>)[], address: string, found: string])[] =
  [
    [["Takeout/Blogger/Albums/B/a.jpg"], `${GOOGLE}/s320/a.jpg`, "Takeout/Blogger/Albums/B/a.jpg"],
    [["Albums/B/a b.jpg"], `${GOOGLE}/s1600-h/a%2Bb.jpg`, "Albums/B/a b.jpg"],
    [["Albums/B/a.jpg", "Albums/B/b.jpg"], "https://lh3.ggpht.com/_x/S/A/w400-h300-no/b.jpg", "Albums/B/b.jpg"],
    [["Albums/B/a.jpg"], "https://blogger.googleusercontent.com/img/b/R29v/AVv/s640/a.jpg", "Albums/B/a.jpg"],
    [["Albums/B/a.jpg"], "http://photos1.blogger.com/blogger/12/34/320/a.jpg", "Albums/B/a.jpg"],
    [["Albums/B/a.jpg", "Albums/B/a(1).jpg"], `${GOOGLE}/s320/a.jpg`, "ambiguous"],
    [["Albums/B/a.jpg", { path: "Albums/B/a(1).jpg", title: "c.jpg" }], `${GOOGLE}/s320/a.jpg`, "Albums/B/a.jpg"],
    [["Albums/B/a.jpg", { path: "Albums/B/a(1).jpg", title: "a.jpg" }], `${GOOGLE}/s320/a.jpg`, "ambiguous"],
    [["Albums/B/a.jpg", "Albums/C/a.jpg"], `${GOOGLE}/s320/a.jpg`, "ambiguous"],
    [[`Albums/B/${CUT.slice(0, 47)}.jpg`], `${GOOGLE}/s320/${CUT}.jpg`, `Albums/B/${CUT.slice(0, 47)}.jpg`],
    [[`Albums/B/${CUT.slice(0, 51)}`], `${GOOGLE}/s320/${CUT}.jpg`, `Albums/B/${CUT.slice(0, 51)}`],
    [
      [`Albums/B/${CUT.slice(0, 46)}.jpg`, `Albums/B/${CUT.slice(0, 46)}(1).jpg`],
      `${GOOGLE}/s320/${CUT}.jpg`,
      "ambiguous",
    ],
    [
      [{ path: `Albums/B/${CUT.slice(0, 46)}.jpg`, title: `${CUT}.jpg` }],
      `${GOOGLE}/s320/${CUT}.jpg`,
      `Albums/B/${CUT.slice(0, 46)}.jpg`,
    ],
    // A WordPress blog's uploads say nothing of what lies at Google.
    [["2011/01/a.jpg"], `${GOOGLE}/s320/a.jpg`, "none"],
  ];

describe("find the file of an address", () => {
  for (const [paths, address, found] of WORDPRESS) {
    test(`${paths.join(", ")} for ${address}`, () => assert.equal(find(paths, address), found));
  }
  for (const [paths, address, found] of BLOGGER) {
    test(`${JSON.stringify(paths)} for ${address}`, () => assert.equal(find(paths, address), found));
  }

  test("an original may be named like a size", () => {
    const files = ["2013/03/a-150x150.jpg", "2013/03/a.jpg"];
    const address = `${UPLOADS}/2013/03/a-150x150.jpg`;
    assert.equal(find(files, address), "2013/03/a.jpg");
    assert.equal(
      find(files, address, ["blog.example/wp-content/uploads/2013/03/a-150x150.jpg"]),
      "2013/03/a-150x150.jpg",
    );
  });

  test("of two exports that hold one place, the one that was named first counts", () => {
    const files = [1, 0].map((container) => ({ container, path: "2011/01/a.jpg", size: container }));
    const address = readMediaAddress(`${UPLOADS}/2011/01/a.jpg`);
    assert.ok(address !== undefined);
    const match = createMediaLibrary(files.reverse()).find(address, HOSTS);
    assert.equal(match.kind === "found" && match.file.container, 0);
  });

  for (const address of [
    "data:image/png;base64,AA",
    "mailto:a@example.org",
    "/a.jpg",
    "https://",
    "https://u:p@blog.example/a.jpg",
    "ftp://blog.example/a.jpg",
  ]) {
    test(`${address} is no address of a file`, () => assert.equal(find(["a.jpg"], address), "no address"));
  }
});

describe("addresses to fetch a file from", () => {
  const cases: readonly (readonly [address: string, sources: readonly string[]])[] = [
    [`${UPLOADS}/2011/01/a-300x200.jpg?x=1#y`, [`${UPLOADS}/2011/01/a.jpg`, `${UPLOADS}/2011/01/a-300x200.jpg`]],
    [`${GOOGLE}/s320/a.jpg`, [`${GOOGLE}/s0/a.jpg`, `${GOOGLE}/s320/a.jpg`]],
    [`${GOOGLE}/s1600-h/a.jpg`, [`${GOOGLE}/s0/a.jpg`, `${GOOGLE}/s1600/a.jpg`]],
    [
      "https://lh3.googleusercontent.com/abc=w400-h300",
      ["https://lh3.googleusercontent.com/abc=s0", "https://lh3.googleusercontent.com/abc=w400-h300"],
    ],
    [
      "http://photos1.blogger.com/blogger/1/2/320/a.jpg",
      ["http://photos1.blogger.com/blogger/1/2/1600/a.jpg", "http://photos1.blogger.com/blogger/1/2/320/a.jpg"],
    ],
    [
      "https://i0.wp.com/blog.example/u/a.jpg?resize=3,2&ssl=1",
      ["https://blog.example/u/a.jpg", "https://i0.wp.com/blog.example/u/a.jpg"],
    ],
    ["//blog.example/image.php?id=7", ["https://blog.example/image.php?id=7"]],
  ];
  for (const [address, sources] of cases) {
    test(address, () => assert.deepEqual(readMediaAddress(address)?.sources, sources));
  }
});
