// One comment: who, when, to whom, and the words.

import type { CommentView, PageContext } from "../../scripts/site/view.ts";
import type { Strings } from "../../scripts/strings/index.ts";
import { writeHitTitle } from "../assets/search/hit-title.ts";
import { webAddress } from "../web-address.ts";
import { PublishedDate } from "./PublishedDate.tsx";
import { Tombstone } from "./Tombstone.tsx";
import { Words } from "./Words.tsx";

interface CommentProps {
  readonly page: PageContext;
  readonly view: CommentView;
  /** BCP 47 code of the post's text. */
  readonly lang: string;
  /** Level of nesting on the page. */
  readonly level: number;
}

/** Draws a comment, or the mark of one that is gone. */
export function Comment({ page, view, lang, level }: CommentProps) {
  const { t } = page;
  const { comment } = view;
  if (comment.status !== undefined) return <Tombstone page={page} view={view} />;
  return (
    <article
      class={comment.by_post_author ? "comment h-cite u-comment by-post-author" : "comment h-cite u-comment"}
      id={comment.id}
      data-pagefind-title={writeHitTitle(comment)}
    >
      <header class="comment-header">
        <CommentName page={page} view={view} />
        {comment.by_post_author && (
          <p class="comment-mark" data-pagefind-ignore>
            {t["comment.byPostAuthor"]}
          </p>
        )}
        {comment.kind !== undefined && comment.kind !== "comment" && (
          <p class="comment-kind" data-pagefind-ignore>
            {t[`comment.${comment.kind}`]}
          </p>
        )}
        <CommentMeta page={page} view={view} level={level} />
      </header>
      {view.html.trim() === "" ? (
        <div class="e-content" lang={comment.lang ?? lang}>
          <p class="is-unknown" lang={page.language} data-pagefind-ignore>
            {t["comment.empty"]}
          </p>
        </div>
      ) : (
        <div class="e-content prose" lang={comment.lang ?? lang} dangerouslySetInnerHTML={{ __html: view.html }} />
      )}
    </article>
  );
}

function CommentName({ page, view }: { readonly page: PageContext; readonly view: CommentView }) {
  const { author, author_url } = view.comment;
  const address = webAddress(author_url);
  if (author === undefined) {
    return (
      <h3 class="comment-name is-unknown" data-pagefind-ignore>
        {page.t["comment.nameUnknown"]}
      </h3>
    );
  }
  return (
    <h3 class="comment-name">
      {address === undefined ? (
        <span class="p-author h-card">{author}</span>
      ) : (
        <a class="p-author h-card" href={address} rel="nofollow ugc noopener">
          {author}
        </a>
      )}
    </h3>
  );
}

/** Draws date and permalink, and whom the comment answers. */
export function CommentMeta({ page, view, level }: Omit<CommentProps, "lang">) {
  const { t, language } = page;
  const { comment, inReplyTo, parentState } = view;
  return (
    <p class={view.depth > level ? "comment-meta is-deeper" : "comment-meta"} data-pagefind-ignore>
      <a class="u-url" href={`#${encodeURIComponent(comment.id)}`}>
        <PublishedDate date={comment.date} language={language} detail="minute" class="dt-published" />
      </a>
      {inReplyTo !== undefined && (
        <span class="in-reply-to">
          <Words
            text={t["comment.inReplyTo"]}
            values={{
              name: (
                <a class="u-in-reply-to" href={`#${encodeURIComponent(inReplyTo.id)}`}>
                  {nameParent(inReplyTo, t)}
                </a>
              ),
            }}
          />
        </span>
      )}
      {inReplyTo === undefined && parentState !== undefined && (
        <span class="in-reply-to">{t[`comment.parent.${parentState}`]}</span>
      )}
    </p>
  );
}

function nameParent({ author, status }: NonNullable<CommentView["inReplyTo"]>, t: Strings): string {
  if (status !== undefined) return t[`comment.${status}Inline`];
  return author ?? t["comment.nameUnknownInline"];
}
