// Leads the links in records that stand to what has come since they were written, if no person has edited them.

import { existsSync } from "node:fs";
import { encodeTarget, type MappedAddress } from "../markdown/rewrite-links.ts";
import { listNames } from "./archive-index.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { isUntouched, stampRecord } from "./imported-hash.ts";
import type { LinkList, ReplacedAddress } from "./link-list.ts";
import { toPostFolder } from "./read-archive.ts";
import { readIfThere } from "./read-if-there.ts";
import { readCommentFields, readPostFields, serializeComment, serializePost } from "./record-fields.ts";
import { type AddressHooks, type AddressPlace, rewriteTexts } from "./record-texts.ts";
import type { LinkResolver } from "./resolve-link.ts";
import { isSourceVersion } from "./source-version.ts";
import { writeFileWhole } from "./write-file.ts";

/** A record and its links, with the addresses that stand in its file instead. */
export interface CollectedLinks {
  readonly at: AddressPlace;
  readonly links: readonly MappedAddress[];
}

/** What is to be completed. */
export interface CompletionJob {
  readonly contentDir: string;
  readonly resolver: LinkResolver;
  /** Records of the import by file; brought up to date. */
  readonly collected: Map<string, CollectedLinks>;
  /** Lists of replaced addresses by source; brought up to date. */
  readonly lists: ReadonlyMap<string, LinkList>;
  /** The source that is imported, and its list as the last import left it. */
  readonly source: string;
  readonly earlierList: LinkList;
  /** Ids of the posts in which other records may hold links. */
  readonly folders: readonly string[];
  /** Tells whether the import brought a post. */
  readonly isMet: (id: string) => boolean;
}

/** Completes the records of an import, then those of the given posts that it did not bring. */
export function completeLinks(job: CompletionJob): void {
  const { contentDir, collected, lists, source } = job;
  const completed = new Set<string>();
  for (const [file, record] of collected) {
    const { links, isCompleted } = completeCollected(job, record);
    collected.set(file, { at: record.at, links });
    if (isCompleted) completed.add(file);
  }
  for (const id of job.folders) for (const at of listPlaces(contentDir, id)) completeOther(job, id, at);
  const list: LinkList = lists.get(source) ?? new Map();
  for (const file of list.keys()) if (!existsSync(`${contentDir}/${file}`)) list.delete(file);
  for (const [file, record] of collected) {
    const rows = listReplaced(job, file, record, completed.has(file));
    if (rows.length > 0) list.set(file, rows);
  }
}

/** What is replaced in the file that stands: of one that a person edited, that is what an earlier import replaced. */
function listReplaced(
  { contentDir, resolver, earlierList }: CompletionJob,
  file: string,
  { at, links }: CollectedLinks,
  isCompleted: boolean,
): readonly ReplacedAddress[] {
  const rows = links.flatMap(({ address, newAddress }) =>
    newAddress === undefined || resolver.resolveRecord(address, "link", at, 0) === undefined
      ? []
      : [{ old: address, new: newAddress }],
  );
  const earlier = earlierList.get(file) ?? [];
  const keys = new Set(earlier.map((row) => `${row.old}\n${row.new}`));
  const isSame = rows.length >= keys.size && rows.every((row) => keys.has(`${row.old}\n${row.new}`));
  if (isSame || isCompleted) return rows;
  const text = readIfThere(`${contentDir}/${file}`);
  return text === undefined || isUntouched(text) ? rows : earlier;
}

interface Completion extends Pick<CollectedLinks, "links"> {
  /** The file was looked at, and is an import's. */
  readonly isCompleted: boolean;
}

function completeCollected({ contentDir, resolver }: CompletionJob, record: CollectedLinks): Completion {
  const { at, links } = record;
  // What stands in the file, and what is to stand there.
  const changes = new Map<string, string[]>();
  let isChanged = false;
  const wanted = links.map(({ address, kind }) => {
    const target = resolver.resolve(address, kind, at, 0);
    return target === undefined ? undefined : encodeTarget(target);
  });
  // Several old addresses may have become one new one, so what is to come depends on which of them it is.
  for (const [index, { address, newAddress }] of links.entries()) {
    const targets = changes.get(newAddress ?? address) ?? [];
    changes.set(newAddress ?? address, [...targets, wanted[index] ?? address]);
    if (wanted[index] !== newAddress) isChanged = true;
  }
  if (!isChanged) return { links, isCompleted: false };
  const done = completeRecord(contentDir, at, {
    resolveAddress: (address, kind, _at, occurrence) =>
      kind === "link" ? changes.get(address)?.[occurrence] : undefined,
  });
  // A file that a person edited stays; the account is of the source's text.
  const reached =
    done === undefined ? undefined : new Set(done.addresses.map(({ address, newAddress }) => newAddress ?? address));
  return {
    isCompleted: done !== undefined,
    links: links.map(({ address, kind, newAddress }, index) => {
      const target = wanted[index];
      const isReached = target === newAddress || reached === undefined || reached.has(target ?? address);
      const now = isReached ? target : newAddress;
      return { address, kind, ...(now !== undefined && { newAddress: now }) };
    }),
  };
}

