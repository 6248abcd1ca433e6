// Finds the post of the archive that a page of Disqus is: by its address, then by the number in it, then by its title.

import type { StandingPost } from "../../archive/archive-writer.ts";
import { isTellingPath, type PageAddress, readPageAddress } from "./page-address.ts";
import type { DisqusPage } from "./pages.ts";

/** A page's post, and how it was known. */
export interface PageMatch {
  readonly post: StandingPost;
  readonly by: "address" | "number" | "title" | "comments";
}

interface Index {
  readonly byPath: ReadonlyMap<string, readonly StandingPost[]>;
  readonly byNumber: ReadonlyMap<string, readonly StandingPost[]>;
  readonly byTitle: ReadonlyMap<string, readonly StandingPost[]>;
  /** Sources by the hosts that their posts stood on. */
  readonly sourcesByHost: ReadonlyMap<string, ReadonlySet<string>>;
}

// Where at least this share of a host's pages lie at paths of a blog, the host is another name of the blog's.
const ADOPTING_SHARE = 0.5;
const AFFIX = /^(.*?)( [|«»·–—:-] |: )(.*)$/;
const MIN_TITLE_LENGTH = 3;

/** Returns the post of each page that has one. */
export function matchPages(
  pages: readonly DisqusPage[],
  posts: readonly StandingPost[],
): ReadonlyMap<DisqusPage, PageMatch> {
  const index = indexPosts(posts);
  const adopted = adoptHosts(pages, index);
  const matches = new Map<DisqusPage, PageMatch>();
  for (const page of pages) {
    const match = matchByAddress(page, index, adopted) ?? matchByNumber(page, index, adopted);
    if (match !== undefined) matches.set(page, match);
  }
  const rest = pages.filter((page) => !matches.has(page));
  const affixes = countAffixes(pages);
  const pagesByPost = new Map<StandingPost, DisqusPage[]>();
  for (const page of rest) {
    const post = findByTitle(page.title, index, affixes);
    if (post !== undefined) pagesByPost.set(post, [...(pagesByPost.get(post) ?? []), page]);
  }
  for (const [post, [page, ...others]] of pagesByPost) {
    // Two pages of one title are two posts, and it cannot be told which of them stands.
    if (page !== undefined && others.length === 0) matches.set(page, { post, by: "title" });
  }
  return matches;
}

function indexPosts(posts: readonly StandingPost[]): Index {
  const byPath = new Map<string, StandingPost[]>();
  const byNumber = new Map<string, StandingPost[]>();
  const byTitle = new Map<string, StandingPost[]>();
  const sourcesByHost = new Map<string, Set<string>>();
  const add = <Key>(map: Map<Key, StandingPost[]>, key: Key, post: StandingPost): void => {
    const group = map.get(key);
    if (group === undefined) map.set(key, [post]);
    else group.push(post);
  };
  for (const post of posts) {
    const address = readPageAddress(post.source_url ?? "");
    if (address !== undefined) {
      add(byPath, address.path, post);
      const { host = "" } = address;
      sourcesByHost.set(host, (sourcesByHost.get(host) ?? new Set()).add(post.source ?? ""));
    }
    const number = /^\d+$/.exec(post.source_id ?? "")?.[0] ?? address?.postNumber;
    if (number !== undefined) add(byNumber, number, post);
    const title = normalizeTitle(post.title ?? "");
    if (title !== "") add(byTitle, title, post);
  }
  return { byPath, byNumber, byTitle, sourcesByHost };
}

// A blog that moved, or was seen on a test server, has its comments under hosts that its export does not name.
function adoptHosts(
  pages: readonly DisqusPage[],
  { byPath, sourcesByHost }: Index,
): ReadonlyMap<string, ReadonlySet<string>> {
  const counts = new Map<string, { pages: number; readonly bySource: Map<string, number> }>();
  for (const { addresses } of pages) {
    for (const [host, paths] of groupByHost(addresses)) {
      const count = counts.get(host) ?? { pages: 0, bySource: new Map<string, number>() };
      counts.set(host, count);
      count.pages += 1;
      const posts = paths.filter(isTellingPath).flatMap((path) => byPath.get(path) ?? []);
      for (const source of new Set(posts.map((post) => post.source ?? ""))) {
        count.bySource.set(source, (count.bySource.get(source) ?? 0) + 1);
      }
    }
  }
  const adopted = new Map<string, ReadonlySet<string>>(sourcesByHost);
  for (const [host, { pages: total, bySource }] of counts) {
    if (sourcesByHost.has(host)) continue;
    const [best] = [...bySource].sort(([, a], [, b]) => b - a);
    if (best !== undefined && best[1] >= ADOPTING_SHARE * total) adopted.set(host, new Set([best[0]]));
  }
  return adopted;
}

