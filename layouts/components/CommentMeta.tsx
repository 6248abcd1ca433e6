// The line below a comment's name: when, which is its permalink, in reply to whom, and its tools.

import type { CommentView, PageContext } from "../../scripts/site/view.ts";
import { fill } from "../../scripts/strings/fill.ts";
import { formatDate } from "../format-date.ts";
import { isolate, nameComment } from "../name-comment.ts";
import { CommentTools } from "./CommentTools.tsx";
import { PublishedDate } from "./PublishedDate.tsx";
import { Words } from "./Words.tsx";

interface CommentMetaProps {
  readonly page: PageContext;
  readonly view: CommentView;
}

/** Draws the line. That of a tombstone tells no date. */
export function CommentMeta({ page, view }: CommentMetaProps) {
  const { comment } = view;
  return (
    <div class="comment-meta">
      {comment.status === undefined && <Permalink page={page} view={view} />}
      <InReplyTo page={page} view={view} />
      <CommentTools page={page} view={view} />
    </div>
  );
}

function Permalink({ page: { t, language }, view: { comment } }: CommentMetaProps) {
  const words = formatDate(comment.date, language, "minute");
  const name = isolate(nameComment(comment, t));
  return (
    <a
      class="u-url permalink"
      href={`#${encodeURIComponent(comment.id)}`}
      aria-label={fill(t["comment.permalink"], { date: words, name })}
    >
      <PublishedDate date={comment.date} language={language} detail="minute" class="dt-published" />
    </a>
  );
}

function InReplyTo({ page: { t }, view: { inReplyTo, parentState } }: CommentMetaProps) {
  if (inReplyTo !== undefined) {
    return (
      <a class="u-in-reply-to" href={`#${encodeURIComponent(inReplyTo.id)}`}>
        <Words text={t["comment.inReplyTo"]} values={{ name: <bdi>{nameComment(inReplyTo, t)}</bdi> }} />
      </a>
    );
  }
  return parentState === undefined ? null : <span class="in-reply-to">{t[`comment.parent.${parentState}`]}</span>;
}
