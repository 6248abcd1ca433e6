// The guard refuses raw exports however they are named and packed, in the index and in the history, and nothing else.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { writeTar } from "../import/media/write-tar.ts";
import { writeZip } from "../import/write-zip.ts";
import { PROJECT, runOrdskifteHere } from "../support/command-line.ts";
import { makeFolder } from "../support/scratch.ts";

const WXR = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blogg</title>
<item><title>A</title><wp:post_id>1</wp:post_id><wp:comment><wp:comment_author_email>bo.ek@kommun.se</wp:comment_author_email>
<wp:comment_author_IP>81.2.69.160</wp:comment_author_IP></wp:comment></item></channel></rss>
`;
const INVENTED = WXR.replace("bo.ek@kommun.se", "bo@kommun.example").replace("81.2.69.160", "192.0.2.7");
const BLOGGER = `<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2008'>
<id>tag:blogger.com,1999:blog-12.archive</id><entry><title>A</title></entry></feed>`;
const DISQUS = `<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="1"/></disqus>`;
const DUMP = "-- MySQL dump 10.13  Distrib 8.0\nCREATE TABLE `wp_comments` (`comment_author_email` varchar(100));\n";
const POST = `---\ntitle: "How an export looks"\n---\n\n\`\`\`xml\n${INVENTED}\`\`\`\n`;
const PICTURE = Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.alloc(4_000, 7)]);

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WXR, "utf16le")]);

const REFUSED: Readonly<
  Record<string, { readonly path: string; readonly content: string | Buffer; readonly says: RegExp }>
> = {
  "a WordPress export": {
    path: "my-blog.xml",
    content: WXR,
    says: /my-blog\.xml is the raw export of a WordPress blog\./,
  },
  "one without a single address": { path: "a.xml", content: INVENTED, says: /WordPress/ },
  "one called a post": { path: "content/posts/2011/a/index.md", content: WXR, says: /WordPress/ },
  "one called a picture": { path: "content/posts/2011/a/photo.png", content: WXR, says: /WordPress/ },
  "one in UTF-16": { path: "a.xml", content: utf16, says: /WordPress/ },
  "one after a notice of PHP": { path: "a.xml", content: `\nWarning: Cannot modify header\n${WXR}`, says: /WordPress/ },
  "one that is cut off": { path: "a.xml", content: WXR.slice(0, 130), says: /WordPress/ },
  "one with an address in the folder of tests": { path: "test/fixtures/a.xml", content: WXR, says: /WordPress/ },
  "a Blogger export": { path: "blog.xml", content: BLOGGER, says: /Blogger/ },
  "a Disqus export": { path: "disqus.xml", content: DISQUS, says: /Disqus/ },
  "a database dump": { path: "db.sql", content: DUMP, says: /database dump/ },
  "an old database dump": {
    path: "db.txt",
    content: DUMP.replace("-- MySQL dump", "# phpMyAdmin SQL Dump"),
    says: /database dump/,
  },
  "a packed export": {
    path: "a.xml.gz",
    content: gzipSync(WXR),
    says: /a\.xml\.gz is the raw export of a WordPress blog/,
  },
  "an export in a zip archive": {
    path: "a.zip",
    content: zip({ "pic.png": PICTURE, "x/feed.atom": BLOGGER }),
    says: /a\.zip › x\/feed\.atom is the raw export of a Blogger blog/,
  },
  "one in a zip archive in another": {
    path: "a.zip",
    content: zip({ "b.zip": zip({ "c.xml": WXR }) }),
    says: /a\.zip › b\.zip › c\.xml/,
  },
  "one in a packed tar archive": {
    path: "a.tgz",
    content: gzipSync(writeTar([{ name: "dump/blog.xml", content: WXR }])),
    says: /a\.tgz › dump\/blog\.xml/,
  },
  "a locked zip archive": {
    path: "a.zip",
    content: writeZip([{ name: "a.xml", content: WXR, isEncrypted: true }]),
    says: /cannot be looked into/,
  },
  "a broken zip archive": {
    path: "a.zip",
    content: zip({ "a.xml": WXR }).subarray(0, 120),
    says: /cannot be looked into/,
  },
  "a zip archive whose file is damaged": {
    path: "a.zip",
    content: writeZip([{ name: "a.xml", content: WXR, declaredSize: 7 }]),
    says: /cannot be looked into/,
  },
  "a broken tar archive": {
    path: "a.tar",
    content: writeTar([{ name: "a.txt", content: "x".repeat(2000) }]).subarray(0, 1300),
    says: /cannot be looked into/,
  },
  "an archive of a kind that is not opened": {
    path: "a.7z",
    content: Buffer.from("377abcaf271c0004", "hex"),
    says: /cannot be looked into/,
  },
};

