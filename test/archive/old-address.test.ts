// Reads old addresses in every form that blogs, services and readers gave them.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  listAddressKeys,
  type OldAddress,
  readOldAddress,
  toAddressKey,
  toOldHost,
} from "../../scripts/archive/old-address.ts";

const POST = "blog.example/2011/01/we-need-to-talk";

// Each names the same post.
const SAME_PAGE: readonly string[] = [
  "http://blog.example/2011/01/we-need-to-talk/",
  "https://blog.example/2011/01/we-need-to-talk",
  "HTTP://WWW.Blog.Example/2011/01/we-need-to-talk/",
  "//blog.example/2011/01/we-need-to-talk/",
  "http://blog.example:80/2011/01/we-need-to-talk/",
  "https://blog.example:443/2011//01/we-need-to-talk/",
  "http://blog.example./2011/01/we-need-to-talk/",
  "http://blog.example/index.php/2011/01/we-need-to-talk/",
  "http://blog.example/2011/01/we-need-to-talk/index.html",
  "http://blog.example/2011/01/we%2Dneed%2dto-talk/",
  "http://blog.example/2011/01/we-need-to-talk/?utm_source=feed&utm_medium=rss&fbclid=1",
  "http://blog.example/2011/01/we-need-to-talk/?replytocom=7#respond",
  "http://blog.example/2011/01/we-need-to-talk/?cpage=2#comment-12",
  "http://blog.example/2011/01/we-need-to-talk/?m=1",
  "http://blog.example/2011/01/we-need-to-talk/?showComment=1352034919753#c77",
  "http://blog.example/2011/01/we-need-to-talk/?share=twitter&amp;nb=1",
  "http://blog.example/2011/01/we-need-to-talk/#more-12",
  " http://blog.example/2011/01/we-need-to-talk/ ",
];

// Each may be a page that is called so, and else is a view of the post.
const VIEWS: readonly (readonly [string, OldAddress["view"]])[] = [
  ["http://blog.example/2011/01/we-need-to-talk/amp/", "amp"],
  ["http://blog.example/2011/01/we-need-to-talk/feed/", "feed"],
  ["http://blog.example/2011/01/we-need-to-talk/feed/atom/", "feed"],
  ["http://blog.example/2011/01/we-need-to-talk/trackback/", "trackback"],
  ["http://blog.example/2011/01/we-need-to-talk/embed/", "embed"],
  ["http://blog.example/2011/01/we-need-to-talk/comment-page-2/#comment-12", "comments"],
];

const NUMBERS: readonly (readonly [string, string])[] = [
  ["http://blog.example/?p=12", "blog.example/?p=12"],
  ["http://www.blog.example/index.php?p=12", "blog.example/?p=12"],
  ["http://blog.example?page_id=12", "blog.example/?p=12"],
  ["http://blog.example/?attachment_id=012", "blog.example/?p=12"],
  ["http://blog.example/?p=12&cpage=1#comment-5", "blog.example/?p=12"],
  ["http://blog.example/?preview=true&p=12", "blog.example/?p=12"],
  ["http://blog.example/blog/?p=12", "blog.example/blog?p=12"],
  ["http://blog.example/?p=abc", "blog.example/?p=abc"],
  ["http://blog.example/?p=0", "blog.example/?p=0"],
  ["http://blog.example/?cat=3", "blog.example/?cat=3"],
  ["http://blog.example/?m=201101", "blog.example/?m=201101"],
  ["http://blog.example/?tag=b&lang=sv", "blog.example/?lang=sv&tag=b"],
  ["http://blog.example", "blog.example/"],
  ["http://blog.example/index.php", "blog.example/"],
];

