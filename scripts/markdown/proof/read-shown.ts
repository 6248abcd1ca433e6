// Reads what a piece of HTML shows, by a walk of its own over its tokens: it shares nothing with the conversion that it is
// to prove (parse-html.ts and what follows it) but htmlparser2's reading of tags, and what omissions.ts says. Linear.

import { type ReadTokens, readTokens } from "../html-tokens.ts";
import { normalizeAddress } from "./compared-address.ts";
import {
  CONTROLS,
  canOpenHidden,
  findImageAddress,
  IMAGE_SCHEMES,
  isCaptionTable,
  isCountingPixel,
  isHiddenByAttributes,
  isPersonalPicture,
  isSmiley,
  LINK_SCHEMES,
  NEVER_SHOWN,
} from "./omissions.ts";
import { type PartKind, type Shown, ShownCollector } from "./shown.ts";
import { ShownPlayers } from "./shown-players.ts";

/** What is read: a text of a source as a browser shows it, or what a page of ours makes of it. */
export interface ReadOptions {
  readonly view: "source" | "page";
  /** A comment's figures and details are lines like others. */
  readonly profile: "post" | "comment";
  /** Relative addresses are resolved against it before they are compared. */
  readonly baseUrl?: string | undefined;
  /** Reads tags; whoever reads the text elsewhere too may have its tokens already. */
  readonly readTokens?: ReadTokens | undefined;
}

type Attributes = Record<string, string>;

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const HOLDS_CONTROL = /[\0-\x08\x0b\x0d-\x1f\x7f]/;

/** Elements that begin and end a line. */
const LINES: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html layer legend li listing " +
    "main menu multicol nav ol optgroup option p plaintext pre search section select summary table tbody td textarea " +
    "tfoot th thead tr ul xmp"
  ).split(" "),
);
/** Elements that are a part of the structure. */
const PARTS: ReadonlyMap<string, PartKind> = new Map<string, PartKind>([
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, "h"] as const),
  ...["ul", "ol", "menu", "dir"].map((name) => [name, "l"] as const),
  ...["pre", "listing", "xmp", "plaintext"].map((name) => [name, "p"] as const),
  ...["figure", "figcaption", "details", "summary"].map((name) => [name, "f"] as const),
  ["blockquote", "q"],
  ["li", "i"],
  ["dl", "d"],
  ["dt", "t"],
  ["dd", "e"],
  ["table", "b"],
  ["tr", "r"],
  ["td", "c"],
  ["th", "c"],
  ["caption", "k"],
  ...(
    "address article aside body center dialog div fieldset footer form frameset header hgroup html layer legend main " +
    "multicol nav optgroup option search section select textarea"
  )
    .split(" ")
    .map((name) => [name, "n"] as const),
]);
const MARKS: Readonly<Record<string, string>> = {
  b: "strong",
  code: "code",
  del: "del",
  em: "em",
  i: "em",
  s: "del",
  strike: "del",
  strong: "strong",
  tt: "code",
};
const TABLE_BARRIERS = "bck";
/** Outside a table they are no part of one. */
const TABLE_PARTS: ReadonlySet<string> = new Set("thead tbody tfoot tr td th caption".split(" "));
// Their end tag may be left out, so that the next of its kind ends them.
const OPEN_ENDED: ReadonlySet<string> = new Set(["p", "li", "dt", "dd", "td", "th", "tr", "option"]);
// What these are read as where their end tag is missing, so that they do not hide the rest. The converter has a list of its own:
// a proof that shared it could not find a fault in it.
const HIDING_REST_AS: Readonly<Record<string, string>> = {
  iframe: "embed",
  video: "embed",
  audio: "embed",
  noembed: "span",
  noframes: "span",
  canvas: "span",
  template: "span",
  datalist: "span",
  title: "span",
};
const HIDING_REST = /<(?:iframe|video|audio|noembed|noframes|canvas|template|datalist|title)\b/i;
const VOIDS: ReadonlySet<string> = new Set(
  "area base br col embed frame hr image img input link meta param source track wbr".split(" "),
);