const PASSED: Readonly<Record<string, { readonly path: string; readonly content: string | Buffer }>> = {
  "a post that quotes an export": { path: "content/pages/a/index.md", content: POST },
  "code that quotes one": { path: "a.ts", content: `${"// It is long. ".repeat(60)}\nconst WXR = \`${WXR}\`;` },
  "an invented export of the tests": { path: "test/fixtures/a.xml", content: INVENTED },
  "a feed": {
    path: "a.xml",
    content: `<?xml version="1.0"?><rss version="2.0"><channel><title>A</title></channel></rss>`,
  },
  "a picture": { path: "a.png", content: PICTURE },
  "a zip archive of pictures": { path: "a.zip", content: zip({ "pic.png": PICTURE }) },
  "a post about databases": {
    path: "content/pages/a/index.md",
    content: `---\ntitle: "CREATE TABLE"\n---\n\nCREATE TABLE a (b int);\n`,
  },
  "a page about databases": {
    path: "docs/a.md",
    content: "# Out of phpMyAdmin\n\n```sql\nCREATE TABLE a (b int);\n```\n",
  },
  "an empty file": { path: "a.txt", content: "" },
  "a name that Git quotes": { path: 'content/pages/å "b".md', content: "x" },
};

describe("before a commit", () => {
  let repo: string;
  before(() => {
    repo = makeRepository();
  });
  for (const [what, { path, content, says }] of Object.entries(REFUSED)) {
    test(`${what} is refused`, async () => {
      stageOnly(repo, path, content);
      const { code, stderr } = await runOrdskifteHere(["guard", "--staged", "--repo", repo]);
      assert.equal(code, 1);
      assert.match(stderr, says);
      assert.ok(stderr.includes(`git rm --cached -- ${path}`), stderr);
    });
  }
  for (const [what, { path, content }] of Object.entries(PASSED)) {
    test(`${what} passes in silence`, async () => {
      stageOnly(repo, path, content);
      const result = await runOrdskifteHere(["guard", "--staged", "--repo", repo]);
      assert.deepEqual(result, { code: 0, stdout: "", stderr: "" });
    });
  }

  test("no name speaks to GitHub's runner", async () => {
    stageOnly(repo, "::error::##[group]a.xml", WXR);
    const { stderr } = await runOrdskifteHere(["guard", "--staged", "--repo", repo]);
    assert.doesNotMatch(stderr, /^\s*::|##\[/m);
  });

  test("of a large file no more is read than is needed, without complaint", async () => {
    stageOnly(repo, "large.xml", WXR + "<!-- -->\n".repeat(400_000));
    const { stderr } = await runOrdskifteHere(["guard", "--staged", "--repo", repo]);
    assert.match(stderr, /^- large\.xml is the raw export/);
  });

  test("the message stands in both languages, and obeys no terminal", async () => {
    stageOnly(repo, "a b\u001b[2J.xml", WXR);
    const { stderr } = await runOrdskifteHere(["guard", "--staged", "--repo", repo]);
    assert.match(stderr, /är råexporten av en WordPress-blogg[\s\S]+exports\//);
    assert.ok(!stderr.includes("\u001b"));
    const command = /^ {2}(git rm --cached -- .+)$/m.exec(stderr)?.[1] ?? "";
    execFileSync("bash", ["-c", command], { cwd: repo, stdio: "ignore" });
    assert.equal(git(repo, "ls-files"), "", command);
  });
});

describe("over commits", () => {
  test("a merge that brought an export is named", async () => {
    const repo = makeRepository();
    const first = commit(repo, { "a.txt": "a" }, "one");
    git(repo, "checkout", "-qb", "side");
    commit(repo, { "b.txt": "b" }, "two");
    git(repo, "checkout", "-q", "main");
    commit(repo, { "c.txt": "c" }, "three");
    git(repo, "merge", "-q", "--no-ff", "--no-commit", "side");
    const merge = commit(repo, { "export.xml": WXR }, "merge");
    const { stderr } = await runOrdskifteHere(["guard", "--since", first, "--repo", repo]);
    assert.match(stderr, new RegExp(`blog \\(in ${merge.slice(0, 7)}\\w*\\)`));
  });

  test("what a later commit removed is found, with its commit", async () => {
    const repo = makeRepository();
    const first = commit(repo, { "a.txt": "a" }, "one");
    const bad = commit(repo, { "export.xml": WXR, "c.txt": "c" }, "two");
    git(repo, "rm", "-q", "export.xml");
    commit(repo, { "d.txt": "d" }, "three");
    const since = await runOrdskifteHere(["guard", "--since", first, "--repo", repo]);
    assert.equal(since.code, 1);
    assert.ok(since.stderr.includes(`export.xml is the raw export of a WordPress blog (in `), since.stderr);
    assert.ok(since.stderr.includes(bad.slice(0, 7)));
    assert.match(since.stderr, /close the pull request/);
    assert.equal(since.stdout, "");
    const annotated = await runOrdskifteHere(["guard", "--since", first, "--format", "github", "--repo", repo]);
    assert.match(
      annotated.stdout,
      /^::error file=export\.xml,title=raw-export::export\.xml is .+%0Aexport\.xml är .+\n$/,
    );
    assert.equal((await runOrdskifteHere(["guard", "--repo", repo])).code, 1);
    const after = await runOrdskifteHere(["guard", "--since", bad, "--repo", repo]);
    assert.equal(after.code, 0, after.stderr);
    // What GitHub says of a new branch.
    assert.equal((await runOrdskifteHere(["guard", "--since", "0".repeat(40), "--repo", repo])).code, 1);
  });

  test("a revision that is not there, and a folder without Git, are told as such", async () => {
    const repo = makeRepository();
    commit(repo, { "a.txt": "a" }, "one");
    const missing = await runOrdskifteHere(["guard", "--since", "nowhere", "--repo", repo]);
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /nowhere/);
    const none = await runOrdskifteHere(["guard", "--repo", makeFolder("no-git")]);
    assert.equal(none.code, 1);
    assert.match(none.stderr, /not a git repository/i);
    const option = await runOrdskifteHere(["guard", "--since", "--output=x", "--repo", repo]);
    assert.notEqual(option.code, 0);
  });
});

describe("the commit hook", () => {
  const prepare = (cwd: string, env: Record<string, string> = {}) =>
    execFileSync(process.execPath, [join(PROJECT, "scripts/set-hooks.js")], {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env.PATH, CI: "", ...env },
    });
  const hooksPath = (repo: string) =>
    spawnSync("git", ["config", "core.hooksPath"], { cwd: repo, encoding: "utf8" }).stdout.trim();
  const listHooks = (repo: string) => readdirSync(join(repo, ".git/hooks")).filter((name) => !name.endsWith(".sample"));
  const hook = join(PROJECT, "scripts/guard/pre-commit");

  /** The project's code stands in the repository, as it does for who works with it. */
  function makeProject(): string {
    const repo = makeRepository();
    for (const name of ["scripts", "node_modules"]) symlinkSync(join(PROJECT, name), join(repo, name));
    return repo;
  }

  test("stops a commit of an export, and lets others through", () => {
    const repo = makeProject();
    assert.equal(prepare(repo), "");
    stageOnly(repo, "my blog.xml", WXR);
    const refused = spawnSync("git", ["commit", "-qm", "x"], { cwd: repo, encoding: "utf8" });
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /git rm --cached -- 'my blog\.xml'/);
    stageOnly(repo, "a.md", "A text.");
    assert.equal(spawnSync("git", ["commit", "-qm", "x"], { cwd: repo }).status, 0);
    rmSync(join(repo, "scripts"));
    stageOnly(repo, "page.html", "A branch of built pages.");
    assert.equal(spawnSync("git", ["commit", "-qm", "x"], { cwd: repo }).status, 0);
  });

  test("says what to do where there is no Node.js", () => {
    const tools = makeFolder("tools");
    symlinkSync(execFileSync("which", ["sh"], { encoding: "utf8" }).trim(), join(tools, "sh"));
    const { status, stderr } = spawnSync(hook, [], { cwd: PROJECT, encoding: "utf8", env: { PATH: tools } });
    assert.equal(status, 1);
    assert.match(stderr, /Node\.js[\s\S]+Node\.js/);
  });

  test("a branch that is checked out runs nothing of its own", () => {
    const repo = makeRepository();
    git(repo, "config", "core.hooksPath", ".githooks");
    prepare(repo);
    commit(repo, { "a.md": "A text." }, "one");
    git(repo, "checkout", "-qb", "stranger");
    const trap = "#!/bin/sh\necho caught > caught\n";
    commit(repo, { ".githooks/post-checkout": trap, ".githooks/pre-commit": trap }, "two");
    for (const name of ["post-checkout", "pre-commit"]) chmodSync(join(repo, ".githooks", name), 0o755);
    git(repo, "commit", "-qam", "executable");
    git(repo, "checkout", "-q", "-");
    git(repo, "checkout", "-q", "stranger");
    commit(repo, { "b.md": "A text." }, "three");
    assert.ok(!existsSync(join(repo, "caught")));
  });

  test("npm ci copies it, brings an old copy up to date, and takes back what earlier versions set", () => {
    const repo = makeRepository();
    const copy = join(repo, ".git/hooks/pre-commit");
    git(repo, "config", "core.hooksPath", ".githooks");
    assert.equal(prepare(repo), "");
    assert.equal(hooksPath(repo), "");
    const text = readFileSync(hook, "utf8");
    assert.equal(readFileSync(copy, "utf8"), text);
    writeFileSync(copy, text.replace("exec node", "exec nodejs"));
    assert.equal(prepare(repo), "");
    assert.equal(readFileSync(copy, "utf8"), text);
    assert.ok(statSync(copy).mode & 0o100);
    assert.equal(prepare(repo), "");
  });

  test("npm ci leaves other hooks, other people's repositories and CI alone, and needs no Git", () => {
    const husky = makeRepository();
    git(husky, "config", "core.hooksPath", ".husky");
    assert.match(prepare(husky), /Other Git hooks/);
    assert.equal(hooksPath(husky), ".husky");
    assert.deepEqual(listHooks(husky), []);
    const own = makeRepository();
    mkdirSync(join(own, ".git/hooks"), { recursive: true });
    writeFileSync(join(own, ".git/hooks/pre-commit"), "#!/bin/sh\n");
    assert.match(prepare(own), /Other Git hooks/);
    assert.equal(readFileSync(join(own, ".git/hooks/pre-commit"), "utf8"), "#!/bin/sh\n");
    const outer = makeRepository();
    mkdirSync(join(outer, "inner"));
    assert.equal(prepare(join(outer, "inner")), "");
    assert.deepEqual(listHooks(outer), []);
    const ci = makeRepository();
    prepare(ci, { CI: "true" });
    assert.deepEqual(listHooks(ci), []);
    assert.equal(prepare(makeFolder("tarball")), "");
    assert.equal(prepare(makeFolder("without-git"), { PATH: "" }), "");
  });
});

