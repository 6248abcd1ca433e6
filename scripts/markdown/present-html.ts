// Turns a tidy tree into what a page shows: its links resolved, its ids and headings fitted into the page, images that
// are not held replaced by a link to them.

import { isExternal, toSafeAddress } from "./address.ts";
import { fitDefinitions, fitFigure, fitInline, fitRuby, holdsLink } from "./fit-element.ts";
import { fitSpans } from "./fit-spans.ts";
import { createElement, type HtmlElement, type HtmlNode, isElement, textOf } from "./html-node.ts";
import type { Profile } from "./html-vocabulary.ts";
import { drawImage, type ImageView } from "./present-image.ts";
import { toValidAddress } from "./valid-address.ts";

/** How a text is fitted into its page. */
export interface PresentOptions {
  readonly profile: Profile;
  /** Returns the new address of a link or image; undefined drops it and keeps its text. */
  readonly resolveLink?: ((href: string, kind: "link" | "image") => string | undefined) | undefined;
  /**
   * Returns what is shown for an image; undefined drops it. `width` and `height` are what the text asks for. Without this
   * function `resolveLink` decides, and images from elsewhere become links.
   */
  readonly showImage?:
    | ((src: string, asked: { readonly width?: number; readonly height?: number }) => ImageView | undefined)
    | undefined;
  /** The first held image is loaded at once; all others when the reader comes near them. */
  readonly isFirstImageEager?: boolean | undefined;
  /** Address of the picture that stands for images from elsewhere, which are linked and never loaded. */
  readonly placeholderImage?: string | undefined;
  /** Alternative text of images that have none and need one. */
  readonly imageLabel?: string | undefined;
  /** Begins every id that the text brings with it; must end so that it cannot be one of the page's own. */
  readonly idPrefix?: string | undefined;
  /** Level of the text's highest heading. */
  readonly headingBase?: number | undefined;
  /** Name of a table's scrollable frame; without it tables have no frame. */
  readonly tableLabel?: string | undefined;
  /** Name of preformatted text that is too wide for a phone; without it such text has none. */
  readonly codeLabel?: string | undefined;
  /** Also mends what the HTML standard forbids and browsers forgive: for pages. A proof compares with what the source held. */
  readonly isForPage?: boolean | undefined;
}

/** A line that a window of 320 pixels does not hold. */
const WIDE_LINE = /[^\n]{30}/;

const NO_IDS: ReadonlyMap<string, string> = new Map();

interface Presentation extends PresentOptions {
  readonly idBySource: ReadonlyMap<string, string>;
  readonly shownIds: Set<string>;
  /** Levels in the source of the headings that the next one may stand below. */
  readonly headings: number[];
  /** No held image has been shown that was to be loaded at once. */
  isEagerDue: boolean;
}

/** Returns the nodes to show for a tidy tree. The tree is used up. */
export function presentHtml(root: HtmlElement, options: PresentOptions): HtmlNode[] {
  const presentation: Presentation = {
    ...options,
    idBySource: planIds(root, options.idPrefix ?? "text-"),
    shownIds: new Set(),
    headings: [],
    isEagerDue: options.isFirstImageEager === true,
  };
  return presentAll(root.children, presentation, false);
}

