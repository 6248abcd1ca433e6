// Makes a draft of a captured page: plain text stays plain text.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import { show } from "../../archive/show.ts";
import { hideEmailAddresses, isEmailAddress } from "../../markdown/email-address.ts";
import type { LanguageDetector } from "../detect-language.ts";
import type { ImportOptions, SourceText, UnconvertedComment, UnconvertedPost } from "../importer.ts";
import { reportComments } from "../saved-page/report-comments.ts";
import type { Capture, CapturedComment } from "./split-capture.ts";

/** What a draft needs to know beside the text. */
export interface CaptureContext {
  readonly options: ImportOptions;
  readonly ledger: LedgerBuilder;
  /** Id of the source. */
  readonly source: string;
  /** What the text is called in its source. */
  readonly name: string;
  /** Absent when the user told the language. */
  readonly detector: LanguageDetector | undefined;
}

const PINGBACK = /^(pingback|trackback|pingning)\s*:\s*(\S.*)$/iu;

/** Returns the draft of a captured page; what a person should know of it goes into the ledger. */
export function draftCapture(capture: Capture, context: CaptureContext): UnconvertedPost {
  const { options, ledger, source, name, detector } = context;
  const item = describe(name, capture.title);
  const { title, text, topics, date } = capture;
  const lang = options.lang !== "auto" ? options.lang : findLanguage(capture, detector);
  const author = keepName(capture.author, item, context);
  const thread = draftComments(capture, lang, item, context);
  reportComments({ found: thread.length, declared: capture.declared, item }, ledger);
  if (capture.hasUnclearComments) {
    ledger.problem(
      "warning",
      item,
      "it has a heading for comments, but nothing tells where each begins; they stay in the text",
    );
  }
  if (capture.leftOut.length > 0) {
    const shown = capture.leftOut.slice(0, 3).map((line) => show(hideEmailAddresses(line)));
    ledger.problem(
      "warning",
      item,
      `${capture.leftOut.length} lines around the comments are no form or footer that is known and were left out: ${shown.join(", ")}`,
    );
  }
  return {
    type: "post",
    ...(title !== undefined && { title }),
    ...(lang !== undefined && { lang }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(topics.length > 0 && { topics }),
    comments: { state: capture.state, ...(capture.declared !== undefined && { declared: capture.declared }) },
    source,
    source_id: name,
    body: toText(text, item),
    thread,
  };
}

function draftComments(
  { comments }: Capture,
  lang: string | undefined,
  post: string,
  context: CaptureContext,
): readonly UnconvertedComment[] {
  const toId = createIds(comments);
  return comments.map((comment) => {
    const id = toId(comment.path);
    const item = `${id} on ${post}`;
    const [, kind, pinged] = PINGBACK.exec(comment.text) ?? [];
    const author = keepName(pinged ?? comment.author, item, context);
    const commentLang = context.detector?.detectComment(comment.text, lang);
    const text = pinged === undefined ? comment.text : "";
    if (text === "" && pinged === undefined) context.ledger.problem("warning", item, "it has no text");
    return {
      id,
      ...(comment.path.length > 1 && { parent: toId(comment.path.slice(0, -1)) }),
      ...(kind !== undefined && {
        kind: kind.toLowerCase() === "trackback" ? ("trackback" as const) : ("pingback" as const),
      }),
      ...(commentLang !== undefined && { lang: commentLang }),
      ...(author !== undefined && { author }),
      ...(comment.date !== undefined && { date: comment.date }),
      source: context.source,
      // Every text of a source has a first comment.
      source_id: `${context.name}-${id}`,
      body: toText(text, item),
    };
  });
}

/** Returns what makes ids of places: `comment-01-02`, as wide as the page's longest row of siblings needs. */
export function createIds(comments: readonly Pick<CapturedComment, "path">[]): (path: readonly number[]) => string {
  const highest = comments.reduce((most, { path }) => Math.max(most, path[path.length - 1] ?? 0), 0);
  const width = Math.max(2, String(highest).length);
  return (path) => ["comment", ...path.map((number) => String(number).padStart(width, "0"))].join("-");
}

function findLanguage({ text, title, comments }: Capture, detector: LanguageDetector | undefined): string | undefined {
  return (
    detector?.detectPost(text) ??
    detector?.detectPost(`${title ?? ""}. ${text} ${comments.map((comment) => comment.text).join(" ")}`)
  );
}

function keepName(name: string | undefined, item: string, { ledger }: CaptureContext): string | undefined {
  if (name === undefined || !isEmailAddress(name)) return name;
  ledger.problem("warning", item, "the author's name is an e-mail address; it was left out");
  return undefined;
}

function toText(text: string, item: string): SourceText {
  return { html: text, isPlain: true, profile: "post", item };
}

/** Names a post in a problem; a title is what its author typed and may hold an address. */
function describe(name: string, title: string | undefined): string {
  return title === undefined ? `post ${name}` : `post ${name} ${show(hideEmailAddresses(title))}`;
}
