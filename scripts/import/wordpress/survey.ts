// First pass over the exports of WordPress blogs: what must be known of a whole blog before its first post can be written,
// because authors, terms and attachments may stand after the posts, or in another part of a split export.

import { createTextCounts } from "../../archive/compact/text-counts.ts";
import { toAddressKey } from "../../archive/find-source.ts";
import { isEmailAddress } from "../../markdown/email-address.ts";
import { type ExportInput, InputError } from "../open-input.ts";
import type { WxrComment, WxrFields, WxrItem, WxrSummary } from "../wxr/wxr-model.ts";
import { type Attachment, readAttachment } from "./attachments.ts";
import { createOffsetVotes } from "./clock.ts";
import { copyText } from "./copy-text.ts";
import { keyOf, statusOf, typeOf } from "./item-fields.ts";
import { toPlainText } from "./plain-text.ts";
import { readExport } from "./read-export.ts";
import { readTranslationGroup, type TranslatedPost } from "./translations.ts";

/** An author as the export's list has them. */
export interface BlogAuthor {
  /** User id; absent where the export has none. */
  readonly id?: string;
  readonly name: string;
}

/** What was learnt of one file. */
export interface FileSurvey {
  readonly input: ExportInput;
  readonly summary: WxrSummary;
}

/** What is known of a blog after the first pass. */
export interface BlogSurvey {
  readonly files: readonly FileSurvey[];
  /** By login. */
  readonly authors: ReadonlyMap<string, BlogAuthor>;
  readonly attachments: readonly Attachment[];
  readonly reusedBlocks: ReadonlyMap<string, string>;
  /** Number of each category by its nicename. */
  readonly categoryIds: ReadonlyMap<string, string>;
  readonly translationGroups: readonly (readonly TranslatedPost[])[];
  /** How many items have each key, for those that occur more than once. */
  readonly repeatedKeys: ReadonlyMap<string, number>;
  /** Commonest offset of local time from UTC, in minutes. */
  readonly usualOffset?: number;
  /** Addresses of the first posts, for an export that does not tell its blog's. */
  readonly someLinks: readonly string[];
  /** Beginnings of the first public posts, in HTML, to tell the blog's language by. */
  readonly someTexts: readonly string[];
  readonly items: number;
}

// Enough to tell what the blog is written in.
const MAX_TEXTS = 25;
const TEXT_LENGTH = 2_000;

/** Collects the survey of one blog over its files. */
export interface BlogSurveyor {
  readonly survey: () => BlogSurvey;
  readonly addFile: (file: FileSurvey) => void;
  readonly addItem: (item: WxrItem) => void;
  readonly addAuthor: (fields: WxrFields) => void;
  readonly addTerm: (fields: WxrFields) => void;
}

/** Reads the inputs once and returns each blog in them; the parts of one export have the same channel address. What the first tells counts. */
export async function surveyBlogs(
  inputs: readonly ExportInput[],
  onProgress: (what: string) => void,
): Promise<readonly BlogSurvey[]> {
  const blogs = new Map<string, BlogSurveyor>();
  for (const input of inputs) {
    onProgress(`Reading ${input.name}`);
    let surveyor: BlogSurveyor | undefined;
    // The channel's address stands before its authors, terms and items.
    const open = (channel: WxrFields): BlogSurveyor => {
      if (surveyor !== undefined) return surveyor;
      const key = toAddressKey(findBlogAddress(channel) ?? "");
      const found = blogs.get(key) ?? createSurveyor();
      blogs.set(key, found);
      surveyor = found;
      return found;
    };
    let wholeItems = 0;
    const summary = await readExport(input, {
      onAuthor: (fields, channel) => open(channel).addAuthor(fields),
      onTerm: (fields, channel) => open(channel).addTerm(fields),
      onItem: (item, channel) => {
        if (!item.isDamaged) wholeItems += 1;
        open(channel).addItem(item);
      },
    });
    if (wholeItems === 0) throw new InputError(describeEmptyExport(input, summary));
    open(summary.channel).addFile({ input, summary });
  }
  return [...blogs.values()].map((blog) => blog.survey());
}

