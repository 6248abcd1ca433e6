// Reads Disqus exports into memory, forum by forum: threads, comments and categories stand apart in the file, in any order.
// 100,000 comments take some 100 MB.

import { type ExportInput, InputError } from "../open-input.ts";
import { copyText } from "../wordpress/copy-text.ts";
import type { DisqusCategory, DisqusComment, DisqusEntry, DisqusSummary, DisqusThread } from "./disqus-model.ts";
import { createDisqusReader } from "./disqus-reader.ts";

/** What was learnt of one file. */
export interface FileSurvey {
  readonly input: ExportInput;
  readonly summary: DisqusSummary;
}

/** What is known of a forum, which is what Disqus calls the comments of one site. */
export interface ForumSurvey {
  /** Its short name; absent where the file does not tell. */
  readonly forum?: string;
  readonly files: readonly FileSurvey[];
  readonly threads: readonly DisqusThread[];
  readonly comments: readonly DisqusComment[];
  readonly categories: readonly DisqusCategory[];
}

/** Reads the inputs; files of one forum are one source. @throws InputError for a file with no whole record */
export async function surveyForums(
  inputs: readonly ExportInput[],
  onProgress: (what: string) => void,
): Promise<readonly ForumSurvey[]> {
  const surveys = new Map<string, ForumSurvey>();
  for (const input of inputs) {
    onProgress(`Reading ${input.name}`);
    const { entries, ...file } = await readFile(input);
    const forum = entries.map(({ fields }) => fields.get("forum") ?? "").find((name) => name !== "");
    const key = forum ?? input.sha256;
    const survey = surveys.get(key) ?? {
      ...(forum !== undefined && { forum }),
      files: [],
      threads: [],
      comments: [],
      categories: [],
    };
    surveys.set(key, {
      ...survey,
      files: [...survey.files, file],
      threads: [...survey.threads, ...entries.filter((entry) => entry.kind === "thread")],
      comments: [...survey.comments, ...entries.filter((entry) => entry.kind === "comment")],
      categories: [...survey.categories, ...entries.filter((entry) => entry.kind === "category")],
    });
  }
  return [...surveys.values()];
}

async function readFile(input: ExportInput): Promise<FileSurvey & { readonly entries: readonly DisqusEntry[] }> {
  const entries: DisqusEntry[] = [];
  const reader = createDisqusReader((entry) => entries.push(copyEntry(entry)));
  for await (const piece of input.readText()) reader.write(piece);
  const summary = reader.end();
  if (!entries.some(({ kind, isDamaged }) => !isDamaged && kind !== "category")) {
    const end = summary.isComplete ? "" : " The file is also cut off before its end.";
    throw new InputError(
      `${input.path}: is a Disqus export, but it holds no whole thread or comment.${end} Export the comments again.`,
    );
  }
  return { input, summary, entries };
}

function copyEntry(entry: DisqusEntry): DisqusEntry {
  const fields = new Map([...entry.fields].map(([name, value]) => [name, copyText(value)]));
  const copied = { ...entry, fields, ...(entry.id !== undefined && { id: copyText(entry.id) }) };
  if (copied.kind === "thread") {
    return { ...copied, ...(copied.categoryId !== undefined && { categoryId: copyText(copied.categoryId) }) };
  }
  if (copied.kind === "category") return copied;
  const { author, threadId, parentId } = copied;
  return {
    ...copied,
    author: copyText(author),
    ...(threadId !== undefined && { threadId: copyText(threadId) }),
    ...(parentId !== undefined && { parentId: copyText(parentId) }),
  };
}
