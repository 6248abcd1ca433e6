// Picks from the attributes of a source element those that are kept, and checks their values.

import { resolveAddress, toSafeAddress } from "./address.ts";
import { isCountingPixel, isPersonalPicture } from "./proof/omissions.ts";

type Attributes = Record<string, string>;

/** What the attributes' values depend on. */
export interface AttributeOptions {
  readonly baseUrl?: string | undefined;
  readonly isImport?: boolean | undefined;
}

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;
const ISO_DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const LANGUAGE_CLASS = /(?:^|\s)(?:language|lang|brush)[-:]\s*([\w+#-]{1,30})/i;

/** Returns the attributes that a kept element keeps. */
export function readAttributes(name: string, source: Attributes, options: AttributeOptions): Attributes {
  const kept: Attributes = {};
  if (source.dir !== undefined) {
    const direction = source.dir.toLowerCase();
    if (direction === "rtl" || (direction === "ltr" && name === "bdo")) kept.dir = direction;
  }
  // Word processors mark every run with a language, mostly a wrong one.
  if (options.isImport !== true && source.lang !== undefined && LANGUAGE.test(source.lang)) kept.lang = source.lang;
  switch (name) {
    case "abbr":
    case "dfn":
      keepTitle(source, kept);
      break;
    case "time":
      if (ISO_DATE.test(source.datetime ?? "")) kept.datetime = source.datetime as string;
      break;
    case "ol":
      keepNumber("start", source, kept, 0, 999_999_999, 1);
      break;
    case "td":
    case "th":
      keepNumber("colspan", source, kept, 2, 1000);
      keepNumber("rowspan", source, kept, 2, 10_000);
      keepAlignment(source, kept);
      break;
    case "details":
      if (source.open !== undefined) kept.open = "";
      break;
    case "table":
      // Blogger lays an image out with its caption in a table; see tidy-table.ts.
      if (/(?:^|\s)tr-caption-container(?:\s|$)/.test(source.class ?? "")) kept.figure = "";
      break;
    case "pre":
      keepCodeLanguage(source, kept);
      break;
  }
  return kept;
}

/** Returns the attributes of a link, or undefined when it has no address that may be kept. */
export function readLink(source: Attributes, options: AttributeOptions): Attributes | undefined {
  const href = source.href;
  if (href === undefined) return undefined;
  const address = toSafeAddress(resolveAddress(href, options.baseUrl), "link");
  if (address === undefined) return undefined;
  const kept: Attributes = { href: address };
  keepTitle(source, kept);
  return kept;
}

/** Returns the attributes of an image, or undefined when its address may not be kept or gives a person away. */
export function readImage(source: Attributes, options: AttributeOptions): Attributes | undefined {
  // A page of ours shows a picture of its own in place of an image that is not held, and keeps the address here.
  let src = source["data-address"] ?? source.src ?? "";
  // Lazy loading puts a blank in src and the picture elsewhere.
  const lazy = source["data-src"] ?? source["data-lazy-src"] ?? source["data-original"];
  if (lazy !== undefined && (src === "" || /^data:/i.test(src))) src = lazy;
  const address = toSafeAddress(resolveAddress(src, options.baseUrl), "image");
  if (address === undefined || isPersonalPicture(address)) return undefined;
  if (options.isImport === true && isCountingPixel(source.width, source.height)) return undefined;
  const kept: Attributes = { src: address, alt: collapse(source.alt ?? "") };
  keepTitle(source, kept);
  if (options.isImport !== true) {
    keepNumber("width", source, kept, 1, 20_000);
    keepNumber("height", source, kept, 1, 20_000);
  }
  return kept;
}

/** Adds the programming language that a class names. */
export function keepCodeLanguage(source: Attributes, kept: Attributes): void {
  const language = LANGUAGE_CLASS.exec(source.class ?? "")?.[1]?.toLowerCase();
  if (language !== undefined) kept.language = language;
}

function keepTitle(source: Attributes, kept: Attributes): void {
  const title = collapse(source.title ?? "");
  if (title !== "") kept.title = title;
}

function keepNumber(
  name: string,
  source: Attributes,
  kept: Attributes,
  min: number,
  max: number,
  usual?: number,
): void {
  const text = source[name];
  if (text === undefined || !/^\s*\d{1,9}\s*$/.test(text)) return;
  const value = Number(text);
  if (value >= min && value <= max && value !== usual) kept[name] = String(value);
}

function keepAlignment(source: Attributes, kept: Attributes): void {
  const style = /text-align\s*:\s*(left|right|center)/i.exec(source.style ?? "")?.[1];
  const align = (style ?? source.align ?? "").toLowerCase();
  if (align === "left" || align === "right" || align === "center") kept.align = align;
}

function collapse(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is removed
      .replace(/[\0-\x08\x0b\x0e-\x1f\x7f]/g, "")
      .replace(/[ \t\r\n\f]+/g, " ")
      .trim()
  );
}
