// A share of an archive's posts: reads them, and later draws their pages and whatever other pages it is given.

import type { Post } from "../../archive/model.ts";
import { toPostFolder } from "../../archive/read-archive.ts";
import { pathToFile } from "../addresses.ts";
import { noteAsked } from "../cache/asked-folders.ts";
import { findLost, type KeptFile } from "../cache/lost-files.ts";
import { ROW_FILES, writeRows } from "../data-rows.ts";
import { drawPage } from "../define-page.ts";
import { createContext, type PageAddress, type SiteFrame } from "../frame.ts";
import { describePostPage } from "../meta/describe-page.ts";
import type { PageMeta } from "../meta/page-meta.ts";
import { digestPost, type PostDigest } from "../post-digest.ts";
import type { PostSurroundings } from "../post-surroundings.ts";
import { findText, renderPost } from "../post-texts.ts";
import { createPostView } from "../post-view.ts";
import { createIndexShare, type ReadWords } from "../search/index-share.ts";
import type { ConversationPlace } from "../search/list-conversations.ts";
import { createTextRenderer, type FolderTarget } from "../text-renderer.ts";
import type { PageType, ViewByType } from "../view.ts";
import { type FoundPost, findPost, type WantedPost } from "./find-post.ts";
import { type RowPlace, rowPart } from "./row-book.ts";
import { createFileWriter } from "./write-files.ts";

/** What all drawing of one build has in common. */
export interface DrawingSetting {
  readonly frame: SiteFrame;
  /** Where each shown post is, by its folder. */
  readonly folders: ReadonlyMap<string, FolderTarget>;
  readonly outputDir: string;
  /** Rows of the data files are written, too. */
  readonly hasData: boolean;
}

/** The pages of one post, to be drawn. */
export interface PostOrder {
  readonly id: string;
  /** One for each text, the original's first. */
  readonly pages: readonly PostSurroundings[];
  /** Where each of these pages stands in the search index; empty for a site without search. */
  readonly places: readonly ConversationPlace[];
  /** Files of texts and comments that feeds show. */
  readonly asked: readonly string[];
  /** The pages are there already: the texts are only indexed. */
  readonly isKept?: true;
}

/** A post whose pages are drawn. */
export interface DrawnPost {
  readonly id: string;
  readonly digest: PostDigest;
  /** Folders of content/ that links in its texts asked for. */
  readonly targets: readonly string[];
  /** Absent where there are no data files. */
  readonly rows?: RowPlace;
}

/** A page whose view is made, to be drawn; handed over as JSON. */
export interface PageOrder<Type extends PageType = PageType> {
  readonly type: Type;
  readonly address: PageAddress;
  readonly view: ViewByType[Type];
  readonly meta?: PageMeta;
}

/** Works on a share of the posts. Calls come in this order. */
export interface Share {
  /** Reads posts and keeps their words. Tells nothing of those that are as they are known to be. */
  readonly readPosts: (contentDir: string, posts: readonly WantedPost[], areStamped: boolean) => readonly FoundPost[];
  readonly begin: (setting: DrawingSetting) => void;
  /** Returns those published files that are not as they were published. */
  readonly findLost: (siteDir: string, files: readonly KeptFile[]) => readonly string[];
  /** Draws posts, and forgets their words. */
  readonly drawPosts: (orders: readonly PostOrder[]) => readonly DrawnPost[];
  /** Draws other pages, each a PageOrder as JSON. */
  readonly drawPages: (orders: readonly string[]) => void;
  /** Writes whatever has not been written yet, and hands over the words for the search index. */
  readonly finish: () => ReadWords;
}

/** Opens a share; `number` tells it from the others, from 0. */
export function createShare(number: number): Share {
  const posts = new Map<string, Post>();
  const unread = new Map<string, WantedPost>();
  let contentDir = "";
  let setting: DrawingSetting | undefined;
  let folders: ReturnType<typeof noteAsked> | undefined;
  let render: ReturnType<typeof createTextRenderer> | undefined;
  const files = createFileWriter();
  const index = createIndexShare((path, content) => files.write(`${setting?.outputDir}/${path}`, content));

  /** Returns a post that was read, or reads it now that its words are wanted. */
  const takePost = (id: string): Post | undefined => {
    const wanted = unread.get(id);
    const post = wanted === undefined ? posts.get(id) : readKnown(contentDir, wanted);
    posts.delete(id);
    return post;
  };

  const drawPost = ({ id, pages, places, asked, isKept }: PostOrder): DrawnPost => {
    const post = takePost(id);
    if (post === undefined || setting === undefined || render === undefined || folders === undefined)
      throw new Error(`The post ${id} was to be drawn before it was read.`);
    const { frame, outputDir, hasData } = setting;
    folders.take();
    const texts = renderPost(post, pages, render);
    const targets = folders.take();
    for (const [number, around] of pages.entries()) {
      const place = places[number];
      if (place !== undefined) index.add(place, around, post, findText(post, around.file), texts);
      if (isKept) continue;
      const context = createContext(frame, around);
      const view = createPostView(post, around, texts);
      const meta = describePostPage(context, view, around, frame.feeds.get(around.language) ?? []);
      files.write(`${outputDir}/${pathToFile(around.path)}`, drawPage("post", { ...context, meta }, view));
    }
    const [original] = pages;
    const rows = hasData && !isKept && original !== undefined ? writeRows(post, original.path, texts) : undefined;
    const spans = rows && ROW_FILES.map((name) => files.append(rowPart(outputDir, name, number), rows[name]));
    const digest = digestPost(post, texts, asked, frame);
    return { id, digest, targets, ...(spans && { rows: { from: number, spans } }) };
  };

  return {
    readPosts: (folder, wanted, areStamped) => {
      contentDir = folder;
      return wanted.flatMap((each) => {
        const read = findPost(contentDir, each, areStamped);
        if (read === undefined) unread.set(each.id, each);
        if (read?.post !== undefined) posts.set(each.id, read.post);
        return read === undefined ? [] : [read.found];
      });
    },
    begin: (given) => {
      setting = given;
      folders = noteAsked(given.folders);
      const { location, assets } = given.frame;
      render = createTextRenderer({ location, folders, placeholderImage: assets.imageNotHeld });
    },
    findLost: (siteDir, kept) => findLost(kept, siteDir),
    drawPosts: (orders) => orders.map(drawPost),
    drawPages: (orders) => {
      if (setting === undefined) throw new Error("A page was to be drawn before anything was known of the site.");
      for (const order of orders) {
        const { type, address, view, meta } = JSON.parse(order) as PageOrder;
        const context = createContext(setting.frame, address);
        const page = meta === undefined ? context : { ...context, meta };
        files.write(`${setting.outputDir}/${pathToFile(address.path)}`, drawPage(type, page, view));
      }
    },
    finish: () => {
      files.close();
      posts.clear();
      return index.finish();
    },
  };
}

/** @throws Error when it is no longer as it was when the build began: its facts are in the plan of the site already. */
function readKnown(contentDir: string, wanted: WantedPost): Post | undefined {
  const read = findPost(contentDir, { id: wanted.id }, false);
  if (read?.found.key !== wanted.key)
    throw new Error(`${toPostFolder(wanted.id)} was changed while the site was being built. Build again.`);
  return read?.post;
}
