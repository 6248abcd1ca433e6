// Makes the text of a record's file from what an import brings, with the addresses in it led to their new places.

import { type AddressKind, rewriteAddresses } from "../markdown/rewrite-links.ts";
import { stampRecord } from "./imported-hash.ts";
import type { PostDraft, PostFields } from "./model.ts";
import type { PlannedComment } from "./plan-comments.ts";
import { serializeComment, serializePost } from "./record-fields.ts";

/** The file that holds an address. */
export interface AddressPlace {
  /** Folder of the post, below content/: `posts/2011/slug`, `pages/about`. */
  readonly folder: string;
  /** File in it: `index.md`, `comments/comment-7.md`. */
  readonly file: string;
}

/** How an import leads old addresses to new places. */
export interface AddressHooks {
  /** Returns the path, relative to the file, to write instead of an absolute address; undefined leaves it. */
  readonly resolveAddress?: ((address: string, kind: AddressKind, at: AddressPlace) => string | undefined) | undefined;
  /** Tells quickly whether a text may hold an address that could be resolved; where absent, every text is read. */
  readonly mayHoldAddress?: ((text: string) => boolean) | undefined;
}

/** Makes the texts of records' files, stamped as imported. */
export interface RecordTexts {
  /** `folder` is the post's, below content/; `aliases` are added to those of the draft. */
  readonly ofPost: (draft: PostDraft, folder: string, aliases?: readonly string[]) => string;
  readonly ofComment: (comment: PlannedComment, folder: string) => string;
}

/** Returns what makes the texts of an import's records. */
export function createRecordTexts({ resolveAddress, mayHoldAddress = () => true }: AddressHooks = {}): RecordTexts {
  const rewrite = (text: string, at: AddressPlace): string =>
    resolveAddress === undefined || !mayHoldAddress(text)
      ? text
      : rewriteAddresses(text, (address, kind) => resolveAddress(address, kind, at));
  return {
    ofPost: (draft, folder, aliases = []) => {
      const { type: _type, slug: _slug, thread: _thread, body, ...given } = draft;
      const at = { folder, file: "index.md" };
      const { excerpt, image } = given;
      const newImage = image === undefined ? undefined : resolveAddress?.(image, "image", at);
      const fields: PostFields = {
        ...given,
        ...(excerpt !== undefined && { excerpt: rewrite(excerpt, at) }),
        ...(newImage !== undefined && { image: newImage }),
        aliases: [...new Set([...aliases, ...(given.aliases ?? [])])],
      };
      return stampRecord(serializePost(fields, rewrite(body, at)));
    },
    ofComment: ({ fields, body, name }, folder) =>
      stampRecord(serializeComment(fields, rewrite(body, { folder, file: `comments/${name}` }))),
  };
}
