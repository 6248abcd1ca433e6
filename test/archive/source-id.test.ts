import assert from "node:assert/strict";
import { test } from "node:test";
import { isImportedSourceId, isSourceId, toSourceId } from "../../scripts/archive/source-id.ts";

test("tells what can be a source's id", () => {
  for (const id of ["my-blog", "2011-blog", "a", "123"]) assert.ok(isSourceId(id), id);
  for (const id of ["", "My-blog", "блог", "a--b", "-a", "a-", "a.b", "con"]) assert.ok(!isSourceId(id), id);
  for (const id of ["sample", "123", "блог", "con"]) assert.ok(!isImportedSourceId(id), id);
});

test("makes an id of every slug, different ones of different slugs", () => {
  const ids = ["my-blog", "sample", "123", "con", "блог", "博客", "блог-2"].map((slug) =>
    toSourceId(slug, "wordpress"),
  );
  assert.deepEqual(ids.slice(0, 4), ["my-blog", "wordpress-sample", "wordpress-123", "wordpress-con"]);
  for (const id of ids) assert.ok(isImportedSourceId(id), id);
  assert.equal(new Set(ids).size, ids.length);
});
