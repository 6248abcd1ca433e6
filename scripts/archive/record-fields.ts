// Turns the keys of a file into the fields of a record, and back: unknown at the border, narrowed here.

import { type Found, toError, toWarning } from "./found.ts";
import { serializeFrontMatter } from "./front-matter.ts";
import type { CommentFields, ExtraFields, PersonFields, PostFields, SourceFields } from "./model.ts";
import { COMMENT_KEYS, type KeyRule, type KeyRules, PERSON_KEYS, POST_KEYS, SOURCE_KEYS } from "./record-keys.ts";
import { readShape } from "./record-shapes.ts";
import { show } from "./show.ts";

/** What is wrong with a key; the file and line are added by who read the file. */
export type FieldProblem = Found & { readonly key: string };

/** The fields of a record. */
export interface ReadFields<Fields> {
  readonly fields: Fields;
  /** Keys that this version does not know, in the order of the file; absent when there are none. */
  readonly extra?: ExtraFields;
  readonly problems: readonly FieldProblem[];
}

/** Reads the keys of a post or page. A `status` that is no status makes it a draft: what may be private stays in. */
export function readPostFields(values: ReadonlyMap<string, unknown>): ReadFields<PostFields> {
  return readFields(values, POST_KEYS, "draft") as ReadFields<PostFields>;
}

/** Reads the keys of a comment; `id` may be absent. A `status` that is no status counts as redacted. */
export function readCommentFields(values: ReadonlyMap<string, unknown>): ReadFields<Partial<CommentFields>> {
  return readFields(values, COMMENT_KEYS, "redacted") as ReadFields<Partial<CommentFields>>;
}

/** Reads the keys of a source. */
export function readSourceFields(values: ReadonlyMap<string, unknown>): ReadFields<SourceFields> {
  return readFields(values, SOURCE_KEYS) as ReadFields<SourceFields>;
}

/** Reads the keys of a person. */
export function readPersonFields(values: ReadonlyMap<string, unknown>): ReadFields<PersonFields> {
  return readFields(values, PERSON_KEYS) as ReadFields<PersonFields>;
}

/** Writes the file of a post, page or translation in normal form. */
export function serializePost(fields: PostFields, body: string, extra?: ExtraFields): string {
  return serializeFrontMatter(listKeys(fields, POST_KEYS, extra), body);
}

/** Writes the file of a comment in normal form. A redacted or deleted one gets no body. */
export function serializeComment(fields: CommentFields, body: string, extra?: ExtraFields): string {
  return serializeFrontMatter(listKeys(fields, COMMENT_KEYS, extra), fields.status === undefined ? body : "");
}

/** Writes the file of a source in normal form. */
export function serializeSource(fields: SourceFields, body: string, extra?: ExtraFields): string {
  return serializeFrontMatter(listKeys(fields, SOURCE_KEYS, extra), body);
}

/** Writes the file of a person in normal form. */
export function serializePerson(fields: PersonFields, body: string, extra?: ExtraFields): string {
  return serializeFrontMatter(listKeys(fields, PERSON_KEYS, extra), body);
}

function readFields(
  values: ReadonlyMap<string, unknown>,
  rules: KeyRules,
  unreadableStatus?: string,
): ReadFields<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  let known = 0;
  for (const key in rules) {
    const value = values.get(key);
    if (value === undefined) continue;
    known++;
    if (value === null || value === "") continue;
    const rule = rules[key] as KeyRule;
    const read = readShape(value, rule);
    if (read.expected !== undefined) {
      const { expected } = read;
      const found = show(value);
      const problem =
        rule.shape === "lang"
          ? toError(key, "lang-invalid", { found })
          : toError(key, "value-invalid", { key, found, expected });
      problems.push({ ...problem, key });
      if (key === "status") fields[key] = unreadableStatus;
    } else if (read.value !== undefined) {
      fields[key] = read.value;
    }
  }
  if (known === values.size) return { fields, problems };
  const unknown = [...values].filter(([key]) => !Object.hasOwn(rules, key));
  for (const [key] of unknown) problems.push(toUnknownKey(key, rules));
  // fromEntries makes own properties, also of "__proto__".
  return { fields, extra: Object.fromEntries(unknown), problems };
}

function toUnknownKey(key: string, rules: KeyRules): FieldProblem {
  const simple = (name: string) => name.toLowerCase().replace(/[-_\s]/g, "");
  const meant = Object.keys(rules).find((known) => simple(known) === simple(key));
  const found = show(key);
  const problem =
    meant === undefined
      ? toWarning(key, "key-unknown.kept", { found })
      : toWarning(key, "key-unknown.meant", { found, meant });
  return { ...problem, key };
}

// A list and not a generator: an import calls this for every record.
function listKeys(
  fields: object,
  rules: KeyRules,
  extra: ExtraFields | undefined,
): readonly (readonly [string, unknown])[] {
  const values = fields as Readonly<Record<string, unknown>>;
  const keys: (readonly [string, unknown])[] = [];
  for (const key in rules) {
    const value = values[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    const rule = rules[key] as KeyRule;
    const isOrdinary = rule.shape === "choice" && value === rule.ordinary;
    if (!isOrdinary) keys.push([key, value]);
  }
  return extra === undefined ? keys : [...keys, ...Object.entries(extra)];
}
