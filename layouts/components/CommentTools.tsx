// What can be done with a comment besides reading it. Quiet, and only what is of use: a neighbour that stands next to it needs no link.

import type { CommentLink, CommentView, PageContext } from "../../scripts/site/view.ts";
import { isolate, nameComment } from "../name-comment.ts";

interface CommentToolsProps {
  readonly page: PageContext;
  readonly view: CommentView;
}

/** Draws the tools: the ways to the answers before and after this one to the same words, and how to cite this one. */
export function CommentTools({ page, view }: CommentToolsProps) {
  const { previous, next } = view;
  const isCitable = view.comment.status === undefined && view.comment.kind === undefined;
  if (previous === undefined && next === undefined && !isCitable) return null;
  return (
    <span class="comment-tools">
      {next !== undefined && <SiblingLink page={page} view={view} to={next} direction="next" />}
      {previous !== undefined && <SiblingLink page={page} view={view} to={previous} direction="previous" />}
      {isCitable && (
        <a class="to-cite" href="#cite" aria-label={nameTool(page.t["cite.comment"], view.comment, page)}>
          {page.t["cite.comment"]}
        </a>
      )}
    </span>
  );
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
