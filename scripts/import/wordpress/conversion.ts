// Second pass over one blog's exports: each item becomes a draft or a number in the account.

import { createTextCounts, type TextCounts } from "../../archive/compact/text-counts.ts";
import type { LedgerBuilder } from "../../archive/ledger.ts";
import { hideEmailAddresses } from "../../markdown/email-address.ts";
import { type LanguageDetector, loadLanguageDetector, settleLanguage } from "../detect-language.ts";
import { describePlace } from "../file-defects.ts";
import type { DraftEntry, ImportOptions, SourceText, UnconvertedComment } from "../importer.ts";
import { optional } from "../optional.ts";
import type { WxrComment, WxrItem } from "../wxr/wxr-model.ts";
import { type AttachmentIndex, indexAttachments } from "./attachments.ts";
import { type Clock, describeUnreadableTimes } from "./clock.ts";
import { commentIdOf, draftComments, findSkipReason, sortComments } from "./comments.ts";
import { toPostHtml } from "./content-html.ts";
import { idOf, keyOf } from "./item-fields.ts";
import { findItemSkipReason, groupOf, readAddress, readItemFields, readTitle, toCommentReason } from "./posts.ts";
import { readItems } from "./read-export.ts";
import { joinRepeatedItems } from "./repeated-items.ts";
import { type BlogAuthor, type BlogSurvey, nameAuthor } from "./survey.ts";
import { readTopics } from "./topics.ts";
import { readMarkedLanguage } from "./translations.ts";

/** What the conversion of a blog needs beside its exports. */
export interface ConversionContext {
  readonly survey: BlogSurvey;
  readonly options: ImportOptions;
  readonly ledger: LedgerBuilder;
  /** Source id. */
  readonly source: string;
  readonly blogUrl?: string;
  readonly blogLang?: string;
}

const POST_TIMES: readonly string[] = ["wp:post_date", "wp:post_date_gmt", "wp:post_modified", "wp:post_modified_gmt"];

interface Conversion extends ConversionContext {
  readonly clock: Clock;
  readonly attachments: AttachmentIndex;
  readonly authorsById: ReadonlyMap<string, BlogAuthor>;
  /** The post that each translation translates, by their numbers. */
  readonly originals: ReadonlyMap<string, string>;
  readonly detector: LanguageDetector | undefined;
  /** How often each source id was given. */
  readonly usedIds: TextCounts;
  /** Things told once, with how often they occurred. */
  readonly tallies: Map<string, number>;
}

/** Yields a blog's drafts; whatever is not among them is counted in the ledger with its reason. */
export async function* convertBlog(context: ConversionContext): AsyncGenerator<DraftEntry> {
  const { survey, options } = context;
  const conversion: Conversion = {
    ...context,
    clock: {
      ...(options.timezone !== undefined && { zone: options.timezone }),
      ...(survey.usualOffset !== undefined && { usualOffset: survey.usualOffset }),
    },
    attachments: indexAttachments(survey.attachments),
    authorsById: new Map(
      [...survey.authors.values()].flatMap((author) => (author.id === undefined ? [] : [[author.id, author]])),
    ),
    originals: chooseOriginals(context),
    detector: options.lang === "auto" ? await loadLanguageDetector() : undefined,
    usedIds: createTextCounts(),
    tallies: new Map(),
  };
  const repeated = joinRepeatedItems(survey.repeatedKeys, context.ledger);
  for (const [file, { input }] of survey.files.entries()) {
    for await (const item of readItems(input)) {
      countRead(conversion, item);
      if (item.isDamaged) skipDamaged(conversion, item, file);
      else {
        for (const whole of repeated.add(keyOf(item), item, file)) yield* convertItem(conversion, whole);
      }
    }
  }
  reportTallies(conversion);
}

function countRead({ ledger }: Conversion, item: WxrItem): void {
  ledger.read(groupOf(item));
  ledger.read("comments", item.comments.length);
}

