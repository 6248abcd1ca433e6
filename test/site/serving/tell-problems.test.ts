// What is wrong in an archive is told once under `npm start`, and again when it comes back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toWarning } from "../../../scripts/archive/found.ts";
import { createProblemTeller } from "../../../scripts/site/serving/tell-problems.ts";

test("each problem is told once, until it is mended and comes back", () => {
  const said: string[] = [];
  const of = (file: string) => ({ ...toWarning(undefined, "file-unexpected.post"), file });
  const { tell, tellAll } = createProblemTeller((line) => said.push(line.split(":")[1]?.trim() ?? ""));
  tellAll([of("a"), of("b")]);
  tell([of("b"), of("c")]);
  tellAll([of("a"), of("c")]);
  assert.deepEqual(said, ["a", "b", "c"]);
  tellAll([of("b")]);
  assert.deepEqual(said, ["a", "b", "c", "b"]);
});