const samples = process.env.SAMPLE_EXPORTS;
test("real exports are refused", { skip: samples === undefined ? "SAMPLE_EXPORTS is not set" : false }, async () => {
  const repo = makeRepository();
  const names = readdirSync(samples ?? "").filter((name) => name.endsWith(".xml"));
  assert.ok(names.length > 0);
  for (const name of names) {
    const plain = readFileSync(join(samples ?? "", name));
    for (const [path, content] of [
      [`${name}.md`, plain],
      ["b.gz", gzipSync(plain)],
      ["b.zip", zip({ [name]: plain })],
    ] as const) {
      stageOnly(repo, path, content);
      const { code, stderr } = await runOrdskifteHere(["guard", "--staged", "--repo", repo]);
      assert.equal(code, 1, `${name} as ${path}`);
      assert.match(stderr, /^- \S+(?: › \S+)? is (?:the|a) raw export of/);
    }
  }
});

function zip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  return writeZip(Object.entries(files).map(([name, content]) => ({ name, content })));
}

function makeRepository(): string {
  const repo = makeFolder("guard");
  git(repo, "init", "-q", "-b", "main");
  git(repo, "config", "user.name", "Test");
  git(repo, "config", "user.email", "test@mail.example");
  return repo;
}

function git(repo: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: repo, encoding: "utf8" }).trim();
}

function stageOnly(repo: string, path: string, content: string | Buffer): void {
  rmSync(join(repo, ".git/index"), { force: true });
  write(repo, path, content);
  git(repo, "--literal-pathspecs", "add", "--", path);
}

function commit(repo: string, files: Readonly<Record<string, string>>, subject: string): string {
  for (const [path, content] of Object.entries(files)) write(repo, path, content);
  git(repo, "add", "--", ...Object.keys(files));
  git(repo, "commit", "-qm", subject);
  return git(repo, "rev-parse", "HEAD");
}

function write(repo: string, path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(repo, path)), { recursive: true });
  writeFileSync(join(repo, path), content);
}
