// The description of the data files' columns, in docs and in data/, is that of the columns.

import assert from "node:assert/strict";
import { test } from "node:test";
import { COMMENT_COLUMNS, POST_COLUMNS } from "../../scripts/site/data-columns.ts";
import { readProjectFile } from "../support/project-files.ts";

test("docs/data-files.md says the same of each column as the data package", () => {
  const lines = readProjectFile("docs/data-files.md").split("\n");
  const rows = lines.filter((line) => /^\| `/.test(line));
  const expected = [...POST_COLUMNS, ...COMMENT_COLUMNS].map(({ name, meaning }) => `| \`${name}\` | ${meaning} |`);
  assert.deepEqual(rows, expected);
});