const FRAGMENTS: readonly (readonly [string, Pick<OldAddress, "comment" | "fragment">])[] = [
  ["http://blog.example/a/#comment-12", { comment: "comment-12" }],
  ["http://blog.example/a/#div-comment-12", { comment: "comment-12" }],
  ["http://blog.example/a/#comment12", { comment: "comment-12" }],
  ["http://blog.example/a/?replytocom=12#respond", { comment: "comment-12" }],
  ["http://blog.example/a/?replytocom=12", { comment: "comment-12" }],
  ["http://blog.example/?p=4&cpage=1#comment-12", { comment: "comment-12" }],
  ["http://a.blogspot.com/b.html?showComment=1#c7890123456789012345", { comment: "c7890123456789012345" }],
  ["http://blog.example/a/#respond", {}],
  ["http://blog.example/a/#comments", {}],
  ["http://blog.example/a/#more-99", {}],
  ["http://blog.example/a/#", {}],
  ["http://blog.example/a/#disqus_thread", {}],
  ["http://blog.example/a/#fn%C3%A5", { fragment: "fnå" }],
  ["http://blog.example/a/#:~:text=words", { fragment: ":~:text=words" }],
];

const HOSTS: readonly (readonly [string, string])[] = [
  ["WWW.Blog.Example", "blog.example"],
  ["www2.blog.example", "blog.example"],
  ["www.com", "www.com"],
  ["a.blogspot.se", "a.blogspot.com"],
  ["a.blogspot.co.uk", "a.blogspot.com"],
  ["a.blogspot.com.au", "a.blogspot.com"],
  ["a.blogspot.com", "a.blogspot.com"],
  ["www.a.blogspot.de", "a.blogspot.com"],
  ["localhost:8080", "localhost:8080"],
];

// Names in other scripts, whatever their escapes look like.
const SCRIPTS: readonly (readonly [string, string])[] = [
  ["http://blog.example/2011/%c3%a5%C3%A4/", "blog.example/2011/åä"],
  ["http://blog.example/2011/åä/", "blog.example/2011/åä"],
  ["http://blog.example/2011/a\u030aa\u0308/", "blog.example/2011/åä"],
  ["http://blog.example/%E5/", "blog.example/%E5"],
  ["http://blog.example/%e5/", "blog.example/%E5"],
  ["http://blog.example/a%2Fb/", "blog.example/a%2Fb"],
  ["http://blog.example/100%/", "blog.example/100%"],
  ["http://blog.example/Case/", "blog.example/Case"],
];

const NO_ADDRESS: readonly string[] = [
  "",
  "mailto:a@b.example",
  "/2011/x",
  "http://",
  "http:///x",
  "blog.example/a",
  "ftp://a.example/",
  "http://[x/",
];

function read(text: string): OldAddress {
  const address = readOldAddress(text);
  assert.ok(address, text);
  return address;
}

describe("old addresses", () => {
  test("of one page have one key", () => {
    for (const text of SAME_PAGE) assert.equal(toAddressKey(read(text)), POST, text);
  });
  test("of a view are those of a page called so, then the page's", () => {
    for (const [text, view] of VIEWS) {
      assert.equal(read(text).view, view, text);
      assert.equal(listAddressKeys(read(text)).length, 2, text);
      assert.equal(listAddressKeys(read(text))[1], POST, text);
    }
  });
  test("name posts by number, and lists by their query", () => {
    for (const [text, key] of NUMBERS) assert.equal(toAddressKey(read(text)), key, text);
  });
  test("with something unknown in the query may be the page's without it, but the root's are not", () => {
    assert.deepEqual(listAddressKeys(read("http://blog.example/a/?x=1")), ["blog.example/a?x=1", "blog.example/a"]);
    assert.deepEqual(listAddressKeys(read("http://blog.example/?x=1")), ["blog.example/?x=1"]);
  });
  test("lead to comments and to places in the text", () => {
    for (const [text, expected] of FRAGMENTS) {
      const { comment, fragment } = read(text);
      assert.deepEqual({ ...(comment && { comment }), ...(fragment && { fragment }) }, expected, text);
    }
  });
  test("have hosts of one form", () => {
    for (const [host, expected] of HOSTS) assert.equal(toOldHost(host), expected, host);
  });
  test("in other scripts are decoded where they are UTF-8", () => {
    for (const [text, key] of SCRIPTS) assert.equal(toAddressKey(read(text)), key, text);
  });
  test("that are none of the web are none", () => {
    for (const text of NO_ADDRESS) assert.equal(readOldAddress(text), undefined, text);
  });
});
