// Second pass over one blog's files: each entry becomes a draft, a part of one, or a number in the account.

import { createTextTable, type TextTable } from "../../archive/compact/text-table.ts";
import type { LedgerBuilder } from "../../archive/ledger.ts";
import { hideEmailAddresses, isEmailAddress } from "../../markdown/email-address.ts";
import { type LanguageDetector, loadLanguageDetector, settleLanguage } from "../detect-language.ts";
import { describePlace } from "../file-defects.ts";
import type { DraftEntry, DraftGroup, ImportOptions, SourceText } from "../importer.ts";
import { optional } from "../optional.ts";
import { toReason } from "../wordpress/comments.ts";
import { toOneLine } from "../wordpress/plain-text.ts";
import type { BlogFacts } from "./blog-facts.ts";
import { draftComments, isGone, sortComments } from "./comments.ts";
import { toShownHtml } from "./content-html.ts";
import { type EntryKind, idOf, kindOf, profileOf } from "./entry-fields.ts";
import type { FeedEntry } from "./feed-model.ts";
import { type BlogPlace, findSkipReason, readEntryFields, readTitle } from "./posts.ts";
import { readEntries } from "./read-feed.ts";
import type { BlogSurvey, CommentRecord, Place } from "./survey.ts";

/** What the conversion of a blog needs beside its files. */
export interface ConversionContext {
  readonly survey: BlogSurvey;
  readonly facts: BlogFacts;
  readonly options: ImportOptions;
  readonly ledger: LedgerBuilder;
  /** Source id. */
  readonly source: string;
  /** Language of the blog's posts. */
  readonly blogLang?: string;
}

interface Conversion extends ConversionContext {
  readonly place: BlogPlace;
  readonly detector: LanguageDetector | undefined;
  /** Numbers of the posts whose comments were taken. */
  readonly filled: TextTable;
}

// A long list helps nobody; the account has the number.
const MAX_LISTED = 100;

/** Yields a blog's drafts; whatever is not among them is counted in the ledger with its reason. */
export async function* convertBlog(context: ConversionContext): AsyncGenerator<DraftEntry> {
  const { survey, facts, options } = context;
  const zone = options.timezone ?? facts.timezone;
  const blogUrl = facts.url ?? options.baseUrl;
  const conversion: Conversion = {
    ...context,
    place: { ...optional("zone", zone), ...optional("blogUrl", blogUrl) },
    detector: options.lang === "auto" ? await loadLanguageDetector() : undefined,
    filled: createTextTable(),
  };
  if (blogUrl === undefined) reportMissingAddress(conversion);
  for (const [file, { input }] of survey.files.entries()) {
    for await (const entry of readEntries(input)) yield* convertEntry(conversion, entry, file);
  }
  context.ledger.skipped("comments", "duplicate", survey.comments.duplicates);
  reportOrphans(conversion);
}

function* convertEntry(conversion: Conversion, entry: FeedEntry, file: number): Generator<DraftEntry> {
  const { ledger, survey, options } = conversion;
  const kind = kindOf(entry);
  const group = groupOf(kind);
  ledger.read(group);
  const place = describePlace(entry.line, file, survey.files);
  if (entry.isDamaged) {
    ledger.skipped(group, "damaged");
    ledger.problem(
      "error",
      place,
      "the entry that begins here has no end, or a text of more than 32 MB; it is left out",
    );
    return;
  }
  const id = idOf(entry);
  if (group === "other") {
    ledger.skipped("other", `type-${toReason(kind)}`);
  } else if (group === "comments") {
    if (id === undefined) {
      ledger.skipped(group, "no-id");
      ledger.problem("error", place, "the comment that begins here has no number; it is left out");
    }
  } else if (id !== undefined && !isReading(survey.posts.find(id), entry, file)) {
    ledger.skipped(group, "duplicate");
  } else {
    const reason = findSkipReason(entry, options.include);
    const comments = takeComments(conversion, id);
    if (reason === undefined) {
      yield convertPost(conversion, entry, id ?? `entry-${entry.index + 1}`, comments);
      return;
    }
    if (id === undefined) ledger.skipped(group, reason);
    else ledger.withheld(group, reason, id);
    for (const comment of comments) {
      ledger.withheld("comments", comment.status === "live" ? `on-${reason}` : comment.status, comment.id);
    }
  }
}