/** Returns what the HTML shows. Never throws. */
export function readShown(html: string, options: ReadOptions): Shown {
  const source = options.view === "page" ? html : mendFrames(html);
  const reader = new ShownReader(source, options);
  (options.readTokens ?? readTokens)(source, reader);
  return reader.finish();
}

/** A frame or the like that is never closed hides nothing: what follows it is a part of the text. */
function mendFrames(html: string): string {
  if (!HIDING_REST.test(html)) return html;
  const closed = new Map<string, number>();
  for (const { 1: name = "", index } of html.matchAll(/<\/([a-z]+)/gi)) closed.set(name.toLowerCase(), index);
  return html.replace(/<([a-z]+)(?=[\s/>])/gi, (tag, name: string, index: number) => {
    const instead = HIDING_REST_AS[name.toLowerCase()];
    return instead === undefined || index < (closed.get(name.toLowerCase()) ?? -1) ? tag : `<${instead}`;
  });
}

class ShownReader {
  private readonly html: string;
  private readonly isSource: boolean;
  private readonly isComment: boolean;
  private readonly baseUrl: string | undefined;
  private readonly shown = new ShownCollector();
  private readonly players: ShownPlayers;
  private hidden: { readonly name: string; depth: number } | undefined;
  private canHide: boolean | undefined;
  private isInNoscript = false;
  private lastImage = "";
  /** The open tables; in a table around an image and its caption rows and cells are mere lines. */
  private readonly tables: { readonly isCaption: boolean; readonly link: ShownCollector["link"] }[] = [];
  /** Address of an image that is not held: a page shows another in its place, and links it. */
  private missing: string | undefined;
  /** Whether a line end would come right after the start tag of preformatted text, where it is not shown. */
  private isAtPreStart = false;
  /** Whether a `p` is open; the next block ends it. */
  private isInParagraph = false;
  /** The figures and quotations of a page that are open. */
  private readonly spoken: ("figure" | "inner" | "other")[] = [];

  constructor(html: string, options: ReadOptions) {
    this.html = html;
    this.isSource = options.view === "source";
    this.isComment = options.profile === "comment";
    this.baseUrl = options.baseUrl;
    this.players = new ShownPlayers(this.shown, this.baseUrl);
  }

  finish(): Shown {
    this.players.close();
    return this.shown.finish();
  }

  onText(text: string): void {
    if (this.hidden !== undefined) return;
    const clean = HOLDS_CONTROL.test(text) ? text.replace(/\r\n?/g, "\n").replace(CONTROLS, "") : text;
    this.shown.addText(this.isAtPreStart && clean.startsWith("\n") ? clean.slice(1) : clean);
    this.isAtPreStart = false;
  }

  onOpenTag(name: string, attributes: Attributes): void {
    const { hidden } = this;
    if (hidden !== undefined) {
      if (!this.endsHidden(hidden.name, name)) {
        if (name === hidden.name) hidden.depth++;
        else if (name === "source" && (hidden.name === "video" || hidden.name === "audio"))
          this.players.show(attributes.src);
        return;
      }
      this.hidden = undefined;
    }
    if (name === "noscript") this.isInNoscript = true;
    if (this.isSource && this.isHidden(name, attributes)) {
      this.hidden = { name, depth: 1 };
      if (LINES.has(name)) this.shown.endLine();
      return;
    }
    if (NEVER_SHOWN.has(name)) this.openUnshown(name, attributes);
    else this.openShown(name, attributes);
    this.isAtPreStart = name === "pre" || name === "listing";
  }

  onCloseTag(name: string): void {
    if (this.hidden !== undefined) {
      const hidden = this.hidden.name;
      const isEnd = name === hidden ? --this.hidden.depth <= 0 : this.endsHidden(hidden, name);
      if (!isEnd) return;
      this.hidden = undefined;
      if (name === "video" || name === "audio") this.players.close();
      if (LINES.has(hidden)) this.shown.endLine();
      if (name === hidden) return;
    }
    if (name === "noscript") this.isInNoscript = false;
    this.isAtPreStart = false;
    const mark = MARKS[name];
    if (mark !== undefined) this.shown.closeMark(mark);
    else if (name === "a") this.closeLink();
    else if (name === "object") this.players.close();
    else if (LINES.has(name)) this.closeBlock(name);
  }

