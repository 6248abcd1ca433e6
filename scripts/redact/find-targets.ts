// Finds the records that a person means: by id, address or file, by name, or by source.

import type { Archive, Person } from "../archive/model.ts";
import { toPostFolder } from "../archive/read-archive.ts";
import { namesOf } from "../archive/read-people.ts";
import { listTargets, type RedactionTarget, toTargetId } from "../archive/redaction-target.ts";
import { findNearest } from "./find-nearest.ts";

/** What was found for one id that somebody typed. */
export type FoundTarget =
  | { readonly target: RedactionTarget }
  /** A comment's id that several posts have. */
  | { readonly several: readonly string[] }
  /** Nothing; these ids come nearest. */
  | { readonly nearest: readonly string[] };

const MAX_LISTED = 5;

/** Returns the record of an id, an address on the site or a file in content/. */
export function findTarget(archive: Archive, typed: string): FoundTarget {
  const id = toId(typed);
  const [postId = "", commentId] = id.split("#");
  const post = archive.posts.find((candidate) => candidate.id === postId);
  if (commentId !== undefined && post !== undefined) {
    const comment = post.thread.find((candidate) => candidate.id === commentId);
    if (comment !== undefined) return { target: { post, comment } };
    const ids = post.thread.map((candidate) => `${post.id}#${candidate.id}`);
    return { nearest: findNearest(id, ids, MAX_LISTED) };
  }
  if (post !== undefined) return { target: { post } };
  const found = [...listTargets(archive)].filter(({ comment }) => comment !== undefined && comment.id === id);
  const [target] = found;
  if (target !== undefined) return found.length === 1 ? { target } : { several: found.map(toTargetId) };
  const posts = archive.posts.map((candidate) => candidate.id);
  if (commentId !== undefined) return { nearest: findNearest(postId, posts, MAX_LISTED) };
  const comments = id.includes("/") ? [] : [...listTargets(archive)].flatMap(({ comment }) => comment?.id ?? []);
  return { nearest: findNearest(id, [...new Set([...posts, ...comments])], MAX_LISTED) };
}

/** `https://host/base/en/2011/slug/#comment-7`, `content/posts/2011/slug/comments/comment-7.md` → `2011/slug#comment-7`. */
function toId(typed: string): string {
  const text = decode(typed.trim()).normalize("NFC");
  const file = /(?:^|\/)((?:posts\/[^/]+|pages)\/[^/#]+)(?:\/(?:index\.md|comments\/([^/]+)\.md)?)?$/.exec(text);
  if (file !== null) {
    const post = (file[1] ?? "").replace(/^posts\//, "");
    return file[2] === undefined ? post : `${post}#${file[2]}`;
  }
  const page = /\/[a-z]{2}\/(?:pages|sidor)\/([^/#?]+)\/?(?:#(.+))?$/.exec(text);
  if (page !== null) return page[2] === undefined ? `pages/${page[1]}` : `pages/${page[1]}#${page[2]}`;
  const address = /\/[a-z]{2}\/((?:\d{4}|undated)\/[^/#?]+)\/?(?:#(.+))?$/.exec(text);
  if (address !== null) return address[2] === undefined ? (address[1] ?? "") : `${address[1]}#${address[2]}`;
  return text.replace(/\/(?=#|$)/, "");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What is one person's. */
export interface PersonTargets {
  /** All names that count as the person's, the asked one first. */
  readonly names: readonly string[];
  readonly targets: readonly RedactionTarget[];
  /** Records of people/ that go with them. */
  readonly people: readonly Person[];
  /** Names that come nearest, when there are no targets. */
  readonly nearest: readonly string[];
}

/**
 * Returns every post and comment of one name: spelt so, under another name that an editor recorded for the same person, or
 * marked by the source as the post's author's where that author is the person. What is redacted already is left out.
 */
export function findPerson(archive: Archive, typed: string): PersonTargets {
  const name = typed.trim().normalize("NFC");
  const people = archive.people.filter((person) => namesOf(person).some((known) => isSame(known, name)));
  const names = [...new Set([name, ...people.flatMap(namesOf)])];
  const isTheirs = (author: string | undefined, source: string | undefined): boolean => {
    if (author === undefined) return false;
    if (isSame(author, name)) return true;
    return people.some((person) => {
      const isMeant = person.sources === undefined || (source !== undefined && person.sources.includes(source));
      return isMeant && namesOf(person).some((known) => isSame(known, author));
    });
  };
  const targets = archive.posts.flatMap((post) => {
    const isAuthor = isTheirs(post.author, post.source);
    const translated = post.translations.some(({ author }) => isTheirs(author, post.source));
    const comments = post.thread.filter(
      ({ author, source, by_post_author: isByAuthor }) =>
        isTheirs(author, source ?? post.source) || (isByAuthor === true && isAuthor),
    );
    return [...(isAuthor || translated ? [{ post }] : []), ...comments.map((comment) => ({ post, comment }))];
  });
  const nearest = targets.length > 0 ? [] : findNearest(name, listNames(archive), MAX_LISTED);
  return { names, targets, people, nearest };
}

function isSame(a: string, b: string): boolean {
  return a.trim().normalize("NFC") === b;
}

function listNames({ posts, people }: Archive): readonly string[] {
  const names = posts.flatMap((post) => [post.author, ...post.thread.map(({ author }) => author)]);
  return [...new Set([...names, ...people.flatMap(namesOf)].filter((name) => name !== undefined))];
}

/** Returns texts that still hold one of the names, as paths below content/: nothing but reading tells whom they mean. */
export function findMentions(left: Archive, names: readonly string[]): readonly string[] {
  const holds = (text: string) => names.some((name) => text.includes(name));
  return left.posts.flatMap((post) => [
    ...[post, ...post.translations]
      .filter(({ title = "", body, excerpt = "" }) => holds(`${title}\n${body}\n${excerpt}`))
      .map(({ file }) => file),
    ...post.thread.filter(({ body }) => holds(body)).map(({ file }) => file),
    ...post.attachments.filter(holds).map((name) => `${toPostFolder(post.id)}/${name}`),
  ]);
}
