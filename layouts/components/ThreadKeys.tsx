// The list of the keys that move through a thread, in a dialog of its own.

import type { PageContext } from "../../scripts/site/view.ts";
import { drawOnce } from "../draw-once.tsx";

const KEYS = [
  ["j", "thread.key.next"],
  ["k", "thread.key.previous"],
  ["p", "thread.key.parent"],
  ["n", "thread.key.sibling"],
  ["o", "thread.key.branch"],
  ["?", "thread.key.help"],
] as const;

/** Draws the dialog, closed. */
export function ThreadKeys({ page }: { readonly page: PageContext }) {
  return drawOnce(["thread-keys", page.language], () => <Dialog page={page} />);
}

function Dialog({ page: { t } }: { readonly page: PageContext }) {
  return (
    <dialog class="thread-keys" aria-labelledby="thread-keys">
      <h3 id="thread-keys">{t["thread.keys"]}</h3>
      <p>{t["thread.keysAbout"]}</p>
      <dl>
        {KEYS.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t[name]}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{t["thread.keysClose"]}</button>
      </form>
    </dialog>
  );
}
