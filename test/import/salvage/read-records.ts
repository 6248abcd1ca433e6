// Reads an export of any platform into records that can be compared: each by its own id, with all its fields as text.

import { createFeedReader } from "../../../scripts/import/blogger/feed-reader.ts";
import { createDisqusReader } from "../../../scripts/import/disqus/disqus-reader.ts";
import { createWxrReader } from "../../../scripts/import/wxr/wxr-reader.ts";
import type { XmlSummary } from "../../../scripts/import/xml/xml-model.ts";

/** What was read of a file. */
export interface ReadRecords {
  /** Every field of the whole records, by id; comments of WordPress are records of their own. */
  readonly whole: ReadonlyMap<string, string>;
  /** Ids of the damaged ones; `?` where there is none. */
  readonly damaged: readonly string[];
  readonly summary: XmlSummary;
  /** Tags of records that were counted, and records that were handed over. */
  readonly tags: number;
  readonly records: number;
}

/** Reads an export from pieces of its text. */
export function readRecords(pieces: readonly string[]): ReadRecords {
  const whole = new Map<string, string>();
  const damaged: string[] = [];
  const head = pieces.join("").slice(0, 20_000);
  const add = (id: string | undefined, isDamaged: boolean, fields: unknown): void => {
    if (isDamaged) damaged.push(id ?? "?");
    else whole.set(id ?? `? ${whole.size}`, JSON.stringify(fields));
  };
  const run = <Summary>(reader: { write: (piece: string) => void; end: () => Summary }): Summary => {
    for (const piece of pieces) reader.write(piece);
    return reader.end();
  };
  if (/<disqus[\s>]/.test(head)) {
    const summary = run(
      createDisqusReader(({ id, isDamaged, line: _, fields, ...rest }) =>
        add(`${rest.kind} ${id}`, isDamaged, [[...fields], rest]),
      ),
    );
    return { whole, damaged, summary, tags: summary.commentTags, records: summary.comments };
  }
  if (/<feed[\s>]/.test(head)) {
    const summary = run(
      createFeedReader(({ line: _, index: _index, isDamaged, fields, ...rest }) =>
        add(fields.get("id"), isDamaged, [[...fields], rest]),
      ),
    );
    return { whole, damaged, summary, tags: summary.entryTags, records: summary.entries };
  }
  const summary = run(
    createWxrReader({
      onItem: ({ fields, comments, isTitleHtml, categories, meta, isDamaged }) => {
        add(`item ${fields.get("wp:post_id")}`, isDamaged, [[...fields], isTitleHtml, categories, [...meta]]);
        for (const comment of comments) {
          const id = `comment ${comment.fields.get("wp:comment_id")}`;
          add(id, comment.isDamaged || isDamaged, [...comment.fields]);
        }
      },
    }),
  );
  const tags = summary.itemTags + summary.commentTags;
  return { whole, damaged, summary, tags, records: summary.items + summary.comments };
}
