// The account of an import on its source's page.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ledger } from "../../scripts/archive/ledger-model.ts";
import { parseHtml, queryAll, queryOne, textOf } from "../support/dom.ts";
import { createContext, drawPage, VIEWS } from "./samples.ts";

async function draw(language: "en" | "sv", more: Partial<Ledger>): Promise<string> {
  const { source } = VIEWS.source;
  const ledger = { ...source.ledger, ...more } as Ledger;
  const view = { ...VIEWS.source, source: { ...source, ledger } };
  return drawPage("source", view, createContext(language));
}

const CONTENT: Partial<Ledger> = {
  fidelity: { compared: 1200, identical: 1199, different: [{ item: "comment 7", what: "words: expected “a”" }] },
  links: { rewritten: 12, unresolved: 3, ambiguous: 0, lists: 0, files: 0, examples: [] },
  media: { held: 0, missing: 5, reasons: { "not-held": 4, "new-state": 1 }, hosts: {} },
};

test("the account tells of texts, links and files, in both languages", async () => {
  const ledger = queryOne(parseHtml(await draw("en", CONTENT)), "section.ledger");
  assert.match(textOf(ledger), /Proof: 1,200 texts compared with the source, 1,199 identical\./);
  assert.match(textOf(queryAll(ledger, "details")[0] ?? ledger), /1 text differs\s*comment 7: words: expected “a”/);
  const rows = queryAll(ledger, "dd").map((row) => textOf(row).replace(/\s+/g, " ").trim());
  for (const row of ["Lead to their new place here 12", "To what is not in the archive 3", "Held here 0"]) {
    assert.ok(rows.includes(row), `${row} in ${rows.join("; ")}`);
  }
  assert.ok(rows.includes("Not given or fetched 4") && rows.includes("new-state 1"));
  assert.ok(!rows.some((row) => row.startsWith("To the home page")), "what did not occur is not told");
  const swedish = textOf(queryOne(parseHtml(await draw("sv", CONTENT)), "section.ledger"));
  assert.match(swedish, /Kontroll: 1\s200 texter jämförda med källan, 1\s199 stämmer helt\./);
});

test("an account that tells nothing of them has no heading for it", async () => {
  assert.doesNotMatch(await draw("en", {}), /Texts, links and files/);
});
