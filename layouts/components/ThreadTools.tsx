// The tools of a whole thread: close its branches, read it in order of time, move by keyboard. assets/thread.ts works them.

import type { PageContext, ThreadView } from "../../scripts/site/view.ts";
import { ThreadKeys } from "./ThreadKeys.tsx";

interface ThreadToolsProps {
  readonly page: PageContext;
  readonly thread: ThreadView;
}

/** Draws the tools that this thread has a use for; without script they are not seen. */
export function ThreadTools({ page, thread }: ThreadToolsProps) {
  const { t } = page;
  const hasBranches = thread.comments.some(({ replies }) => replies.length > 0);
  const hasMany = hasBranches || thread.comments.length > 1;
  if (!hasMany) return null;
  return (
    <>
      <fieldset class="thread-tools">
        <legend class="visually-hidden">{t["thread.tools"]}</legend>
        {hasBranches && (
          <button type="button" data-tool="branches" data-when-closed={t["thread.openAll"]}>
            {t["thread.closeAll"]}
          </button>
        )}
        {thread.timeOrder !== undefined && (
          <button type="button" data-tool="time" aria-pressed="false">
            {t["thread.byTime"]}
          </button>
        )}
        <label class="needs-keyboard">
          <input type="checkbox" data-tool="keys" /> {t["thread.keys"]}
        </label>
        <button type="button" class="needs-keyboard" data-tool="help" aria-haspopup="dialog">
          {t["thread.keysWhich"]}
        </button>
      </fieldset>
      {thread.timeOrder !== undefined && (
        <p class="thread-said" role="status" data-in-time={writeTimeNote(page, thread)} />
      )}
      <ThreadKeys page={page} />
    </>
  );
}

function writeTimeNote({ t }: PageContext, { comments }: ThreadView): string {
  return hasUndated(comments) ? `${t["thread.inTime"]} ${t["thread.undatedLast"]}` : t["thread.inTime"];
}

function hasUndated(comments: ThreadView["comments"]): boolean {
  return comments.some(({ comment, replies }) => comment.date === undefined || hasUndated(replies));
}