  private isHidden(name: string, { hidden, style }: Attributes): boolean {
    if (hidden === undefined && style === undefined) return false;
    if (VOIDS.has(name) || !isHiddenByAttributes(hidden, style)) return false;
    this.canHide ??= !canOpenHidden(this.html);
    return this.canHide;
  }

  /** A block ends a hidden paragraph or inline element that was not closed, and some end at their next like. */
  private endsHidden(hidden: string, name: string): boolean {
    if (NEVER_SHOWN.has(hidden)) return false;
    if (hidden === "p" || !LINES.has(hidden)) return name !== "br" && LINES.has(name);
    return name === hidden && OPEN_ENDED.has(name);
  }

  private openUnshown(name: string, attributes: Attributes): void {
    this.hidden = { name, depth: 1 };
    if (name === "iframe") this.players.link(attributes.src ?? attributes["data-src"]);
    if (name === "video" || name === "audio") {
      this.players.open(undefined);
      this.players.show(attributes.src);
    }
  }

  private openShown(name: string, attributes: Attributes): void {
    const mark = MARKS[name];
    if (mark !== undefined) this.shown.openMark(mark);
    else if (name === "a") this.openLink(attributes);
    else if (name === "img" || name === "image") this.showImage(attributes);
    else if (LINES.has(name)) this.openBlock(name, attributes);
    else if (name === "object") this.players.open(attributes.data);
    else if (name === "embed") this.players.show(attributes.src);
    else if (name === "area") this.players.link(attributes.href);
    else if (name === "param" && /^(?:movie|src)$/i.test(attributes.name ?? "")) this.players.suggest(attributes.value);
  }

  private openBlock(name: string, attributes: Attributes): void {
    const { shown } = this;
    if (name !== "br") this.isInParagraph = name === "p";
    if (!this.isSource && this.openSpoken(name, attributes)) return;
    if (this.tables.length === 0 && TABLE_PARTS.has(name)) {
      shown.open("n", name);
      return;
    }
    const found = PARTS.get(name);
    const kind = found === "f" && !this.isFrame(name) ? "n" : found;
    if (name === "hr") this.endPhrase();
    if (kind === undefined) {
      if (name === "br") shown.breakLine();
      else shown.endLine();
      const table = this.tables[this.tables.length - 1];
      if (table?.isCaption === false && TABLE_PARTS.has(name)) shown.closeTo("b", "");
      return;
    }
    if (kind !== "n") this.endPhrase();
    if (kind === "i") shown.closeInnermost("i");
    else if (kind === "t" || kind === "e") shown.closeInnermost("te");
    else if (kind === "b") {
      const isCaption = this.isSource && isCaptionTable(attributes.class);
      this.tables.push({ isCaption, link: shown.link });
      shown.ensurePlace();
      shown.open(isCaption ? "f" : "b", name);
      return;
    } else if (kind === "r" || kind === "c" || kind === "k") {
      const table = this.tables[this.tables.length - 1];
      if (table === undefined || table.isCaption) {
        shown.endLine();
        return;
      }
      shown.link = table.link;
      if (kind !== "c") shown.closeTo("b", "");
      else if (!shown.closeTo("r", "b")) {
        shown.closeTo("b", "");
        shown.open("r", "tr");
      }
    } else if (kind !== "n") shown.ensurePlace();
    shown.open(kind, name);
  }

  /** A caption or summary that stands alone is a line like others, and so are all frames in a comment. */
  private isFrame(name: string): boolean {
    if (this.isComment) return false;
    if (name === "figcaption") return this.shown.isOpen("figure");
    return name !== "summary" || this.shown.isOpen("details");
  }

  /** A heading, term, caption or code block holds text only: where another block begins in it, it ends. */
  private endPhrase(): void {
    while (this.shown.closeInnermost("htkp"));
  }

