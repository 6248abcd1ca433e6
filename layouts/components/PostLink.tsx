// A post named where something else is told of it.

import type { PageContext } from "../../scripts/site/view.ts";
import type { PostName } from "../../scripts/site/ways-in/views.ts";

/** Draws the title as a link, in its own language; a post without a title is said to be untitled. */
export function PostLink({ page, post }: { readonly page: PageContext; readonly post: PostName }) {
  if (post.title === undefined) {
    return (
      <a class="is-untitled" href={page.href(post.path)}>
        {page.t["post.untitled"]}
      </a>
    );
  }
  return (
    <a href={page.href(post.path)} lang={post.lang} hreflang={post.lang === "" ? undefined : post.lang}>
      <bdi>{post.title}</bdi>
    </a>
  );
}
