// The stage between an importer and the writer: makes Markdown of all texts of the drafts, in their order, and keeps no
// more of them waiting than the converter needs.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import type { LedgerProblem } from "../../archive/ledger-model.ts";
import type { CommentDraft, CommentsDraft, PostDraft } from "../../archive/model.ts";
import type { CommentsEntry, DraftEntry, SourceText, UnconvertedComment } from "../importer.ts";
import type { ConvertedText } from "./convert-text.ts";
import type { TextConverter } from "./text-converter.ts";

/** How one post or comment came out of its conversion. */
export interface TextProof {
  /** Names the record in the account. */
  readonly item: string;
  /** Id of the comment in its draft; absent for the post itself. */
  readonly commentId?: string;
  readonly differences: readonly string[];
}

/** A post that can be written. */
export interface ConvertedPost extends Omit<DraftEntry, "draft"> {
  readonly draft: PostDraft;
  readonly proofs: readonly TextProof[];
}

/** Comments that can be written. */
export interface ConvertedComments {
  readonly comments: CommentsDraft;
  readonly proofs: readonly TextProof[];
}

type Entry = DraftEntry | CommentsEntry;
type Problem = readonly [level: LedgerProblem["level"], item: string, what: string];

interface Waiting {
  readonly entry: Entry;
  /** What the importer said of the entry and since the one before it. */
  readonly problems: readonly Problem[];
  readonly texts: readonly SourceText[];
  readonly converted: Promise<readonly ConvertedText[]>;
  /** Characters. */
  readonly size: number;
  isConverted: boolean;
}

// Also posts without a text take memory.
const SIZE_OF_RECORD = 1_000;

/**
 * Yields the entries with their texts converted. `open` starts the importer with the account that it is to use: however
 * far it runs ahead, the problems stand in the account in the order of the entries.
 */
export async function* convertEntries(
  open: (ledger: LedgerBuilder) => AsyncIterable<Entry>,
  ledger: LedgerBuilder,
  converter: TextConverter,
): AsyncGenerator<ConvertedPost | ConvertedComments> {
  let problems: Problem[] = [];
  const waiting: Waiting[] = [];
  let size = 0;
  let maskedEmails = 0;
  let clearedAddresses = 0;
  const takeFirst = async (first: Waiting): Promise<ConvertedPost | ConvertedComments> => {
    if (!first.isConverted) converter.flush();
    const converted = await first.converted;
    waiting.shift();
    size -= first.size;
    for (const problem of first.problems) ledger.problem(...problem);
    reportTexts(first.texts, converted, ledger);
    for (const text of converted) {
      maskedEmails += text.maskedEmails;
      clearedAddresses += text.clearedAddresses;
    }
    return fillEntry(first.entry, converted);
  };
  const problem: LedgerBuilder["problem"] = (...told) => {
    problems.push(told);
  };
  for await (const entry of open({ ...ledger, problem })) {
    const texts = listTexts(entry);
    const jobs = texts.map(({ item: _item, whenEmpty: _whenEmpty, ...job }) => job);
    const own = texts.reduce((sum, { html }) => sum + html.length + SIZE_OF_RECORD, SIZE_OF_RECORD);
    const converted = converter.convert(jobs);
    const last: Waiting = { entry, problems, texts, converted, size: own, isConverted: false };
    void converted.then(() => {
      last.isConverted = true;
    });
    waiting.push(last);
    problems = [];
    size += own;
    for (let [first] = waiting; first !== undefined && size > converter.lookAhead; [first] = waiting) {
      yield await takeFirst(first);
    }
  }
  for (let [first] = waiting; first !== undefined; [first] = waiting) yield await takeFirst(first);
  for (const told of problems) ledger.problem(...told);
  if (maskedEmails > 0)
    ledger.problem("warning", "whole export", `${maskedEmails} e-mail addresses in texts were replaced`);
  if (clearedAddresses > 0)
    ledger.problem(
      "warning",
      "whole export",
      `${clearedAddresses} addresses in texts lost keys of sessions or passwords`,
    );
}

// The order in which fillEntry takes the converted ones.
function listTexts(entry: Entry): readonly SourceText[] {
  const { thread } = "comments" in entry ? entry.comments : entry.draft;
  const own = "comments" in entry ? [] : [entry.draft.body, entry.draft.excerpt];
  return [...own, ...thread.map(({ body }) => body)].filter((text) => text !== undefined);
}

function reportTexts(texts: readonly SourceText[], converted: readonly ConvertedText[], ledger: LedgerBuilder): void {
  for (const [index, { item, whenEmpty }] of texts.entries()) {
    const { markdown = "", failure } = converted[index] ?? {};
    if (whenEmpty !== undefined && markdown.trim() === "") ledger.problem("warning", item, whenEmpty);
    if (failure === undefined) continue;
    const what = `its text could not be converted (${failure}); its words stand without their form`;
    ledger.problem("error", item, what);
  }
}

function fillEntry(entry: Entry, converted: readonly ConvertedText[]): ConvertedPost | ConvertedComments {
  let next = 0;
  const proofs: TextProof[] = [];
  const take = (text: SourceText | undefined): ConvertedText | undefined => {
    if (text === undefined) return undefined;
    next += 1;
    return converted[next - 1];
  };
  const fillThread = (thread: readonly UnconvertedComment[]): readonly CommentDraft[] =>
    thread.map((comment) => {
      const text = take(comment.body);
      const { id, body } = comment;
      if (text !== undefined && body !== undefined)
        proofs.push({ item: body.item, commentId: id, differences: text.differences });
      return { ...comment, body: text?.markdown ?? "" };
    });
  if ("comments" in entry) {
    return { comments: { ...entry.comments, thread: fillThread(entry.comments.thread) }, proofs };
  }
  const { body: ownText, excerpt: summary, thread, ...fields } = entry.draft;
  const body = take(ownText);
  const excerpt = take(summary);
  const excerptMarkdown = excerpt?.markdown.trim() ?? "";
  if (ownText !== undefined) {
    const differences = [
      ...(body?.differences ?? []),
      ...(excerpt?.differences ?? []).map((what) => `excerpt: ${what}`),
    ];
    proofs.push({ item: ownText.item, differences });
  }
  const draft: PostDraft = {
    ...fields,
    ...(excerptMarkdown !== "" && { excerpt: excerptMarkdown }),
    body: body?.markdown ?? "",
    thread: fillThread(thread),
  };
  return { ...entry, draft, proofs };
}
