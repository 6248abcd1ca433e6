// Draws an image of a text: the files to choose from of one that is held, or a box in the place of one that is not.

import { createElement, type HtmlElement, type HtmlNode } from "./html-node.ts";

/** What a page shows for an image. */
export type ImageView = PictureView | AbsentImage;

/** An image that is held. Addresses are as they stand on the page. */
export interface PictureView {
  readonly kind: "picture";
  readonly src: string;
  /** In pixels: the page keeps its place free. */
  readonly width: number;
  readonly height: number;
  /** Files to choose from; absent when there is only one. */
  readonly srcset?: string;
  readonly sizes?: string;
  /** The same in better formats, the best first. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
}

/** An image that is not held, or cannot be shown. */
export interface AbsentImage {
  readonly kind: "absent";
  /** Says that it is so. */
  readonly label: string;
  /** Where it was, or its name, as readers see it. */
  readonly address: string;
  /** Where that leads; absent for what is no address. */
  readonly href?: string;
}

/** What the text says of an image, and what the page adds. */
export interface ImageSetting {
  readonly alt: string;
  readonly title?: string | undefined;
  /** Words for an image that has no description and needs one. */
  readonly unnamed: string;
  readonly isInLink: boolean;
  /** Loaded at once, because it stands where the reader begins. */
  readonly isEager: boolean;
  /** Relation of the link to an address elsewhere. */
  readonly rel: string;
  /** Address of a picture that stands in the box of an absent image, for decoration; none where absent. */
  readonly icon?: string | undefined;
  /** The link around an absent image: its description becomes that link, so that no link stands in another. */
  readonly link?: Readonly<Record<string, string>>;
}

/** Returns the image as it is shown. */
export function drawImage(view: ImageView, setting: ImageSetting): HtmlNode {
  return view.kind === "picture" ? drawPicture(view, setting) : drawAbsent(view, setting);
}

function drawPicture(view: PictureView, setting: ImageSetting): HtmlElement {
  const attributes: Record<string, string> = { src: view.src };
  if (view.srcset !== undefined) attributes.srcset = view.srcset;
  if (view.sizes !== undefined) attributes.sizes = view.sizes;
  // A link needs a name, and an image that is all of it gives it.
  attributes.alt = setting.isInLink && setting.alt === "" ? setting.unnamed : setting.alt;
  if (setting.title !== undefined) attributes.title = setting.title;
  attributes.width = String(view.width);
  attributes.height = String(view.height);
  if (!setting.isEager) attributes.loading = "lazy";
  attributes.decoding = "async";
  const image = createElement("img", attributes);
  if (view.sources.length === 0) return image;
  const sources = view.sources.map(({ type, srcset }) => {
    const source: Record<string, string> = { type, srcset };
    if (view.sizes !== undefined) source.sizes = view.sizes;
    return createElement("source", source);
  });
  return createElement("picture", {}, [...sources, image]);
}

/**
 * Draws a box of inline elements: it stands wherever an image may. Its words are attributes, which the style sheet shows
 * and the names of the parts tell: what a reader copies, and what a reading program counts, are the author's words alone.
 */
function drawAbsent(view: AbsentImage, setting: ImageSetting): HtmlElement {
  const words = setting.alt === "" ? setting.unnamed : setting.alt;
  const isLinked = view.href !== undefined && (!setting.isInLink || setting.link !== undefined);
  const address = { class: "image-not-held-address", "data-words": view.address };
  const parts: HtmlNode[] = [
    setting.link === undefined
      ? createElement("span", { class: "image-not-held-alt", role: "img", "aria-label": words, "data-words": words })
      : createElement("a", { ...setting.link, class: "image-not-held-alt", "aria-label": words, "data-words": words }),
    isLinked
      ? createElement("a", { ...address, href: view.href ?? "", rel: setting.rel, "aria-label": view.address })
      : createElement("span", address),
  ];
  if (setting.icon !== undefined) {
    parts.unshift(createElement("img", { src: setting.icon, alt: "", width: "40", height: "40" }));
  }
  return createElement(
    "span",
    {
      class: "image-not-held",
      role: "group",
      "aria-label": view.label,
      "data-words": view.label,
    },
    parts,
  );
}
