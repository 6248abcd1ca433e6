// Finds the records that old addresses lead to.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { classifyAddress, createAddressBook, isOnHost } from "../../scripts/archive/address-book.ts";
import { type OldAddress, readOldAddress } from "../../scripts/archive/old-address.ts";

function read(text: string): OldAddress {
  const address = readOldAddress(text);
  assert.ok(address, text);
  return address;
}

function createBook(): ReturnType<typeof createAddressBook> {
  const book = createAddressBook([
    { id: "w", platform: "wordpress", url: "http://blog.example/news/" },
    { id: "b", platform: "blogger", url: "http://b.blogspot.com/" },
  ]);
  book.add({ id: "2011/w", source: "w", source_id: "12", source_url: "http://blog.example/news/2011/03/w/" });
  book.add({
    id: "2011/b",
    source: "b",
    source_id: "108411223344",
    source_url: "http://b.blogspot.com/2011/03/b.html",
  });
  book.add({ id: "2011/d", source: "w", source_id: "13", source_url: "http://blog.example/news/d/", status: "draft" });
  book.add({ id: "2011/o", source_url: "http://åäö.example/2011/03/w/" });
  return book;
}

const FINDS: readonly (readonly [string, string | undefined])[] = [
  ["http://blog.example/news/?p=12", "2011/w"],
  ["http://blog.example/news/index.php?page_id=12&preview=true", "2011/w"],
  ["http://blog.example/?p=12", undefined],
  ["http://blog.example/2011/03/w/", undefined],
  ["http://blog.example/news/2011/03/w/2/", "2011/w"],
  ["http://blog.example/news/2011/03/w/attachment/photo/", "2011/w"],
  ["http://blog.example/news/2011/03/", undefined],
  ["http://blog.example/news/d/", undefined],
  ["http://b.blogspot.co.uk/2011/03/b.html?m=1", "2011/b"],
  ["http://b.blogspot.com/feeds/108411223344/comments/default", "2011/b"],
  ["http://b.blogspot.com/2004_05_01_archive.html#108411223344", "2011/b"],
  ["http://b.blogspot.com/2004_05_01_archive.html#1", undefined],
  ["http://xn--4cab6c.example/2011/03/w", "2011/o"],
];

describe("the address book", () => {
  test("finds records by every form of their addresses, and no other blog's", () => {
    const book = createBook();
    for (const [address, id] of FINDS) {
      const found = book.find(read(address));
      assert.equal(found?.kind === "post" ? found.id : undefined, id, address);
    }
  });

  test("knows texts that may hold one of its hosts", () => {
    const book = createBook();
    for (const text of [
      "see //BLOG.example/x",
      "http://www.b.blogspot.se/",
      "http://åäö.example/",
      "http://xn--4cab6c.example/",
    ])
      assert.ok(book.mentions(text), text);
    for (const text of ["blog.example", "http://else.example/?u=blog.example", ""])
      assert.ok(!book.mentions(text), text);
    assert.ok(isOnHost("http://åäö.example/x", book.hosts));
  });

  test("leads to neither of two records with one address, and to the other when one goes", () => {
    const book = createBook();
    assert.ok(book.add({ id: "2012/x", source_url: "https://www.blog.example/news/2011/03/w" }));
    assert.deepEqual(book.find(read("http://blog.example/news/2011/03/w/")), {
      kind: "ambiguous",
      ids: ["2011/w", "2012/x"],
    });
    assert.deepEqual(book.listCollisions(), [{ key: "blog.example/news/2011/03/w", ids: ["2011/w", "2012/x"] }]);
    book.add({ id: "2012/x", status: "removed" });
    assert.deepEqual(book.find(read("http://blog.example/news/2011/03/w/#comment-3")), {
      kind: "post",
      id: "2011/w",
      comment: "comment-3",
    });
  });

  test("tells lists and files from what looks like a record", () => {
    const kinds = {
      list: [
        "http://x.example/",
        "http://x.example/category/a/",
        "http://x.example/2011/03/",
        "http://x.example/?cat=3",
        "http://x.example/?m=201103",
        "http://x.example/search/label/A",
      ],
      file: ["http://x.example/wp-content/uploads/a.jpg", "http://x.example/a.pdf"],
      other: ["http://x.example/?p=3", "http://x.example/2011/03/a/", "http://x.example/about/"],
    };
    for (const [kind, addresses] of Object.entries(kinds))
      for (const address of addresses) assert.equal(classifyAddress(read(address)), kind, address);
  });
});