/** Returns the blog's address as the channel tells it. */
export function findBlogAddress(channel: WxrFields): string | undefined {
  return ["wp:base_blog_url", "link", "wp:base_site_url"]
    .map((name) => channel.get(name)?.trim() ?? "")
    .find((address) => /^https?:\/\/./i.test(address));
}

function createSurveyor(): BlogSurveyor {
  const files: FileSurvey[] = [];
  const authors = new Map<string, BlogAuthor>();
  const attachments: Attachment[] = [];
  const reusedBlocks = new Map<string, string>();
  const categoryIds = new Map<string, string>();
  const translationGroups: (readonly TranslatedPost[])[] = [];
  const keys = createTextCounts();
  const votes = createOffsetVotes();
  const someLinks: string[] = [];
  const someTexts: string[] = [];
  let items = 0;
  const addVote = ({ fields }: WxrItem | WxrComment, prefix: string): void =>
    votes.add(fields.get(`${prefix}_date`), fields.get(`${prefix}_date_gmt`));
  return {
    addFile: (file) => {
      files.push(file);
    },
    addAuthor: (fields) => {
      const login = copyText(fields.get("wp:author_login")?.trim() ?? "");
      if (login === "" || authors.has(login)) return;
      const id = fields.get("wp:author_id")?.trim() ?? "";
      const name = copyText(toPlainText(fields.get("wp:author_display_name") ?? ""));
      authors.set(login, { name, ...(/^[1-9]\d*$/.test(id) && { id: copyText(id) }) });
    },
    addTerm: (fields) => {
      const group = readTranslationGroup(fields);
      if (group !== undefined && group.length > 1) translationGroups.push(group);
      const nicename = fields.get("wp:category_nicename");
      const id = fields.get("wp:term_id");
      if (nicename !== undefined && id !== undefined) categoryIds.set(copyText(nicename), copyText(id.trim()));
    },
    addItem: (item) => {
      items += 1;
      addVote(item, "wp:post");
      for (const comment of item.comments) addVote(comment, "wp:comment");
      if (item.isDamaged) return;
      keys.count(keyOf(item));
      const type = typeOf(item);
      if (type === "attachment") {
        const attachment = readAttachment(item);
        if (attachment !== undefined) attachments.push(attachment);
      } else if (type === "wp_block") {
        const id = item.fields.get("wp:post_id")?.trim() ?? "";
        if (!reusedBlocks.has(id)) reusedBlocks.set(copyText(id), copyText(item.fields.get("content:encoded") ?? ""));
      }
      if (type === "post" && statusOf(item) === "publish" && someTexts.length < MAX_TEXTS) {
        someTexts.push(copyText((item.fields.get("content:encoded") ?? "").slice(0, TEXT_LENGTH)));
      }
      const link = item.fields.get("link")?.trim() ?? "";
      if (someLinks.length < 5 && link !== "") someLinks.push(copyText(link));
    },
    survey: () => {
      const usualOffset = votes.winner();
      return {
        files,
        authors,
        attachments,
        reusedBlocks,
        categoryIds,
        translationGroups,
        repeatedKeys: keys.repeated(),
        ...(usualOffset !== undefined && { usualOffset }),
        someLinks,
        someTexts,
        items,
      };
    },
  };
}

/** Returns the name under which an author is shown, and whether it was left out because it is an e-mail address. */
export function nameAuthor(
  login: string,
  authors: ReadonlyMap<string, BlogAuthor>,
): { readonly name?: string; readonly isEmail: boolean } {
  // Before WXR 1.1 there was no list, and a name in the place of the login. A login alone is nobody's business.
  const name = authors.get(login)?.name ?? toPlainText(login);
  if (name === "") return { isEmail: false };
  return isEmailAddress(name) ? { isEmail: true } : { name, isEmail: false };
}

function describeEmptyExport({ path }: ExportInput, { items, itemTags, isComplete }: WxrSummary): string {
  if (itemTags > 0 && items > 0) {
    return `${path}: is a WordPress export, but none of its ${itemTags} items is whole; the file is cut off. Export the blog again.`;
  }
  const end = isComplete ? "" : " The file is also cut off before its end.";
  return `${path}: looks like a WordPress export, but it holds no whole post, page or other item.${end} Export the blog again (Tools, Export, All content).`;
}
