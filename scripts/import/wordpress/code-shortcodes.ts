// Turns the code shortcodes of WordPress.com and of highlighting plugins into <pre><code class="language-…">.

import { decodeHTML } from "entities";
import { escapeHtml } from "./escape-html.ts";
import { findShortcodeEnd, readShortcodeTag, type ShortcodeTag } from "./shortcode-parser.ts";

// Names that only say "code"; the language is an attribute.
const PLAIN_NAMES = "code sourcecode source cc ccb cce ccn crayon codesyntax syntax highlight";
// Names that are languages (https://wordpress.com/support/wordpress-editor/blocks/syntax-highlighter-code-block/).
const LANGUAGE_NAMES =
  "actionscript3 as3 bash shell coldfusion cf clojure clj cpp c c-sharp csharp css delphi pas pascal diff patch erlang " +
  "erl fsharp go golang groovy haskell java javafx jfx js jscript javascript json latex tex matlab objc obj-c perl pl php " +
  "plain text ps powershell py python r splus ruby rails rb ror scala sql swift vb vbnet xml xhtml xslt html yaml yml";
const WITHOUT_LANGUAGE: ReadonlySet<string> = new Set(["plain", "text", "txt", "none"]);
const PLAIN: ReadonlySet<string> = new Set(PLAIN_NAMES.split(" "));
const LANGUAGES: ReadonlySet<string> = new Set(LANGUAGE_NAMES.split(" "));

// Where looking for code shortcodes must stop or jump: they are text in <pre> and <code>.
const CANDIDATE = /<(pre|code)\b[^>]*>|\[/gi;

/** Tells whether a shortcode name stands for code. */
export function isCodeName(name: string): boolean {
  return PLAIN.has(name) || LANGUAGES.has(name);
}

/** Returns the text with each code shortcode replaced by what `keep` returns for its finished HTML. */
export function replaceCodeShortcodes(text: string, keep: (html: string) => string): string {
  const parts: string[] = [];
  let done = 0;
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match !== null; match = CANDIDATE.exec(text)) {
    const element = match[1];
    if (element !== undefined) {
      const end = text.toLowerCase().indexOf(`</${element.toLowerCase()}`, match.index);
      if (end !== -1) CANDIDATE.lastIndex = end;
      continue;
    }
    const tag = readShortcodeTag(text, match.index);
    if (tag === undefined || !isCodeName(tag.name)) continue;
    const closing = findShortcodeEnd(text, tag.name, tag.end);
    if (closing === -1) continue;
    const end = closing + tag.name.length + 3;
    if (text[tag.start + 1] === "[" && text[end] === "]") {
      // [[code]…[/code]] shows the shortcode itself.
      parts.push(text.slice(done, tag.start), text.slice(tag.start + 1, end).replaceAll("[", "&#91;"));
      done = end + 1;
    } else {
      parts.push(text.slice(done, tag.start), keep(writeCode(tag, text.slice(tag.end, closing))));
      done = end;
    }
    CANDIDATE.lastIndex = done;
  }
  parts.push(text.slice(done));
  return parts.join("");
}

function writeCode(tag: ShortcodeTag, content: string): string {
  const { named, positional } = tag.attributes;
  const chosen = named.get("language") ?? named.get("lang") ?? (LANGUAGES.has(tag.name) ? tag.name : positional[0]);
  const language = chosen?.toLowerCase().replace(/[^\w+#-]/g, "") ?? "";
  const className = language === "" || WITHOUT_LANGUAGE.has(language) ? "" : ` class="language-${language}"`;
  // WordPress stores code with its brackets written as entities; where a bracket stands bare, nothing was encoded.
  const code = /[<>]/.test(content) ? content : decodeHTML(content);
  const lines = code
    .replace(/\r\n?/g, "\n")
    .replace(/^[ \t]*\n/, "")
    .trimEnd();
  return `<pre><code${className}>${escapeHtml(lines)}</code></pre>`;
}
