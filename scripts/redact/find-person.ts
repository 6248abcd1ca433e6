// Finds all records of one name.

import { findNearest } from "../archive/find-nearest.ts";
import type { Archive, Person } from "../archive/model.ts";
import { namesOf } from "../archive/read-people.ts";
import type { RedactionTarget } from "../archive/redaction-target.ts";

const MAX_LISTED = 5;

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
