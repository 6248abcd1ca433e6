// Checks an archive as a whole: what each file says, and whether the files agree with each other.

import { toMessage } from "../strings/messages/index.ts";
import { readAlias } from "./alias.ts";
import { yearOf } from "./edtf.ts";
import { type Found, toError, toWarning } from "./found.ts";
import { isLedgerBalanced } from "./ledger.ts";
import type { Archive, Post, PostFields, Problem, Source } from "./model.ts";
import { compareProblems } from "./read-archive.ts";
import { show } from "./show.ts";
import { foldName, isReservedSlug, isSafeFolderName } from "./slug.ts";
import { isSourceId } from "./source-id.ts";
import { checkComments } from "./validate-comments.ts";
import { findDoubles } from "./validate-doubles.ts";
import { validatePeople } from "./validate-people.ts";
import { checkAddress, checkDate, checkLang, checkPersonal } from "./validate-values.ts";

/** Checks everything that can be checked without reading the files again; sorted by file. See also the problems of readArchive(). */
export function validateArchive(archive: Archive): readonly Problem[] {
  const problems: Problem[] = [];
  const posts = new Map(archive.posts.map((post) => [post.id, post]));
  const sources = new Set(archive.sources.map(({ id }) => id));
  for (const post of archive.posts) {
    add(problems, post.file, checkFolder(post));
    for (const text of [post, ...post.translations]) {
      add(problems, text.file, [...checkText(text, post), ...checkSourceId(text)]);
    }
    add(problems, post.file, checkTranslationOf(post, posts));
    checkComments(post, problems);
    for (const comment of post.thread) add(problems, comment.file, checkSourceId(comment));
  }
  checkTwins(archive.posts, problems);
  problems.push(...findDoubles(archive.posts));
  checkSourcesNamed(archive.posts, sources, problems);
  for (const source of archive.sources) add(problems, source.file, checkSource(source));
  problems.push(...validatePeople(archive));
  for (const id of archive.settings.takesOver) {
    if (sources.has(id)) continue;
    problems.push({ ...reportUnknownTakeover(id, [...sources]), file: "site.json" });
  }
  return problems.sort(compareProblems);
}

/** Returns the problem of a source in `takesOver` that the archive does not have. */
export function reportUnknownTakeover(id: string, sources: readonly string[]): Found {
  const there =
    sources.length === 0
      ? toMessage("source-unknown.none")
      : toMessage("source-unknown.list", { list: sources.map(show).join(", ") });
  return toError("takesOver", "source-unknown.takesOver", { found: show(id), there });
}

function add(problems: Problem[], file: string, found: Iterable<Found>): void {
  for (const problem of found) problems.push({ ...problem, file });
}

function* checkFolder(post: Post): Generator<Found> {
  const [parent, slug] = [post.id.slice(0, post.id.indexOf("/")), post.id.slice(post.id.indexOf("/") + 1)];
  if (!isSafeFolderName(slug) || isReservedSlug(foldName(slug))) {
    yield toError(undefined, "slug-unsafe", { found: show(slug) });
  } else if (!/^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_][\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u.test(slug)) {
    yield toWarning(undefined, "slug-unusual.folder", { found: show(slug) });
  }
  const year = yearOf(post.date);
  // An unreadable date has its own message.
  const isReadable = post.date === undefined || year !== "undated";
  if (post.type === "post" && isReadable && year !== parent) {
    const values = { folder: show(parent), year: show(year) };
    yield post.date === undefined
      ? toWarning("date", "year-mismatch.undated", values)
      : toWarning("date", "year-mismatch.dated", { ...values, date: show(post.date) });
  }
}

function* checkText(text: PostFields & { readonly body: string }, post: Post): Generator<Found> {
  yield* checkDate("date", text.date);
  yield* checkDate("updated", text.updated);
  yield* checkLang(text.lang);
  yield* checkAddress("source_url", text.source_url);
  yield* checkPersonal({ title: text.title, author: text.author, excerpt: text.excerpt, text: text.body });
  const isRelative = text.image !== undefined && !/^[a-z][a-z0-9+.-]*:/i.test(text.image);
  if (isRelative && !post.attachments.includes(decodeImage(text.image ?? "").replace(/^\.\//, ""))) {
    yield toWarning("image", "image-missing", { found: show(text.image) });
  }
  for (const alias of text.aliases ?? []) {
    if (readAlias(alias) !== undefined) continue;
    yield toError("aliases", "alias-invalid", { found: show(alias) });
  }
}

function decodeImage(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function* checkSourceId(record: Pick<PostFields, "source" | "source_id">): Generator<Found> {
  if (record.source !== undefined || record.source_id === undefined) return;
  yield toWarning("source_id", "source-missing");
}

// One warning a source, not one a record: an import that was interrupted has not yet written its source.
function checkSourcesNamed(posts: readonly Post[], sources: ReadonlySet<string>, problems: Problem[]): void {
  const unknown = new Map<string, { readonly file: string; count: number }>();
  for (const post of posts) {
    for (const { source, file } of [post, ...post.translations, ...post.thread]) {
      if (source === undefined || sources.has(source)) continue;
      const found = unknown.get(source);
      if (found === undefined) unknown.set(source, { file, count: 1 });
      else found.count++;
    }
  }
  for (const [source, { file, count }] of unknown) {
    const found = show(source);
    const problem =
      count > 2
        ? toWarning("source", "source-unknown.many", { found, count: count - 1 })
        : toWarning("source", count === 1 ? "source-unknown.one" : "source-unknown.two", { found });
    problems.push({ ...problem, file });
  }
}

function* checkTranslationOf(post: Post, posts: ReadonlyMap<string, Post>): Generator<Found> {
  const { translation_of: original } = post;
  if (original === undefined) return;
  if (original === post.id) {
    yield toError("translation_of", "translation-of-self");
  } else if (!posts.has(original)) {
    yield toError("translation_of", "translation-of-missing", { found: show(original) });
  }
}

// Names that differ only by case or normalisation are one file on macOS and Windows: a checkout loses one.
function checkTwins(posts: readonly Post[], problems: Problem[]): void {
  const report = (names: Iterable<string>) => {
    const firsts = new Map<string, string>();
    for (const name of names) {
      const first = firsts.get(foldName(name));
      if (first === undefined) {
        firsts.set(foldName(name), name);
        continue;
      }
      problems.push({ ...toError(undefined, "name-twin", { other: show(first) }), file: name });
    }
  };
  report(posts.map(({ file }) => file.slice(0, -"/index.md".length)));
  for (const post of posts) {
    const folder = post.file.slice(0, -"index.md".length);
    report([
      ...post.attachments.map((name) => folder + name),
      ...post.translations.map(({ file }) => file),
      ...post.thread.map(({ file }) => file),
    ]);
  }
}

function* checkSource(source: Source): Generator<Found> {
  if (!isSourceId(source.id)) {
    yield toError(undefined, "source-id-invalid", { found: show(source.id) });
  }
  yield* checkAddress("url", source.url);
  yield* checkPersonal({ title: source.title, text: source.body });
  if (source.ledger !== undefined && (!source.ledger.balanced || !isLedgerBalanced(source.ledger))) {
    yield toError("ledger", "ledger-unbalanced");
  }
}
