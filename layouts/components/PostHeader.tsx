// The head of a post: its title, who wrote it, when, and where.

import type { PageContext, PostView } from "../../scripts/site/view.ts";
import { fillCount } from "../../scripts/strings/fill.ts";
import { NameLink } from "./NameLink.tsx";
import { PublishedDate } from "./PublishedDate.tsx";
import { Words } from "./Words.tsx";

/** Draws the head. A post without a title is said to be untitled; the words are no p-name. */
export function PostHeader({ page, view }: { readonly page: PageContext; readonly view: PostView }) {
  const { t, language } = page;
  const { text, post } = view;
  const status = text.status ?? post.status;
  const date = text.date ?? post.date;
  return (
    <header class="post-header">
      {status !== undefined && <p class="status-mark">{t[`post.status.${status}`]}</p>}
      {view.source !== undefined && (
        <p class="kicker">
          <NameLink page={page} to={view.source} />
        </p>
      )}
      {text.title === undefined ? (
        <h1 class="is-untitled">{t["post.untitled"]}</h1>
      ) : (
        <h1 class="p-name" lang={view.lang}>
          {text.title}
        </h1>
      )}
      <p class="signed">
        <Signature page={page} view={view} />
        <span class="signed-date">
          <a class="u-url" href={page.href(page.path)}>
            <PublishedDate date={date} language={language} class="dt-published" />
          </a>
        </span>{" "}
        {view.readingMinutes !== undefined && (
          <span class="signed-reading">
            {view.readingMinutes === 0
              ? t["post.readingTimeShort"]
              : fillCount(t, language, "post.readingTime", view.readingMinutes)}
          </span>
        )}
      </p>
      {view.summary !== undefined && (
        <div class="post-summary p-summary" lang={view.lang} dangerouslySetInnerHTML={{ __html: view.summary }} />
      )}
    </header>
  );
}

/** Who wrote it. Of a tombstone the source may have named somebody: nothing is said. */
function Signature({ page, view }: { readonly page: PageContext; readonly view: PostView }) {
  const { t } = page;
  if (view.post.status === "redacted") return null;
  if (view.author === undefined) return <span class="is-unknown">{t["post.authorUnknown"]}</span>;
  const author = <NameLink page={page} to={view.author} class="p-author h-card" />;
  return <Words text={t["post.by"]} values={{ author }} />;
}
