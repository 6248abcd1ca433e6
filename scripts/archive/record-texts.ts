// Makes the text of a record's file from what an import brings, with the addresses in it led to their new places.

import { type AddressKind, type MappedAddress, rewriteText } from "../markdown/rewrite-links.ts";
import type { Identity } from "./archive-index.ts";
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

/**
 * Returns the path, relative to the file, to write instead of an absolute address; undefined leaves it. `occurrence` counts
 * the equal ones before it in the record.
 */
export type ResolveAddress = (
  address: string,
  kind: AddressKind,
  at: AddressPlace,
  occurrence: number,
) => string | undefined;

/** How an import leads old addresses to new places. All but the first are for who keeps the account of them. */
export interface AddressHooks {
  readonly resolveAddress?: ResolveAddress | undefined;
  /** Returns what the last import wrote instead of an address. */
  readonly resolveAsBefore?: ResolveAddress | undefined;
  /** Tells quickly whether a text may hold an address that could be resolved; where absent, every text is read. */
  readonly mayHoldAddress?: ((text: string) => boolean) | undefined;
  /** Is told of every record whose text is made, with the addresses in it; several times of some. */
  readonly onAddresses?: ((at: AddressPlace, addresses: readonly MappedAddress[]) => void) | undefined;
  /** Is told of records whose text is not for readers any more. */
  readonly onTakenAway?: ((at: AddressPlace) => void) | undefined;
  /** Is told of each post that stands when an import begins, and without an identity of each that is removed. */
  readonly onStanding?: ((id: string, identity: Identity | undefined) => void) | undefined;
  /** Is told of each post that the import brought; without a draft where a person edited it, so that it stays as it was. */
  readonly onPost?: ((id: string, draft: PostDraft | undefined) => void) | undefined;
}

/** Makes the texts of records' files, stamped as imported. */
export interface RecordTexts {
  /** `folder` is the post's, below content/; `aliases` are added to those of the draft. */
  readonly ofPost: (draft: PostDraft, folder: string, aliases?: readonly string[]) => string;
  readonly ofComment: (comment: PlannedComment, folder: string) => string;
  /** Forgets what was told of a record's addresses: `comments/comment-7.md`, `index.md`. */
  readonly forget: (folder: string, file: string) => void;
}

/** Returns what makes the texts of an import's records. */
export function createRecordTexts(hooks: AddressHooks = {}): RecordTexts {
  return {
    ofPost: (draft, folder, aliases = []) => {
      const { type: _type, slug: _slug, thread: _thread, body, ...given } = draft;
      const at = { folder, file: "index.md" };
      const { excerpt, image } = given;
      const texts = rewriteTexts({ body, excerpt, image }, at, hooks);
      hooks.onAddresses?.(at, texts.addresses);
      const fields: PostFields = {
        ...given,
        ...(texts.excerpt !== undefined && { excerpt: texts.excerpt }),
        ...(texts.image !== undefined && { image: texts.image }),
        aliases: [...new Set([...aliases, ...(given.aliases ?? [])])],
      };
      return stampRecord(serializePost(fields, texts.body));
    },
    ofComment: ({ fields, body, name }, folder) => {
      const at = { folder, file: `comments/${name}` };
      const texts = rewriteTexts({ body: fields.status === undefined ? body : "" }, at, hooks);
      hooks.onAddresses?.(at, texts.addresses);
      return stampRecord(serializeComment(fields, texts.body));
    },
    forget: (folder, file) => hooks.onTakenAway?.({ folder, file }),
  };
}

/** The parts of a record that hold addresses. */
export interface AddressTexts {
  /** Markdown. */
  readonly body: string;
  /** Markdown. */
  readonly excerpt?: string | undefined;
  /** An address. */
  readonly image?: string | undefined;
}

/** Leads the addresses of a record to their new places, and returns all that were found. */
export function rewriteTexts(
  { body, excerpt, image }: AddressTexts,
  at: AddressPlace,
  { resolveAddress, mayHoldAddress = () => true }: Pick<AddressHooks, "resolveAddress" | "mayHoldAddress">,
): AddressTexts & { readonly addresses: readonly MappedAddress[] } {
  const addresses: MappedAddress[] = [];
  if (resolveAddress === undefined) return { body, excerpt, image, addresses };
  const rewrite = (text: string): string => {
    if (!mayHoldAddress(text)) return text;
    const earlier = [...addresses];
    const rewritten = rewriteText(text, (address, kind, occurrence) => {
      const before = earlier.filter((other) => other.address === address && other.kind === kind).length;
      return resolveAddress(address, kind, at, before + occurrence);
    });
    addresses.push(...rewritten.addresses);
    return rewritten.markdown;
  };
  const newImage = image === undefined ? undefined : resolveAddress(image, "image", at, 0);
  if (image !== undefined)
    addresses.push({ address: image, kind: "image", ...(newImage !== undefined && { newAddress: newImage }) });
  return {
    body: rewrite(body),
    excerpt: excerpt === undefined ? undefined : rewrite(excerpt),
    image: newImage ?? image,
    addresses,
  };
}
