// The time zone that a user names is kept with the source, and holds when the blog is imported again.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { isTimeZone } from "../../scripts/import/time-zone.ts";
import { importFiles, readTree } from "./import-files.ts";
import { writeWxr } from "./write-wxr.ts";

const ITEMS = [{ id: 1, date: "2012-07-01 12:00:00", dateGmt: "0000-00-00 00:00:00" }];

test("a zone holds until another is named", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-zone-"));
  try {
    const file = join(folder, "blog.xml");
    const content = join(folder, "content");
    writeFileSync(file, writeWxr({ items: ITEMS }));
    const readDate = async (): Promise<string> => {
      const { posts, sources } = (await readArchive(content)).archive;
      return `${posts[0]?.date} ${sources[0]?.timezone}`;
    };
    await importFiles([file], content, { timezone: "Europe/Stockholm" });
    assert.equal(await readDate(), "2012-07-01T12:00:00+02:00 Europe/Stockholm");
    const before = readTree(content);
    await importFiles([file], content);
    assert.deepEqual(readTree(content), before);
    await importFiles([file], content, { timezone: "Europe/London" });
    assert.equal(await readDate(), "2012-07-01T12:00:00+01:00 Europe/London");
    await importFiles([file], content);
    assert.equal(await readDate(), "2012-07-01T12:00:00+01:00 Europe/London");
    const path = join(content, "sources/blog-example.md");
    writeFileSync(path, readFileSync(path, "utf8").replace("Europe/London", "local"));
    await importFiles([file], content);
    assert.match(await readDate(), /^2012-07-01T12:00:00 /);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a zone is one place's, not the machine's", () => {
  assert.ok(isTimeZone("Europe/Stockholm") && isTimeZone("UTC+1"));
  for (const zone of ["local", "system", "Default", "Mars/Base"]) assert.ok(!isTimeZone(zone), zone);
});
