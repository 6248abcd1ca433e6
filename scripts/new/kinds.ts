// The kinds of file that `new` makes, with the questions of each.

import { toCommentFileName } from "../archive/comment-file-name.ts";
import { yearOf } from "../archive/edtf.ts";
import { findTarget } from "../archive/find-record.ts";
import { type Found, toError } from "../archive/found.ts";
import { toCanonicalCode } from "../archive/language-code.ts";
import type { Archive, Post } from "../archive/model.ts";
import { toPostFolder } from "../archive/read-archive.ts";
import { serializeComment, serializePost, serializeSource } from "../archive/record-fields.ts";
import { show } from "../archive/show.ts";
import { foldName, isReservedSlug, toSlug, uniqueSlug } from "../archive/slug.ts";
import { isImportedSourceId } from "../archive/source-id.ts";
import { checkAddress, checkDate, checkLang, checkPersonal } from "../archive/validate-values.ts";
import { type Message, toMessage } from "../strings/messages/index.ts";
import type { Answers, NewKind, Question } from "./draft.ts";

const COMMENT_ID = /^[A-Za-z][A-Za-z0-9._:-]{0,99}$/;

const title: Question = { name: "title", text: "new.ask.title", check: (text) => checkPersonal({ title: text }) };
const language: Question = { name: "language", text: "new.ask.language", check: checkLang };
const author: Question = { name: "author", text: "new.ask.author", check: (text) => checkPersonal({ author: text }) };
const date: Question = { name: "date", text: "new.ask.date", check: (text) => checkDate("date", text) };
const topics: Question = { name: "topics", text: "new.ask.topics" };
const original: Question = { name: "url", text: "new.ask.url", check: (text) => checkAddress("source_url", text) };
const post: Question = { name: "post", text: "new.ask.post", isNeeded: true, check: checkPost };

/** Files by the word that asks for them. */
export const NEW_KINDS: Readonly<Record<string, NewKind>> = {
  post: {
    questions: [
      title,
      language,
      author,
      date,
      topics,
      original,
      { name: "slug", text: "new.ask.slug", check: checkSlug },
    ],
    draft: (archive, answers, text) => draftPost(archive, answers, text, `posts/${yearOf(answers.date)}`),
  },
  page: {
    questions: [title, language, author, date, original, { name: "slug", text: "new.ask.slug", check: checkSlug }],
    draft: (archive, answers, text) => draftPost(archive, answers, text, "pages"),
  },
  comment: {
    questions: [
      post,
      author,
      date,
      { name: "parent", text: "new.ask.parent", check: checkParent },
      original,
      { name: "id", text: "new.ask.id", check: checkId },
    ],
    draft: draftComment,
  },
  translation: {
    questions: [post, { ...language, isNeeded: true, check: checkTranslation }, title],
    draft: draftTranslation,
  },
  source: {
    questions: [
      { name: "id", text: "new.ask.sourceId", isNeeded: true, check: checkSourceId },
      { name: "title", text: "new.ask.sourceTitle", check: (text) => checkPersonal({ title: text }) },
      { name: "url", text: "new.ask.sourceUrl", check: (text) => checkAddress("url", text) },
      { name: "platform", text: "new.ask.platform" },
      language,
      { name: "rights", text: "new.ask.rights" },
    ],
    draft: draftSource,
  },
};

function* checkSlug(slug: string): Generator<Found> {
  if (toSlug(slug) !== slug || isReservedSlug(slug))
    yield toError(undefined, "slug-unusual.folder", { found: show(slug) });
}

function findPost(archive: Archive, typed: string | undefined): Post | undefined {
  const found = typed === undefined ? undefined : findTarget(archive, typed);
  return found !== undefined && "target" in found && found.target.comment === undefined ? found.target.post : undefined;
}

function* checkPost(typed: string, archive: Archive): Generator<Found> {
  const found = findTarget(archive, typed);
  if ("target" in found && found.target.comment === undefined) return;
  const nearest = "nearest" in found ? found.nearest : [];
  yield nearest.length === 0
    ? toError(undefined, "new.noPost", { found: show(typed) })
    : toError(undefined, "new.noPostBut", { found: show(typed), list: nearest.join(", ") });
}

function* checkParent(parent: string, archive: Archive, answers: Answers): Generator<Found> {
  const thread = findPost(archive, answers.post)?.thread ?? [];
  if (!thread.some(({ id }) => id === parent)) yield toError("parent", "new.noParent", { found: show(parent) });
}