function listPlaces(contentDir: string, id: string): readonly AddressPlace[] {
  const folder = toPostFolder(id);
  const comments = listNames(`${contentDir}/${folder}/comments`);
  const files = comments.filter((name) => name.endsWith(".md") && !name.startsWith(".") && !isSourceVersion(name));
  return ["index.md", ...files.sort().map((name) => `comments/${name}`)].map((file) => ({ folder, file }));
}

function completeOther(
  { contentDir, resolver, collected, lists, source, isMet }: CompletionJob,
  id: string,
  at: AddressPlace,
): void {
  const file = `${at.folder}/${at.file}`;
  if (collected.has(file)) return;
  const { resolveRecord: resolveAddress, mayConcernRecords: mayHoldAddress } = resolver;
  const done = completeRecord(contentDir, at, { resolveAddress, mayHoldAddress });
  const links = done?.addresses.filter(({ address, kind }) => kind === "link" && resolver.isOnHost(address)) ?? [];
  if (links.length === 0) return;
  if (isMet(id) && done?.source === source) {
    collected.set(file, { at, links });
    return;
  }
  const list = lists.get(done?.source ?? "");
  const added = links.flatMap(({ address, newAddress }) =>
    newAddress === undefined ? [] : [{ old: address, new: newAddress }],
  );
  if (added.length > 0) list?.set(file, [...(list.get(file) ?? []), ...added]);
}

/** What became of a record. */
export interface CompletedRecord {
  readonly source?: string;
  /** Its addresses, with those that are new now. */
  readonly addresses: readonly MappedAddress[];
  /** The file has changed. */
  readonly isWritten: boolean;
}

/** Rewrites a record's file where `resolveAddress` gives new addresses. Undefined for a file that is not an import's any more. */
export function completeRecord(
  contentDir: string,
  at: AddressPlace,
  hooks: Pick<AddressHooks, "resolveAddress" | "mayHoldAddress">,
): CompletedRecord | undefined {
  const path = `${contentDir}/${at.folder}/${at.file}`;
  const text = readIfThere(path);
  if (text === undefined || !mayConcern(text, hooks) || !isUntouched(text)) return undefined;
  const { fields: values, body, errors } = parseFrontMatter(text);
  if (errors.length > 0) return undefined;
  const rewritten =
    at.file === "index.md" ? rewritePost(values, body, at, hooks) : rewriteComment(values, body, at, hooks);
  if (rewritten === undefined) return undefined;
  const newText = stampRecord(rewritten.text);
  const isWritten = newText !== text.replace(/\r\n/g, "\n");
  if (isWritten) writeFileWhole(path, newText);
  const { source, addresses } = rewritten;
  return { ...(source !== undefined && { source }), addresses, isWritten };
}

type Values = ReadonlyMap<string, unknown>;
type Rewritten = {
  readonly source: string | undefined;
  readonly addresses: readonly MappedAddress[];
  readonly text: string;
};

function rewritePost(values: Values, markdown: string, at: AddressPlace, hooks: AddressHooks): Rewritten {
  const { fields, extra } = readPostFields(values);
  const { imported: _imported, excerpt, image, ...others } = fields;
  const texts = rewriteTexts({ body: markdown, excerpt, image }, at, hooks);
  const newFields = {
    ...others,
    ...(texts.excerpt !== undefined && { excerpt: texts.excerpt }),
    ...(texts.image !== undefined && { image: texts.image }),
  };
  return { source: fields.source, addresses: texts.addresses, text: serializePost(newFields, texts.body, extra) };
}

function rewriteComment(
  values: Values,
  markdown: string,
  at: AddressPlace,
  hooks: AddressHooks,
): Rewritten | undefined {
  const { fields, extra } = readCommentFields(values);
  const { imported: _imported, id, status, ...others } = fields;
  if (id === undefined || status !== undefined) return undefined;
  const { body, addresses } = rewriteTexts({ body: markdown }, at, hooks);
  return { source: fields.source, addresses, text: serializeComment({ ...others, id }, body, extra) };
}

// Nearly every file tells its own old address; that alone is no reason to read it.
function mayConcern(text: string, { mayHoldAddress }: Pick<AddressHooks, "mayHoldAddress">): boolean {
  const end = text.search(/\r?\n---\r?\n/);
  return (
    mayHoldAddress === undefined || /\n(?:excerpt|image): /.test(text.slice(0, end)) || mayHoldAddress(text.slice(end))
  );
}
