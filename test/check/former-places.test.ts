import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { makeArchive, readAll } from "../archive/temporary-archive.ts";
import { runOrdskifteHere } from "../support/command-line.ts";

const POSTS = {
  "site.json": '{"language": "en"}',
  "posts/2011/talk/index.md": '---\ntitle: "Talk"\nlang: "en"\ndate: "2011"\n---\n\nText of the talk.\n',
  "posts/2011/walk/index.md":
    '---\ntitle: "Walk"\nlang: "en"\ndate: "2011"\nsource: "snow"\nsource_id: "7"\n---\n\nA walk.\n',
  "posts/2012/on/index.md":
    '---\ntitle: "On"\nlang: "en"\ndate: "2012"\ntranslation_of: "2011/talk"\n---\n\nSee [it](../../2011/talk/index.md#c1).\n',
  "posts/2012/gone/index.md": '---\ntitle: "Gone"\nlang: "en"\ndate: "2012"\n---\n\nWill be removed.\n',
  "sources/snow.md": '---\ntitle: "Snow"\n---\n',
};

function makeRepository(t: TestContext): { readonly content: string; readonly git: (...args: string[]) => string } {
  const folder = makeArchive(t);
  const content = join(folder, "content");
  for (const [file, text] of Object.entries(POSTS)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  const identity = ["-c", "user.name=T", "-c", "user.email=t@t.invalid", "-c", "commit.gpgsign=false"];
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, ...identity, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-qm", "first");
  return { content, git };
}

const edit = (content: string, file: string, from: string, to: string) =>
  writeFileSync(join(content, file), readFileSync(join(content, file), "utf8").replace(from, to));

function changeByHand(content: string): void {
  renameSync(join(content, "posts/2011/talk"), join(content, "posts/2011/the-talk"));
  renameSync(join(content, "posts/2011/walk"), join(content, "posts/2011/a-walk"));
  edit(content, "posts/2011/a-walk/index.md", "A walk.", "A longer walk.");
  edit(content, "posts/2012/on/index.md", 'lang: "en"', 'lang: "sv"');
}

function expectKept(content: string): void {
  const files = readAll(content);
  assert.match(files["posts/2011/the-talk/index.md"] ?? "", /\naliases: \["\/en\/2011\/talk\/"\]\n/);
  assert.match(files["posts/2011/a-walk/index.md"] ?? "", /\naliases: \["\/en\/2011\/walk\/"\]\n/);
  const linking = files["posts/2012/on/index.md"] ?? "";
  assert.match(linking, /\ntranslation_of: "2011\/the-talk"\naliases: \["\/en\/2012\/on\/"\]\n/);
  assert.match(linking, /\(\.\.\/\.\.\/2011\/the-talk\/index\.md#c1\)/);
}

test("a folder or language that was changed by hand keeps its old address, and links follow", async (t) => {
  const { content } = makeRepository(t);
  changeByHand(content);
  const { code, stdout } = await runOrdskifteHere(["check", "--fix", "--content", content]);
  assert.equal(code, 0);
  assert.match(stdout, /the-talk\/index\.md: fixed: its address was \/en\/2011\/talk\/ before/);
  expectKept(content);
  const before = readAll(content);
  await runOrdskifteHere(["check", "--fix", "--content", content]);
  assert.deepEqual(readAll(content), before);
});

test("what was committed already is found from the commit that is named", async (t) => {
  const { content, git } = makeRepository(t);
  git("checkout", "-qb", "work");
  changeByHand(content);
  git("add", ".");
  git("commit", "-qm", "second");
  await runOrdskifteHere(["check", "--fix", "--content", content, "--changed-since", "main"]);
  expectKept(content);
});

test("a text that was taken away gets no alias: its old address says its title", async (t) => {
  const { content } = makeRepository(t);
  await runOrdskifteHere(["redact", "2011/talk", "--reason", "request", "--date", "2026-11-30", "--content", content]);
  await runOrdskifteHere(["redact", "2011/walk", "--reason", "request", "--date", "2026-11-30", "--content", content]);
  await runOrdskifteHere(["check", "--fix", "--content", content]);
  for (const [file, text] of Object.entries(readAll(content)))
    assert.doesNotMatch(`${file}\n${text}`, /talk|walk/i, file);
});
