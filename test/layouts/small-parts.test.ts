// The small decisions that pages rest on: initials, page numbers, addresses, counts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { contactHref } from "../../layouts/contact-href.ts";
import { countReplies } from "../../layouts/count-replies.ts";
import { describeReason } from "../../layouts/describe-reason.ts";
import { groupByInitial } from "../../layouts/group-by-initial.ts";
import { pickPageNumbers } from "../../layouts/page-numbers.ts";
import { namePlatform } from "../../layouts/platform-name.ts";
import { webAddress } from "../../layouts/web-address.ts";
import { findInitial } from "../../scripts/strings/alphabet.ts";
import { getStrings } from "../../scripts/strings/index.ts";
import { createChain } from "./samples.ts";

test("å, ä and ö are letters of their own in Swedish only", () => {
  assert.deepEqual(
    ["åsa", "Élodie", "ärlig", "ørn", "王", "7up", ""].map((name) => findInitial(name, "sv")),
    ["Å", "E", "Ä", "Ø", "王", "", ""],
  );
  assert.deepEqual(
    ["åsa", "Élodie"].map((name) => findInitial(name, "en")),
    ["A", "E"],
  );
});

test("groups stand in the language's alphabet, names without a letter last", () => {
  const names = ["???", "Örjan", "Adam", "Åsa", "Zoe", "Ärla"];
  const initials = (language: "en" | "sv") =>
    groupByInitial(names, (name) => name, language).map((group) => group.initial);
  assert.deepEqual(initials("sv"), ["A", "Z", "Å", "Ä", "Ö", ""]);
  assert.deepEqual(initials("en"), ["A", "O", "Z", ""]);
});

test("a long list links its ends and what is near", () => {
  assert.deepEqual(pickPageNumbers(1, 1), [1]);
  assert.deepEqual(pickPageNumbers(1, 4), [1, 2, 3, 4].slice(0, 3).concat(4));
  assert.deepEqual(pickPageNumbers(50, 99), [1, 48, 49, 50, 51, 52, 99]);
});

test("only web addresses become links", () => {
  assert.equal(webAddress("http://snow.example"), "http://snow.example/");
  for (const hostile of [
    undefined,
    "",
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "//x.example",
    "http://",
    "snow.example",
  ]) {
    assert.equal(webAddress(hostile), undefined, hostile);
  }
});

test("a contact is a web address or one plain e-mail address", () => {
  assert.equal(contactHref("https://snow.example/contact"), "https://snow.example/contact");
  assert.equal(contactHref("archive@snow.example"), "mailto:archive@snow.example");
  for (const hostile of [undefined, "javascript:alert(1)", "a@b.example?subject=x&body=y", "nobody"]) {
    assert.equal(contactHref(hostile), undefined, hostile);
  }
});

test("a branch counts its replies of every level", () => {
  assert.equal(countReplies(createChain(10)), 9);
  assert.equal(countReplies(createChain(1)), 0);
});

test("a reason is put into words as far as we have them", () => {
  const t = getStrings("en");
  assert.deepEqual(describeReason("draft", t), { text: "Drafts" });
  assert.deepEqual(describeReason("type-portfolio", t), { text: "Content of the type {name}", name: "portfolio" });
  assert.deepEqual(describeReason("on-portfolio", t), { text: "On content of the type {name}", name: "portfolio" });
  assert.deepEqual(describeReason("constructor", t), { text: "{name}", name: "constructor" });
});

test("a platform without a name of ours is called as its source file has it", () => {
  assert.equal(namePlatform("wordpress", getStrings("sv")), "WordPress");
  assert.equal(namePlatform("geocities", getStrings("sv")), "geocities");
  assert.equal(namePlatform(undefined, getStrings("sv")), undefined);
});