function* checkId(id: string, archive: Archive, answers: Answers): Generator<Found> {
  if (!COMMENT_ID.test(id)) yield toError("id", "id-invalid", { found: show(id) });
  const other = findPost(archive, answers.post)?.thread.find((comment) => comment.id === id);
  if (other !== undefined) yield toError("id", "id-double", { found: show(id), other: other.file });
}

function* checkTranslation(lang: string, archive: Archive, answers: Answers): Generator<Found> {
  yield* checkLang(lang);
  if (isSameCode(findPost(archive, answers.post)?.lang, lang)) {
    yield toError("lang", "new.sameLanguage", { found: show(lang) });
  }
}

function isSameCode(a: string | undefined, b: string): boolean {
  return a !== undefined && toCanonicalCode(a) === toCanonicalCode(b);
}

function* checkSourceId(id: string): Generator<Found> {
  if (!isImportedSourceId(id)) yield toError(undefined, "source-id-invalid", { found: show(id) });
}

function draftPost(archive: Archive, answers: Answers, text: string, parent: string): ReturnType<NewKind["draft"]> {
  const taken = new Set(
    archive.posts.flatMap(({ id }) => {
      const [folder, name = ""] = [toPostFolder(id).replace(/\/[^/]+$/, ""), id.split("/")[1]];
      return folder === parent ? [foldName(name)] : [];
    }),
  );
  const wanted = answers.slug ?? toSlug(answers.title ?? "");
  if (answers.slug !== undefined && taken.has(foldName(answers.slug))) {
    return toMessage("new.exists", { file: `content/${parent}/${answers.slug}` });
  }
  const slug = uniqueSlug(wanted === "" ? "untitled" : wanted, (name) => taken.has(name));
  const list = (answers.topics ?? "").split(",").flatMap((topic) => (topic.trim() === "" ? [] : [topic.trim()]));
  const fields = {
    ...(answers.title !== undefined && { title: answers.title }),
    ...(answers.language !== undefined && { lang: toCanonicalCode(answers.language) }),
    ...(answers.author !== undefined && { author: answers.author }),
    ...(answers.date !== undefined && { date: answers.date }),
    ...(list.length > 0 && { topics: list }),
    ...(answers.url !== undefined && { source_url: answers.url }),
  };
  return { file: `${parent}/${slug}/index.md`, text: serializePost(fields, text) };
}

function draftComment(archive: Archive, answers: Answers, text: string): ReturnType<NewKind["draft"]> {
  const found = findPost(archive, answers.post);
  if (found === undefined) return noPost(answers);
  const ids = new Set(found.thread.map((comment) => comment.id));
  let number = 1;
  while (ids.has(`added-${number}`)) number += 1;
  const id = answers.id ?? `added-${number}`;
  const fields = {
    id,
    ...(answers.parent !== undefined && { parent: answers.parent }),
    ...(answers.author !== undefined && { author: answers.author }),
    ...(answers.date !== undefined && { date: answers.date }),
    ...(answers.url !== undefined && { source_url: answers.url }),
  };
  return { file: `${toPostFolder(found.id)}/comments/${toCommentFileName(id)}`, text: serializeComment(fields, text) };
}

function draftTranslation(archive: Archive, answers: Answers, text: string): ReturnType<NewKind["draft"]> {
  const found = findPost(archive, answers.post);
  if (found === undefined) return noPost(answers);
  const lang = toCanonicalCode(answers.language ?? "");
  const standing = found.translations.find((translation) => isSameCode(translation.lang, lang));
  if (standing !== undefined) return toMessage("new.exists", { file: `content/${standing.file}` });
  const fields = { ...(answers.title !== undefined && { title: answers.title }), lang };
  return { file: `${toPostFolder(found.id)}/index.${lang}.md`, text: serializePost(fields, text) };
}

function draftSource(_archive: Archive, answers: Answers, text: string): ReturnType<NewKind["draft"]> {
  const { id, title: name, url, platform, language: code, rights } = answers;
  const fields = {
    ...(name !== undefined && { title: name }),
    ...(url !== undefined && { url }),
    ...(platform !== undefined && { platform }),
    ...(code !== undefined && { lang: toCanonicalCode(code) }),
    ...(rights !== undefined && { rights }),
  };
  return { file: `sources/${id}.md`, text: serializeSource(fields, text) };
}

function noPost(answers: Answers): Message {
  return toMessage("new.noPost", { found: show(answers.post ?? "") });
}
