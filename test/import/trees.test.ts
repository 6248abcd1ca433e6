// Whatever tree of posts and comments goes into an export comes out of the archive: ids, parents, states, dates, authors, words.
// ORDSKIFTE_TREES=2000 carries that many trees through each format; 30 when it is not set, 300 in a run of large tests.

import test from "node:test";
import { TREE_FORMATS } from "../support/export-trees.ts";
import { countOf } from "../support/thoroughness.ts";
import { carryTrees } from "./trees.ts";

const TREES = Number(process.env.ORDSKIFTE_TREES ?? countOf(30, 300));
const TREES_PER_BLOG = 60;

for (const format of TREE_FORMATS) {
  test(`trees come through: ${format.name}`, async () => {
    for (let seed = 1; seed <= Math.ceil(TREES / TREES_PER_BLOG); seed++) {
      await carryTrees(format, seed, Math.min(TREES, TREES_PER_BLOG));
    }
  });
}
