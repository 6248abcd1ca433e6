// Tells whose a name in a post or comment is, by what editors recorded in content/people/. Equal names alone say nothing.

import type { Person } from "./model.ts";
import { namesOf } from "./read-people.ts";

/** Returns the person that a name is in a source (undefined: a record without one), or undefined when nobody recorded it. */
export type FindPerson = (name: string, source: string | undefined) => Person | undefined;

/** Returns the finder of recorded people. Where two claim one name in one source, the first by id has it; check tells. */
export function indexPeople(people: readonly Person[]): FindPerson {
  const byName = new Map<string, Person[]>();
  for (const person of people) {
    for (const name of namesOf(person)) {
      const claimants = byName.get(name);
      if (claimants === undefined) byName.set(name, [person]);
      else claimants.push(person);
    }
  }
  return (name, source) => byName.get(name)?.find(({ sources }) => isMeant(sources, source));
}

/** Tells whether two people claim names in one and the same source. */
export function doSourcesMeet(a: Person, b: Person): boolean {
  if (a.sources === undefined || b.sources === undefined) return true;
  return a.sources.some((source) => b.sources?.includes(source));
}

function isMeant(sources: readonly string[] | undefined, source: string | undefined): boolean {
  return sources === undefined || (source !== undefined && sources.includes(source));
}
