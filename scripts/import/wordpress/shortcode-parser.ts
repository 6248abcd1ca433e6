// Finds WordPress shortcodes in a text: [name attributes], with or without a content and [/name].

/** A shortcode as it was typed. */
export interface Shortcode {
  /** Lower case. */
  readonly name: string;
  readonly attributes: ShortcodeAttributes;
  /** What stands between the two tags; absent for a tag that stands alone. */
  readonly content?: string;
  /** As typed, the whole of it. */
  readonly source: string;
}

/** Named attributes in lower case, and the values without a name in their order. */
export interface ShortcodeAttributes {
  readonly named: ReadonlyMap<string, string>;
  readonly positional: readonly string[];
}

/** A place where a shortcode begins. */
export interface ShortcodeTag {
  readonly name: string;
  readonly attributes: ShortcodeAttributes;
  readonly start: number;
  readonly end: number;
  /** Typed with doubled brackets: it is to be shown, not to be run. */
  readonly isEscaped: boolean;
  /** Ends with `/]`: it has no content. */
  readonly isSelfClosing: boolean;
}

const OPENING = /\[(\[?)([a-z][\w-]*)(?=[\s=\]/])([^\][]*?)(\/?)\](\]?)/giy;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s'"]+))|"([^"]*)"|'([^']*)'|(\S+)/g;

/** Reads the shortcode tag that begins at a bracket; undefined when none does. */
export function readShortcodeTag(text: string, start: number): ShortcodeTag | undefined {
  OPENING.lastIndex = start;
  const match = OPENING.exec(text);
  if (match === null) return undefined;
  const [source, doubled, name = "", attributes = "", slash, end] = match;
  return {
    name: name.toLowerCase(),
    attributes: readAttributes(attributes),
    start,
    end: start + source.length - (doubled === "" ? (end ?? "").length : 0),
    isEscaped: doubled === "[" && end === "]",
    isSelfClosing: slash === "/",
  };
}

/** Returns where `[/name]` begins after a position, or -1. */
export function findShortcodeEnd(text: string, name: string, from: number): number {
  const pattern = new RegExp(`\\[/${name}\\]`, "gi");
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

function readAttributes(text: string): ShortcodeAttributes {
  const named = new Map<string, string>();
  const positional: string[] = [];
  // [youtube=http://…] has its value where an attribute has its name.
  const source = text.replace(/^\s*=\s*/, "").replace(/[\u00a0\u200b]/g, " ");
  for (const match of source.matchAll(ATTRIBUTE)) {
    const [whole, name, inDouble, inSingle, bare] = match;
    const value = inDouble ?? inSingle ?? bare;
    // An address is no attribute, though it may hold an equals sign.
    if (name !== undefined && value !== undefined && !/^https?$/i.test(name)) named.set(name.toLowerCase(), value);
    else positional.push(match[5] ?? match[6] ?? whole);
  }
  return { named, positional };
}