  private closeBlock(name: string): void {
    const { shown } = this;
    if (!this.isSource && this.closeSpoken(name)) return;
    const kind = PARTS.get(name);
    if (this.isStray(name, kind)) return;
    if (name !== "br") this.isInParagraph = false;
    if (name === "br") shown.breakLine();
    else if (kind === undefined) shown.endLine();
    else if (kind === "b") {
      const table = this.tables.pop();
      if (table !== undefined) shown.link = table.link;
      shown.close(name, "");
    } else if (kind === "r" || kind === "c" || kind === "k") shown.close(name, "b");
    else if (kind === "h") shown.closeInnermost("h");
    else if (!shown.close(name, barriersOf(kind)) && (kind === "l" || kind === "d"))
      // Items without a list end with the end tag of one.
      shown.closeInnermost(kind === "l" ? "i" : "te");
  }

  /** Browsers overlook an end tag that ends nothing; only where blocks stand side by side is it taken for a line's end. */
  private isStray(name: string, kind: PartKind | undefined): boolean {
    if (name === "hr") return true;
    if (name === "p" || name === "br" || !(this.isInParagraph || this.shown.isIn("htkp", "summary"))) return false;
    if (kind === "b" || (kind === undefined && this.tables.length > 0)) return this.tables.length === 0;
    // A heading ends with the end tag of any other, a term without a list with that of one.
    if (kind === "h" || kind === "d") return !this.shown.isIn(kind === "h" ? "h" : "te");
    return !this.shown.isWithin(name, barriersOf(kind ?? "n"));
  }

  /** A page shows a quotation with a speaker as a figure, which is the quotation, around one that is none. */
  private openSpoken(name: string, attributes: Attributes): boolean {
    if (name !== "figure" && name !== "blockquote") return false;
    const isFigure = name === "figure" && attributes.class === "quotation";
    const isInner = name === "blockquote" && this.spoken[this.spoken.length - 1] === "figure";
    this.spoken.push(isFigure ? "figure" : isInner ? "inner" : "other");
    if (isFigure) this.shown.open("q", "quotation");
    else if (isInner) this.shown.endLine();
    return isFigure || isInner;
  }

  private closeSpoken(name: string): boolean {
    if (name !== "figure" && name !== "blockquote") return false;
    const closed = this.spoken.pop();
    if (closed === "figure") this.shown.close("quotation", "");
    else if (closed === "inner") this.shown.endLine();
    return closed === "figure" || closed === "inner";
  }

  private openLink(attributes: Attributes): void {
    if (!this.isSource && attributes.class === "image-not-held") {
      this.missing = attributes.href;
      return;
    }
    const address =
      attributes.href === undefined ? undefined : normalizeAddress(attributes.href, this.baseUrl, LINK_SCHEMES);
    this.shown.link = address === undefined ? undefined : { address, title: flatten(attributes.title) };
  }

  private closeLink(): void {
    this.missing = undefined;
    this.shown.link = undefined;
  }

  private showImage(attributes: Attributes): void {
    if (this.isSource && isSmiley(attributes.class)) {
      this.shown.addText(attributes.alt ?? "");
      return;
    }
    const raw = this.isSource
      ? findImageAddress(attributes)
      : (this.missing ?? attributes["data-address"] ?? attributes.src);
    const address = normalizeAddress(raw ?? "", this.baseUrl, IMAGE_SCHEMES);
    if (address === undefined) return;
    if (this.isSource && (isPersonalPicture(address) || isCountingPixel(attributes.width, attributes.height))) return;
    // Without scripts, what a script would have loaded late stands here again.
    if (this.isInNoscript && address === this.lastImage) return;
    this.lastImage = address;
    const [alt, title] = [flatten(attributes.alt), flatten(attributes.title)];
    this.shown.addImage(`${address}${alt === "" ? "" : ` (${alt})`}${title === "" ? "" : ` “${title}”`}`);
  }
}

/** The kinds of parts that the end tag of a part does not reach out of. */
function barriersOf(kind: PartKind): string {
  if (kind === "r" || kind === "c" || kind === "k") return "b";
  return kind === "i" ? `l${TABLE_BARRIERS}` : TABLE_BARRIERS;
}

/** Returns the text of an attribute as it is compared. */
function flatten(value: string | undefined): string {
  return value === undefined
    ? ""
    : value
        .replace(CONTROLS, "")
        .replace(/[ \t\r\n\f]+/g, " ")
        .trim();
}
