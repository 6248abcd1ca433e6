// Comments of one level, each with the branch of its replies. Levels end at eight: the view hands deeper replies over flat.

import type { CommentView, PageContext } from "../../scripts/site/view.ts";
import { fillCount } from "../../scripts/strings/fill.ts";
import { countReplies } from "../count-replies.ts";
import { Comment } from "./Comment.tsx";

interface CommentListProps {
  readonly page: PageContext;
  readonly comments: readonly CommentView[];
  /** BCP 47 code of the post's text. */
  readonly lang: string;
  /** 0 for comments on the post. */
  readonly level: number;
}

/** Draws the list. A branch can be closed without script; it is open to begin with, so that every link to a comment lands. */
export function CommentList({ page, comments, lang, level }: CommentListProps) {
  return (
    <ol class={level === 0 ? "comments" : "replies"}>
      {comments.map((view) => (
        <li key={view.comment.id}>
          <Comment page={page} view={view} lang={lang} level={level} />
          {view.replies.length > 0 && (
            <details class="branch" open>
              <summary data-pagefind-ignore>{fillCount(page.t, page.language, "replies", countReplies(view))}</summary>
              <CommentList page={page} comments={view.replies} lang={lang} level={level + 1} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
