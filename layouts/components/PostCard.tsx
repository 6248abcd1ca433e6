// One conversation in a list.

import type { PageContext, PostCard as PostCardView } from "../../scripts/site/view.ts";
import { CommentCount } from "./CommentCount.tsx";
import { NameLink } from "./NameLink.tsx";
import { PublishedDate } from "./PublishedDate.tsx";

interface PostCardProps {
  readonly page: PageContext;
  readonly post: PostCardView;
  /** Level of the title: 2 below a page's h1, 3 below a section's heading. */
  readonly level: 2 | 3;
  /** Leaves out excerpt and topics. */
  readonly isBrief?: boolean;
}

/** Draws a card: title, author, date, source, beginning of the text, number of comments. A brief one repeats another: it is no h-entry. */
export function PostCard({ page, post, level, isBrief }: PostCardProps) {
  const { t, language } = page;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article class={isBrief ? "card is-brief" : "card h-entry"}>
      <Heading class="card-title">
        {post.title === undefined ? (
          <a class={isBrief ? "is-untitled" : "is-untitled u-url"} href={page.href(post.path)}>
            {t["post.untitled"]}
          </a>
        ) : (
          <a
            class={isBrief ? undefined : "u-url p-name"}
            href={page.href(post.path)}
            lang={post.lang}
            hreflang={post.lang}
          >
            {post.title}
          </a>
        )}
      </Heading>
      <p class="card-meta">
        {post.author !== undefined && (
          <span class={isBrief ? "card-author" : "card-author p-author h-card"}>{post.author}</span>
        )}
        <PublishedDate date={post.date} language={language} detail="day" class={isBrief ? undefined : "dt-published"} />
        {post.source !== undefined && <NameLink page={page} to={post.source} />}
      </p>
      {!isBrief && post.excerpt !== "" && (
        <p class="card-excerpt p-summary" lang={post.lang}>
          {post.excerpt}
        </p>
      )}
      {!isBrief && post.topics.length > 0 && (
        <ul class="card-topics" aria-label={t["post.topics"]}>
          {post.topics.map((topic) => (
            <li key={topic.path}>
              <a class="p-category" href={page.href(topic.path)}>
                {topic.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      <CommentCount page={page} count={post.commentCount} declared={post.declared} />
    </article>
  );
}
