// Measures `npm start` as a person feels it: from the start to a page, and from a save to the new text on the page.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type GenerateOptions, generateArchive } from "./generate-archive.ts";
import { runStart, type StartedSite } from "./run-start.ts";

const READY = "Saved changes show at once";
const DRAWN = "drawn (";
const EDITS = 10;
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** Measures with an archive that it generates into the folder, and prints line by line. */
export async function benchStart(
  folder: string,
  archive: GenerateOptions,
  print: (line: string) => void,
): Promise<void> {
  const content = join(folder, `start-${archive.posts}`);
  await generateArchive(content, archive);
  print(`npm start, ${archive.posts} posts with ${archive.commentsPerPost} comments each`);
  const tell = (what: string, told: string): void => {
    print(`  ${what.padEnd(46)}${told}`);
  };
  const editor = createEditor(content);
  const first = await runStart(content);
  try {
    await measureStart(first, editor.pathOf(0), tell);
    // In the very moment, and then while the whole site is drawn.
    tell("edit right after the line", milliseconds([await editor.edit(first, 1)]));
    tell("edits while the whole site is drawn", milliseconds(await editMany(first, editor, 700)));
    await first.said(DRAWN);
    tell("whole site drawn after", seconds(first.now()));
    tell("edits that went away when it was", `${await editor.countLost(first)}`);
    await untilAllDrawn(first, editor);
    tell("edits with nothing else to do", milliseconds(await editMany(first, editor, 50)));
    const before = first.output().split(DRAWN).length;
    tell(`${3 * EDITS} edits on end`, milliseconds(await editMany(first, editor, 100, 3 * EDITS)));
    await untilAllDrawn(first, editor);
    tell("whole drawings for all of these", `${first.output().split(DRAWN).length - before}`);
    for (const [what, change] of Object.entries(editor.changes)) {
      const from = first.output().length;
      const started = first.now();
      const shown = await change(first);
      await first.said(DRAWN, from);
      tell(what, `${seconds(shown)}, all drawn after ${seconds(first.now() - started)}`);
      await wait(500);
    }
  } finally {
    await first.stop();
  }
  const again = await runStart(content);
  try {
    tell("started again: a list after", seconds(await again.shown("/en/", (_, status) => status === 200)));
    await again.said(READY);
    tell(`started again: "${READY}"`, seconds(again.now()));
  } finally {
    await again.stop();
  }
  print("");
}

async function measureStart(
  site: StartedSite,
  post: string,
  tell: (what: string, told: string) => void,
): Promise<void> {
  tell("something is answered after", seconds(await site.shown("/", (_, status) => status !== 0)));
  await site.said(READY);
  tell(`"${READY}"`, seconds(site.now()));
  await site.shown(post, (_, status) => status === 200);
  tell("a post can be read after", seconds(site.now()));
}

async function editMany(site: StartedSite, editor: Editor, pause: number, count = EDITS): Promise<readonly number[]> {
  const times: number[] = [];
  for (let number = 0; number < count; number++) {
    times.push(await editor.edit(site, 10 + number));
    await wait(pause);
  }
  return times;
}

/** Waits until the last edit stands in the data files, too. */
async function untilAllDrawn(site: StartedSite, editor: Editor): Promise<void> {
  await editor.edit(site, 2);
  const word = editor.lastWord();
  for (let from = site.output().length; ; from = site.output().length) {
    if ((await site.read("/data/posts.ndjson")).page.includes(word)) return;
    await site.said(DRAWN, from);
  }
}

/** Somebody who edits an archive. */
interface Editor {
  readonly pathOf: (number: number) => string;
  /** Edits a post, or for odd numbers a comment on it. Returns the milliseconds until its page shows that. */
  readonly edit: (site: StartedSite, number: number) => Promise<number>;
  readonly lastWord: () => string;
  /** Counts edits that their pages do not show. */
  readonly countLost: (site: StartedSite) => Promise<number>;
  /** Changes of other kinds. Each returns the milliseconds until the page that it is about is as it should be. */
  readonly changes: Readonly<Record<string, (site: StartedSite) => Promise<number>>>;
}