function skipDamaged({ ledger, survey }: Conversion, item: WxrItem, file: number): void {
  ledger.skipped(groupOf(item), "damaged");
  ledger.skipped("comments", "damaged", item.comments.length);
  ledger.problem(
    "error",
    describePlace(item.line, file, survey.files),
    "the item that begins here has no end, or a text of more than 32 MB; it and its comments are left out",
  );
}

function* convertItem(conversion: Conversion, item: WxrItem): Generator<DraftEntry> {
  const { ledger, options } = conversion;
  const reason = findItemSkipReason(item, options.include);
  if (reason === undefined) {
    yield convertPost(conversion, item);
    return;
  }
  const group = groupOf(item);
  const id = idOf(item);
  // A type that nobody asked for may be public.
  const isWithheld = !reason.startsWith("type-");
  if (isWithheld && id !== undefined) ledger.withheld(group, reason, id);
  else ledger.skipped(group, reason);
  const { published, skipped } = sortComments(item.comments);
  for (const comment of published) skipComment(ledger, comment, toCommentReason(reason), isWithheld);
  for (const { comment, reason: commentReason } of skipped) skipComment(ledger, comment, commentReason);
}

function convertPost(conversion: Conversion, item: WxrItem): DraftEntry {
  const { ledger, options, survey, source } = conversion;
  const title = readTitle(item);
  const sourceId = chooseSourceId(conversion, item);
  const name = describe(item, sourceId, title);
  const warn = (what: string): void => ledger.problem("warning", name, what);
  for (const what of describeUnreadableTimes(item.fields, POST_TIMES)) warn(what);
  const fields = readItemFields(item, conversion.clock, conversion.attachments);
  const html = toPostHtml(item.fields.get("content:encoded") ?? "", {
    postId: idOf(item) ?? "",
    attachments: conversion.attachments,
    reusedBlocks: survey.reusedBlocks,
    ...optional("footnotes", item.meta.get("footnotes")),
    warn,
    onUnknownShortcode: (shortcode) =>
      tally(conversion, `the shortcode [${shortcode}] is not known; it stays as it was typed`),
    onEmptyBlock: (block, hasText) => tally(conversion, describeBlock(block, hasText)),
  });
  const lang = findLanguage(conversion, item, title, html);
  const baseUrl = readAddress(item) ?? options.baseUrl ?? conversion.blogUrl;
  const toText = (text: string, profile: SourceText["profile"], what: string): SourceText => ({
    html: text,
    profile,
    item: what,
    ...optional("baseUrl", baseUrl),
  });
  const excerptHtml = item.fields.get("excerpt:encoded")?.trim() ?? "";
  const login = (item.fields.get("dc:creator") ?? "").trim();
  const author = nameAuthor(login, survey.authors);
  if (author.isEmail) warn("the author's name is an e-mail address; it was left out");
  const topics = readTopics(item.categories, survey.categoryIds);
  const original = conversion.originals.get(idOf(item) ?? "");
  return {
    group: groupOf(item),
    ...optional("translationOf", original),
    draft: {
      ...fields,
      type: groupOf(item) === "pages" ? "page" : "post",
      source,
      source_id: sourceId,
      ...optional("lang", lang),
      ...optional("author", author.name),
      ...(topics.length > 0 && { topics }),
      ...(excerptHtml !== "" && { excerpt: toText(toExcerptHtml(excerptHtml, conversion), "post", name) }),
      body: toText(html, "post", name),
      thread: convertComments(conversion, item, { name, lang, toText, authorId: survey.authors.get(login)?.id }),
    },
  };
}

