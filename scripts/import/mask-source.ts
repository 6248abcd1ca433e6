// Takes the e-mail addresses that people typed out of everything that an import writes: --mask-emails.

import type { CommentDraft, PostDraft } from "../archive/model.ts";
import { EMAIL_MASK, hideEmailAddresses, replaceEmailAddresses } from "../markdown/email-address.ts";
import type { CommentsEntry, DraftEntry, FoundSource } from "./importer.ts";

interface EmailMask {
  readonly maskEntry: (entry: DraftEntry | CommentsEntry) => DraftEntry | CommentsEntry;
  readonly maskText: (text: string) => string;
  readonly count: () => number;
}

type Fields = Readonly<Record<string, unknown>>;

const TEXT_KEYS: readonly string[] = ["title", "author", "image_alt", "image_caption"];
const ADDRESS_KEYS: readonly string[] = ["source_url", "author_url", "image", "slug"];
const MARKDOWN_KEYS: readonly string[] = ["body", "excerpt"];

/** Returns the source with each e-mail address replaced, in its own fields, in its drafts, and in what is told of them. */
export function maskSource(found: FoundSource): FoundSource {
  const mask = createEmailMask();
  const { title } = found.fields;
  return {
    ...found,
    fields: { ...found.fields, ...(title !== undefined && { title: mask.maskText(title) }) },
    description: mask.maskText(found.description),
    inputs: found.inputs.map((input) => ({ ...input, name: hideEmailAddresses(input.name) })),
    convert: async function* (options, ledger, listPosts) {
      const problem: typeof ledger.problem = (level, item, what) =>
        ledger.problem(level, hideEmailAddresses(item), hideEmailAddresses(what));
      for await (const entry of found.convert(options, { ...ledger, problem }, listPosts)) yield mask.maskEntry(entry);
      if (mask.count() === 0) return;
      const what = `${mask.count()} e-mail addresses in names, titles and other fields were replaced`;
      ledger.problem("warning", "whole export", what);
    },
  };
}

// Texts that the conversion has masked already have nothing left to count.
function createEmailMask(): EmailMask {
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
    maskEntry: (entry) =>
      "comments" in entry
        ? { ...entry, comments: { ...entry.comments, thread: maskThread(entry.comments.thread) } }
        : { ...entry, draft: maskPost(entry.draft) },
    maskText,
    count: () => count,
  };
}

// In the address of a link a word stays an address; elsewhere brackets stand that Markdown takes as they are.
function chooseInMarkdown(before: string): string {
  if (before === "<") return "mailto:removed";
  return /[/:=?&(]/.test(before) ? "removed" : "\\[e-mail removed\\]";
}
