// Checks content/people/: addresses, and that no name is two persons' and every name is somebody's.

import { type Found, toError, toWarning } from "./found.ts";
import type { Archive, Person, Problem } from "./model.ts";
import { doSourcesMeet, indexPeople } from "./people-index.ts";
import { namesOf } from "./read-people.ts";
import { show } from "./show.ts";
import { foldName, isReservedSlug, toSlug } from "./slug.ts";
import { checkAddress, checkPersonal } from "./validate-values.ts";

/** Checks all people of an archive. */
export function validatePeople(archive: Archive): readonly Problem[] {
  const { people } = archive;
  if (people.length === 0) return [];
  const problems: Problem[] = [];
  const named = collectNames(archive);
  const authors = collectAuthors(archive);
  const bySlug = new Map<string, string>();
  const byName = new Map<string, Person[]>();
  for (const person of people) {
    const found = [
      ...checkSlug(person, bySlug, authors),
      ...checkSources(person, archive),
      ...checkNames(person, byName, named),
      ...checkAddress("url", person.url),
      ...checkPersonal({ name: person.name, names: person.names?.join("\n"), text: person.body }),
    ];
    for (const problem of found) problems.push({ ...problem, file: person.file });
  }
  return problems;
}

function* checkSlug(
  { id }: Person,
  bySlug: Map<string, string>,
  authors: ReadonlyMap<string, string>,
): Generator<Found> {
  if (isReservedSlug(foldName(id)) || /^page-\d+$/.test(id)) {
    yield toError(undefined, "person-slug-invalid", { found: show(id) });
  } else if (!/^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_][\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u.test(id)) {
    yield toWarning(undefined, "slug-unusual.file", { found: show(id) });
  }
  const twin = bySlug.get(foldName(id));
  if (twin === undefined) bySlug.set(foldName(id), id);
  else yield toError(undefined, "name-twin", { other: show(`${twin}.md`) });
  const author = authors.get(id);
  if (author !== undefined) {
    yield toWarning(undefined, "person-slug-taken", { author: show(author), found: show(id) });
  }
}

function* checkSources({ sources = [] }: Person, archive: Archive): Generator<Found> {
  for (const id of sources) {
    if (archive.sources.some((source) => source.id === id)) continue;
    yield toError("sources", "source-unknown.person", { found: show(id) });
  }
}

function* checkNames(
  person: Person,
  byName: Map<string, Person[]>,
  named: (name: string, person: Person) => boolean,
): Generator<Found> {
  for (const name of namesOf(person)) {
    const key = name === person.name ? "name" : "names";
    const others = byName.get(name) ?? [];
    const other = others.find((claimant) => doSourcesMeet(claimant, person));
    if (other !== undefined) {
      yield toError(key, "person-name-taken", { key, found: show(name), other: show(other.file) });
    }
    byName.set(name, [...others, person]);
    // The shown name may be one that nobody signed with.
    if (key === "names" && !named(name, person)) {
      const where = person.sources === undefined ? "anywhere" : "sources";
      yield toWarning(key, `person-name-unknown.${where}`, { found: show(name) });
    }
  }
}

/** Returns a test of whether a name stands in the archive, in the sources that a person's names are meant for. */
function collectNames({ posts, people }: Archive): (name: string, person: Person) => boolean {
  const wanted = new Set(people.flatMap(namesOf));
  const sourcesByName = new Map<string, Set<string | undefined>>();
  for (const post of posts) {
    for (const { author, source } of [post, ...post.thread]) {
      if (author === undefined || !wanted.has(author)) continue;
      const sources = sourcesByName.get(author);
      if (sources === undefined) sourcesByName.set(author, new Set([source]));
      else sources.add(source);
    }
  }
  return (name, { sources }) => {
    const found = sourcesByName.get(name);
    return found !== undefined && (sources === undefined || sources.some((source) => found.has(source)));
  };
}

/** Returns the authors of posts whom nobody recorded, by the address that their page has. */
function collectAuthors({ posts, people }: Archive): ReadonlyMap<string, string> {
  const findPerson = indexPeople(people);
  const authors = new Map<string, string>();
  for (const { author, source } of posts) {
    if (author === undefined || findPerson(author, source) !== undefined) continue;
    authors.set(toSlug(author), author);
  }
  return authors;
}
