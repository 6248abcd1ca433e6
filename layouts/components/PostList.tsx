// A list of conversations, one page of it.

import type { PageContext, PostCard as PostCardView, PostList as PostListView } from "../../scripts/site/view.ts";
import { EmptyState } from "./EmptyState.tsx";
import { Paging } from "./Paging.tsx";
import { PostCard } from "./PostCard.tsx";

interface CardListProps {
  readonly page: PageContext;
  readonly posts: readonly PostCardView[];
  readonly level: 2 | 3;
  readonly isBrief?: boolean;
}

/** Draws cards without paging. */
export function CardList({ page, posts, level, isBrief = false }: CardListProps) {
  return (
    <ol class="card-list">
      {posts.map((post) => (
        <li key={post.path}>
          <PostCard page={page} post={post} level={level} isBrief={isBrief} />
        </li>
      ))}
    </ol>
  );
}

interface PostListProps {
  readonly page: PageContext;
  readonly list: PostListView;
  readonly level?: 2 | 3;
  /** Said when the list is empty. */
  readonly emptyText: string;
}

/** Draws a list of posts with its paging. */
export function PostList({ page, list, level = 2, emptyText }: PostListProps) {
  if (list.posts.length === 0) return <EmptyState text={emptyText} />;
  return (
    <>
      <CardList page={page} posts={list.posts} level={level} />
      <Paging page={page} paging={list.paging} />
    </>
  );
}
