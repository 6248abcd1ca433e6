// The comments of a post: how many, what is missing, and the conversation itself.

import type { PageContext, ThreadView } from "../../scripts/site/view.ts";
import { fillCount, formatNumber } from "../../scripts/strings/fill.ts";
import { CommentList } from "./CommentList.tsx";
import { PingList } from "./PingList.tsx";
import { ThreadTools } from "./ThreadTools.tsx";

/** Comments from which on the browser lays out only the branches in sight; below that nothing is to be gained. */
const LONG_THREAD = 150;

interface ThreadProps {
  readonly page: PageContext;
  readonly thread: ThreadView;
  /** BCP 47 code of the post's text, the language of comments that have none of their own. */
  readonly lang: string;
}

/** Draws the thread. Its script only adds to it: reading, links and closing a branch work without. */
export function Thread({ page, thread, lang }: ThreadProps) {
  const { t, language } = page;
  const hasScript = thread.comments.length + thread.pings.length > 0;
  return (
    <section class={thread.found > LONG_THREAD ? "thread is-long" : "thread"} aria-labelledby="comments">
      {hasScript && <script type="module" src={page.href(page.assets.thread)} />}
      <header class="thread-header">
        <h2 id="comments">
          {thread.found === 0 ? t["thread.title"] : fillCount(t, language, "comments", thread.found)}
        </h2>
        <ThreadNotes page={page} thread={thread} />
        <ThreadTools page={page} thread={thread} />
      </header>
      {thread.comments.length > 0 && (
        <CommentList page={page} comments={thread.comments} lang={lang} level={0} timeOrder={thread.timeOrder} />
      )}
      {thread.pings.length > 0 && <PingList page={page} pings={thread.pings} lang={lang} />}
    </section>
  );
}

function ThreadNotes({ page, thread }: { readonly page: PageContext; readonly thread: ThreadView }) {
  const { t, language } = page;
  const { declared = 0, found, removed, pings } = thread;
  const notes: string[] = [];
  // Some sources count pingbacks among the comments: where these make up the number, nothing is missing.
  const isMissingSome = declared > found + removed && declared !== found + removed + pings.length;
  const isMore = declared > 0 && declared < found;
  if (isMissingSome && found === 0) notes.push(fillCount(t, language, "thread.declaredNone", declared));
  else if (isMissingSome || isMore) {
    notes.push(fillCount(t, language, "thread.declared", declared, { found: formatNumber(found, language) }));
  } else if (found === 0) notes.push(t[removed > 0 ? "thread.noneKept" : "thread.none"]);
  if (removed > 0) notes.push(fillCount(t, language, "thread.removed", removed));
  if (thread.state === "closed") notes.push(t["thread.closed"]);
  if (notes.length === 0) return null;
  return <p class="thread-notes">{notes.join(" ")}</p>;
}