function groupByHost(addresses: readonly PageAddress[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  for (const { host, path } of addresses) {
    if (host !== undefined) paths.set(host, [...(paths.get(host) ?? []), path]);
  }
  return paths;
}

function matchByAddress(
  { addresses }: DisqusPage,
  { byPath }: Index,
  adopted: ReadonlyMap<string, ReadonlySet<string>>,
): PageMatch | undefined {
  for (const address of addresses) {
    for (const path of [address.path, address.path.replace(/\?.*$/, "")]) {
      // The front page is a page of its own only where a post says that it stood there.
      if (path === "/" && address.path !== "/") continue;
      const post = onlyOne(onHost(byPath.get(path) ?? [], address, adopted), address);
      if (post !== undefined) return { post, by: "address" };
    }
  }
  return undefined;
}

function matchByNumber(
  { addresses }: DisqusPage,
  { byNumber }: Index,
  adopted: ReadonlyMap<string, ReadonlySet<string>>,
): PageMatch | undefined {
  for (const address of addresses) {
    if (address.postNumber === undefined || address.host === undefined) continue;
    const post = onlyOne(onHost(byNumber.get(address.postNumber) ?? [], address, adopted), address);
    if (post !== undefined) return { post, by: "number" };
  }
  return undefined;
}

function onHost(
  posts: readonly StandingPost[],
  { host, path }: PageAddress,
  adopted: ReadonlyMap<string, ReadonlySet<string>>,
): readonly StandingPost[] {
  if (host === undefined) return isTellingPath(path) ? posts : [];
  return posts.filter(({ source }) => adopted.get(host)?.has(source ?? ""));
}

// Of several, the one on the very host.
function onlyOne(posts: readonly StandingPost[], { host }: PageAddress): StandingPost | undefined {
  if (posts.length <= 1) return posts[0];
  const same = posts.filter(({ source_url }) => readPageAddress(source_url ?? "")?.host === host);
  return same.length === 1 ? same[0] : undefined;
}

function findByTitle(
  title: string | undefined,
  { byTitle }: Index,
  affixes: ReadonlyMap<string, number>,
): StandingPost | undefined {
  if (title === undefined) return undefined;
  const whole = normalizeTitle(title);
  const parts = splitAffixes(whole).filter(({ affix }) => (affixes.get(affix) ?? 0) > 1);
  for (const text of [whole, ...parts.map(({ rest }) => rest)]) {
    if (text.length < MIN_TITLE_LENGTH) continue;
    const posts = byTitle.get(text) ?? [];
    if (posts.length === 1) return posts[0];
    if (posts.length > 1) return undefined;
  }
  return undefined;
}

// "My Blog: A post" and "A post | My Blog": the part that several pages share is the blog's name.
function countAffixes(pages: readonly DisqusPage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { title } of pages) {
    for (const { affix } of splitAffixes(normalizeTitle(title ?? ""))) counts.set(affix, (counts.get(affix) ?? 0) + 1);
  }
  return counts;
}

function splitAffixes(title: string): readonly { readonly affix: string; readonly rest: string }[] {
  const first = AFFIX.exec(title);
  const last = /^(.*)( [|«»·–—:-] )(.*?)$/.exec(title);
  return [
    ...(first === null ? [] : [{ affix: `${first[1]}${first[2]}`, rest: first[3] ?? "" }]),
    ...(last === null ? [] : [{ affix: `${last[2]}${last[3]}`, rest: last[1] ?? "" }]),
  ];
}

function normalizeTitle(title: string): string {
  return title.normalize("NFC").toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ").trim();
}