function createEditor(content: string): Editor {
  const ids = readdirSync(join(content, "posts"))
    .flatMap((year) => readdirSync(join(content, "posts", year)).map((slug) => `${year}/${slug}`))
    .sort();
  const folderOf = (number: number): string => join(content, "posts", ids[number] ?? "");
  const pathOf = (number: number): string => {
    const lang = /^lang: "(\w+)"/m.exec(readFileSync(join(folderOf(number), "index.md"), "utf8"))?.[1];
    return `/${lang}/${ids[number]}/`;
  };
  const commentOf = (number: number, index = 0): string => {
    const folder = join(folderOf(number), "comments");
    return join(folder, readdirSync(folder)[index] ?? "");
  };
  const words = new Map<string, string>();
  let last = "";
  let count = 0;
  const newWord = (): string => {
    last = `zq${count++}zq`;
    return last;
  };
  const shows = (site: StartedSite, path: string, word: string): Promise<number> =>
    site.shown(path, (page) => page.includes(word));
  return {
    pathOf,
    edit: (site, number) => {
      const file = number % 2 === 0 ? join(folderOf(number), "index.md") : commentOf(number);
      const word = newWord();
      words.set(pathOf(number), word);
      writeFileSync(file, `${readFileSync(file, "utf8").replace(/\n\nWord [^\n]*\n$/, "\n")}\n\nWord ${word}.\n`);
      return shows(site, pathOf(number), word);
    },
    lastWord: () => last,
    countLost: async (site) => {
      let lost = 0;
      for (const [path, word] of words) if (!(await site.read(path)).page.includes(word)) lost += 1;
      return lost;
    },
    changes: {
      "new comment": (site) => {
        const word = newWord();
        const comment = readFileSync(commentOf(3), "utf8").replace(/^id: .*$/m, 'id: "comment-new"');
        writeFileSync(join(folderOf(3), "comments", "comment-new.md"), `${comment}\n\n${word}\n`);
        return shows(site, pathOf(3), word);
      },
      "deleted comment": (site) => {
        const file = commentOf(4, 9);
        const id = /^id: "(.*)"/m.exec(readFileSync(file, "utf8"))?.[1];
        rmSync(file);
        return site.shown(pathOf(4), (page) => !page.includes(`id="${id}"`));
      },
      "new post": (site) => {
        const word = newWord();
        const file = join(content, "posts", "2012", "a-new-post", "index.md");
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `---\ntitle: "New"\nlang: "en"\ndate: "2012-01-01"\n---\n\n${word}\n`);
        return shows(site, "/en/2012/a-new-post/", word);
      },
      "renamed post": (site) => {
        const path = pathOf(5).replace(/[^/]*\/$/, "renamed/");
        renameSync(folderOf(5), join(dirname(folderOf(5)), "renamed"));
        return site.shown(path, (_, status) => status === 200);
      },
      "image added": (site) => {
        writeFileSync(join(folderOf(6), "pixel.png"), Buffer.from(PIXEL, "base64"));
        const path = pathOf(6);
        return site.shown(`${path}pixel.png`, (_, status) => status === 200);
      },
      "title in site.json": (site) => {
        const file = join(content, "site.json");
        writeFileSync(file, readFileSync(file, "utf8").replace("Generated archive", "Archive of another name"));
        return site.shown("/en/", (page) => page.includes("Archive of another name"));
      },
    },
  };
}

function milliseconds(times: readonly number[]): string {
  const sorted = times.map(Math.round).sort((a, b) => a - b);
  const [median, slowest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return sorted.length === 1 ? `${median} ms` : `median ${median} ms, slowest ${slowest} ms`;
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(2)} s`;
}
