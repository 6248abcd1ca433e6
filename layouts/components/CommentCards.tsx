// A list of comments apart from their threads: who, when, below what, and how it begins.

import type { PageContext } from "../../scripts/site/view.ts";
import type { CommentCard } from "../../scripts/site/ways-in/views.ts";
import { PostLink } from "./PostLink.tsx";
import { PublishedDate } from "./PublishedDate.tsx";
import { Words } from "./Words.tsx";

interface CommentCardsProps {
  readonly page: PageContext;
  readonly comments: readonly CommentCard[];
  readonly level: 2 | 3;
}

/** Draws the list in the order given. */
export function CommentCards({ page, comments, level }: CommentCardsProps) {
  return (
    <ol class="comment-cards">
      {comments.map((comment) => (
        <li key={comment.path}>
          <Card page={page} comment={comment} level={level} />
        </li>
      ))}
    </ol>
  );
}

interface CardProps {
  readonly page: PageContext;
  readonly comment: CommentCard;
  readonly level: 2 | 3;
}

function Card({ page, comment, level }: CardProps) {
  const { t, language } = page;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article class="comment-card">
      <Heading class="comment-card-name">
        <Name page={page} comment={comment} />
      </Heading>
      <p class="card-meta">
        <a href={page.href(comment.path)}>
          <PublishedDate date={comment.date} language={language} detail="minute" />
          <span class="visually-hidden">: {t["newest.read"]}</span>
        </a>
        <span class="comment-card-post">
          <Words text={t["newest.on"]} values={{ post: <PostLink page={page} post={comment.post} /> }} />
        </span>
      </p>
      {comment.excerpt === "" ? (
        <p class="card-excerpt is-unknown">{t["comment.empty"]}</p>
      ) : (
        <p class="card-excerpt" lang={comment.lang} dir="auto">
          {comment.excerpt}
        </p>
      )}
    </article>
  );
}

function Name({ page, comment }: Omit<CardProps, "level">) {
  const { name, personPath } = comment;
  if (name === undefined) return <span class="is-unknown">{page.t["comment.nameUnknown"]}</span>;
  if (personPath === undefined || personPath === page.path) return <bdi>{name}</bdi>;
  return (
    <a href={page.href(personPath)}>
      <bdi>{name}</bdi>
    </a>
  );
}
