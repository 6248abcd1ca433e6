// An invented blog for the tests of both Blogger formats, and short ways to import it.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Archive, Comment, Post } from "../../scripts/archive/model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import type { SourceReport } from "../../scripts/import/import-source.ts";
import type { ImportOptions } from "../../scripts/import/importer.ts";
import { importFiles, readTree } from "./import-files.ts";
import type { BloggerBlogSpec } from "./write-blogger.ts";

const OWNER = "https://www.blogger.com/profile/111";

/** A blog with every kind of entry: replies, removed comments, spam, a page, a draft. */
export const BLOG: BloggerBlogSpec = {
  id: "900100",
  title: "Anteckningar & tankar",
  url: "http://anteckningar.blogspot.com",
  settings: { BLOG_LOCALE: "sv", BLOG_TIME_ZONE: "Europe/Stockholm", BLOG_DESCRIPTION: "Om det mesta" },
  posts: [
    {
      id: "5001",
      title: "Om att läsa böcker i skogen",
      path: "/2011/01/om-att-lasa.html",
      labels: ["Böcker", "Skog & mark"],
      content:
        "Det är något särskilt med att läsa en bok i skogen.<br /><br />Man hör vinden, och ibland ett <b>barn</b> som ropar.<br />Det räcker.",
      comments: [
        { id: "7001", author: "Bo", uri: "https://www.blogger.com/profile/222", content: "Fint skrivet!" },
        {
          id: "7002",
          parent: "7001",
          author: "Åsa Öberg",
          uri: OWNER,
          date: "2011-01-20T13:00:00.500+01:00",
          content: "Tack!<br /><br />Du får komma med nästa gång.",
        },
        { id: "7003", parent: "7002", author: "Anonym", date: "2011-07-20T13:00:00.000+02:00", content: "*Jag* med?" },
        {
          id: "7004",
          author: "Åsa Öberg",
          date: "2011-07-21T13:00:00.000+02:00",
          content: "Samma namn, annan person.",
        },
        { id: "7005", author: "Cia", isRemoved: true },
        { id: "7006", parent: "7005", author: "Dan", content: "Varför tog du bort det?", hasNoInReplyTo: true },
        { id: "7007", author: "Eva", isRemoved: true },
        { id: "7008", author: "Skräp", status: "SPAM_COMMENT", content: "Köp nu" },
      ],
    },
    {
      id: "5002",
      path: "/2012/02/namnlost.html",
      date: "2011-12-31T23:30:00.000+01:00",
      updated: "2013-05-01T12:00:00.000+02:00",
      content: "Ett kort inlägg utan rubrik, skrivet sent på årets sista kväll hemma i köket.",
    },
    { id: "5003", title: "Om mig", path: "/p/om-mig.html", isPage: true, content: "<p>Jag skriver här.</p>" },
    {
      id: "5004",
      title: "Utkast",
      isDraft: true,
      content: "Inte klart",
      comments: [{ id: "7009", content: "Förhandskommentar" }],
    },
  ],
};

/** What an import made. */
export interface Imported {
  readonly archive: Archive;
  readonly report: SourceReport;
  readonly tree: Readonly<Record<string, string>>;
}

/** Imports an export into a folder of its own and looks at the archive. */
export async function withArchive(
  text: string,
  options: Partial<ImportOptions>,
  look: (imported: Imported) => void,
): Promise<void> {
  await withFolder(async (folder) => {
    const content = join(folder, "content");
    const report = await importText(folder, text, content, options);
    const { archive, problems } = await readArchive(content);
    assert.deepEqual(
      problems.filter(({ level }) => level === "error"),
      [],
    );
    look({ archive, report, tree: readTree(content) });
  });
}

/** Imports an export and returns its posts, without what differs between equal imports. */
export async function readWhole(text: string, options: Partial<ImportOptions> = {}): Promise<readonly Post[]> {
  let posts: readonly Post[] = [];
  await withArchive(text, options, ({ archive }) => {
    posts = archive.posts.map(forgetFiles);
  });
  return posts;
}

/** Imports an export into `content` and returns the report of its one source. */
export async function importText(
  folder: string,
  text: string,
  content: string,
  options: Partial<ImportOptions> = {},
): Promise<SourceReport> {
  const file = join(folder, "export.xml");
  writeFileSync(file, text);
  const [report] = await importFiles([file], content, options);
  assert.ok(report !== undefined && readFileSync(file).length > 0);
  return report;
}

/** Hands over a folder that is removed afterwards. */
export async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-blogger-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Returns a post without its hashes: they cover keys that differ, and are compared by their own tests. */
export function forgetFiles(post: Post): Post {
  const forget = <Kind extends Post | Comment>({ imported: _imported, ...rest }: Kind): Kind => rest as Kind;
  return { ...forget(post), thread: post.thread.map(forget) };
}
