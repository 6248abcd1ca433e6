// Imports that are interrupted at a chosen change of the disk, for tests of what they leave and how the next run goes on.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readArchive } from "../../../scripts/archive/read-archive.ts";
import { validateArchive } from "../../../scripts/archive/validate.ts";
import type { WriteSettings } from "../../../scripts/import/import-source.ts";
import { type DiskFailure, runOnFailingDisk } from "../../support/failing-disk.ts";
import { makeFolder } from "../../support/scratch.ts";
import { importFiles, readTree } from "../import-files.ts";
import { writeDisqus } from "../write-disqus.ts";
import { type WxrItemSpec, writeWxr } from "../write-wxr.ts";

/** A state of an archive, and the import that is interrupted there. */
export interface Scenario {
  readonly name: string;
  /** Fills content/ before the import. */
  readonly prepare: (content: string) => Promise<void>;
  readonly files: readonly string[];
  readonly settings?: Partial<WriteSettings>;
}

const OLD: readonly WxrItemSpec[] = [
  { id: 1, title: "One", slug: "talk", comments: [{ id: 5 }, { id: 6, parent: 5 }, { id: 7, parent: 40 }] },
  { id: 2, title: "Two", slug: "talk", comments: [{ id: 8 }] },
  { id: 3, title: "Three", type: "page", slug: "about" },
];
// Doubled numbers, of which the later one is the older; a parent that was approved since; a language that changed.
const NEW: readonly WxrItemSpec[] = [
  {
    id: 1,
    title: "One, mended",
    slug: "talk",
    comments: [
      { id: 5, content: "Newer." },
      { id: 6, parent: 5 },
      { id: 7, parent: 40 },
      { id: 40 },
      { id: 9, content: "Nine.", date: "2013-01-01 10:00:00" },
      { id: 10, parent: 9 },
    ],
  },
  { id: 2, title: "Two", slug: "talk", comments: [{ id: 8, parent: 11 }, { id: 11 }] },
  { id: 3, title: "Three", type: "page", slug: "about", content: "Other words." },
  { id: 4, title: "Four", slug: "talk", comments: [{ id: 12 }] },
];

/** Returns the scenarios; their exports lie in a folder of their own. */
export function makeScenarios(): readonly Scenario[] {
  const folder = makeFolder("interrupted");
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const [old, newer] = [write("old.xml", writeWxr({ items: OLD })), write("new.xml", writeWxr({ items: NEW }))];
  const threads = [{ id: "91", link: "https://blog.example/?p=1", identifier: "1 https://blog.example/?p=1" }];
  const comments = ["901", "902"].map((id) => ({ id, thread: "91", message: `Number ${id}.` }));
  const disqus = write("disqus.xml", writeDisqus({ threads, comments }));
  const importOld = async (content: string): Promise<void> => {
    await importFiles([old], content, { lang: "en" });
  };
  return [
    { name: "a first import", prepare: async () => {}, files: [old, disqus] },
    { name: "an import in the place of the sample", prepare: async (content) => writeSample(content), files: [old] },
    { name: "an import of a newer export", prepare: importOld, files: [newer, disqus] },
    {
      name: "an import that meets edits and removals",
      prepare: async (content) => {
        await importOld(content);
        edit(join(content, "posts/2012/talk/index.md"), "Some words.", "Better words.");
        edit(join(content, "posts/2012/talk/comments/comment-5.md"), "Well said.", "Better said.");
        rmSync(join(content, "posts/2012/talk/comments/comment-6.md"));
        rmSync(join(content, "posts/2012/talk-2"), { recursive: true });
        edit(join(content, "sources/blog-example.md"), "\n---\n", '\nexclude: ["4", "comment-40"]\n---\n');
      },
      files: [newer],
      settings: { conflicts: "both" },
    },
  ];
}

/** Interrupts a scenario at every `step`th change, beginning with `first`, and returns how many interruptions there were. */
export async function interruptAll(scenario: Scenario, first: number, step: number): Promise<number> {
  const folder = makeFolder("interrupted");
  const base = join(folder, "base");
  mkdirSync(base);
  await scenario.prepare(base);
  const whole = join(folder, "whole");
  cpSync(base, whole, { recursive: true });
  const { changes, error } = await runOnFailingDisk(() => run(scenario, whole));
  assert.equal(error, undefined);
  const expected = readTree(whole);
  let count = 0;
  for (let at = first; at <= changes; at += step) {
    for (const isHalfDone of [false, true]) {
      const content = join(folder, "content");
      rmSync(content, { recursive: true, force: true });
      cpSync(base, content, { recursive: true });
      await interrupt(scenario, content, { at, isHalfDone }, expected);
      count += 1;
    }
  }
  return count;
}

async function interrupt(
  scenario: Scenario,
  content: string,
  failure: DiskFailure,
  expected: Readonly<Record<string, string>>,
): Promise<void> {
  const place = `${scenario.name}, change ${failure.at}${failure.isHalfDone ? ", half done" : ""}`;
  await runOnFailingDisk(() => run(scenario, content), failure);
  const { archive, problems } = await readArchive(content);
  const errors = [...problems, ...validateArchive(archive)].filter(({ level }) => level === "error");
  assert.deepEqual(errors, [], place);
  await run(scenario, content);
  assert.deepEqual(readTree(content), expected, place);
}

async function run({ files, settings = {} }: Scenario, content: string): Promise<void> {
  await importFiles(files, content, { lang: "en" }, settings);
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, "utf8");
  assert.ok(text.includes(from), `${path} holds ${from}`);
  writeFileSync(path, text.replace(from, to));
}

function writeSample(content: string): void {
  const write = (path: string, text: string): void => {
    mkdirSync(join(content, path, ".."), { recursive: true });
    writeFileSync(join(content, path), text);
  };
  const provenance = (id: string): string => `source: "sample"\nsource_id: "${id}"`;
  write("posts/2011/a/index.md", `---\ntitle: "A"\ndate: "2011"\n${provenance("a")}\n---\n\nText.\n`);
  write("posts/2011/a/comments/comment-1.md", `---\nid: "comment-1"\n${provenance("1")}\n---\n\nText.\n`);
  write(
    "posts/2011/b/index.md",
    `---\ntitle: "B"\ndate: "2011"\ntranslation_of: "2011/a"\n${provenance("b")}\n---\n\nText.\n`,
  );
  write("pages/about/index.md", `---\ntitle: "About"\n${provenance("c")}\n---\n\nText.\n`);
  write("sources/sample.md", '---\ntitle: "Sample"\n---\n');
  write("site.json", '{\n  "body": "Us",\n  "sample": true\n}\n');
}
