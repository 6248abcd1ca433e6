// Checks an archive as a whole: what each file says, and whether the files agree with each other.

import { readAlias } from "./alias.ts";
import { yearOf } from "./edtf.ts";
import { isLedgerBalanced } from "./ledger.ts";
import type { Archive, Post, PostFields, Problem, Source } from "./model.ts";
import { compareProblems } from "./read-archive.ts";
import { show } from "./show.ts";
import { foldName, isReservedSlug, isSafeFolderName } from "./slug.ts";
import { isSourceId } from "./source-id.ts";
import { checkComments } from "./validate-comments.ts";
import { validatePeople } from "./validate-people.ts";
import { checkAddress, checkDate, checkLang, checkMails, type Found } from "./validate-values.ts";

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
  checkDoubles(archive.posts, problems);
  checkSourcesNamed(archive.posts, sources, problems);
  for (const source of archive.sources) add(problems, source.file, checkSource(source));
  problems.push(...validatePeople(archive));
  for (const id of archive.settings.takesOver) {
    if (sources.has(id)) continue;
    const there =
      sources.size === 0 ? "the archive has no sources" : `the sources are ${[...sources].map(show).join(", ")}`;
    const message = `takesOver names the source ${show(id)}, which is not in the archive; ${there}`;
    problems.push({ level: "error", code: "source-unknown", file: "site.json", key: "takesOver", message });
  }
  return problems.sort(compareProblems);
}

function add(problems: Problem[], file: string, found: Iterable<Found>): void {
  for (const problem of found) problems.push({ ...problem, file });
}

function* checkFolder(post: Post): Generator<Found> {
  const [parent, slug] = [post.id.slice(0, post.id.indexOf("/")), post.id.slice(post.id.indexOf("/") + 1)];
  if (!isSafeFolderName(slug) || isReservedSlug(foldName(slug))) {
    const message = `the folder ${show(slug)} cannot be an address everywhere; rename it, with a letter in it and no reserved word`;
    yield { level: "error", code: "slug-unsafe", message };
  } else if (!/^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_][\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u.test(slug)) {
    const message = `the folder ${show(slug)} makes an awkward address; use lower-case letters, digits and single hyphens`;
    yield { level: "warning", code: "slug-unusual", message };
  }
  const year = yearOf(post.date);
  // An unreadable date has its own message.
  const isReadable = post.date === undefined || year !== "undated";
  if (post.type === "post" && isReadable && year !== parent) {
    const reason = post.date === undefined ? "it has no date" : `its date is ${show(post.date)}`;
    const message = `the post lies in ${show(parent)}, but ${reason}; check --fix moves it to ${show(year)}`;
    yield { level: "warning", code: "year-mismatch", key: "date", message };
  }
}

function* checkText(text: PostFields & { readonly body: string }, post: Post): Generator<Found> {
  yield* checkDate("date", text.date);
  yield* checkDate("updated", text.updated);
  yield* checkLang(text.lang);
  yield* checkAddress("source_url", text.source_url);
  yield* checkMails({ title: text.title, author: text.author, excerpt: text.excerpt, text: text.body });
  const isRelative = text.image !== undefined && !/^[a-z][a-z0-9+.-]*:/i.test(text.image);
  if (isRelative && !post.attachments.includes(decodeImage(text.image ?? "").replace(/^\.\//, ""))) {
    const message = `image is ${show(text.image)}, which is not in the post's folder; add the file or correct the name`;
    yield { level: "warning", code: "image-missing", key: "image", message };
  }
  for (const alias of text.aliases ?? []) {
    if (readAlias(alias) !== undefined) continue;
    const message = `aliases holds ${show(alias)}; write a path on this site, like "/en/2011/old-slug/"`;
    yield { level: "error", code: "alias-invalid", key: "aliases", message };
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
  const message = "source_id has no source beside it; name the source, or remove source_id";
  yield { level: "warning", code: "source-missing", key: "source_id", message };
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
    const others = count === 1 ? "" : `, as in ${count - 1} other ${count === 2 ? "file" : "files"}`;
    const message = `source is ${show(source)}${others}, but there is no sources/<id>.md of that name; add it or correct the name`;
    problems.push({ level: "warning", code: "source-unknown", file, key: "source", message });
  }
}

function* checkTranslationOf(post: Post, posts: ReadonlyMap<string, Post>): Generator<Found> {
  const { translation_of: original } = post;
  if (original === undefined) return;
  if (original === post.id) {
    const message = "translation_of names the post itself; name the original or remove the key";
    yield { level: "error", code: "translation-of-self", key: "translation_of", message };
  } else if (!posts.has(original)) {
    const message = `translation_of is ${show(original)}, which is not in the archive; give the original's <year>/<slug>`;
    yield { level: "error", code: "translation-of-missing", key: "translation_of", message };
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
      const message = `differs from ${show(first)} only by case or by Unicode normalisation; rename one of them`;
      problems.push({ level: "error", code: "name-twin", file: name, message });
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

function checkDoubles(posts: readonly Post[], problems: Problem[]): void {
  const firsts = new Map<string, Post>();
  const aliases = new Map<string, Post>();
  for (const post of posts) {
    for (const alias of new Set(post.aliases)) {
      const other = aliases.get(alias);
      if (other === undefined) aliases.set(alias, post);
      else {
        const message = `aliases holds ${show(alias)}, which ${show(other.id)} has too; only one of them can have it`;
        problems.push({ level: "warning", code: "alias-taken", file: post.file, key: "aliases", message });
      }
    }
    if (post.source === undefined || post.source_id === undefined) continue;
    const key = [post.source, post.source_id, post.source_url].join("\n");
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, post);
    else {
      const message = `${show(first.id)} has the same source, source_id and source_url; remove one of the two posts`;
      problems.push({ level: "warning", code: "source-double", file: post.file, key: "source_id", message });
    }
  }
}

function* checkSource(source: Source): Generator<Found> {
  if (!isSourceId(source.id)) {
    const message = `the name ${show(source.id)} cannot be a source's id; use lower-case letters, digits and hyphens`;
    yield { level: "error", code: "source-id-invalid", message };
  }
  yield* checkLang(source.lang);
  yield* checkAddress("url", source.url);
  yield* checkMails({ title: source.title, text: source.body });
  if (source.ledger !== undefined && (!source.ledger.balanced || !isLedgerBalanced(source.ledger))) {
    const message = "ledger does not add up: read must be written plus skipped in each group; run the import again";
    yield { level: "error", code: "ledger-unbalanced", key: "ledger", message };
  }
}
