// Checks content/people/: addresses, and that no name is two persons' and every name is somebody's.

import type { Archive, Person, Problem } from "./model.ts";
import { doSourcesMeet, indexPeople } from "./people-index.ts";
import { namesOf } from "./read-people.ts";
import { show } from "./show.ts";
import { foldName, isReservedSlug, toSlug } from "./slug.ts";
import { checkAddress, checkLang, checkMails, type Found } from "./validate-values.ts";

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
      ...checkLang(person.lang),
      ...checkMails({ name: person.name, names: person.names?.join("\n"), text: person.body }),
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
    const message = `the name of the file, ${show(id)}, cannot be an address; rename it, with a letter in it and no reserved word`;
    yield { level: "error", code: "person-slug-invalid", message };
  } else if (!/^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_][\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u.test(id)) {
    const message = `the name of the file, ${show(id)}, makes an awkward address; use lower-case letters, digits and single hyphens`;
    yield { level: "warning", code: "slug-unusual", message };
  }
  const twin = bySlug.get(foldName(id));
  if (twin === undefined) bySlug.set(foldName(id), id);
  else {
    const message = `differs from ${show(`${twin}.md`)} only by case or by Unicode normalisation; rename one of them`;
    yield { level: "error", code: "name-twin", message };
  }
  const author = authors.get(id);
  if (author !== undefined) {
    const message = `the page of ${show(author)}, who wrote posts and is nobody's recorded name, has the address ${show(id)} too, and would move; add the name to names if it is the same person, else rename this file`;
    yield { level: "warning", code: "person-slug-taken", message };
  }
}

function* checkSources({ sources = [] }: Person, archive: Archive): Generator<Found> {
  for (const id of sources) {
    if (archive.sources.some((source) => source.id === id)) continue;
    const message = `sources holds ${show(id)}, but there is no sources/<id>.md of that name; correct it or remove it`;
    yield { level: "error", code: "source-unknown", key: "sources", message };
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
      const message = `${key} has ${show(name)}, which ${show(other.file)} claims too; a name is one person's: take it out of one of them, or say with sources in which blogs it is whose`;
      yield { level: "error", code: "person-name-taken", key, message };
    }
    byName.set(name, [...others, person]);
    // The shown name may be one that nobody signed with.
    if (key === "names" && !named(name, person)) {
      const where = person.sources === undefined ? "the archive" : "these sources";
      const message = `names has ${show(name)}, but no post or comment in ${where} is signed so; spell it exactly as it stands there, or remove it`;
      yield { level: "warning", code: "person-name-unknown", key, message };
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
