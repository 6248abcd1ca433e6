// Reads the block editor's markup: HTML between comments like <!-- wp:paragraph -->, which needs no paragraph rules.
// https://developer.wordpress.org/block-editor/reference-guides/core-blocks/

import { escapeHtml } from "./escape-html.ts";
import { addParagraphs } from "./paragraphs.ts";
import { toPlainText } from "./plain-text.ts";

/** What reading blocks needs. */
export interface BlockContext {
  /** HTML of the post's footnotes; empty when it has none. */
  readonly footnotes: string;
  /** Is told the name of each block whose words are not in the text: WordPress computes it, or a plugin does. */
  readonly onEmptyBlock: (name: string, hasText: boolean) => void;
}

interface BlockTag {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

const BLOCK_COMMENT = /<!--\s+(\/?)wp:((?:[a-z][a-z0-9_-]*\/)?[a-z][a-z0-9_-]*)\s+((?:\{[\s\S]*?\}\s+)?)(\/?)-->/g;
const REUSED_BLOCK = /<!--\s+wp:(?:core\/)?block\s+(\{[^>]*?\})\s+\/-->/g;
// Typed without paragraphs, also inside a post of blocks.
const TYPED_BLOCKS: ReadonlySet<string> = new Set(["freeform", "shortcode"]);
// Links that keep their words in their settings.
const LINK_BLOCKS: ReadonlySet<string> = new Set(["social-link", "navigation-link", "navigation-submenu", "home-link"]);
// Shown by the theme, and nothing that anybody wrote.
const SILENT_BLOCKS: ReadonlySet<string> = new Set(["more", "nextpage", "spacer", "separator", "footnotes"]);
// Settings that are never prose.
const TECHNICAL_SETTING = /(^|_)(class(name)?|style|id|url|href|src|color|font|align|anchor|icon|size|layout|css)/i;

/** Tells whether a post was written in the block editor. */
export function hasBlocks(content: string): boolean {
  return content.includes("<!-- wp:");
}

/** Returns the content with each reusable block in the place where it is used; unknown ones are told to `onMissing`. */
export function insertReusedBlocks(
  content: string,
  reusedBlocks: ReadonlyMap<string, string>,
  onMissing: () => void,
  inside: ReadonlySet<string> = new Set(),
): string {
  return content.replace(REUSED_BLOCK, (_match, settings: string) => {
    const ref = String(readSettings(settings).ref ?? "");
    const reused = reusedBlocks.get(ref);
    // A block that holds itself is left out where it would begin again, as in WordPress.
    if (inside.has(ref)) return "";
    if (reused === undefined) {
      onMissing();
      return "";
    }
    return insertReusedBlocks(reused, reusedBlocks, onMissing, new Set([...inside, ref]));
  });
}

/** Returns the HTML of a post that is written in blocks. What stands between them was typed without paragraphs. */
export function convertBlocks(content: string, context: BlockContext): string {
  const output: string[] = [];
  const open: string[] = [];
  let done = 0;
  let codeLanguage = "";
  const write = (html: string): void => {
    const isTyped = open.length === 0 || TYPED_BLOCKS.has(open.at(-1) ?? "");
    const isBlank = html.trim() === "";
    output.push(isTyped && !isBlank ? `\n${addParagraphs(html)}\n` : addLanguage(html, codeLanguage));
  };
  for (const match of content.matchAll(BLOCK_COMMENT)) {
    write(content.slice(done, match.index));
    done = match.index + match[0].length;
    codeLanguage = "";
    const [, isClosing, rawName = "", rawSettings = "", isVoid] = match;
    const tag: BlockTag = { name: rawName.replace(/^core\//, ""), settings: readSettings(rawSettings) };
    if (isClosing !== "") closeBlock(open, tag.name);
    else if (isVoid !== "") output.push(writeVoidBlock(tag, context));
    else open.push(tag.name);
    if (isClosing === "" && typeof tag.settings.language === "string") codeLanguage = tag.settings.language;
  }
  write(content.slice(done));
  return output.join("");
}

function closeBlock(open: string[], name: string): void {
  const at = open.lastIndexOf(name);
  if (at !== -1) open.length = at;
}

function writeVoidBlock({ name, settings }: BlockTag, context: BlockContext): string {
  if (name === "footnotes") return context.footnotes;
  if (SILENT_BLOCKS.has(name)) return "";
  if (LINK_BLOCKS.has(name)) return writeLink(settings);
  const isCore = !name.includes("/");
  const texts = isCore ? [] : findProse(settings);
  context.onEmptyBlock(name, texts.length > 0);
  return texts.map((text) => `<p>${text}</p>`).join("\n");
}

function writeLink(settings: Readonly<Record<string, unknown>>): string {
  const url = typeof settings.url === "string" ? settings.url : "";
  const label = [settings.label, settings.service].find(
    (text): text is string => typeof text === "string" && text !== "",
  );
  if (url === "") return label === undefined ? "" : `<li>${label}</li>`;
  return `<li><a href="${escapeHtml(url)}">${label ?? escapeHtml(url)}</a></li>`;
}

// Plugins' blocks may keep their words in their settings only; what reads like prose is kept.
function findProse(value: unknown, key = "", depth = 0): readonly string[] {
  if (typeof value === "string") {
    const text = toPlainText(value);
    const isProse = /\p{L}.*\s.*\p{L}/su.test(text) && !/^(https?:|[{[#.])/.test(text);
    return isProse && !TECHNICAL_SETTING.test(key) ? [value] : [];
  }
  if (typeof value !== "object" || value === null || depth > 8) return [];
  return Object.entries(value).flatMap(([name, inner]) => findProse(inner, name, depth + 1));
}

function addLanguage(html: string, language: string): string {
  if (language === "" || !/^[\w+#-]+$/.test(language)) return html;
  return html.replace(/<pre(\s+class="|\b)/i, (_match, rest: string) =>
    rest === "" ? `<pre class="language-${language}"` : `<pre class="language-${language} `,
  );
}

function readSettings(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json.trim() === "" ? "{}" : json);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
