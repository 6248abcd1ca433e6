// What can be done with a comment besides reading it. Quiet, and only what is of use: a neighbour that stands next to it needs no link.

import type { CommentLink, CommentView, PageContext } from "../../scripts/site/view.ts";
import { fill } from "../../scripts/strings/fill.ts";
import { contactHref } from "../contact-href.ts";
import { editPlace } from "../edit-href.ts";
import { isolate, nameComment } from "../name-comment.ts";

interface CommentToolsProps {
  readonly page: PageContext;
  readonly view: CommentView;
}

/**
 * Draws the tools: the ways to the answers before and after this one to the same words, how to cite this one, where to
 * correct it, and whom to write to about it where a letter can say which comment it means.
 */
export function CommentTools({ page, view }: CommentToolsProps) {
  const { previous, next } = view;
  const { comment } = view;
  const { t, settings } = page;
  const isCitable = comment.status === undefined && comment.kind === undefined;
  const place = comment.status === undefined ? editPlace(settings, comment.file) : undefined;
  const subject = fill(t["report.subject"], { id: toGlobalId(comment.file, comment.id) });
  const letter = comment.status === undefined ? contactHref(settings.contact, subject) : undefined;
  const report = letter?.startsWith("mailto:") ? letter : undefined;
  if (previous === undefined && next === undefined && !isCitable && place === undefined) return null;
  return (
    <span class="comment-tools">
      {next !== undefined && <SiblingLink page={page} view={view} to={next} direction="next" />}
      {previous !== undefined && <SiblingLink page={page} view={view} to={previous} direction="previous" />}
      {isCitable && (
        <a class="to-cite" href="#cite" aria-label={nameTool(page.t["cite.comment"], view.comment, page)}>
          {page.t["cite.comment"]}
        </a>
      )}
      {place !== undefined && (
        <a
          class="to-edit"
          href={place.href}
          rel="external nofollow noopener"
          aria-label={fill(t["edit.of"], { host: place.host, what: isolate(nameComment(comment, t)) })}
        >
          {fill(t["edit.on"], { host: place.host })}
        </a>
      )}
      {report !== undefined && (
        <a class="to-report" href={report} aria-label={nameTool(t["report.link"], comment, page)}>
          {t["report.short"]}
        </a>
      )}
    </span>
  );
}

/** `posts/2011/slug/comments/comment-7.md` → `2011/slug#comment-7`, which commands take. */
function toGlobalId(file: string, id: string): string {
  return `${file.replace(/^posts\//, "").replace(/\/comments\/[^/]*$/, "")}#${id}`;
}

interface SiblingLinkProps extends CommentToolsProps {
  readonly to: CommentLink;
  readonly direction: "next" | "previous";
}

function SiblingLink({ page, view, to, direction }: SiblingLinkProps) {
  const words = page.t[`comment.${direction}${view.depth === 0 ? "Comment" : "Reply"}`];
  return (
    <a class={`to-${direction}`} href={`#${encodeURIComponent(to.id)}`} aria-label={nameTool(words, to, page)}>
      {words}
    </a>
  );
}

// Lists of links are read apart from the page: each says which comment it concerns.
function nameTool(words: string, comment: CommentLink, { t }: PageContext): string {
  return `${words}: ${isolate(nameComment(comment, t))}`;
}
