// One comment: who, when, to whom, and the words.

import type { CommentView, PageContext } from "../../scripts/site/view.ts";
import { SHOWN_HIDDEN } from "../../scripts/site/visible-names.ts";
import { writeSaid } from "../assets/said.ts";
import { webAddress } from "../web-address.ts";
import { CommentMeta } from "./CommentMeta.tsx";
import { Tombstone } from "./Tombstone.tsx";

interface CommentProps {
  readonly page: PageContext;
  readonly view: CommentView;
  /** BCP 47 code of the post's text. */
  readonly lang: string;
}

/** Draws a comment, or the mark of one that is gone. */
export function Comment({ page, view, lang }: CommentProps) {
  const { t } = page;
  const { comment } = view;
  if (comment.status !== undefined) return <Tombstone page={page} view={view} />;
  return (
    <article
      class={comment.by_post_author ? "comment h-cite u-comment by-post-author" : "comment h-cite u-comment"}
      id={comment.id}
      data-said={writeSaid(comment)}
    >
      <header class="comment-header">
        <CommentName page={page} view={view} />
        {comment.by_post_author && <p class="comment-mark">{t["comment.byPostAuthor"]}</p>}
        {SHOWN_HIDDEN.test(comment.author ?? "") && <p class="comment-warning">{t["comment.hiddenCharacters"]}</p>}
        {comment.kind !== undefined && comment.kind !== "comment" && (
          <p class="comment-kind">{t[`comment.${comment.kind}`]}</p>
        )}
        <CommentMeta page={page} view={view} />
      </header>
      <CommentText page={page} view={view} lang={lang} />
    </article>
  );
}

function CommentName({ page, view }: Omit<CommentProps, "lang">) {
  const { author, author_url } = view.comment;
  const address = webAddress(author_url);
  if (author === undefined) {
    return <h3 class="comment-name is-unknown">{page.t["comment.nameUnknown"]}</h3>;
  }
  return (
    <h3 class="comment-name">
      {address === undefined ? (
        <bdi class="p-author h-card">{author}</bdi>
      ) : (
        <a class="p-author h-card" href={address} rel="nofollow ugc noopener">
          <bdi>{author}</bdi>
        </a>
      )}
    </h3>
  );
}

function CommentText({ page, view, lang }: CommentProps) {
  const own = view.comment.lang ?? lang;
  if (view.html.trim() === "") {
    return (
      <div class="e-content" lang={own}>
        <p class="is-unknown" lang={page.language}>
          {page.t["comment.empty"]}
        </p>
      </div>
    );
  }
  return <div class="e-content prose" lang={own} dir="auto" dangerouslySetInnerHTML={{ __html: view.html }} />;
}
