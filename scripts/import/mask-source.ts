// Takes the e-mail addresses that people typed out of everything that an import writes: --mask-emails.

import type { LedgerBuilder } from "../archive/ledger.ts";
import type { CommentDraft, PostDraft } from "../archive/model.ts";
import { EMAIL_MASK, hideEmailAddresses, replaceEmailAddresses } from "../markdown/email-address.ts";
import type { FoundSource } from "./importer.ts";
import type { ConvertedComments, ConvertedPost } from "./texts/convert-entries.ts";

/** Replaces the e-mail addresses of one source. */
export interface EmailMask {
  /** Returns the source with those of its own fields replaced, and those in what its importer tells. */
  readonly maskSource: (found: FoundSource) => FoundSource;
  /** Returns drafts with those of their fields replaced. */
  readonly maskEntry: <Entry extends ConvertedPost | ConvertedComments>(entry: Entry) => Entry;
  /** Tells in the account how many there were. */
  readonly report: (ledger: LedgerBuilder) => void;
}

type Fields = Readonly<Record<string, unknown>>;

const TEXT_KEYS: readonly string[] = ["title", "author", "image_alt", "image_caption"];
const ADDRESS_KEYS: readonly string[] = ["source_url", "author_url", "image", "slug"];
const MARKDOWN_KEYS: readonly string[] = ["body", "excerpt"];

// Texts that the conversion has masked already have nothing left to count.
/** Returns a mask that has replaced nothing yet. */
export function createEmailMask(): EmailMask {
  let count = 0;
  const replaceAll = (text: string, choose: (before: string) => string, kind?: "markdown"): string =>
    replaceEmailAddresses(
      text,
      (before) => {
        count += 1;
        return choose(before);
      },
      kind,
    );
  const maskText = (text: string): string => replaceAll(text, () => EMAIL_MASK);
  const maskFields = <Draft extends PostDraft | CommentDraft>(draft: Draft): Draft => {
    const fields: Fields = { ...draft };
    const mask = (keys: readonly string[], change: (text: string) => string): readonly (readonly [string, string])[] =>
      keys.flatMap((key) => {
        const value = fields[key];
        return typeof value === "string" ? [[key, change(value)] as const] : [];
      });
    return {
      ...draft,
      ...Object.fromEntries([
        ...mask(TEXT_KEYS, maskText),
        ...mask(ADDRESS_KEYS, (text) => replaceAll(text, () => "removed")),
        ...mask(MARKDOWN_KEYS, (text) => replaceAll(text, chooseInMarkdown, "markdown")),
      ]),
    };
  };
  const maskThread = (thread: readonly CommentDraft[]): readonly CommentDraft[] => thread.map(maskFields);
  const maskPost = (draft: PostDraft): PostDraft => ({
    ...maskFields(draft),
    ...(draft.topics !== undefined && { topics: [...new Set(draft.topics.map(maskText))] }),
    thread: maskThread(draft.thread),
  });
  return {
    maskSource: (found) => maskFound(found, maskText),
    maskEntry: (entry) =>
      "comments" in entry
        ? { ...entry, comments: { ...entry.comments, thread: maskThread(entry.comments.thread) } }
        : { ...entry, draft: maskPost(entry.draft) },
    report: (ledger) => {
      const what = `${count} e-mail addresses in names, titles and other fields were replaced`;
      if (count > 0) ledger.problem("warning", "whole export", what);
    },
  };
}

function maskFound(found: FoundSource, maskText: (text: string) => string): FoundSource {
  const { title } = found.fields;
  return {
    ...found,
    fields: { ...found.fields, ...(title !== undefined && { title: maskText(title) }) },
    description: maskText(found.description),
    inputs: found.inputs.map((input) => ({ ...input, name: hideEmailAddresses(input.name) })),
    convert: (options, ledger, listPosts) => {
      const problem: typeof ledger.problem = (level, item, what) =>
        ledger.problem(level, hideEmailAddresses(item), hideEmailAddresses(what));
      return found.convert(options, { ...ledger, problem }, listPosts);
    },
  };
}

// In the address of a link a word stays an address; elsewhere brackets stand that Markdown takes as they are.
function chooseInMarkdown(before: string): string {
  if (before === "<") return "mailto:removed";
  return /[/:=?&(]/.test(before) ? "removed" : "\\[e-mail removed\\]";
}