function planIds(root: HtmlElement, prefix: string): ReadonlyMap<string, string> {
  const sources = new Set<string>();
  collectAnchors(root, sources);
  if (sources.size === 0) return NO_IDS;
  const idBySource = new Map<string, string>();
  const taken = new Set<string>();
  for (const source of sources) {
    const stem = prefix + source.replace(/[^\p{L}\p{N}_-]/gu, "-");
    let id = stem;
    for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`;
    taken.add(id);
    idBySource.set(source, id);
  }
  return idBySource;
}

function collectAnchors(node: HtmlElement, sources: Set<string>): void {
  for (const child of node.children) {
    if (child.kind === "text") continue;
    if (child.name === "#anchor") sources.add(child.attributes.id ?? "");
    else collectAnchors(child, sources);
  }
}

function presentAll(nodes: readonly HtmlNode[], page: Presentation, isInLink: boolean): HtmlNode[] {
  const shown: HtmlNode[] = [];
  for (const node of nodes) {
    const made = node.kind === "text" ? node : presentElement(node, page, isInLink);
    if (Array.isArray(made)) for (const one of made) shown.push(one);
    else shown.push(made);
  }
  return shown;
}

function presentElement(node: HtmlElement, page: Presentation, isInLink: boolean): HtmlNode | HtmlNode[] {
  switch (node.name) {
    case "#anchor":
      return presentAnchor(node, page);
    case "a":
      return presentLink(node, page);
    case "img":
      return presentImage(node, page, isInLink);
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      node.name = presentLevel(Number(node.name[1]), page);
      break;
    case "pre":
      presentCode(node, page);
      break;
    case "td":
    case "th":
      presentCell(node);
      break;
    case "thead":
      for (const row of node.children)
        if (row.kind === "element")
          for (const cell of row.children) if (cell.kind === "element") cell.attributes.scope = "col";
      break;
    case "bdo":
    case "time":
    case "rp":
    case "rt":
    case "figcaption":
      if (page.isForPage) fitInline(node);
      break;
    case "ruby":
      if (page.isForPage) fitRuby(node);
      break;
    case "figure":
      if (page.isForPage) fitFigure(node);
      break;
    case "p":
      if (isCard(node)) node.attributes.class = "embed";
      break;
  }
  node.children = presentAll(node.children, page, isInLink);
  if (node.name === "blockquote") return presentQuotation(node);
  if (node.name === "dl" && page.isForPage) return fitDefinitions(node);
  if (node.name === "table" && page.isForPage) fitSpans(node);
  if (node.name === "table" && page.tableLabel !== undefined)
    return createElement("div", { class: "table", tabindex: "0", role: "group", "aria-label": page.tableLabel }, [
      node,
    ]);
  return node;
}

function presentAnchor(node: HtmlElement, page: Presentation): HtmlNode[] {
  const id = page.idBySource.get(node.attributes.id ?? "");
  if (id === undefined || page.shownIds.has(id)) return [];
  page.shownIds.add(id);
  return [createElement("span", { id })];
}

function presentLink(node: HtmlElement, page: Presentation): HtmlNode[] {
  const href = presentAddress(node.attributes.href ?? "", page);
  const absent = href === undefined ? undefined : presentLinkedAbsence(node, href, page);
  if (absent !== undefined) return [absent];
  if (href === undefined) return presentAll(node.children, page, false);
  if (page.isForPage && holdsLink(node)) return presentAroundLinks(node, page);
  const children = presentAll(node.children, page, true);
  const attributes: Record<string, string> = { href };
  const rel = relationOf(href, page);
  if (rel !== undefined) attributes.rel = rel;
  if (node.attributes.title !== undefined) attributes.title = node.attributes.title;
  return [createElement("a", attributes, children)];
}

/** A link around other links, as around a table's cells, becomes links around what is beside those. */
function presentAroundLinks(node: HtmlElement, page: Presentation): HtmlNode[] {
  return node.children.flatMap((child) =>
    child.kind === "element" && (child.name === "a" || holdsLink(child))
      ? presentAll([child], page, false)
      : presentLink(createElement("a", node.attributes, [child]), page),
  );
}

/** Returns the box for a link that is nothing but an image that is not held; undefined for any other link. */
function presentLinkedAbsence(node: HtmlElement, href: string, page: Presentation): HtmlNode | undefined {
  const only = node.children[0];
  if (page.showImage === undefined || node.children.length !== 1 || !isElement(only, "img")) return undefined;
  const view = viewImage(only, page);
  if (view?.kind !== "absent") return undefined;
  const rel = relationOf(href, page);
  // A link to the image itself is the link to its old address.
  const isToItself = view.href !== undefined && withoutScheme(view.href) === withoutScheme(href);
  const link: Record<string, string> = rel === undefined ? { href } : { href, rel };
  return drawImage(view, { ...settingOf(only, page), isInLink: !isToItself, ...(isToItself ? {} : { link }) });
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:/i, "");
}

function viewImage({ attributes }: HtmlElement, page: Presentation): ImageView | undefined {
  const { src = "", width, height } = attributes;
  const view = page.showImage?.(src, {
    ...(width === undefined ? {} : { width: Number(width) }),
    ...(height === undefined ? {} : { height: Number(height) }),
  });
  if (!page.isForPage || view?.kind !== "absent" || view.href === undefined) return view;
  const { href, ...rest } = view;
  const valid = toValidAddress(href);
  return valid === undefined ? rest : { ...rest, href: valid };
}

function settingOf({ attributes }: HtmlElement, page: Presentation) {
  return {
    alt: attributes.alt ?? "",
    title: attributes.title,
    unnamed: page.imageLabel ?? "Image",
    isInLink: false,
    isEager: false,
    rel: page.profile === "comment" ? "nofollow ugc noopener" : "noopener",
    icon: page.placeholderImage,
  };
}

function presentAddress(source: string, page: Presentation): string | undefined {
  if (source.startsWith("#")) {
    const id = page.idBySource.get(source.slice(1)) ?? page.idBySource.get(decodeFragment(source.slice(1)));
    if (id !== undefined) return `#${id}`;
  }
  const address = page.resolveLink === undefined ? source : page.resolveLink(source, "link");
  const safe = address === undefined ? undefined : toSafeAddress(address, "link");
  return safe !== undefined && page.isForPage ? toValidAddress(safe) : safe;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function relationOf(href: string, page: Presentation): string | undefined {
  if (page.profile === "comment") return "nofollow ugc noopener";
  return isExternal(href) ? "noopener" : undefined;
}

function presentImage(node: HtmlElement, page: Presentation, isInLink: boolean): HtmlNode[] {
  if (page.showImage !== undefined) {
    const view = viewImage(node, page);
    if (view === undefined) return [];
    const isEager = view.kind === "picture" && page.isEagerDue;
    if (isEager) page.isEagerDue = false;
    return [drawImage(view, { ...settingOf(node, page), isInLink, isEager })];
  }
  const { src = "", alt = "", title, width, height } = node.attributes;
  const resolved = page.resolveLink === undefined ? src : page.resolveLink(src, "image");
  const address = resolved === undefined ? undefined : toSafeAddress(resolved, "image");
  if (address === undefined) return [];
  const attributes: Record<string, string> = { src: address, alt };
  if (title !== undefined) attributes.title = title;
  if (!isExternal(address)) {
    // A link needs a name, and an image that is all of it gives it.
    if (isInLink && alt === "") attributes.alt = page.imageLabel ?? "Image";
    if (width !== undefined) attributes.width = width;
    if (height !== undefined) attributes.height = height;
    return [createElement("img", { ...attributes, loading: "lazy", decoding: "async" })];
  }
  attributes.src = page.placeholderImage ?? "image-not-held.svg";
  if (alt === "") attributes.alt = page.imageLabel ?? "Image";
  if (isInLink) return [createElement("img", { ...attributes, "data-address": address })];
  const rel = relationOf(address, page) ?? "noopener";
  return [createElement("a", { class: "image-not-held", href: address, rel }, [createElement("img", attributes)])];
}

/** Returns the heading for a level, so that no level is left out below the page's own headings. */
function presentLevel(level: number, page: Presentation): string {
  const { headings } = page;
  while (headings.length > 0 && (headings[headings.length - 1] ?? 0) >= level) headings.pop();
  headings.push(level);
  const base = page.headingBase ?? (page.profile === "post" ? 2 : 4);
  return `h${Math.min(6, base + headings.length - 1)}`;
}

function presentCode(node: HtmlElement, page: Presentation): void {
  const { language } = node.attributes;
  if (page.codeLabel !== undefined && WIDE_LINE.test(textOf(node)))
    // What scrolls must be reached by keyboard, and say what it is.
    Object.assign(node.attributes, { tabindex: "0", role: "group", "aria-label": page.codeLabel });
  delete node.attributes.language;
  if (node.children.every((child) => child.kind === "text"))
    node.children = [
      createElement("code", language === undefined ? {} : { class: `language-${language}` }, node.children),
    ];
}

function presentCell(node: HtmlElement): void {
  const { align } = node.attributes;
  delete node.attributes.align;
  if (align !== undefined) node.attributes.class = `align-${align}`;
  if (node.name !== "th") return;
  // A heading cell may not hold headings and the like; with them it is a cell like others.
  if (holdsSections(node)) {
    node.name = "td";
    delete node.attributes.scope;
  } else node.attributes.scope ??= "row";
}

function holdsSections(node: HtmlElement): boolean {
  return node.children.some(
    (child) =>
      child.kind === "element" && (/^(?:h[1-6]|blockquote|details|figure)$/.test(child.name) || holdsSections(child)),
  );
}

/** Returns true for a paragraph that is nothing but an address: the place of a film or other thing from elsewhere. */
function isCard(node: HtmlElement): boolean {
  const only = node.children[0];
  return node.children.length === 1 && isElement(only, "a") && textOf(only) === only.attributes.href;
}

/** A quotation with a speaker: the last paragraph begins with a dash. */
function presentQuotation(node: HtmlElement): HtmlElement {
  const last = node.children[node.children.length - 1];
  const isSpoken = node.children.length > 1 && isElement(last, "p") && /^—[ \u00a0]/.test(textOf(last));
  if (!isSpoken) return node;
  node.children.pop();
  const caption = createElement("figcaption", last.attributes, last.children);
  return createElement("figure", { class: "quotation" }, [node, caption]);
}
