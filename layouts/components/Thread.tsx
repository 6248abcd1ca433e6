// The comments of a post: how many, what is missing, and the conversation itself.

import type { PageContext, ThreadView } from "../../scripts/site/view.ts";
import { fillCount, formatNumber } from "../../scripts/strings/fill.ts";
import { CommentList } from "./CommentList.tsx";
import { PingList } from "./PingList.tsx";

/** Comments from which on the browser lays out only the branches in sight; below that nothing is to be gained. */
const LONG_THREAD = 150;

interface ThreadProps {
  readonly page: PageContext;
  readonly thread: ThreadView;
  /** BCP 47 code of the post's text, the language of comments that have none of their own. */
  readonly lang: string;
}

/** Draws the thread. */
export function Thread({ page, thread, lang }: ThreadProps) {
  const { t, language } = page;
  return (
    <section class={thread.found > LONG_THREAD ? "thread is-long" : "thread"} aria-labelledby="comments">
      <header class="thread-header" data-pagefind-ignore>
        <h2 id="comments">
          {thread.found === 0 ? t["thread.title"] : fillCount(t, language, "comments", thread.found)}
        </h2>
        <ThreadNotes page={page} thread={thread} />
      </header>
      {thread.comments.length > 0 && <CommentList page={page} comments={thread.comments} lang={lang} level={0} />}
      {thread.pings.length > 0 && <PingList page={page} pings={thread.pings} lang={lang} />}
    </section>
  );
}

function ThreadNotes({ page, thread }: { readonly page: PageContext; readonly thread: ThreadView }) {
  const { t, language } = page;
  const notes: string[] = [];
  const isMissingSome = thread.declared !== undefined && thread.declared > thread.found + thread.removed;
  if (thread.found === 0) notes.push(t[isMissingSome ? "thread.noneKept" : "thread.none"]);
  if (isMissingSome) {
    notes.push(
      fillCount(t, language, "thread.declared", thread.declared, { found: formatNumber(thread.found, language) }),
    );
  }
  if (thread.state === "closed") notes.push(t["thread.closed"]);
  if (notes.length === 0) return null;
  return <p class="thread-notes">{notes.join(" ")}</p>;
}
