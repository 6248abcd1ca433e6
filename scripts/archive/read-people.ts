// Reads content/people/: who an editor has recorded to be one person under several names.

import { listFolder } from "./folder-listing.ts";
import { toError, toWarning } from "./found.ts";
import type { Person, Problem } from "./model.ts";
import { placeProblems, readArchiveFile } from "./read-file.ts";
import { readPersonFields } from "./record-fields.ts";

/** Reads all people, sorted by id. One without a name is a problem, and left out. */
export function readPeople(contentDir: string, problems: Problem[]): readonly Person[] {
  const { files, folders } = listFolder(contentDir, "people", problems);
  const people: Person[] = [];
  for (const name of [...files, ...folders]) {
    const path = `people/${name}`;
    if (folders.includes(name) || !name.endsWith(".md")) {
      problems.push({ ...toWarning(undefined, "file-unexpected.person"), file: path });
      continue;
    }
    const file = readArchiveFile(contentDir, path, problems);
    if (file === undefined) continue;
    const { fields, extra, problems: found } = readPersonFields(file.fields);
    placeProblems(file, found, problems);
    if (fields.name === undefined) {
      problems.push({ ...toError("name", "person-name-missing"), file: path });
      continue;
    }
    const id = name.slice(0, -".md".length);
    const { name: shown, ...others } = fields;
    people.push({ id, name: shown, ...others, body: file.body, ...(extra !== undefined && { extra }), file: path });
  }
  return people;
}

/** Returns all names of a person, each once, the shown one first. */
export function namesOf({ name, names = [] }: Pick<Person, "name" | "names">): readonly string[] {
  return [...new Set([name, ...names])];
}
