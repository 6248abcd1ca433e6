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
        {view.author === undefined ? (
          <span class="is-unknown">{t["post.authorUnknown"]}</span>
        ) : (
          <Words
            text={t["post.by"]}
            values={{
              author: <NameLink page={page} to={view.author} class="p-author h-card" />,
            }}
          />
        )}
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
