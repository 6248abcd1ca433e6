// A rebuild gives the bytes of a build that remembers nothing, whatever was changed since the last, and draws little anew.

import assert from "node:assert/strict";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { generateArchive } from "../../../scripts/bench/generate-archive.ts";
import { buildSite } from "../../../scripts/site/build.ts";
import { type BuildOptions, DEFAULT_OPTIONS } from "../../../scripts/site/options.ts";
import { SAMPLE, SKIP_WITHOUT_SAMPLE } from "../../support/sample.ts";
import { makeFolder } from "../../support/scratch.ts";
import { hashTree, listFiles } from "../../support/site.ts";
import { IS_LARGE_RUN } from "../../support/thoroughness.ts";

/** What somebody does between two builds. */
interface Change {
  readonly name: string;
  readonly make: (place: Place) => void;
  /** Options from now on. */
  readonly options?: Partial<BuildOptions>;
  /** Part of the pages that must be taken over, at least. */
  readonly kept?: number;
  /** A quick run builds only after these: what was changed before is changed with them. */
  readonly isStep?: true;
}

interface Place {
  readonly content: string;
  readonly site: string;
  readonly cache: string;
}

const POST = "posts/2012/a-post-of-the-test";

const CHANGES: readonly Change[] = [
  { name: "nothing", make: () => {}, kept: 1 },
  {
    name: "one comment says something else",
    isStep: true,
    make: ({ content }) => edit(content, `${POST}/comments/comment-2.md`, (text) => `${text}\nAnd more.\n`),
    kept: 0.8,
  },
  {
    name: "a comment is removed, another comes",
    make: ({ content }) => {
      rmSync(join(content, `${POST}/comments/comment-2.md`));
      write(content, `${POST}/comments/comment-3.md`, 'id: "comment-3"\nauthor: "Berit"\ndate: "2012-05-03"', "Later.");
    },
  },
  {
    name: "a title that its neighbours show",
    make: ({ content }) => edit(content, `${POST}/index.md`, (text) => text.replace("A post", "Another post")),
    kept: 0.5,
  },
  {
    name: "a text is longer by nothing, and its time is set back",
    make: ({ content }) => {
      const file = join(content, `${POST}/index.md`);
      const { atime, mtime } = statSync(file);
      edit(content, `${POST}/index.md`, (text) => text.replace("Words", "Swords".slice(0, 5)));
      utimesSync(file, atime, mtime);
    },
  },
  {
    name: "a folder is renamed, and a link to it leads nowhere",
    make: ({ content }) => renameSync(join(content, "posts/2012/linked"), join(content, "posts/2012/renamed")),
  },
  {
    name: "a link leads somewhere again",
    isStep: true,
    make: ({ content }) => write(content, "posts/2012/linked/index.md", 'title: "Linked"\ndate: "2012-06-01"', "Back."),
  },
  {
    name: "a post is taken out, a comment redacted",
    make: ({ content }) => {
      const post = write(content, `${POST}/comments/comment-3.md`, 'id: "comment-3"\nstatus: "redacted"', "");
      assert.ok(post);
      rmSync(join(content, "posts/2012/renamed"), { recursive: true });
    },
  },
  {
    name: "a translation comes",
    make: ({ content }) => write(content, `${POST}/index.sv.md`, 'title: "Ett inlägg"\nlang: "sv"', "Ord."),
  },
  {
    name: "an image beside a post",
    make: ({ content }) => cpSync(findImage(), join(content, POST, "picture.jpg")),
  },
  {
    name: "the settings of the site",
    make: ({ content }) =>
      edit(content, "site.json", (text) => text.replace(/"title": *\{/, '"title": { "de": "Titel",')),
  },
  {
    name: "a broken file",
    isStep: true,
    make: ({ content }) => writeFileSync(join(content, `${POST}/comments/comment-4.md`), "---\nid: [\n---\n"),
  },
  {
    name: "pages, data files and a feed of the old site are edited by hand",
    isStep: true,
    make: ({ site }) => {
      const pages = listFiles(site).filter((file) => file.endsWith(".html"));
      for (const page of pages.slice(0, 40)) appendFileSync(join(site, page), "<!-- mine -->");
      const kept = join(site, pages.at(-1) ?? "");
      const { atime, mtime, size } = statSync(kept);
      writeFileSync(kept, "x".repeat(size));
      utimesSync(kept, atime, mtime);
      rmSync(join(site, pages.at(-2) ?? ""));
      writeFileSync(join(site, "data/comments.csv"), "mine");
      writeFileSync(join(site, "extra.html"), "mine");
    },
  },
  { name: "nothing, after that", make: () => {}, kept: 1 },
  {
    name: "all files are written anew as they were",
    isStep: true,
    make: ({ content }) => {
      const copy = `${content}-copy`;
      cpSync(content, copy, { recursive: true });
      rmSync(content, { recursive: true });
      renameSync(copy, content);
    },
    kept: 1,
  },
  { name: "other options", make: () => {}, options: { isLean: true } },
  { name: "another address", make: () => {}, options: { isLean: false, url: "https://other.example/" } },
  { name: "the record is cut short", make: ({ cache }) => truncateSync(recordOf(cache), 5000) },
  {
    name: "the record is damaged",
    isStep: true,
    make: ({ cache }) => {
      const bytes = readFileSync(recordOf(cache));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      writeFileSync(recordOf(cache), bytes);
    },
  },
  { name: "the cache is removed", make: ({ cache }) => rmSync(cache, { recursive: true }) },
  { name: "the old site is removed", make: ({ site }) => rmSync(site, { recursive: true }) },
  { name: "search is wanted", isStep: true, make: () => {}, options: { search: true } },
  {
    name: "a word that search finds",
    isStep: true,
    make: ({ content }) => edit(content, `${POST}/index.md`, (text) => `${text}\nHalleluja.\n`),
    kept: 0.7,
  },
];

describe("a rebuild", { skip: SKIP_WITHOUT_SAMPLE }, () => {
  test("is what a cold build gives, after any change", async (t) => {
    const folder = makeFolder();
    const place = { content: join(folder, "content"), site: join(folder, "site"), cache: join(folder, "cache") };
    cpSync(SAMPLE, place.content, { recursive: true });
    await generateArchive(place.content, { posts: 12, commentsPerPost: 2, seed: 4 });
    write(
      place.content,
      `${POST}/index.md`,
      'title: "A post"\ndate: "2012-05-01"',
      "Words. [A link](../linked/index.md)",
    );
    write(
      place.content,
      `${POST}/comments/comment-2.md`,
      'id: "comment-2"\nauthor: "Anna"\ndate: "2012-05-02"',
      "Said.",
    );
    write(place.content, "posts/2012/linked/index.md", 'title: "Linked"\ndate: "2012-06-01"', "Here.");
    let options: BuildOptions = {
      ...DEFAULT_OPTIONS,
      contentDir: place.content,
      outputDir: place.site,
      siteCacheDir: place.cache,
      search: false,
      url: "https://a.example/b/",
      workers: 1,
    };
    const cold = { outputDir: join(folder, "cold"), siteCacheDir: join(folder, "cold-cache"), isCold: true };
    await buildSite(options, () => {});
    for (const { name, make, options: changed, kept = 0, isStep } of CHANGES) {
      options = { ...options, ...changed };
      if (!IS_LARGE_RUN && !isStep) {
        make(place);
        continue;
      }
      await t.test(name, async () => {
        make(place);
        const before = numberFiles(place.site);
        await buildSite(options, () => {});
        const after = numberFiles(place.site);
        await buildSite({ ...options, ...cold }, () => {});
        assert.deepEqual(hashTree(place.site), hashTree(cold.outputDir));
        const pages = [...after].filter(([file]) => file.endsWith(".html"));
        const same = pages.filter(([file, number]) => before.get(file) === number).length;
        assert.ok(same / pages.length >= kept, `${same} of ${pages.length} pages were taken over`);
      });
    }
  });

  test("is whole where somebody else publishes meanwhile", async () => {
    const folder = makeFolder();
    const [content, site] = [join(folder, "content"), join(folder, "site")];
    cpSync(SAMPLE, content, { recursive: true });
    const options: BuildOptions = {
      ...DEFAULT_OPTIONS,
      contentDir: content,
      outputDir: site,
      siteCacheDir: join(folder, "cache"),
      search: false,
      workers: 1,
    };
    await buildSite(options, () => {});
    const first = hashTree(site);
    let isReplaced = false;
    await buildSite(options, (stage) => {
      if (isReplaced || stage !== "Drawing pages") return;
      isReplaced = true;
      renameSync(site, `${site}-away`);
      cpSync(`${site}-away`, site, { recursive: true });
      for (const page of listFiles(site).filter((file) => file.endsWith(".html")))
        appendFileSync(join(site, page), "theirs");
    });
    assert.ok(isReplaced);
    assert.deepEqual(hashTree(site), first);
    assert.deepEqual(readdirSync(folder).sort(), ["cache", "content", "site", "site-away"]);
  });
});

function write(content: string, file: string, fields: string, body: string): string {
  mkdirSync(join(content, file, ".."), { recursive: true });
  writeFileSync(join(content, file), `---\n${fields}\n---\n\n${body}\n`);
  return file;
}

function edit(content: string, file: string, change: (text: string) => string): void {
  const text = readFileSync(join(content, file), "utf8");
  assert.notEqual(change(text), text, `nothing to change in ${file}`);
  writeFileSync(join(content, file), change(text));
}

function recordOf(cache: string): string {
  const [name = ""] = readdirSync(cache);
  return join(cache, name);
}

function findImage(): string {
  const image = listFiles(SAMPLE).find((file) => file.endsWith(".jpg"));
  assert.ok(image !== undefined);
  return join(SAMPLE, image);
}

/** Inode numbers: a file that is taken over keeps its own. */
function numberFiles(site: string): ReadonlyMap<string, number> {
  try {
    return new Map(listFiles(site).map((file) => [file, statSync(join(site, file)).ino]));
  } catch {
    return new Map();
  }
}
