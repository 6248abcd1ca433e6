// A share of an archive's posts: reads them, and later draws their pages and whatever other pages it is given.

import type { PostFacts } from "../../archive/facts.ts";
import type { Post, Problem } from "../../archive/model.ts";
import { readPost } from "../../archive/read-archive.ts";
import { pathToFile } from "../addresses.ts";
import { rowPart } from "../data-files.ts";
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
import { withVisibleNames } from "../visible-names.ts";
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
}

/** A page whose view is made, to be drawn. */
export interface PageOrder<Type extends PageType = PageType> {
  readonly type: Type;
  readonly address: PageAddress;
  readonly view: ViewByType[Type];
  readonly meta?: PageMeta;
}

/** The posts of a share as they were read. */
export interface ReadShare {
  readonly posts: readonly PostFacts[];
  readonly problems: readonly Problem[];
}

/** Works on a share of the posts. Calls come in this order. */
export interface Share {
  /** Reads posts and keeps their words. */
  readonly readPosts: (contentDir: string, ids: readonly string[]) => ReadShare;
  readonly begin: (setting: DrawingSetting) => void;
  /** Draws posts that it has read, in the order of their ids, and forgets their words. */
  readonly drawPosts: (orders: readonly PostOrder[]) => readonly PostDigest[];
  readonly drawPages: (orders: readonly PageOrder[]) => void;
  /** Writes whatever has not been written yet, and hands over the words for the search index. */
  readonly finish: () => ReadWords;
}

/** Opens a share; `number` tells it from the others, from 0. */
export function createShare(number: number): Share {
  const posts = new Map<string, Post>();
  let setting: DrawingSetting | undefined;
  let render: ReturnType<typeof createTextRenderer> | undefined;
  const files = createFileWriter();
  const index = createIndexShare((path, content) => files.write(`${setting?.outputDir}/${path}`, content));

  const drawPost = ({ id, pages, places, asked }: PostOrder): PostDigest => {
    const post = posts.get(id);
    if (post === undefined || setting === undefined || render === undefined)
      throw new Error(`The post ${id} was to be drawn before it was read.`);
    posts.delete(id);
    const { frame, outputDir, hasData } = setting;
    const texts = renderPost(post, pages, render);
    for (const [number, around] of pages.entries()) {
      const place = places[number];
      if (place !== undefined) index.add(place, around, post, findText(post, around.file), texts);
      const context = createContext(frame, around);
      const view = createPostView(post, around, texts);
      const meta = describePostPage(context, view, around, frame.feeds.get(around.language) ?? []);
      files.write(`${outputDir}/${pathToFile(around.path)}`, drawPage("post", { ...context, meta }, view));
    }
    const [original] = pages;
    if (hasData && original !== undefined) {
      const rows = writeRows(post, original.path, texts);
      for (const name of ROW_FILES) files.append(rowPart(outputDir, name, number), rows[name]);
    }
    return digestPost(post, texts, asked, frame.assets.imageNotHeld);
  };

  return {
    readPosts: (contentDir, ids) => {
      const problems: Problem[] = [];
      for (const id of ids) {
        const read = readPost(contentDir, id);
        if (read.post !== undefined) posts.set(id, withVisibleNames(read.post));
        problems.push(...read.problems);
      }
      return { posts: [...posts.values()].map(withoutWords), problems };
    },
    begin: (given) => {
      setting = given;
      const { frame, folders } = given;
      render = createTextRenderer({ location: frame.location, folders, placeholderImage: frame.assets.imageNotHeld });
    },
    drawPosts: (orders) => orders.map(drawPost),
    drawPages: (orders) => {
      if (setting === undefined) throw new Error("A page was to be drawn before anything was known of the site.");
      for (const { type, address, view, meta } of orders) {
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

function withoutWords({ body: _, thread, translations, ...facts }: Post): PostFacts {
  return {
    ...facts,
    thread: thread.map(({ body: _words, ...comment }) => comment),
    translations: translations.map(({ body: _words, ...translation }) => translation),
  };
}