function convertComments(
  conversion: Conversion,
  item: WxrItem,
  post: {
    readonly name: string;
    readonly lang: string | undefined;
    readonly authorId: string | undefined;
    readonly toText: (html: string, profile: "comment", what: string) => SourceText;
  },
): readonly UnconvertedComment[] {
  const { ledger, detector, source, clock, authorsById } = conversion;
  const sorted = sortComments(item.comments);
  for (const { comment, reason } of sorted.skipped) {
    skipComment(ledger, comment, reason);
    if (findSkipReason(comment) === "damaged")
      ledger.problem(
        "error",
        post.name,
        "one of its comments has no end, or a text of more than 32 MB; it is left out",
      );
  }
  return draftComments(sorted, {
    source,
    clock,
    authorsById,
    ...optional("postUrl", readAddress(item)),
    ...optional("postLang", post.lang),
    ...optional("postAuthorId", post.authorId),
    toText: (html, comment) => post.toText(html, "comment", `${comment} on ${post.name}`),
    detectLanguage: (html, postLang) => detector?.detectComment(html, postLang),
    warn: (comment, what) => ledger.problem("warning", `${comment} on ${post.name}`, what),
  });
}

function skipComment(ledger: LedgerBuilder, comment: WxrComment, reason: string, isPrivate = true): void {
  const id = commentIdOf(comment);
  const isWithheld = isPrivate && id !== undefined && reason !== "damaged" && reason !== "duplicate";
  if (isWithheld) ledger.withheld("comments", reason, id);
  else ledger.skipped("comments", reason);
}

function toExcerptHtml(excerpt: string, { attachments, survey }: Conversion): string {
  const silent = (): void => {};
  return toPostHtml(excerpt, {
    postId: "",
    attachments,
    reusedBlocks: survey.reusedBlocks,
    warn: silent,
    onUnknownShortcode: silent,
    onEmptyBlock: silent,
  });
}

// Real exports hold different posts with one number: each needs an id of its own.
function chooseSourceId({ usedIds, ledger }: Conversion, item: WxrItem): string {
  const id = idOf(item) ?? `item-${item.index + 1}`;
  const uses = usedIds.count(id);
  if (uses === 1) return id;
  const chosen = `${id}-${uses}`;
  ledger.problem(
    "warning",
    describe(item, id, readTitle(item)),
    `another one in the export has this id; this one is ${chosen} here`,
  );
  return chosen;
}

function findLanguage(conversion: Conversion, item: WxrItem, title: string, html: string): string | undefined {
  const { options, detector, blogLang } = conversion;
  const marked = readMarkedLanguage(item.categories);
  if (marked !== undefined) return marked;
  if (options.lang !== "auto") return options.lang;
  const detected = detector?.detectPost(html) ?? detector?.detectPost(`${title}. ${html}`);
  return settleLanguage(detected, blogLang);
}

// Of posts that translate each other, the one in the blog's own language is the original, else the oldest.
function chooseOriginals({ survey, blogLang }: ConversionContext): ReadonlyMap<string, string> {
  const originals = new Map<string, string>();
  for (const group of survey.translationGroups) {
    const oldest = [...group].sort((a, b) => Number(a.postId) - Number(b.postId))[0];
    const original = group.find(({ lang }) => lang === blogLang) ?? oldest;
    for (const { postId } of group) {
      if (original !== undefined && postId !== original.postId) originals.set(postId, original.postId);
    }
  }
  return originals;
}

function tally({ tallies }: Conversion, what: string): void {
  tallies.set(what, (tallies.get(what) ?? 0) + 1);
}

function reportTallies({ tallies, ledger }: Conversion): void {
  for (const [what, count] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    ledger.problem("warning", "whole export", `${what} (${count} ${count === 1 ? "time" : "times"})`);
  }
}

function describeBlock(block: string, hasText: boolean): string {
  return hasText
    ? `the block "${block}" keeps its words in its settings; what reads like text was taken from there`
    : `the block "${block}" shows what WordPress or a plugin computes; nothing of it is in the export`;
}

/** Names a post in a problem; a title is what its author typed and may hold an address. */
function describe(item: WxrItem, sourceId: string, title: string): string {
  const kind = groupOf(item) === "pages" ? "page" : "post";
  const short = title.length > 80 ? `${[...title].slice(0, 79).join("")}…` : title;
  return title === "" ? `${kind} ${sourceId}` : `${kind} ${sourceId} "${hideEmailAddresses(short)}"`;
}
