import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeArchive, readAll } from "./archive/temporary-archive.ts";
import { PROJECT, runOrdskifte, runOrdskifteHere } from "./support/command-line.ts";

test("says where each problem is and what to do, in order, and counts them", async () => {
  const folder = "test/fixtures/check/parent-missing/content";
  const { code, stdout, stderr } = await runOrdskifte(["check", "--content", folder]);
  const file = `${folder}/posts/2011/talk/comments/c2.md`;
  assert.equal(
    stdout,
    `${file}:3: error: parent "c1" is not in the archive; say why with parent_state (unpublished, deleted or missing)\n` +
      "Checked 1 post, 0 pages, 2 comments, 0 sources: 1 error, 0 warnings.\n",
  );
  assert.deepEqual([code, stderr], [1, ""]);
});

test("warnings do not fail", async () => {
  const { code, stdout } = await runOrdskifteHere(["check", "--content", "test/fixtures/check/year-mismatch/content"]);
  assert.equal(code, 0);
  assert.match(stdout, /: 0 errors, 4 warnings\.\n$/);
});

test("--fix mends, tells what it did, and is content afterwards", async (t) => {
  const folder = makeArchive(t, {
    "site.json": '{"language": "sv"}',
    "posts/2010/talk/index.md": "---\ndate: 2011-01-19\nlang: de\n---\nText.\n",
  });
  const { code, stdout } = await runOrdskifteHere(["check", "--fix", "--content", folder]);
  assert.equal(code, 0);
  assert.equal(
    stdout,
    `${folder}/posts/2010/talk/index.md: fixed: rewrote it in normal form\n` +
      `${folder}/posts/2010/talk: fixed: moved to posts/2011/talk, because its date is 2011-01-19; /sv/2010/talk/ is kept in its aliases\n` +
      "Checked 1 post, 0 pages, 0 comments, 0 sources: 0 errors, 0 warnings, 2 fixed.\n",
  );
  assert.deepEqual(Object.keys(readAll(folder)), ["posts/2011/talk/index.md", "site.json"]);
});

test("nothing from a file reaches the terminal as a command", async (t) => {
  const folder = makeArchive(t, {
    "posts/2011/talk/index.md": '---\ndate: "2011"\nlang: "\\u001b[31m\\u202e"\n---\n',
    "posts/2011/b\u001b[31m/index.md": '---\ndate: "2011"\n---\n',
  });
  const { stdout } = await runOrdskifteHere(["check", "--content", folder]);
  assert.ok(!stdout.includes("\u001b") && !stdout.includes("\u202e"));
  assert.match(stdout, /lang is "\\u001b\[31m\\u202e"/);
});

test("wrong use is exit code 2", async (t) => {
  const none = join(makeArchive(t), "none");
  for (const args of [
    ["--content", none],
    ["--content", join(PROJECT, "package.json")],
    ["--bogus"],
    ["surplus"],
    ["--lang", "de"],
    ["--format", "xml"],
  ]) {
    const { code, stdout, stderr } = await runOrdskifteHere(["check", ...args]);
    assert.deepEqual([code, stdout], [2, ""], args.join(" "));
    assert.match(stderr, /npm run check -- --help/);
  }
  const help = await runOrdskifteHere(["check", "--help"]);
  assert.equal(help.code, 0);
  assert.match(help.stdout, /Usage: npm run check/);
});

test("reports in either language, for programs, for GitHub and as a summary", async (t) => {
  const folder = "test/fixtures/check/parent-missing/content";
  const summary = join(makeArchive(t), "summary.md");
  const inSwedish = await runOrdskifteHere(["check", "--content", folder, "--lang", "sv", "--summary", summary]);
  assert.match(inSwedish.stdout, /Kontrollerade 1 inlägg, .*: 1 fel, 0 varningar\.\n$/);
  assert.match(readFileSync(summary, "utf8"), /^## Vad kontrollen fann\n/);
  const asData = await runOrdskifteHere(["check", "--content", folder, "--format", "json"]);
  assert.equal(JSON.parse(asData.stdout).problems[0].code, "parent-missing");
  const onGitHub = await runOrdskifteHere(["check", "--content", folder, "--format", "github"]);
  assert.match(
    onGitHub.stdout,
    /^::error file=test\/fixtures\/check\/parent-missing\/content\/posts.*,line=3,title=parent-missing::/,
  );
  assert.deepEqual([inSwedish.code, asData.code, onGitHub.code], [1, 1, 1]);
});