function convertPost(
  conversion: Conversion,
  entry: FeedEntry,
  sourceId: string,
  comments: readonly CommentRecord[],
): DraftEntry {
  const { ledger, facts, source, place, detector } = conversion;
  const group: DraftGroup = kindOf(entry) === "page" ? "pages" : "posts";
  const name = describe(entry, sourceId);
  const html = toShownHtml(entry.fields.get("content") ?? "", facts);
  const sorted = sortComments(comments);
  const shown = sorted.kept.filter((comment) => !isGone(comment)).length;
  const fields = readEntryFields(entry, { place, html, comments: shown });
  const baseUrl = fields.source_url ?? place.blogUrl;
  const toText = (text: string, profile: SourceText["profile"], what: string): SourceText => ({
    html: text,
    profile,
    item: what,
    ...optional("baseUrl", baseUrl),
  });
  const lang = findLanguage(conversion, fields.title ?? "", html);
  const author = readAuthor(entry, (what) => ledger.problem("warning", name, what));
  for (const { comment, reason } of sorted.skipped) ledger.withheld("comments", reason, comment.id);
  return {
    group,
    draft: {
      ...fields,
      type: group === "pages" ? "page" : "post",
      source,
      source_id: sourceId,
      ...optional("lang", lang),
      ...optional("author", author),
      body: toText(html, "post", name),
      thread: draftComments(sorted, {
        source,
        ...optional("postUrl", fields.source_url),
        ...optional("postLang", lang),
        ...optional("postProfile", profileOf(entry.author.uri)),
        ...optional("zone", place.zone),
        toText: (text, comment) => toText(text, "comment", `${comment} on ${name}`),
        detectLanguage: (text, postLang) => detector?.detectComment(text, postLang),
        warn: (comment, what) => ledger.problem("warning", `${comment} on ${name}`, what),
      }),
    },
  };
}

function findLanguage({ options, detector, blogLang }: Conversion, title: string, html: string): string | undefined {
  if (options.lang !== "auto") return options.lang;
  return settleLanguage(detector?.detectPost(html) ?? detector?.detectPost(`${title}. ${html}`), blogLang);
}

function readAuthor(entry: FeedEntry, warn: (what: string) => void): string | undefined {
  const name = toOneLine(entry.author.name);
  if (!isEmailAddress(name)) return name === "" ? undefined : name;
  warn("the author's name is an e-mail address; it was left out");
  return undefined;
}

function takeComments({ filled, survey }: Conversion, postId: string | undefined): readonly CommentRecord[] {
  if (postId === undefined || !survey.posts.has(postId) || filled.find(postId) >= 0) return [];
  filled.add(postId);
  return survey.comments.read(postId);
}

function reportOrphans({ filled, survey, ledger }: Conversion): void {
  for (const postId of survey.comments.names()) {
    if (filled.find(postId) >= 0) continue;
    const comments = survey.comments.read(postId);
    const live = comments.filter(({ status }) => status === "live");
    for (const { status } of comments) ledger.skipped("comments", status === "live" ? "post-missing" : status);
    if (live.length === 0) continue;
    const ids = live.slice(0, MAX_LISTED).map(({ id }) => `c${id}`);
    const rest = live.length - ids.length;
    const list = `${ids.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
    if (postId === "") ledger.problem("warning", "comments", `they do not tell their post and are left out: ${list}`);
    else ledger.problem("warning", `post ${postId}`, `is not in the export; its comments are left out: ${list}`);
  }
}

function reportMissingAddress({ ledger, survey }: Conversion): void {
  const what =
    "a Takeout feed does not tell the blog's address, so old addresses are unknown here; import it again with --base-url, such as --base-url https://my-blog.blogspot.com/";
  ledger.problem("warning", survey.files[0]?.input.name ?? "whole export", what);
}

function isReading(chosen: Place | undefined, entry: FeedEntry, file: number): boolean {
  return chosen !== undefined && chosen.file === file && chosen.index === entry.index;
}

function groupOf(kind: EntryKind): "posts" | "pages" | "comments" | "other" {
  if (kind === "post") return "posts";
  if (kind === "page") return "pages";
  return kind === "comment" ? "comments" : "other";
}

/** Names a post in a problem; a title is what its author typed and may hold an address. */
function describe(entry: FeedEntry, sourceId: string): string {
  const title = readTitle(entry);
  const kind = kindOf(entry) === "page" ? "page" : "post";
  const short = title.length > 80 ? `${[...title].slice(0, 79).join("")}…` : title;
  return title === "" ? `${kind} ${sourceId}` : `${kind} ${sourceId} "${hideEmailAddresses(short)}"`;
}
