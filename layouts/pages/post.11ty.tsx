// A post or page with its thread, or a translation of one.

import { definePage } from "../../scripts/site/define-page.ts";
import type { PageContext, PostView } from "../../scripts/site/view.ts";
import { Document } from "../components/Document.tsx";
import { PostCite } from "../components/PostCite.tsx";
import { PostContents } from "../components/PostContents.tsx";
import { PostDetails } from "../components/PostDetails.tsx";
import { PostHeader } from "../components/PostHeader.tsx";
import { PostImage } from "../components/PostImage.tsx";
import { PostNeighbours } from "../components/PostNeighbours.tsx";
import { RedactedDate } from "../components/RedactedDate.tsx";
import { Thread } from "../components/Thread.tsx";
import { Words } from "../components/Words.tsx";

export default definePage("post", (page, view) => {
  const { t } = page;
  const isTranslation = view.text !== view.post;
  return (
    <Document
      page={page}
      kind="post"
      title={view.text.title ?? t["post.untitled"]}
      description={view.excerpt}
      isHidden={view.isHidden}
      isSample={view.post.source === "sample"}
    >
      <article class="h-entry post">
        <PostHeader page={page} view={view} />
        <div class="post-columns">
          <PostContents page={page} headings={view.headings} lang={view.lang} />
          <div class="post-text">
            {view.image !== undefined && <PostImage page={page} image={view.image} />}
            <PostText page={page} view={view} />
            {view.post.status !== "redacted" && (
              <PostCite page={page} cite={view.cite} hasComments={(view.thread?.comments.length ?? 0) > 0} />
            )}
          </div>
          <PostDetails page={page} view={view} />
        </div>
        {view.thread !== undefined && <Thread page={page} thread={view.thread} lang={view.text.lang ?? ""} />}
        {isTranslation && view.thread === undefined && <TranslationNote page={page} view={view} />}
      </article>
      <PostNeighbours page={page} view={view} />
    </Document>
  );
});

interface PostProps {
  readonly page: PageContext;
  readonly view: PostView;
}

function PostText({ page, view }: PostProps) {
  const { t, language } = page;
  if (view.post.status === "redacted") {
    return (
      <p class="tombstone-why">
        {t["post.redactedWhy"]} <RedactedDate date={view.post.redacted} t={t} language={language} />
      </p>
    );
  }
  if (view.html.trim() === "") {
    // Our own words stand outside the text: a quotation of it must not hold them.
    return (
      <>
        <div class="e-content" lang={view.lang} />
        <p class="is-unknown">{page.t["post.empty"]}</p>
      </>
    );
  }
  return <div class="e-content prose" lang={view.lang} dangerouslySetInnerHTML={{ __html: view.html }} />;
}

function TranslationNote({ page, view }: PostProps) {
  const original = view.translations.find((translation) => translation.isOriginal);
  return (
    <p class="translation-note">
      {page.t["post.isTranslation"]}{" "}
      {original !== undefined && (
        <Words
          text={page.t["post.threadWithOriginal"]}
          values={{
            original: (
              <a
                href={page.href(`${original.path}#comments`)}
                lang={original.lang}
                hreflang={original.lang || undefined}
              >
                {original.label}
              </a>
            ),
          }}
        />
      )}
    </p>
  );
}
