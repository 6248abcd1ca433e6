// Comments of one level, each with the branch of its replies. Levels end at eight: the view hands deeper replies over flat.

import type { CommentView, PageContext } from "../../scripts/site/view.ts";
import { fill, fillCount } from "../../scripts/strings/fill.ts";
import { countReplies } from "../count-replies.ts";
import { nameComment } from "../name-comment.ts";
import { Comment } from "./Comment.tsx";

interface CommentListProps {
  readonly page: PageContext;
  readonly comments: readonly CommentView[];
  /** BCP 47 code of the post's text. */
  readonly lang: string;
  /** 0 for comments on the post. */
  readonly level: number;
  /** The order of time, of the whole thread: see ThreadView. */
  readonly timeOrder?: readonly number[] | undefined;
}

/** Draws the list. A branch can be closed without script; it is open to begin with, so that every link to a comment lands. */
export function CommentList({ page, comments, lang, level, timeOrder }: CommentListProps) {
  return (
    <ol class={level === 0 ? "comments" : "replies"} data-time-order={timeOrder?.join(" ")}>
      {comments.map((view) => (
        <li key={view.comment.id}>
          <Comment page={page} view={view} lang={lang} />
          {view.replies.length > 0 && (
            <details class="branch" open>
              <summary>
                {fillCount(page.t, page.language, "replies", countReplies(view))}
                <span class="visually-hidden">
                  {" "}
                  {fill(page.t["comment.repliesTo"], { name: nameComment(view.comment, page.t) })}
                </span>
              </summary>
              <CommentList page={page} comments={view.replies} lang={lang} level={level + 1} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
