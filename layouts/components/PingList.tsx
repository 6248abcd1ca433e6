// Pingbacks and trackbacks: pages elsewhere that linked here. They stand apart from what people said.

import type { CommentView, PageContext } from "../../scripts/site/view.ts";
import { fill } from "../../scripts/strings/fill.ts";
import { formatDate } from "../format-date.ts";
import { isolate } from "../name-comment.ts";
import { webAddress } from "../web-address.ts";
import { PublishedDate } from "./PublishedDate.tsx";

interface PingListProps {
  readonly page: PageContext;
  readonly pings: readonly CommentView[];
  /** BCP 47 code of the post's text. */
  readonly lang: string;
}

/** Draws the list. */
export function PingList({ page, pings, lang }: PingListProps) {
  const { t } = page;
  return (
    <section class="pings" aria-labelledby="pingbacks">
      <h3 id="pingbacks">{t["thread.pings"]}</h3>
      <p class="pings-about">{t["thread.pingsAbout"]}</p>
      <ol>
        {pings.map((ping) => (
          <li key={ping.comment.id}>
            <Ping page={page} ping={ping} lang={lang} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Ping({ page, ping, lang }: { readonly page: PageContext; readonly ping: CommentView; readonly lang: string }) {
  const { t, language } = page;
  const { comment } = ping;
  const address = webAddress(comment.author_url);
  const host = address === undefined ? undefined : new URL(address).hostname.replace(/^www\./, "");
  const name = comment.author ?? host ?? t["comment.nameUnknown"];
  const date = formatDate(comment.date, language, "day");
  const label = fill(t["comment.permalink"], { date, name: isolate(name) });
  if (comment.status !== undefined) {
    return (
      <article class="ping h-cite u-comment tombstone" id={comment.id}>
        <p>{t[comment.status === "deleted" ? "comment.deleted" : "comment.redacted"]}</p>
        <div class="e-content" />
      </article>
    );
  }
  return (
    <article class="ping h-cite u-comment" id={comment.id}>
      <p class="ping-name">
        {address === undefined ? (
          <bdi class={comment.author === undefined ? "is-unknown" : "p-author h-card"}>{name}</bdi>
        ) : (
          <a class="p-author h-card" href={address} rel="nofollow ugc noopener">
            <bdi>{name}</bdi>
          </a>
        )}
        {comment.author !== undefined && host !== undefined && <span class="ping-host">{host}</span>}
        <a class="ping-date u-url permalink" aria-label={label} href={`#${encodeURIComponent(comment.id)}`}>
          <PublishedDate date={comment.date} language={language} detail="day" class="dt-published" />
        </a>
      </p>
      <div
        class="e-content prose"
        lang={comment.lang ?? lang}
        dir="auto"
        dangerouslySetInnerHTML={{ __html: ping.html }}
      />
    </article>
  );
}
