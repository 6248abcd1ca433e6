// Translations that name their original, also when the export holds only one of the two.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { readArchive } from "../../../scripts/archive/read-archive.ts";
import { importFiles } from "../import-files.ts";
import { type WxrItemSpec, writeWxr } from "../write-wxr.ts";

const GROUP =
  "<wp:term><wp:term_id>3</wp:term_id><wp:term_taxonomy>post_translations</wp:term_taxonomy>" +
  '<wp:term_description><![CDATA[a:2:{s:2:"en";i:1;s:2:"sv";i:2;}]]></wp:term_description></wp:term>';
const ENGLISH: WxrItemSpec = { id: 1, slug: "tea", terms: [["language", "en", "English"]] };
const SWEDISH: WxrItemSpec = { id: 2, slug: "te", terms: [["language", "sv", "Svenska"]] };

test("a partial export leaves a translation what it translates", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-translations-"));
  try {
    const content = join(folder, "content");
    for (const [name, items] of Object.entries({ both: [SWEDISH, ENGLISH], one: [SWEDISH] })) {
      const file = join(folder, `${name}.xml`);
      writeFileSync(file, writeWxr({ channel: GROUP, items }));
      await importFiles([file], content, { lang: "en" });
      const { posts } = (await readArchive(content)).archive;
      assert.equal(posts.find(({ source_id }) => source_id === "2")?.translation_of, "2012/tea", name);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
