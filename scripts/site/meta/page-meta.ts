// What the head of a page tells machines beside its title: feeds, Dublin Core, OpenGraph, JSON-LD. Plain values, drawn by Head.tsx.

import type { Link } from "../view.ts";

/** One `meta` element. */
export interface MetaTag {
  /** `name` for Dublin Core and the like, `property` for OpenGraph. */
  readonly by: "name" | "property";
  readonly key: string;
  readonly content: string;
}

/** The picture that stands for a page where it is linked to. */
export interface ShareImage {
  /** Path below the base. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** All of it. */
export interface PageMeta {
  /** `article` for a post or page of the archive, `website` for pages of the interface. */
  readonly kind: "article" | "website";
  /** The page's own feed first, where it has one. */
  readonly feeds: readonly Link[];
  /** The feed of just what the page shows: a topic, a source. */
  readonly ownFeed?: Link;
  readonly tags: readonly MetaTag[];
  readonly image?: ShareImage;
  /** JSON-LD, safe inside of a script element. */
  readonly data?: string;
}
