// The place of a comment whose words are gone, kept so that its replies do not seem to answer somebody else.

import type { CommentView, PageContext } from "../../scripts/site/view.ts";
import { CommentMeta } from "./CommentMeta.tsx";
import { RedactedDate } from "./RedactedDate.tsx";

/** Draws the place of a redacted or deleted comment: what happened to it and whom it answered, nothing of who wrote it. */
export function Tombstone({ page, view }: { readonly page: PageContext; readonly view: CommentView }) {
  const { t } = page;
  const kind = view.comment.status === "deleted" ? "deleted" : "redacted";
  return (
    <article class={`comment h-cite u-comment tombstone is-${kind}`} id={view.comment.id}>
      <header class="comment-header">
        <h3 class="comment-name">
          <a class="u-url permalink" href={`#${encodeURIComponent(view.comment.id)}`}>
            {t[`comment.${kind}`]}
          </a>
        </h3>
        <CommentMeta page={page} view={view} />
      </header>
      <p class="tombstone-why">
        {t[`comment.${kind}Why`]}
        {view.isAnswered && ` ${t["comment.placeKept"]}`}{" "}
        <RedactedDate date={view.comment.redacted} t={t} language={page.language} />
      </p>
      <div class="e-content" />
    </article>
  );
}
